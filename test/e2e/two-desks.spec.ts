import { addSuite } from '#test/office.ts';
import { type Desks, expect, type Page, test } from './desks.ts';
import { firstRun } from './pages/first-run.ts';
import { heading, openPlace, saved } from './pages/frame.ts';
import { beginVisit, daysAgo, makeReady, months, report } from './pages/report.ts';
import { figure } from './pages/return.ts';
import { join, reached, sentFact, tryNow } from './pages/sync.ts';

const date = daysAgo(3);
const period = date.slice(0, 7);
const name = `Hereford, ${months.format(new Date(date))}`;

/** Corrects how many were in custody, with a reason. */
const correct = async (page: Page, id: string, held: string, reason: string) => {
  const form = report(page);
  await openPlace(page, `/visits/${id}/correct`);
  await form.section('Who was in custody');
  await form.field('In custody').fill(held);
  await saved(page);
  await form.tasks();
  await page.getByRole('button', { name: 'Look at the changes' }).click();
  await page.getByLabel('Why is this corrected?').fill(reason);
  await page.getByRole('button', { name: 'Make this correction' }).click();
  await expect(heading(page, name)).toBeVisible();
};

const held = async (page: Page) => {
  await openPlace(page, `/returns/${period}`);
  return figure(page, 'Detainees held').value;
};

/** Writes a report as a visitor does, and makes it ready; gives its id. */
const write = async (page: Page): Promise<string> => {
  const form = report(page);
  const id = await beginVisit(page, { suite: 'Hereford', date, second: 'Ali Visitor' });
  await form.field('In custody').fill('12');
  await form.field('Not available to be seen').fill('3');
  await form.field('Available, but not offered a conversation').fill('2');
  await form.field('Offered a conversation').fill('7');
  await makeReady(page);
  return id;
};

const begin = async ({ hub, line, coordinator, visitor }: Desks) => {
  const { code } = await hub.invited('Kim Coordinator', 'coordinator');
  await hub.invited('Ali Visitor', 'visitor', 'North');
  await join(coordinator.page, { hub: hub.url, code });
  await expect(coordinator.page.getByText(/You are Kim Coordinator, of /)).toBeVisible();
  await firstRun(coordinator.page).done();
  const suite = await addSuite(coordinator, 'Hereford');
  await tryNow(coordinator.page, reached);
  const [panel] = await coordinator.ask('panels.list', {});
  await coordinator.ask('suites.save', { id: suite, patch: [{ path: ['panel'], now: panel?.id ?? '' }] });
  await tryNow(coordinator.page, reached);

  await hub.hub.store.inOrder((s) => s.saveUrl(`http://127.0.0.1:${line.port}`));
  const { file } = await hub.invited('Sam Visitor', 'visitor', 'North');
  line.be({ kind: 'refused' });
  await join(visitor.page, { file });
  await expect(visitor.page.getByText(/tells it when it is next online/)).toBeVisible();
  await firstRun(visitor.page).done();
  line.be({ kind: 'none' });
  await tryNow(visitor.page, reached);
};

test('Two laptops and a hub: what is written offline arrives, and what both corrected is settled', async ({
  desks,
}) => {
  test.setTimeout(240_000);
  const { line, coordinator, visitor } = desks;
  const [office, sam] = [coordinator.page, visitor.page];
  await test.step('both join, one of them by a file and without a network', () => begin(desks));

  const id = await test.step('a visitor writes a report offline', async () => {
    line.be({ kind: 'refused' });
    const written = await write(sam);
    await expect(sentFact(sam)).toHaveText('1 waits to be sent');
    await openPlace(sam, '/visits');
    await expect(sam.getByRole('row', { name: /Hereford/ })).toContainText('On this laptop');
    await tryNow(sam, /the office’s hub does not answer|no network/);
    return written;
  });

  await test.step('it goes once the laptop is online', async () => {
    line.be({ kind: 'none' });
    await tryNow(sam, /has everything/);
    await expect(sentFact(sam)).toHaveText(/^Received by the office/);
    await openPlace(sam, '/visits');
    await expect(sam.getByRole('row', { name: /Hereford/ })).toContainText('With the office');
  });

  await test.step('the coordinator sees it', async () => {
    await tryNow(office, reached);
    await openPlace(office, `/visits/${id}`);
    await expect(heading(office, name)).toBeVisible();
    await expect(office.getByRole('row', { name: 'In custody 12', exact: true })).toBeVisible();
  });

  await test.step('both correct the same answer without knowing of each other', async () => {
    line.be({ kind: 'refused' });
    await correct(sam, id, '11', 'One person was counted twice.');
    await correct(office, id, '13', 'The custody log says thirteen.');
    await tryNow(office, /has everything/);
    line.be({ kind: 'none' });
    await tryNow(sam, reached);
    await tryNow(office, reached);
  });

  await test.step('each sees that there are two answers, and the coordinator settles which stands', async () => {
    for (const page of [sam, office]) {
      await openPlace(page, '/');
      await expect(page.getByRole('region', { name: 'Different answers' })).toBeVisible();
    }
    await office.getByRole('link', { name: 'Choose what stands' }).click();
    await expect(heading(office, 'Different answers to one question')).toBeVisible();
    await office.getByLabel(/^Sam Visitor/).check();
    await office.getByRole('button', { name: /^Settle this question/ }).click();
    await expect(office.getByText('Nothing is left to settle.')).toBeVisible();
    await tryNow(office, reached);
    await tryNow(sam, reached);
    for (const page of [sam, office]) {
      await openPlace(page, `/visits/${id}`);
      await expect(heading(page, name)).toBeVisible();
      await expect(page.getByRole('region', { name: 'Different answers' })).toHaveCount(0);
    }
  });

  await test.step('and the return agrees on both', async () => {
    await expect(await held(office)).toHaveText('11');
    await expect(await held(sam)).toHaveText('11');
  });
});
