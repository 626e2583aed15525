import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { addSuite } from '#test/office.ts';
import { type Desks, expect, type Laptop, type Page, test } from './desks.ts';
import { firstRun } from './pages/first-run.ts';
import { heading, openPlace } from './pages/frame.ts';
import { beginVisit, daysAgo, makeReady, report } from './pages/report.ts';
import { figure } from './pages/return.ts';
import { join, reached, tryNow } from './pages/sync.ts';

const [first, second] = [daysAgo(6), daysAgo(2)];
const sync = (page: Page) => tryNow(page, reached);

/** A coordinator, and two visitors of one panel, each on a laptop of their own. */
const begin = async ({ hub, coordinator, visitor, another }: Desks): Promise<Laptop> => {
  const joins = async ({ page }: Laptop, name: string, ...as: [string, string?]) => {
    const { code } = await hub.invited(name, ...(as as ['visitor', string]));
    await join(page, { hub: hub.url, code });
    await firstRun(page).done();
    await sync(page);
  };
  await joins(coordinator, 'Kim Coordinator', 'coordinator');
  await hub.invited('Jo Visitor', 'visitor', 'North');
  await joins(visitor, 'Sam Visitor', 'visitor', 'North');
  await sync(coordinator.page);
  const [panel] = await coordinator.ask('panels.list', {});
  const suite = await addSuite(coordinator, 'Hereford');
  await coordinator.ask('suites.save', { id: suite, patch: [{ path: ['panel'], now: panel?.id ?? '' }] });
  await sync(coordinator.page);
  const next = await another();
  await joins(next, 'Ali Visitor', 'visitor', 'North');
  await sync(visitor.page);
  return next;
};

/** The concern of that wording in the list of a page. */
const openConcern = async (page: Page, words: RegExp) => {
  await openPlace(page, '/concerns?show=all');
  await page.getByRole('row', { name: words }).getByRole('link').first().click();
  await expect(heading(page, /Hereford/)).toBeVisible();
};

test('A concern is followed from the cell to the return: raised, asked about, answered, found put right, closed', async ({
  desks,
}) => {
  test.setTimeout(300_000);
  const next = await test.step('three join', () => begin(desks));
  const [office, sam, ali] = [desks.coordinator.page, desks.visitor.page, next.page];

  await test.step('a visitor reports missing blankets, and something that cannot wait', async () => {
    const form = report(sam);
    await beginVisit(sam, { suite: 'Hereford', date: first, second: 'Jo Visitor' });
    await form.field('In custody').fill('4');
    await form.tasks();
    await form.section('Facilities');
    await sam.getByLabel('Something to report').check();
    await form.choose('What was short or missing from the stores?', 'Blankets');
    await form.tasks();
    await form.section('Before you leave');
    await form.choose('Did anything suggest ill-treatment?', 'Yes');
    await form.field('What did you see or hear?').fill('A bruise on an arm, said to be from the van.');
    await form.tasks();
    await form.check();
    const raised = sam.getByRole('region', { name: 'What this report raises' });
    await expect(raised.getByRole('row')).toHaveCount(3);
    await sam.getByRole('link', { name: 'Back to the list of sections' }).click();
    await form.section('Before you leave');
    await makeReady(sam);
    await tryNow(sam, /has everything/);
  });

  await test.step('what cannot wait is before the coordinator with the first sync', async () => {
    await sync(office);
    await openPlace(office, '/');
    const banner = office.getByRole('region', { name: 'This cannot wait' });
    await expect(banner).toContainText('nobody is written down as told');
    await openPlace(office, '/concerns/immediate');
    await expect(office.getByText(/bruise|ill-treatment/i).first()).toBeVisible();
  });

  await test.step('the other visitor of the panel never learns of what is for the office alone', async () => {
    await sync(ali);
    const listed = await next.ask('concerns.list', { filter: { show: 'all' } });
    expect(listed.rows.map(({ area }) => area)).not.toContain('allegation');
    expect(JSON.stringify(listed)).not.toContain('bruise');
  });

  const reference =
    await test.step('the coordinator escalates it by a letter, which is read back', async () => {
      await openConcern(office, /blankets|stores/i);
      const number = await office
        .getByText(/^C\d{4}\/\d{4}$/)
        .first()
        .innerText();
      await office.getByRole('button', { name: 'Write to the police' }).click();
      await office.getByLabel('To the custody inspector').check();
      await office.getByLabel('How they are addressed').fill('Inspector Grey');
      await office.getByRole('button', { name: 'Write the letter' }).click();
      await expect(heading(office, 'The words of the letter')).toBeVisible();
      await office.getByRole('button', { name: 'Issue the letter' }).click();
      await expect(office.getByRole('button', { name: 'Save as Word document' })).toBeVisible();
      const saving = office.waitForEvent('download');
      await office.getByRole('button', { name: 'Save as Word document' }).click();
      const file = unzipSync(new Uint8Array(readFileSync(await (await saving).path())));
      const text = strFromU8(file['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, ' ');
      for (const said of [number, 'Inspector Grey', 'Hereford']) expect(text).toContain(said);
      for (const name of ['Sam Visitor', 'Jo Visitor', 'bruise']) expect(text).not.toContain(name);
      return number;
    });

  await test.step('the answer of the police is entered', async () => {
    await openConcern(office, new RegExp(reference));
    await office.getByRole('button', { name: 'Enter an answer' }).click();
    await office.getByLabel('Who answered').fill('Inspector Grey');
    await office.getByLabel('What they answered').fill('Twenty blankets were bought.');
    await office.getByRole('button', { name: 'Enter the answer' }).click();
    await expect(office.getByText('Twenty blankets were bought.').first()).toBeVisible();
    await sync(office);
  });

  await test.step('the next visit sees it and finds it put right', async () => {
    await sync(ali);
    const form = report(ali);
    await beginVisit(ali, { suite: 'Hereford', date: second, second: 'Jo Visitor' });
    await form.field('In custody').fill('2');
    await form.tasks();
    await form.section('Concerns at this suite');
    await ali.getByText(/What the police answered/).click();
    await expect(ali.getByText(/Twenty blankets were bought/)).toBeVisible();
    await ali.getByLabel('It was put right').check();
    await ali.getByLabel('What you saw or were told (optional)').fill('A full shelf of them.');
    await makeReady(ali);
    await tryNow(ali, /has everything/);
  });

  await test.step('the coordinator closes it', async () => {
    await sync(office);
    await openConcern(office, new RegExp(reference));
    await expect(office.getByText('A full shelf of them.')).toBeVisible();
    await office.getByRole('button', { name: 'Close', exact: true }).click();
    await office.getByLabel('Why is it closed?').fill('The next pair found it put right.');
    await office.getByRole('button', { name: 'Close', exact: true }).last().click();
    await expect(office.getByText('Nothing more is owed to it.')).toBeVisible();
    await sync(office);
  });

  await test.step('whoever raised it sees what became of it', async () => {
    await sync(sam);
    await openPlace(sam, '/');
    const news = sam.getByRole('region', { name: 'What became of what you raised' });
    await expect(news.getByRole('listitem').filter({ hasText: reference })).toContainText('Closed');
  });

  await test.step('and the return counts it', async () => {
    await openPlace(office, `/returns/${first}..${daysAgo(0)}`);
    await expect(figure(office, 'Concerns raised').value).toHaveText('2');
    await expect(figure(office, 'Concerns answered').value).toHaveText('1');
    await figure(office, 'Concerns answered').openRecords();
    await expect(office.getByRole('link', { name: new RegExp(reference) })).toBeVisible();
  });
});
