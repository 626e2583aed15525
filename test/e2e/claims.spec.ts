import { addPerson, addSuite } from '#test/office.ts';
import { complete, draft, fills } from '#test/scenario/reports.ts';
import { expect, type Page, test } from './office.ts';
import { heading, openPlace, summary } from './pages/frame.ts';
import { downloaded } from './pages/imports.ts';
import { inspect } from './pages/screens.ts';

test.use({ start: 'empty' });

const lunch = '5f0f2f4e-6a55-4d57-9a43-2f3a2b1c0001';
const rates = {
  id: '5f0f2f4e-6a55-4d57-9a43-2f3a2b1c0002',
  from: '2011-04-06',
  mile: 45,
  beyond: { miles: 10_000, mile: 25 },
  subsistence: [{ id: lunch, name: 'Lunch', most: 800 }],
};

const row = (page: Page, name: RegExp) => page.getByRole('row', { name });

test('a claim: nothing before the report has gone, miles and a meal, given back, approved by another, exported and paid', async ({
  page,
  office,
}) => {
  const suite = await addSuite(office, 'Millford');
  const visitor2 = await addPerson(office, 'Vera Visitor');
  await office.ask('settings.save', { patch: fills({ claimRates: [rates] }) });
  const visit = await draft(office, { ...complete, suite, visitor2, volunteerMinutes: 300 });

  await test.step('while the report is a draft there is nothing to claim for', async () => {
    await openPlace(page, '/claims');
    await page.getByText('Write down the claim of a volunteer').click();
    await page.getByLabel('Whose claim it is').selectOption('Vera Visitor');
    await page.getByLabel('Month').fill('5/2024');
    await page.getByRole('button', { name: 'Open the claim' }).click();
    await expect(heading(page, 'Claim for May 2024')).toBeVisible();
    await expect(page.getByText(/There is nothing to claim for yet/)).toBeVisible();
    await office.ask('visits.ready', { id: visit });
  });

  await test.step('miles and a meal that costs more than is paid', async () => {
    await page.getByRole('button', { name: 'Add the line' }).click();
    await expect(summary(page)).toContainText('Choose what it was for');
    await expect(summary(page)).toContainText('Enter the miles');
    await page.getByLabel('What it was for').selectOption({ index: 1 });
    await page.getByLabel('Miles').fill('23.5');
    await page.getByRole('button', { name: 'Add the line' }).click();
    await expect(row(page, /Mileage 23\.5 £10\.58/)).toBeVisible();
    await page.getByLabel('Meal or subsistence').check();
    await page.getByLabel('Which meal').selectOption({ index: 1 });
    await page.getByLabel('Amount').fill('9.20');
    await page.getByRole('button', { name: 'Add the line' }).click();
    await expect(row(page, /£8\.00 ?of £9\.20/)).toBeVisible();
    await expect(row(page, /Total 23\.5 £18\.58/)).toBeVisible();
    await inspect(page, 'a claim that is written');
  });

  await test.step('submitted, given back with a reason, and submitted again', async () => {
    await page.getByRole('button', { name: 'Submit the claim' }).click();
    await page.getByRole('link', { name: 'Claims', exact: true }).click();
    await inspect(page, 'claims');
    await page.getByRole('link', { name: /^May 2024.*Vera Visitor/ }).click();
    await page.getByRole('button', { name: 'Give it back' }).click();
    await expect(summary(page)).toBeVisible();
    await page.getByLabel('What is to be mended?').fill('Only one way, please.');
    await page.getByRole('button', { name: 'Give it back' }).click();
    await expect(page.getByText('It was given back')).toBeVisible();
    await page.getByRole('button', { name: /^Change Mileage/ }).click();
    await page.getByLabel('Miles').fill('12');
    await page.getByRole('button', { name: 'Save the line' }).click();
    await expect(row(page, /Mileage 12 £5\.40/)).toBeVisible();
    await page.getByRole('button', { name: 'Submit the claim' }).click();
    await inspect(page, 'a claim to decide on');
    await page.getByRole('button', { name: 'Approve £13.40' }).click();
    await expect(row(page, /Where it stands Approved/).or(page.getByText('Approved').first())).toBeVisible();
  });

  await test.step('it leaves for payment once, and its file says what was approved', async () => {
    await openPlace(page, '/claims/pay');
    await page.getByRole('button', { name: 'Export one claim, £13.40' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click();
    await expect(page.getByText('There is none.')).toBeVisible();
    await inspect(page, 'payment of claims');
    const { name, text } = await downloaded(page, () =>
      page.getByRole('button', { name: /^Save as CSV/ }).click(),
    );
    expect(name).toMatch(/^Claims \d{4}-\d{2}-\d{2} [0-9A-F]{4}\.csv$/);
    const [heads, line] = text.split('\r\n');
    expect(heads).toContain('Reference,Name,Month,Miles');
    expect(line).toMatch(/^M2024\/0001,Vera Visitor,2024-05,12,5\.40,8\.00,0\.00,0\.00,13\.40,/);
    await page.getByRole('button', { name: /^Mark as paid/ }).click();
    await expect(page.getByText('one claim, £13.40, paid')).toBeVisible();
  });

  await test.step('hours', async () => {
    await openPlace(page, '/claims/hours');
    await expect(heading(page, 'Hours by panel')).toBeVisible();
    await inspect(page, 'hours by panel');
    await openPlace(page, '/claims/mine');
    await inspect(page, 'your hours and claims');
  });
});
