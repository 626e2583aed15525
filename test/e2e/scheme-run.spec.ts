import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { RotaPlace } from '#shared/rota-views.ts';
import { dayWords, monthWords } from '#shared/times.ts';
import { expect, type Page, test } from './desks.ts';
import { heading, openPlace } from './pages/frame.ts';
import { downloaded } from './pages/imports.ts';
import { completedVisit, makeReady, months, report } from './pages/report.ts';
import { expectNoDayOrTime } from './pages/rota.ts';
import { begin, hidden, sayFree, sync } from './scheme.ts';

const weekOf = ({ week }: Pick<RotaPlace, 'week'>) => `Hereford, week of ${dayWords(week)}`;
const told = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });
const own = (page: Page) => page.getByRole('region', { name: 'Where I go' });

test('The scheme is run from three laptops: free weeks, pairs, an exchange, a visit, hours and a claim', async ({
  desks,
}) => {
  test.setTimeout(300_000);
  const scheme = await test.step('three join', () => begin(desks));
  const { people, quarter, label, lastWeek, begun } = scheme;
  const { line, coordinator, hub } = desks;
  const [office, sam, ali] = [coordinator.page, desks.visitor.page, scheme.second.page];
  const offline = () => line.be({ kind: 'refused' });
  const online = () => line.be({ kind: 'none' });
  const places = async () => (await coordinator.ask('rota.get', { quarter })).places;
  const place = async (id: string) => (await coordinator.ask('rota.place', { id })).place;

  await test.step('both volunteers say offline when they are free, and it arrives', async () => {
    offline();
    await sayFree(sam, label, true);
    await sayFree(ali, label, false);
    online();
    await sync(sam, ali, office);
    const { volunteers, weeks } = await coordinator.ask('rota.get', { quarter });
    const said = volunteers.filter((one) => one.said > 0).map(({ name, free }) => ({ name, free }));
    expect(said).toEqual([
      { name: 'Ali Visitor', free: weeks.length },
      { name: 'Bo Brook', free: weeks.length },
      { name: 'Cy Cole', free: weeks.length },
      { name: 'Sam Visitor', free: weeks.length - 1 },
    ]);
  });

  await test.step('pairs are proposed for every week, and nobody who is away or not vetted is among them', async () => {
    await openPlace(office, `/rota?quarter=${quarter}`);
    await office.getByRole('button', { name: 'Propose pairs' }).click();
    await expect(heading(office, 'Proposed pairs')).toBeVisible();
    await expect(
      office.getByText('Nothing: with these pairs every visit that is wanted is made.'),
    ).toBeVisible();
    const first = office.getByRole('group', { name: /^Week of/ }).first();
    await expect(first.getByRole('checkbox')).toHaveCount(1);
    await expect(first.getByRole('checkbox', { name: /Sam Visitor/ })).toHaveCount(0);
    await expect(office.getByRole('checkbox', { name: /Vera Vane/ })).toHaveCount(0);
    await office
      .getByRole('button', { name: /^Take all \d+ as drafts$/ })
      .first()
      .click();
    await expect(heading(office, 'Rota')).toBeVisible();
    await expect(office.getByText('Draft', { exact: true }).first()).toBeVisible();
  });

  const [weekAway, weekAlone, ...others] = (await places()).toSorted((a, b) => (a.week < b.week ? -1 : 1));
  if (!weekAway || !weekAlone) throw new Error('no pairs were taken');

  await test.step('one is changed by hand, with a reason that names no day; another is left with an empty half', async () => {
    await openPlace(office, `/rota/places/${weekAway.id}`);
    await office.getByLabel('First of the pair').selectOption(people.sam);
    await office.getByLabel('Second of the pair').selectOption(people.cy);
    await expect(office.getByText(/Sam Visitor is not free that week/).first()).toBeVisible();
    const why = office.getByLabel('Why does it stand all the same?');
    await why.fill('He told me that he can on the Tuesday.');
    await office.getByRole('button', { name: 'Save the place' }).click();
    await expect(office.getByRole('alert').filter({ hasText: /Take out “.*Tuesday”/ })).toBeVisible();
    await why.fill('He told me that he can after all.');
    await office.getByRole('button', { name: 'Save the place' }).click();
    await expect(office.getByText('Stands because: He told me that he can after all.').first()).toBeVisible();

    await openPlace(office, `/rota/places/${weekAlone.id}`);
    await office.getByLabel('First of the pair').selectOption(people.bo);
    await office.getByLabel('Second of the pair').selectOption('');
    await office.getByRole('button', { name: 'Save the place' }).click();
    await expect(office.getByText('Bo Brook, and nobody to go with yet')).toBeVisible();
  });

  await test.step('published, each volunteer sees their places', async () => {
    await openPlace(office, `/rota/publish?quarter=${quarter}`);
    await office.getByRole('button', { name: /^Publish these \d+ places$/ }).click();
    await expect(heading(office, 'Rota')).toBeVisible();
    await sync(office, sam, ali);
    for (const [page, person] of [
      [sam, people.sam],
      [ali, people.ali],
    ] as const) {
      await openPlace(page, '/rota/mine');
      const mine = (await places()).filter(({ first, second }) => [first?.id, second?.id].includes(person));
      for (const one of mine)
        await expect(own(page).getByRole('link', { name: weekOf(one), exact: true })).toBeVisible();
    }
    await expect(own(sam).getByText(`${weekOf(weekAway)}: Sam Visitor and Cy Cole`)).toBeVisible();
  });

  await test.step('whose vetting has run out is not placed on the desk: the page says why', async () => {
    const { id } = others[0] as RotaPlace;
    await openPlace(office, `/rota/places/${id}`);
    await office.getByLabel('Second of the pair').selectOption(people.vera);
    const stands = office.getByRole('status', { name: 'As it would stand' });
    await expect(stands).toContainText(
      'The vetting of Vera Vane is not in date for the whole week. Must not stand.',
    );
    await office.getByRole('button', { name: 'Save the place' }).click();
    await expect(office.getByRole('alert').filter({ hasText: 'Vera Vane' })).toBeVisible();
    expect((await place(id)).second?.id).not.toBe(people.vera);
  });

  await test.step('nor by a change that goes to the hub past every page', async () => {
    const { id, second } = others[0] as RotaPlace;
    const laptop = await hub.joined('Max Coordinator', 'coordinator');
    await laptop.greet();
    const change = {
      id: crypto.randomUUID(),
      device: laptop.device,
      number: 1,
      type: 'shift',
      record: id,
      after: null,
      by: laptop.person,
      saw: null,
      at: new Date().toISOString(),
      patch: [{ path: ['second'], was: second?.id, now: people.vera }],
    };
    const { answers } = await laptop.ask('push', { changes: [change] });
    expect(answers.map(({ answer }) => answer)).toEqual([{ kind: 'refused', reason: 'vettingOut' }]);
    const kept = await hub.hub.store.read((s) => s.document('shift', id));
    expect(kept).not.toMatchObject({ second: people.vera });
  });

  await test.step('an exchange is asked for offline and accepted offline, and the hub moves both places', async () => {
    const has = ({ first, second }: RotaPlace, who: string) => [first?.id, second?.id].includes(who);
    const gives = others.find((one) => has(one, people.sam) && !has(one, people.ali));
    const takes = others.find((one) => has(one, people.ali) && !has(one, people.sam));
    if (!gives || !takes) throw new Error('nobody has a place to exchange');
    offline();
    await openPlace(sam, `/rota/places/${gives.id}`);
    await sam.getByLabel('Whose place would you take for it?').selectOption(`${takes.id} ${people.ali}`);
    await sam.getByLabel('What you say to them (may be left blank)').fill('I am to have an operation.');
    await sam.getByRole('button', { name: 'Ask them to exchange' }).click();
    await expect(told(sam, 'They are asked. Nothing changes before they have said yes.')).toBeVisible();
    online();
    await sync(sam, ali);
    offline();
    await openPlace(ali, '/rota/mine');
    const asked = ali.getByRole('region', { name: 'You are asked to exchange' });
    await expect(asked).toContainText('“I am to have an operation.”');
    await asked.getByRole('button', { name: 'Yes, exchange with Sam Visitor' }).click();
    await expect(told(ali, 'You have said yes. Not settled until the office has it.')).toBeVisible();
    online();
    await sync(ali, sam);
    for (const [page, now, before] of [
      [sam, takes, gives],
      [ali, gives, takes],
    ] as const) {
      await openPlace(page, '/rota/mine');
      await expect(own(page).getByRole('link', { name: weekOf(now), exact: true })).toBeVisible();
      await expect(own(page).getByRole('link', { name: weekOf(before), exact: true })).toHaveCount(0);
    }
  });

  await test.step('both take the same empty half offline: one has it, the other one clear message', async () => {
    offline();
    for (const page of [sam, ali]) {
      await openPlace(page, '/rota/mine');
      await page.getByRole('button', { name: hidden('Go with Bo Brook', `: ${weekOf(weekAlone)}`) }).click();
      await expect(told(page, 'You take this place. Not settled until the office has it.')).toBeVisible();
    }
    online();
    await sync(sam, ali, sam, office);
    const samHasIt = (await place(weekAlone.id)).second?.id === people.sam;
    const [winner, loser, name] = samHasIt ? [sam, ali, 'Sam'] : [ali, sam, 'Ali'];
    const banner = (page: Page) => page.getByRole('region', { name: 'The office settled it otherwise' });
    for (const page of [winner, loser]) await openPlace(page, '/rota/mine');
    await expect(own(winner).getByText(`${weekOf(weekAlone)}: Bo Brook and ${name} Visitor`)).toBeVisible();
    await expect(banner(winner)).toHaveCount(0);
    await expect(banner(loser)).toHaveCount(1);
    await expect(banner(loser)).toContainText(`${weekOf(weekAlone)}: ${name} Visitor was first`);
    await expect(own(loser).getByRole('link', { name: weekOf(weekAlone), exact: true })).toHaveCount(0);
    await banner(loser).getByRole('button', { name: 'I have read this' }).click();
    await expect(banner(loser)).toHaveCount(0);
  });

  await test.step('nothing of the rota says on which day or at what time anybody goes', async () => {
    const says = async (page: Page, at: string, title: RegExp) => {
      await openPlace(page, at);
      await expect(heading(page, title)).toBeVisible();
      // Sam's name stands beside the menu too: the places are read once a week stands on the page itself.
      const main = page.getByRole('main');
      await expect(main).toContainText('Sam Visitor');
      await expect(main).toContainText(/\d{1,2}\s[A-Z][a-z]{2}/);
      expectNoDayOrTime(at, await main.innerText(), lastWeek);
    };
    for (const page of [sam, ali]) await says(page, '/rota/mine', /My part of the rota/);
    for (const page of [office, sam]) await says(page, `/rota?quarter=${quarter}`, /Rota/);
    await office.getByText('Remind volunteers by mail').click();
    const mail = await downloaded(office, () =>
      office.getByRole('button', { name: 'Mail to North' }).click(),
    );
    // The head of a mail says when it was written.
    expectNoDayOrTime(mail.name, mail.text.slice(mail.text.search(/\r?\n\r?\n/)), lastWeek);
    await says(office, `/rota/print/${quarter}`, /Rota/);
    const csv = await downloaded(office, () => office.getByRole('button', { name: 'Save as CSV' }).click());
    expectNoDayOrTime(csv.name, csv.text, lastWeek);
    const saving = office.waitForEvent('download');
    await office.getByRole('button', { name: 'Save as Word document' }).click();
    const file = unzipSync(new Uint8Array(readFileSync(await (await saving).path())));
    const words = strFromU8(file['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, ' ');
    expectNoDayOrTime('the rota as a Word document', words, lastWeek);
  });

  await test.step('a visit is begun from its place offline, and reported', async () => {
    offline();
    const form = report(sam);
    await openPlace(sam, '/rota/mine');
    await sam
      .getByRole('button', { name: hidden('Write the report', `: ${weekOf({ week: lastWeek })}`) })
      .click();
    await expect(heading(sam, 'Visit report')).toBeVisible();
    await form.section('The visit');
    await expect(form.field('Which suite did you visit?').locator('option:checked')).toHaveText('Hereford');
    await expect(form.field('Second visitor').locator('option:checked')).toHaveText('Bo Brook');
    await completedVisit(sam, lastWeek);
    await form.field('In custody').fill('4');
    await form.tasks();
    await form.section('Before you leave');
    await form.field('Volunteer time in minutes').fill('300');
    await makeReady(sam);
    online();
    await sync(sam, office);
    const { quarter: then } = await coordinator.ask('rota.place', { id: begun });
    await openPlace(office, `/rota?quarter=${then.id}`);
    await office.getByRole('link', { name: hidden('Report', `, ${weekOf({ week: lastWeek })}`) }).click();
    await expect(heading(office, `Hereford, ${months.format(new Date(lastWeek))}`)).toBeVisible();
  });

  const month = monthWords(lastWeek.slice(0, 7));

  await test.step('the hours show, and a claim is written and submitted', async () => {
    await openPlace(sam, '/claims/mine');
    await expect(sam.getByRole('row', { name: new RegExp(`^${month} 1 `) })).toContainText('2.5');
    await sam.getByRole('button', { name: `Claim for ${month}` }).click();
    await expect(heading(sam, `Claim for ${month}`)).toBeVisible();
    await sam.getByLabel('What it was for').selectOption({ index: 1 });
    await sam.getByLabel('Miles').fill('20');
    await sam.getByRole('button', { name: 'Add the line' }).click();
    await expect(sam.getByRole('row', { name: /Mileage 20 £9\.00/ })).toBeVisible();
    await sam.getByRole('button', { name: 'Submit the claim' }).click();
    await expect(sam.getByRole('button', { name: 'Withdraw the claim' })).toBeVisible();
    await sync(sam, office);
  });

  await test.step('the coordinator approves and exports it, and the file says what was approved', async () => {
    await openPlace(office, '/claims');
    await office.getByRole('link', { name: hidden(month, ', Sam Visitor') }).click();
    await office.getByRole('button', { name: 'Approve £9.00' }).click();
    await expect(office.getByText('Approved').first()).toBeVisible();
    await sync(office);
    await openPlace(office, '/claims/pay');
    await office.getByRole('button', { name: 'Export one claim, £9.00' }).click();
    await office.getByRole('dialog').getByRole('button', { name: 'Export' }).click();
    await expect(office.getByText('There is none.')).toBeVisible();
    await sync(office, sam);
    await openPlace(office, '/claims/pay');
    const { text } = await downloaded(office, () =>
      office.getByRole('button', { name: /^Save as CSV/ }).click(),
    );
    const [heads, row, none] = text.split('\r\n');
    expect(heads).toContain('Reference,Name,Month,Miles');
    expect(row).toMatch(
      new RegExp(`^M\\d{4}/0001,Sam Visitor,${lastWeek.slice(0, 7)},20,9\\.00,0\\.00,0\\.00,0\\.00,9\\.00,`),
    );
    expect(none).toBe('');
    await openPlace(sam, '/claims/mine');
    await expect(sam.getByRole('row', { name: new RegExp(`^${month} `) }).first()).toContainText('Approved');
  });
});
