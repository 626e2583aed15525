import { returnFormats } from '#shared/calls/returns.ts';
import { freshId } from '#test/office.ts';
import type { Go } from './walk.ts';

/** Figures as they are computed, and one return from a draft to its first revision. */
export const walkReturns = async (go: Go) => {
  const { latest } = await go('returns.periods', {});
  const asked = { return: 'icv', period: latest } as const;
  await go('returns.compute', { ...asked, by: 'suite' });
  await go('returns.records', { ...asked, measure: 'visits.completed' });
  await go('returns.records', { ...asked, measure: 'visits.target' });
  for (const as of returnFormats) await go('returns.file', { ...asked, as });
  await walkLife(go);
};

const walkLife = async (go: Go) => {
  const { person, today } = await go('session.get', {});
  const icva = (await go('returns.named', {})).find(({ key }) => key === 'icva-quarter');
  if (!icva) throw new Error('the return to ICVA is not there');
  const { id: _, own: _own, ...defined } = icva;
  await go('returns.define', { ...defined, measures: [...(defined.measures ?? []), 'visits.forgotten'] });
  await go('returns.schedule', { show: 'all' });
  const of = { key: 'icva-quarter', period: '2025-26Q2' };
  await go('returns.assign', { ...of, prepares: person.id });
  await go('returns.write', { ...of, words: { sections: { good: 'Blankets were given.' }, links: [] } });
  const { answers } = await go('returns.prepare', of);
  for (const { check, found } of answers)
    await go('returns.answer', { ...of, id: freshId(), check, found, reason: 'As the suite has it.' });
  await go('returns.check', { ...of, id: freshId() });
  await go('returns.sign', { ...of, id: freshId(), as: 'Scheme coordinator' });
  await go('returns.publish', { ...of, id: freshId(), on: today, where: 'Sent to ICVA.' });
  const issue = { ...of, number: 0 };
  await go('returns.issue', issue);
  await go('returns.differences', issue);
  await go('returns.issueFile', { ...issue, as: 'json' });
  await go('returns.issueFile', { ...of, as: 'html' });
  await go('returns.reopen', { ...of, id: freshId(), why: 'A visit came late.' });
};
