import { expect, type Page, test } from './office.ts';
import { goTo, heading, openPlace } from './pages/frame.ts';
import { inspect } from './pages/screens.ts';

test.use({ start: 'west-mercia' });

const happened = (page: Page) => page.getByRole('region', { name: 'What happened' }).getByRole('listitem');
const raise = async (page: Page, matter: string, severity: string): Promise<void> => {
  await goTo(page, 'Concerns');
  await page.getByRole('button', { name: 'Raise a concern' }).click();
  await page.getByLabel('What was raised').fill(matter);
  await page.getByLabel('Suite', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Severity', { exact: true }).selectOption(severity);
  await page.getByRole('button', { name: 'Raise the concern' }).click();
  await expect(page.getByText(/^C\d{4}\/\d{4}$/)).toBeVisible();
};

test('a serious matter is raised by hand, told of, answered, closed and reopened, and its history stands', async ({
  page,
}) => {
  await raise(page, 'No drinking water in any cell since the morning.', 'Immediate');
  await goTo(page, 'Home');
  const banner = page.getByRole('region', { name: 'This cannot wait' });
  await banner.getByRole('link').first().click();

  await page.getByRole('button', { name: 'Somebody was told' }).click();
  await expect(page.getByRole('textbox', { name: 'Who was told' })).toBeFocused();
  await page.keyboard.type('Duty inspector');
  await page.getByRole('button', { name: 'Write down who was told' }).click();
  await expect(happened(page).filter({ hasText: 'Told at once: Duty inspector' })).toBeVisible();

  await page.getByRole('button', { name: 'Enter an answer' }).click();
  await expect(page.getByLabel('Who answered')).toBeFocused();
  await page.keyboard.type('Inspector of the suite');
  await page.getByLabel('By telephone').check();
  await page.getByLabel('What they answered').fill('The main is repaired.');
  await page.getByRole('button', { name: 'Enter the answer' }).click();
  await expect(happened(page).filter({ hasText: 'The main is repaired.' })).toBeVisible();

  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByLabel('Why is it closed?').fill('Water was seen in every cell.');
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(page.getByText('Nothing more is owed to it.')).toBeVisible();
  await page.getByRole('button', { name: 'Reopen' }).click();
  await page.getByLabel('Why?').fill('Dry again.');
  await page.getByRole('button', { name: 'Reopen' }).last().click();
  await expect(happened(page).filter({ hasText: 'Dry again.' })).toBeVisible();

  await page.reload();
  await expect(happened(page)).toHaveCount(6);
  for (const said of ['Raised', 'Taken on', 'Duty inspector', 'main is repaired', 'every cell', 'Reopened'])
    await expect(happened(page).filter({ hasText: said }).first()).toBeVisible();
  await goTo(page, 'Home');
  await expect(banner).toHaveCount(0);
});

test('every page of concerns can be used by everybody, at every width', async ({ page }) => {
  await raise(page, 'A cord could be tied to the vent of cell 3.', 'Immediate');
  await inspect(page, 'a concern');
  for (const place of ['/concerns', '/concerns/new', '/concerns/immediate', '/']) {
    await openPlace(page, place);
    await expect(heading(page, /./)).toBeVisible();
    await inspect(page, place);
  }
});
