import { addSuite } from '#test/office.ts';
import { type Desks, expect, type Page, test } from './desks.ts';
import { firstRun } from './pages/first-run.ts';
import { heading, lock, openPlace, saved, unlock } from './pages/frame.ts';
import { daysAgo, report, startReport } from './pages/report.ts';
import { join, reached, tryNow } from './pages/sync.ts';

test.describe.configure({ mode: 'parallel' });

const laptopOf = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });

/** The coordinator joins by a code of the hub, and invites the visitor at their own desk. */
const begin = async ({ hub, line, coordinator, visitor }: Desks) => {
  const { code } = await hub.invited('Kim Coordinator', 'coordinator');
  await hub.invited('Ali Visitor', 'visitor', 'North');
  await join(coordinator.page, { hub: hub.url, code });
  await firstRun(coordinator.page).done();
  await tryNow(coordinator.page, reached);
  const [panel] = await coordinator.ask('panels.list', {});
  const suite = await addSuite(coordinator, 'Hereford');
  await coordinator.ask('suites.save', { id: suite, patch: [{ path: ['panel'], now: panel?.id ?? '' }] });
  await tryNow(coordinator.page, reached);

  const invited = await test.step('the coordinator invites somebody new', async () => {
    const { page } = coordinator;
    await openPlace(page, '/people/devices');
    await page.getByText('Invite somebody').click();
    await page.getByLabel('A new person').check();
    await page.getByLabel('Name', { exact: true }).fill('Sam Visitor');
    await page.getByLabel('Panel', { exact: true }).selectOption('North');
    await page.getByRole('button', { name: 'Make the invitation' }).click();
    const made = page.getByRole('alert', { name: 'Invitation made' });
    return made.locator('.desk-code').innerText();
  });
  await join(visitor.page, { hub: `http://127.0.0.1:${line.port}`, code: invited });
  await expect(visitor.page.getByText(/You are Sam Visitor, of /)).toBeVisible();
  await firstRun(visitor.page).done();
  await tryNow(visitor.page, reached);
};

test('A forgotten passphrase is one telephone call', async ({ desks }) => {
  test.setTimeout(180_000);
  await begin(desks);
  const { page: office } = desks.coordinator;
  const { page: sam } = desks.visitor;
  await lock(sam);
  await office.getByRole('button', { name: 'Ask again' }).click();
  await laptopOf(office, 'Sam Visitor').getByRole('button', { name: 'Unlock by telephone' }).click();
  await office.getByRole('button', { name: 'Yes, show the code' }).click();
  const code = await office.getByRole('alert', { name: 'Unlock code' }).locator('.desk-code').innerText();

  const fresh = 'five quite unrelated words';
  await sam.getByRole('button', { name: 'Use the code from the office instead' }).click();
  await sam.getByLabel('Code from the office').fill(code.toLowerCase());
  await sam.getByLabel('New passphrase', { exact: true }).fill(fresh);
  await sam.getByLabel('The same new passphrase again').fill(fresh);
  await sam.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(sam.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();
  await lock(sam);
  await unlock(sam, fresh);
  await expect(sam.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();
});

test('A laptop is revoked: it says so, and what was unsent is with the office', async ({ desks }) => {
  test.setTimeout(180_000);
  await begin(desks);
  const { page: office } = desks.coordinator;
  const { page: sam } = desks.visitor;
  await office.getByRole('button', { name: 'Ask again' }).click();
  await laptopOf(office, 'Sam Visitor')
    .getByRole('button', { name: /^Revoke/ })
    .click();
  await office.getByLabel('Why it is revoked').fill('Reported stolen');
  await office.getByRole('button', { name: 'Yes, revoke it' }).click();
  await expect(laptopOf(office, 'Sam Visitor').getByText('Revoked').first()).toBeVisible();

  await openPlace(sam, '/sync');
  await sam.getByRole('button', { name: 'Try now' }).click();
  await expect(heading(sam, 'The office has ended the use of this laptop')).toBeVisible();
  await sam.getByRole('button', { name: 'Begin again with a new invitation' }).click();
  await expect(heading(sam, /Welcome to ICV Desk/)).toBeVisible();
});

/** Begins a report that the pair and the office know of: the leaving time is filled in. */
const beginReport = async (page: Page): Promise<void> => {
  const form = report(page);
  await openPlace(page, '/');
  await startReport(page);
  await form.section('The visit');
  await form.field('Which suite did you visit?').selectOption('Hereford');
  await form.date('Date of the visit', daysAgo(2));
  await form.choose('What came of it?', 'The visit was completed');
  await form.choose('How was the visit made?', 'In person');
  await form.field('Second visitor').selectOption('Ali Visitor');
  await form.continue();
  await form.field('Arrived at the station').fill('1000');
  await form.field('Left').fill('1130');
  await saved(page);
  await form.tasks();
};

test('A draft is written by one of the pair at a time, and the office hands it over', async ({ desks }) => {
  test.setTimeout(180_000);
  await begin(desks);
  const { page: office } = desks.coordinator;
  const { page: sam } = desks.visitor;
  await beginReport(sam);
  const draft = new URL(sam.url()).hash.slice(1);
  await tryNow(sam, reached);
  await openPlace(sam, draft);
  await expect(sam.getByRole('region', { name: 'Who writes this report' })).toContainText('You do');

  await tryNow(office, reached);
  await openPlace(office, '/visits/out');
  await expect(office.getByText(/^Sam Visitor, since/)).toBeVisible();
  await office.getByRole('button', { name: 'Hand over to Ali Visitor' }).click();
  await office.getByRole('button', { name: 'Yes, hand it over' }).click();
  await expect(office.getByText(/^Ali Visitor, since/)).toBeVisible();
  await tryNow(office, reached);

  await tryNow(sam, reached);
  await openPlace(sam, draft);
  await expect(heading(sam, 'Ali Visitor writes this report')).toBeVisible();
});

test('What cannot be sent from one laptop goes from another, in a rescue file', async ({ desks }) => {
  test.setTimeout(180_000);
  await begin(desks);
  const { hub, line, visitor } = desks;
  const sam = visitor.page;
  line.be({ kind: 'refused' });
  await beginReport(sam);
  await openPlace(sam, '/sync/rescue');
  await sam.getByLabel('Passphrase for the file').fill('four unrelated words');
  await sam.getByLabel('The same passphrase again').fill('four unrelated words');
  await sam.getByRole('button', { name: 'Make a rescue file' }).click();
  const made = sam.getByRole('alert', { name: 'Rescue file made' });
  const path = await made.locator('.desk-path').innerText();

  const { page: other } = await desks.another();
  const { code } = await hub.invited('Sam Visitor', 'visitor');
  await join(other, { hub: hub.url, code });
  await firstRun(other).done();
  await openPlace(other, '/sync/rescue');
  await other.getByLabel('Rescue file', { exact: true }).setInputFiles(path);
  await other.getByLabel('Passphrase of the file').fill('four unrelated words');
  await other.getByRole('button', { name: 'Bring it in' }).click();
  await expect(other.getByRole('alert', { name: 'Brought in' })).toBeVisible();
  await tryNow(other, /has everything/);
  await openPlace(other, '/visits?show=unfinished');
  await expect(other.getByRole('row', { name: /Hereford/ })).toBeVisible();
});
