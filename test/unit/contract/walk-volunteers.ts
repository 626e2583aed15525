import { freshId } from '#test/office.ts';
import type { Go } from './walk.ts';

/** Somebody from their enquiry to what is kept of them, and equality monitoring. */
export const walkVolunteers = async (go: Go, suite: string) => {
  const id = freshId();
  const on = '2024-05-01';
  await go('volunteers.add', { id, name: 'Wren Ashdown', on, heard: 'Radio', mail: 'wren@example.org' });
  await go('volunteers.move', { id, from: 'enquiry', to: 'training', on, why: 'Comes from elsewhere.' });
  await go('volunteers.saveFile', { id, patch: [{ path: ['notes'], now: 'Rings in the evening.' }] });
  await go('volunteers.setReference', { id, reference: { id: freshId(), name: 'Pat Referee', asked: on } });
  const round = { id: freshId(), decided: on, outcome: 'cleared', expires: '2027-05-01' } as const;
  await go('volunteers.setVetting', { id, round });
  await go('volunteers.review', { id, on, outcome: 'further training', next: '2024-11-01' });
  await go('volunteers.setTrained', { id, item: freshId(), topic: 'Safeguarding', on });
  await go('volunteers.saveContact', { id, patch: [{ path: ['telephone'], now: '01632 960001' }] });
  const interest = freshId();
  await go('volunteers.declare', { id: interest, person: id, kind: 'suite', suite });
  await go('volunteers.checkInterest', {
    id: interest,
    finding: 'keeps away',
    words: 'Their sister works there.',
  });
  await go('volunteers.endInterest', { id: interest });
  await go('volunteers.get', { id });
  await go('volunteers.standing', {});
  await go('volunteers.standingFile', {});
  const { questions } = await go('monitoring.form', {});
  const [first] = questions;
  await go('monitoring.answer', { answers: first ? { [first.id]: first.options[0]?.id ?? '' } : {} });
  await go('monitoring.totals', {});
  await go('monitoring.file', {});
};
