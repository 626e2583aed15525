import { addVolunteer, addWantedSuite, volunteersToo, weekFromNow } from '#test/rota.ts';
import type { Go } from './walk.ts';

/** A place of the rota from its draft to its last word, and what volunteers do with theirs. */
export const walkRota = async (go: Go) => {
  const office = { ask: go };
  const suite = await addWantedSuite(office, 'A suite of the rota');
  const own = await volunteersToo(office);
  const [ann, bob, eve] = [
    await addVolunteer(office, 'Ann Rota'),
    await addVolunteer(office, 'Bob Rota'),
    await addVolunteer(office, 'Eve Rota'),
  ];
  const { today } = await go('session.get', {});
  const [next, then] = [weekFromNow(today, 1), weekFromNow(today, 2)];
  const { id } = await go('rota.addPlace', { suite, week: next, first: ann });
  await go('rota.savePlace', { id, patch: [{ path: ['trainee'], now: eve }] });
  await go('rota.consider', { id, suite, week: next, first: ann, second: bob });
  await go('rota.publish', { ids: [id] });
  const { quarter } = await go('rota.place', { id });
  await go('rota.sayAvailability', { quarter: quarter.id, weeks: { [next]: 'free' } });
  await go('rota.couldTake', { id });
  await go('rota.takePlace', { id });
  await go('rota.askCover', { id, asks: true });
  const { made } = await go('rota.draft', { places: [{ suite, week: then, people: [bob, eve] }] });
  await go('rota.publish', { ids: made });
  const [theirs = ''] = made;
  const asked = await go('rota.askSwap', { gives: id, takes: theirs, with: bob });
  await go('rota.answerSwap', { id: asked.id, to: 'withdrawn' });
  const { places } = await go('rota.mine', {});
  if (!places.some(({ first, second }) => [first?.id, second?.id].includes(own)))
    throw new Error('the own place is not among the own places');
  await go('rota.get', {});
  await go('rota.waiting', {});
  await go('rota.propose', {});
  await go('rota.withdraw', { id: theirs, why: 'The suite is being painted' });
  await go('rota.planAgain', { id: theirs });
  const { id: now } = await go('rota.addPlace', {
    suite,
    week: weekFromNow(today, 0),
    first: ann,
    second: bob,
  });
  await go('rota.publish', { ids: [now] });
  await go('rota.weeksWithout', {});
  await go('rota.missed', { id: now, why: 'Both were ill' });
  for (const as of ['docx', 'csv'] as const) await go('rota.file', { quarter: quarter.id, as });
};
