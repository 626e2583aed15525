import { expect, test } from 'vitest';
import { matters } from '#renderer/board/matters.ts';
import { addSuite, freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, within } from './window.tsx';

const office = await officeForAll('example');
const board = await office.ask('board.get', {});
const figure = (matter: keyof typeof matters) => board.figures.find((one) => one.matter === matter);

test('every number of the board is a link to its list, and what to do stands beneath it', async () => {
  const open = openWindow(office.host, '/board');
  await open.heading('Board');
  for (const matter of ['lateAnswers', 'withCoordinator', 'unread', 'undeclared', 'untold'] as const) {
    const { title, what } = matters[matter];
    const link = await screen.findByRole('link', { name: `${figure(matter)?.count} ${title}` });
    expect(link.closest('li')?.textContent).toContain(what);
  }
});

test('what there is none of is said too, so that nobody wonders whether it was looked at', async () => {
  openWindow(office.host, '/board');
  expect(
    (await screen.findByText(/^None: .*changes and files that the office did not take/)).textContent,
  ).toBeTruthy();
});

test('each number is as many as the list behind it holds', async () => {
  const shows = { lateAnswers: 'late', withCoordinator: 'coordinator', awaited: 'escalated' } as const;
  for (const [matter, show] of Object.entries(shows)) {
    const { count } = await office.ask('concerns.count', { filter: { show } });
    expect(figure(matter as keyof typeof shows)?.count).toBe(count);
  }
  const reports = { unread: 'unread', undeclared: 'undeclared', openQueries: 'queried' } as const;
  for (const [matter, show] of Object.entries(reports)) {
    const { rows } = await office.ask('visits.list', { filter: { show }, limit: 200 });
    expect(figure(matter as keyof typeof reports)?.count).toBe(rows.length);
  }
  const { untold } = await office.ask('concerns.immediate', {});
  expect(figure('untold')?.count).toBe(untold.length);
});

test('the suites of a number add up to it, and each opens its own part of the list', async () => {
  for (const { count, bySuite } of board.figures)
    if (bySuite.length > 0) expect(bySuite.reduce((sum, one) => sum + one.count, 0)).toBe(count);
  openWindow(office.host, '/board');
  const [first] = figure('lateAnswers')?.bySuite ?? [];
  const name = board.suites.find(({ id }) => id === first?.suite)?.name;
  const row = within(await screen.findByRole('table', { name: 'By suite' })).getByRole('row', {
    name: new RegExp(`^${name?.replaceAll(/[()]/g, '.')}`),
  });
  expect(
    within(row)
      .getByRole('link', { name: /Answers that the police owe/ })
      .getAttribute('href'),
  ).toBe(`#/concerns?show=late&suite=${first?.suite}`);
});

test('what is raised by hand stands on the board at once, at its suite', async () => {
  const suite = await addSuite(office, 'Northgate');
  const raise = {
    id: freshId(),
    suite,
    raisedOn: board.today,
    area: 'safety',
    severity: 'immediate',
    sharing: 'custody',
    matter: 'A ligature point in cell 3.',
    from: { kind: 'coordinator' },
  } as const;
  await office.ask('concerns.raise', raise);
  const { figures } = await office.ask('board.get', {});
  expect(figures.find(({ matter }) => matter === 'untold')?.bySuite).toContainEqual({ suite, count: 1 });
});
