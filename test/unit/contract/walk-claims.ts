import { addPerson, freshId } from '#test/office.ts';
import { complete, fills } from '../../scenario/reports.ts';
import type { Go } from './walk.ts';

/** A visitor's claim from its month to its payment; and back once, and withdrawn once. */
export const walkClaims = async (go: Go, suite: string) => {
  const person = await addPerson({ ask: go }, 'Clement Claimant');
  const visit = freshId();
  await go('visits.start', { id: visit });
  await go('visits.save', { id: visit, patch: fills({ ...complete, suite, visitor2: person }) });
  await go('visits.ready', { id: visit });
  const { id } = await go('claims.begin', { month: complete.date.slice(0, 7), person });
  const line = { id: freshId(), kind: 'mileage', for: { type: 'visit', id: visit }, miles: 20 } as const;
  const meal = { id: freshId(), kind: 'subsistence', for: line.for, pence: 780 } as const;
  for (const one of [line, meal]) await go('claims.saveLine', { id, line: one });
  await go('claims.removeLine', { id, line: meal.id });
  await go('claims.submit', { id });
  await go('claims.withdraw', { id });
  await go('claims.submit', { id });
  await go('claims.list', {});
  await go('claims.return', { id, words: 'Which road?' });
  await go('claims.submit', { id });
  const { total } = await go('claims.get', { id });
  await go('claims.approve', { id, pence: total.pence });
  await go('claims.payment', {});
  const left = await go('claims.export', { claims: [id] });
  await go('claims.exported', left);
  for (const as of ['csv', 'xlsx'] as const) await go('claims.file', { ...left, as });
  await go('claims.paid', left);
  await go('claims.mine', {});
  await go('claims.hours', {});
};
