import { expect, test } from 'vitest';
import { localDay } from '#desk/context.ts';
import { addDays, addMonths } from '#shared/times.ts';
import { addPerson, addSuite, freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';

const office = await officeForAll();
const today = localDay(Date.now());

/** Somebody who asked about the scheme two years ago. */
const enquirer = async (name: string) => {
  const id = freshId();
  await office.ask('volunteers.add', { id, name, on: addDays(today, -700), heard: 'Village fête' });
  return id;
};

const page = (id: string) => office.ask('volunteers.get', { id });

test('somebody goes from enquiry to accreditation, each step with its day, and their days follow', async () => {
  const id = await enquirer('Wren Ashdown');
  const way = [
    'application',
    'interview',
    'references',
    'vetting',
    'training',
    'probation',
    'accredited',
  ] as const;
  let from: (typeof way)[number] | 'enquiry' = 'enquiry';
  for (const [i, to] of way.entries()) {
    await office.ask('volunteers.move', { id, from, to, on: addDays(today, -600 + i * 30) });
    from = to;
  }
  const { person, office: kept, since } = await page(id);
  const accredited = addDays(today, -420);
  expect(person).toMatchObject({
    roles: ['visitor'],
    volunteer: {
      status: 'accredited',
      joined: addDays(today, -480),
      accredited,
      nextReview: addMonths(accredited, 36),
    },
  });
  expect(since).toBe(accredited);
  expect(kept?.file.heard).toBe('Village fête');
  expect(kept?.file.steps.map(({ to, on }) => [to, on])).toEqual([
    ['enquiry', addDays(today, -700)],
    ...way.map((to, i) => [to, addDays(today, -600 + i * 30)]),
  ]);
});

test('a step left out or taken back needs a reason, no step lies in the future, and none is made twice', async () => {
  const id = await enquirer('Perry Holt');
  const move = { id, from: 'enquiry', to: 'training', on: today } as const;
  expect(await office.refusal('volunteers.move', move)).toEqual({ tag: 'noStepReason' });
  expect(await office.refusal('volunteers.move', { ...move, why: ' ' })).toEqual({ tag: 'noStepReason' });
  const tomorrow = { ...move, to: 'application', on: addDays(today, 1) } as const;
  expect(await office.refusal('volunteers.move', tomorrow)).toEqual({ tag: 'futureDay' });
  await office.ask('volunteers.move', { ...move, why: 'Comes from another scheme.' });
  expect(await office.refusal('volunteers.move', { ...move, why: 'Again' })).toEqual({ tag: 'movedOn' });
  const back = { id, from: 'training', to: 'vetting', on: today } as const;
  expect(await office.refusal('volunteers.move', back)).toEqual({ tag: 'noStepReason' });
  await office.ask('volunteers.move', { ...back, why: 'The certificate was for another force.' });
  const { person, office: kept } = await page(id);
  expect(person.volunteer).toEqual({ status: 'vetting' });
  expect(kept?.file.steps.map(({ why }) => why)).toEqual([
    undefined,
    'Comes from another scheme.',
    'The certificate was for another force.',
  ]);
});

test('leaving asks why and shows what stays behind; coming back begins the days anew', async () => {
  const id = await addPerson(office, 'Sorrel Vane');
  const suite = await addSuite(office, 'Northgate');
  const visit = freshId();
  await office.ask('visits.start', { id: visit });
  await office.ask('visits.save', {
    id: visit,
    patch: [
      { path: ['visitor2'], now: id },
      { path: ['suite'], now: suite },
    ],
  });
  expect((await page(id)).office?.reports).toEqual([{ id: visit, title: 'Northgate: draft' }]);
  const leave = { id, from: 'accredited', to: 'left', on: addDays(today, -1) } as const;
  expect(await office.refusal('volunteers.move', leave)).toEqual({ tag: 'noStepReason' });
  await office.ask('volunteers.move', { ...leave, why: 'Moves to Wales.' });
  expect((await page(id)).person.volunteer).toEqual({ status: 'left', left: addDays(today, -1) });
  await office.ask('volunteers.move', { id, from: 'left', to: 'probation', on: today, why: 'Came back.' });
  expect((await page(id)).person.volunteer).toEqual({
    status: 'probation',
    joined: today,
    nextReview: addMonths(today, 6),
  });
});

test('the only coordinator cannot leave', async () => {
  const { person } = await office.ask('session.get', {});
  const move = { id: person.id, to: 'left', on: today, why: 'Retires.' } as const;
  expect(await office.refusal('volunteers.move', { ...move, from: null })).toEqual({
    tag: 'lastCoordinator',
  });
});

test('vetting that is cleared needs its days, and the person’s date follows the round cleared last', async () => {
  const id = await enquirer('Ellis Marr');
  const round = { id: freshId(), level: 'NPPV 2', outcome: 'cleared' } as const;
  expect(await office.refusal('volunteers.setVetting', { id, round })).toEqual({ tag: 'vettingUndated' });
  const cleared = { ...round, decided: addDays(today, -30), expires: addDays(today, 60) };
  await office.ask('volunteers.setVetting', { id, round: cleared });
  expect((await page(id)).person.volunteer?.vettingExpires).toBe(addDays(today, 60));
  const next = { id: freshId(), decided: today, outcome: 'cleared', expires: addDays(today, 700) } as const;
  await office.ask('volunteers.setVetting', { id, round: next });
  await office.ask('volunteers.setVetting', { id, round: { ...cleared, words: 'By post.' } });
  const { person, office: kept } = await page(id);
  expect(person.volunteer?.vettingExpires).toBe(addDays(today, 700));
  expect(kept?.file.vetting.map(({ id }) => id)).toEqual([round.id, next.id]);
});

test('a review says when the next is due: three years on unless another day is given', async () => {
  const id = await addPerson(office, 'Rowan Blythe');
  await office.ask('volunteers.review', { id, on: today, outcome: 'reaccredited', words: 'Well.' });
  expect((await page(id)).person.volunteer?.nextReview).toBe(addMonths(today, 36));
  const next = addDays(today, 90);
  await office.ask('volunteers.review', { id, on: today, outcome: 'further training', next });
  const { person, office: kept } = await page(id);
  expect(person.volunteer?.nextReview).toBe(next);
  expect(kept?.file.reviews.map(({ outcome }) => outcome)).toEqual(['reaccredited', 'further training']);
});

test('a list of volunteers brought in from a file writes the step it found them at, once', async () => {
  const name = 'Jo Fenner';
  const bring = async (status: string) => {
    const { id } = await office.ask('imports.begin', { kind: 'volunteers', file: 'people.csv' });
    const text = `name,status,joined,accredited\r\n${name},${status},2021-04-01,2021-10-01\r\n`;
    await office.ask('imports.chunk', { id, text });
    await office.ask('imports.finish', { id });
    await office.ask('imports.accept', { id });
    await office.ask('imports.step', { id });
  };
  await bring('accredited');
  await bring('accredited');
  const [found] = await office.ask('people.list', { text: name });
  const steps = async () =>
    (await page(found?.id ?? '')).office?.file.steps.map(({ to, on, why }) => [to, on, why]);
  const first = ['accredited', '2021-10-01', 'As imported from people.csv'];
  expect(await steps()).toEqual([first]);
  await bring('left');
  expect(await steps()).toEqual([first, ['left', today, 'As imported from people.csv']]);
});
