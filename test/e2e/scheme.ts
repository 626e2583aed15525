import { addVolunteer, addWantedSuite, plannedPlace, weekFromNow } from '#test/rota.ts';
import { fills } from '#test/scenario/reports.ts';
import { type Desks, expect, type Laptop, type Page } from './desks.ts';
import { firstRun } from './pages/first-run.ts';
import { goTo, saved } from './pages/frame.ts';
import { join, reached, sentFact, tryNow } from './pages/sync.ts';

/** What is read out after the words that are seen. */
export const hidden = (seen: string, heard: string) => new RegExp(`^${seen} ?${heard}$`);

const vetted = [{ path: ['volunteer', 'vettingExpires'], now: '2099-01-01' }];
const rates = {
  id: '5f0f2f4e-6a55-4d57-9a43-2f3a2b1c0002',
  from: '2011-04-06',
  mile: 45,
  subsistence: [],
};

/** Each exchanges with the office what there is, one after the other. */
export const sync = async (...pages: Page[]) => {
  for (const page of pages) await tryNow(page, reached);
};

/** Joins an office by a code and opens it. */
const joins = async ({ page }: Laptop, hub: string, code: string) => {
  await join(page, { hub, code });
  await firstRun(page).done();
  await sync(page);
};

/** A coordinator with a suite and five volunteers of one panel, two of whom have laptops behind a line of their own. */
export const begin = async ({ hub, line, coordinator, visitor, another }: Desks) => {
  const kim = await hub.invited('Kim Coordinator', 'coordinator');
  const [sam, ali] = [
    await hub.invited('Sam Visitor', 'visitor', 'North'),
    await hub.invited('Ali Visitor', 'visitor', 'North'),
  ];
  await joins(coordinator, hub.url, kim.code);
  const { ask } = coordinator;
  const [panel] = await ask('panels.list', {});
  const suite = await addWantedSuite(coordinator, 'Hereford');
  const inPanel = [{ path: ['panel'], now: panel?.id ?? '' }];
  await ask('suites.save', { id: suite, patch: inPanel });
  for (const { person } of [sam, ali]) await ask('people.save', { id: person, patch: vetted });
  const bo = await addVolunteer(coordinator, 'Bo Brook');
  const cy = await addVolunteer(coordinator, 'Cy Cole');
  const vera = await addVolunteer(coordinator, 'Vera Vane', { vettingExpires: '2020-02-01' });
  for (const id of [bo, cy, vera]) await ask('people.save', { id, patch: inPanel });
  await ask('settings.save', { patch: fills({ claimRates: [rates] }) });
  const { today } = await ask('session.get', {});
  const lastWeek = weekFromNow(today, -1);
  const begun = await plannedPlace(coordinator, { suite, week: lastWeek, first: sam.person, second: bo });
  const quarter = (await ask('rota.get', {})).next;
  const { quarter: named, weeks } = await ask('rota.get', { quarter });
  const free = Object.fromEntries(weeks.map((week) => [week, 'free' as const]));
  // Without a laptop of their own they tell the office.
  for (const person of [bo, cy]) await ask('rota.sayAvailability', { quarter, weeks: free, person });
  await sync(coordinator.page);
  const next = await another();
  await joins(visitor, `http://127.0.0.1:${line.port}`, sam.code);
  await joins(next, `http://127.0.0.1:${line.port}`, ali.code);
  const people = { sam: sam.person, ali: ali.person, bo, cy, vera };
  return { second: next, people, quarter, label: named.label, lastWeek, begun };
};

/** Says in the browser that one is away in the first week of a quarter, or in none, and free in all others. */
export const sayFree = async (page: Page, quarter: string, away: boolean) => {
  await goTo(page, 'Rota');
  await page.getByRole('link', { name: 'My own places, and when I am free' }).click();
  const weeks = page.getByRole('table', { name: quarter });
  if (away)
    await weeks
      .getByRole('radio', { name: /: Away$/ })
      .first()
      .check();
  await page
    .getByRole('button', { name: hidden('Free in every week that nothing is said of', `, ${quarter}`) })
    .click();
  await expect(weeks.getByRole('radio', { name: /: Not said$/, checked: true })).toHaveCount(0);
  await saved(page);
  await expect(sentFact(page)).toHaveText(/waits? to be sent/);
};
