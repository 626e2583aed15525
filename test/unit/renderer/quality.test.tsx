import { afterEach, expect, test } from 'vitest';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll('example');
await office.ask('quality.begin', {});
/** An office that has nothing yet. */
const young = await officeForAll('west-mercia');
let open: ReturnType<typeof openWindow>;
afterEach(() => open.kill());
const list = () => young.ask('quality.list', {});
const idOf = async (number: string, of = young) =>
  (await of.ask('quality.list', {})).find(({ criterion }) => criterion.number === number)?.criterion.id ?? '';

test('what runs the scheme is gathered in one place, each with what it is for', async () => {
  open = openWindow(office.host, '/scheme');
  await open.heading('Scheme');
  const main = within(screen.getByRole('main'));
  for (const name of ['People', 'Plans', 'Quality evidence', 'What we have not seen'])
    expect(await main.findByRole('link', { name })).toBeTruthy();
  const menu = within(screen.getByRole('navigation', { name: 'Main' }));
  await open.follow('What we have not seen');
  await open.heading('What we have not seen');
  expect(menu.getByRole('link', { name: 'Scheme' }).getAttribute('aria-current')).toBe('page');
});

test('an office begins with a list of four levels, says that its words are to be replaced, and replaces them', async () => {
  open = openWindow(young.host, '/quality');
  await open.press('Begin with a list');
  await screen.findByRole('table', { name: /^Code compliant: 0 of \d+ met$/ });
  for (const level of ['Silver', 'Gold', 'Platinum'])
    expect(screen.getByRole('table', { name: new RegExp(`^${level}: 0 of`) })).toBeTruthy();
  expect(screen.getAllByText('To be replaced')).toHaveLength((await list()).length);
  await open.follow('Every custody suite is visited as often as the scheme has set itself.');
  await open.heading(/Criterion 1\.1$/);
  await open.press('Change the criterion');
  await open.type('What is asked', 'Visits are frequent enough.');
  await open.press('Save the criterion');
  await open.heading(/Criterion 1\.1$/);
  await screen.findByText('Visits are frequent enough.');
  expect(screen.queryByText(/to be replaced/)).toBeNull();
});

test('an update says where a criterion stands; what is being written comes back when the window was closed', async () => {
  const place = `/quality/${await idOf('1.1')}`;
  open = openWindow(young.host, place);
  await open.type('What is said of it (may be left blank)', 'Three suites of four.');
  await open.user.tab();
  await waitFor(async () =>
    expect(JSON.stringify(await young.ask('preferences.get', {}))).toContain('Three suites of four.'),
  );
  open.kill();
  open = openWindow(young.host, place);
  await waitFor(async () =>
    expect((await open.field('What is said of it (may be left blank)')).value).toBe('Three suites of four.'),
  );
  await open.user.selectOptions(await open.field('Where it stands now'), 'under way');
  await open.press('Add the update');
  await screen.findByText('Three suites of four.', { selector: 'blockquote' });
  const first = (await list()).find(({ criterion }) => criterion.number === '1.1');
  expect(first?.status).toBe('under way');
});

test('evidence links to a record by its number and to a return, and opens both', async () => {
  const id = await idOf('1.8', office);
  const { rows } = await office.ask('visits.list', { limit: 1, filter: { show: 'accepted' } });
  open = openWindow(office.host, `/quality/${id}`);
  await open.user.click(await screen.findByText('Add evidence'));
  await open.press('Add the evidence');
  await screen.findByText('Enter what shows it');
  await open.type('What shows it', 'Read by two who belong to nobody.');
  await open.type('Of which day', '3/11/2025');
  await open.choose('What does it link to?', 'A report, concern or record check');
  await open.press('Add the evidence');
  await screen.findByText('Enter the number of a report, concern or record check');
  await open.type('Its number', rows[0]?.reference ?? '');
  await open.press('Add the evidence');
  const way = await screen.findByRole('link', { name: new RegExp(`^Visit report, ${rows[0]?.reference}`) });
  expect(way.getAttribute('href')).toBe(`#/visits/${rows[0]?.id}`);

  await open.type('What shows it', 'The figures.');
  await open.type('Of which day', '4/11/2025');
  await open.choose('What does it link to?', 'A return');
  await open.type('Of which period', '2025-26');
  await open.press('Add the evidence');
  const figures = await screen.findByRole('link', { name: 'The return of 2025-26' });
  expect(figures.getAttribute('href')).toBe('#/returns/2025-26');
  await open.press('Take away Read by two who belong to nobody.');
  await waitFor(() => expect(screen.queryByText('Read by two who belong to nobody.')).toBeNull());
});

test('the pack says each fact with its figures, of which each opens its records, and what is not evidenced', async () => {
  const { latest } = await office.ask('returns.periods', {});
  const pack = await office.ask('quality.pack', { period: latest });
  open = openWindow(office.host, '/quality/pack');
  await screen.findByRole('heading', { level: 2, name: 'What the records prove' });
  for (const { title, sentence, figures } of pack.facts) {
    const heading = screen.getByRole('heading', { level: 3, name: title });
    const fact = within(heading.closest('section') as HTMLElement);
    expect(fact.getByText(sentence)).toBeTruthy();
    for (const figure of figures) {
      const way = fact.getByRole('link', {
        name: (name) => name.startsWith(figure.display) && name.endsWith(`behind ${figure.title}`),
      });
      expect(way.getAttribute('href')).toMatch(/^#\/(returns|quality\/records|people\/monitoring)/);
    }
  }
  expect(pack.gaps.length).toBeGreaterThan(0);
  for (const gap of pack.gaps) expect(screen.getByText(gap)).toBeTruthy();
  await open.follow(/records behind 22:00 to 06:00$/);
  await open.heading(/Visits over the hours of the day: 22:00 to 06:00$/);
  const night = pack.facts
    .find(({ id }) => id === 'visits.hours')
    ?.figures.find(({ title }) => title.startsWith('22'));
  await screen.findByText(new RegExp(`^${night?.display} records?$`));
});

test('what was not seen stands in sentences with the last record and the visits since, and is not for paper', async () => {
  const { sentences, cannotSay } = await office.ask('unseen.get', {});
  open = openWindow(office.host, '/unseen');
  const [first] = sentences;
  const line = (await screen.findByText(first?.text ?? '')).closest('li') as HTMLElement;
  const ways = within(line).getAllByRole('link');
  expect(ways[0]?.getAttribute('href')).toBe(`#/visits/${first?.last?.id}`);
  expect(ways[1]?.textContent).toContain(`${first?.visits} other visits since`);
  for (const text of cannotSay) expect(screen.getByText(text)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /print|save/i })).toBeNull();
  expect(line.closest('.desk-screen-only')).not.toBeNull();
});
