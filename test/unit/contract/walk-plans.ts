import { freshId } from '#test/office.ts';
import type { Go } from './walk.ts';

/** A plan with one recommendation, from its title to its file. */
export const walkPlans = async (go: Go) => {
  const [plan, id] = [freshId(), freshId()];
  const about = { id: plan, title: 'Inspection of 2024', kind: 'inspection' };
  await go('plans.save', { id: plan, patch: [{ path: [], now: about }] });
  const asked = { id, plan, number: '3.2', recommendation: 'Mend every call bell.', updates: [] };
  await go('plans.saveItem', { id, patch: [{ path: [], now: asked }] });
  await go('plans.update', { id, status: 'under way', words: 'Two of three.' });
  await go('plans.addEvidence', { id, on: '2024-06-01', words: 'A photograph.' });
  const { rows } = await go('concerns.list', { filter: { show: 'all' }, limit: 1 });
  const { id: concern = '', reference } = rows[0] ?? {};
  await go('plans.link', { id, reference: reference ?? '' });
  await go('plans.item', { id });
  await go('plans.unlink', { id, record: concern });
  await go('plans.get', { id: plan });
  await go('plans.list', {});
  for (const as of ['docx', 'csv'] as const) await go('plans.file', { id: plan, as });
};
