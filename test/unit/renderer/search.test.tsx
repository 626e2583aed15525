import { expect, test } from 'vitest';
import { addSuite, freshId } from '#test/office.ts';
import { raised } from '#test/scenario/letters/concerns.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen } from './window.tsx';

const office = await officeForAll();
const suite = await addSuite(office, 'Hereford');

test('a letter is found by its words and leads to its paper', async () => {
  const { id: concern } = await raised(office, { suite });
  const templates = await office.ask('templates.list', {});
  const template = templates.find((one) => one.template.of === 'concern')?.template.id ?? '';
  const plan = { about: [concern], template, addressee: 'custody inspector' as const, to: 'Inspector Grey' };
  const drafted = await office.ask('letters.draft', plan);
  const subject = 'A matter of periwinkles';
  await office.ask('letters.issue', { ...plan, ...drafted, subject, id: freshId(), notNames: [] });
  const open = openWindow(office.host, '/search?text=periwinkles');
  await open.follow(subject);
  await screen.findByText(/The call bell of cell 4/);
});

test('a recommendation is found by its words and leads to its page, and from there to its plan', async () => {
  const [plan, item] = [freshId(), freshId()];
  await office.ask('plans.save', {
    id: plan,
    patch: [
      { path: ['id'], now: plan },
      { path: ['title'], now: 'Action plan' },
      { path: ['kind'], now: 'force action plan' },
    ],
  });
  await office.ask('plans.saveItem', {
    id: item,
    patch: [
      { path: ['id'], now: item },
      { path: ['plan'], now: plan },
      { path: ['number'], now: '3.2' },
      { path: ['recommendation'], now: 'Put up a trellis.' },
      { path: ['updates'], now: [] },
    ],
  });
  const open = openWindow(office.host, '/search?text=trellis');
  await open.follow('Recommendation 3.2, Action plan');
  await open.heading('Recommendation 3.2');
  await open.follow('Action plan');
  await open.heading('Action plan');
});

test('a record check is found by what it comes to, and leads to it', async () => {
  const id = freshId();
  await office.ask('checks.start', { id });
  await office.ask('checks.save', {
    id,
    patch: [
      { path: ['suite'], now: suite },
      { path: ['summary'], now: 'The hyacinth was watered late.' },
    ],
  });
  const open = openWindow(office.host, '/search?text=hyacinth');
  await open.follow('Hereford');
  await screen.findByRole('heading', { level: 1, name: /Record check|Hereford/ });
});

test('what has a day stands in the order of days, whatever it is, and suites stand before it', async () => {
  await addSuite(office, 'Quinceford');
  const { id } = await raised(office, { suite, matter: 'Nothing was said at Quinceford.' });
  await office.ask('concerns.note', {
    id: (await raised(office, { suite })).id,
    note: freshId(),
    words: 'As at Quinceford.',
  });
  const check = freshId();
  await office.ask('checks.start', { id: check });
  const { today } = await office.ask('session.get', {});
  const patch = [
    { path: ['checkedOn'], was: today, now: '2025-12-30' },
    { path: ['summary'], now: 'Unlike at Quinceford.' },
  ];
  await office.ask('checks.save', { id: check, patch });
  const found = await office.ask('search.find', { text: 'Quinceford' });
  expect(found.map(({ type }) => type)).toEqual(['suite', 'concern', 'concern', 'recordCheck']);
  expect(found[2]?.id).toBe(id);
});
