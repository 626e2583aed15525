import { freshId } from '#test/office.ts';
import { change } from '../../scenario/reports.ts';
import type { Go } from './walk.ts';

/** What follows from correspondence: themes, an engagement, a question to the Chief Constable, figures. */
export const walkEngagements = async (go: Go) => {
  const { person: me, today } = await go('session.get', {});
  await go('themes.get', { weeks: 13 });
  await go('themes.cases', { from: '2026-01-01', to: today, theme: 'Road safety' });
  await go('engagements.lists', {});
  const id = freshId();
  const engagement = {
    ...{ id, on: '2026-04-07', kind: 'visit', title: 'Speeding by the school', attended: ['Commissioner'] },
    ...{ themes: ['Road safety'], cases: [] },
  };
  await go('engagements.save', { id, patch: [{ path: [], now: engagement }] });
  await go('engagements.save', { id, patch: change('pence', undefined, 250_000) });
  await go('engagements.list', {});
  await go('engagements.get', { id });
  await go('engagements.ofCase', { id: freshId() });
  const question = freshId();
  const asked = {
    ...{ id: question, title: 'Speed checks', question: 'How many were made?', on: '2026-04-08', by: me.id },
    ...{ due: '2026-04-22', themes: ['Road safety'], cases: [] },
  };
  await go('assurance.save', { id: question, patch: [{ path: [], now: asked }] });
  for (const show of ['open', 'late', 'answered', 'all'] as const) await go('assurance.list', { show });
  await go('assurance.get', { id: question });
  await go('assurance.file', { id: question });
  const figures = [{ name: 'Web users', value: 4_210, source: 'Web statistics' }];
  await go('figures.set', { month: '2026-04', figures });
  await go('figures.year', { year: '2026-27' });
  const told = { return: 'correspondence', period: '2026-27' } as const;
  await go('returns.compute', { ...told, by: 'theme' });
  await go('returns.records', { ...told, measure: 'cases.received' });
};
