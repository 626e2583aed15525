import { readFileSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { addPerson, freshId, type Office } from '#test/office.ts';
import { fills, received } from '#test/scenario/reports.ts';
import { expect, type Page, test } from './office.ts';
import { heading, openPlace } from './pages/frame.ts';

/** How many sheets of paper a page comes to. */
const sheets = async (page: Page): Promise<number> => {
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
  return (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
};

/** A report with a detainee, a matter for the station, and as much that is for the office alone. */
const reported = async (office: Pick<Office, 'ask'>) => {
  const [suite] = await office.ask('suites.list', {});
  const visitor2 = await addPerson(office, 'Bo Clarke');
  const [detainee, matter, kept] = [freshId(), freshId(), freshId()].toSorted() as [string, string, string];
  const id = await received(office, suite?.id ?? '', visitor2, {
    'answers.illTreatment': { value: true },
    'answers.illTreatmentWords': { value: 'Secret: a shout.' },
    [`detainees.#${detainee}`]: {
      id: detainee,
      order: detainee,
      custodyNumber: 'W/0001/26',
      seen: { state: 'accepted' },
      ageGroup: 'adult',
      sex: 'female',
      groups: { rights: 'to report', health: 'no concerns', care: 'no concerns', cell: 'no concerns' },
      answers: { rightsUnderstood: { value: false }, said: { value: 'Secret: afraid – of one officer.' } },
    },
    [`matters.#${matter}`]: {
      id: matter,
      order: matter,
      what: 'A blanket – a warm one',
      detainee,
      toldTo: 'Sgt 12',
      answer: 'Will be brought',
      outcome: 'outstanding',
      promisedBy: 'by 18:00',
    },
    [`matters.#${kept}`]: {
      id: kept,
      order: kept,
      what: 'Secret: a complaint',
      toldTo: 'Secret: nobody',
      shared: { what: false },
    },
  });
  return { id, suite };
};

test('the sheet for the suite is found from Home and comes to exactly two pages', async ({
  page,
  office,
}) => {
  const contacts = Array.from({ length: 20 }, (_, i) => ({
    id: freshId(),
    order: String(99 - i),
    name: `Number ${i + 1}`,
    telephone: `01632 9601${10 + i}`,
  }));
  await office.ask('settings.save', { patch: fills({ contacts }) });
  await page.getByRole('link', { name: 'Paper sheet for the suite' }).click();
  await expect(heading(page, /Notes of a visit/)).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(13 + 9 + 8);
  // Not all find room, so those to ring first must be among them.
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: /^Number/ })
      .first(),
  ).toContainText('Number 20');
  expect(await sheets(page)).toBe(2);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('navigation')).toHaveCount(0);
});

test('the palette leads to the paper sheet, and to the whole form as a blank', async ({ page }) => {
  await expect(heading(page, 'Home')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('paper sheet for the suite');
  await page.keyboard.press('Enter');
  await expect(heading(page, /Notes of a visit/)).toBeVisible();
  await page.getByRole('link', { name: 'The whole form as a blank' }).click();
  await expect(heading(page, /Visit report/)).toBeVisible();
  await expect(page.getByText('Copy these pages for each detainee.')).toBeVisible();
  expect(await sheets(page)).toBeGreaterThan(2);
});

test('the copy for custody holds nothing that is for the office alone, in sight or behind it', async ({
  page,
  office,
}) => {
  const { id } = await reported(office);
  await openPlace(page, `/visits/${id}`);
  await expect(page.getByText('Secret: a shout.', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Copy for custody' }).click();
  await expect(heading(page, /Visit report:/)).toBeVisible();
  await expect(page.getByText('Detainee W/0001/26').first()).toBeVisible();
  const copy = page.getByRole('main');
  expect(await copy.innerHTML()).not.toMatch(
    /secret|office only|ill-treatment|in their own words|no concerns|not answered|something to report/i,
  );
  await expect(copy).toContainText('A blanket – a warm one');
});

test('the action sheet is one page, and its mail says the same words and opens as a draft', async ({
  page,
  office,
}) => {
  const { id, suite } = await reported(office);
  await office.ask('suites.save', { id: suite?.id ?? '', patch: fills({ mail: 'custody@force.example' }) });
  await openPlace(page, `/visits/${id}`);
  await page.getByRole('link', { name: 'Action sheet for the station' }).click();
  await expect(heading(page, 'Station action sheet')).toBeVisible();
  expect(await sheets(page)).toBe(1);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as mail' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^Action sheet .* 2024-05-14\.eml$/);
  const mail = await PostalMime.parse(readFileSync(await file.path()));
  const header = (key: string) => mail.headers.find((h) => h.key === key)?.value;
  expect(header('x-unsent')).toBe('1');
  expect(mail.to?.map(({ address }) => address)).toEqual(['custody@force.example']);
  expect(mail.subject).toMatch(new RegExp(`^Station action sheet, ${suite?.name}, 14 May 2024`));
  const text = mail.text ?? '';
  for (const cell of await page.getByRole('cell').allInnerTexts()) expect(text).toContain(cell);
  for (const said of ['Detainee W/0001/26', 'A blanket – a warm one', 'Sgt 12', 'by 18:00'])
    expect(text).toContain(said);
  expect(text).not.toMatch(/secret|Bo Clarke|Alexandra/i);
});
