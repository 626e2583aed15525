import { expect, test } from './office.ts';
import { goTo, heading } from './pages/frame.ts';
import { downloaded } from './pages/imports.ts';
import { inspect } from './pages/screens.ts';

test.use({ start: 'example' });

test('the board opens the list behind each of its numbers, and a stand-in is told what to do', async ({
  page,
}) => {
  await goTo(page, 'Board');
  const late = page.getByRole('link', { name: /^\d+ Answers that the police owe$/ });
  const count = Number.parseInt(await late.innerText(), 10);
  await expect(page.getByText(/Write again, to the Head of Custody/)).toBeVisible();
  await late.click();
  await expect(heading(page, 'Concerns')).toBeVisible();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(count + 1);
  await page.goBack();
  await page.getByRole('link', { name: /^\d+ Reports not read yet$/ }).click();
  await expect(heading(page, 'Visits')).toBeVisible();
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible();
});

test('the board can be read by everybody, at every width, and is printed whole', async ({ page }) => {
  await goTo(page, 'Board');
  await expect(page.getByRole('table', { name: 'By suite' })).toBeVisible();
  await inspect(page, 'the board');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Waits for the office' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'By suite' })).toBeVisible();
});

test('the handover can be read by everybody, at every width, and is printed whole', async ({ page }) => {
  await goTo(page, 'Scheme', 'Handover');
  await expect(page.getByRole('heading', { name: 'Who is who' })).toBeVisible();
  await inspect(page, 'the handover');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Who is who' })).toBeVisible();
});

test('you said, they did, we checked: chosen, read, printed without what is for the staff, and taken as a file', async ({
  page,
}) => {
  await goTo(page, 'Concerns');
  await page.getByRole('link', { name: 'You said, they did, we checked' }).click();
  await expect(heading(page, 'You said, they did, we checked')).toBeVisible();
  const suite = page.getByLabel('Suite', { exact: true });
  for (const name of ['Thornharrow', 'Aldermere']) {
    await suite.selectOption(name);
    await expect(page.getByText(new RegExp(`^${name}, \\w+ to \\w+ \\d{4}$`)).first()).toBeVisible();
  }
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible();
  await inspect(page, 'you said, they did, we checked');
  const words = await page.getByRole('table').getByRole('rowheader').first().innerText();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/wording for publication yet/)).toBeHidden();
  await expect(suite).toBeHidden();
  await expect(page.getByRole('table')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  const { name, text } = await downloaded(page, () =>
    page.getByRole('button', { name: 'Save as a web page' }).click(),
  );
  expect(name).toMatch(/^You said .*\.html$/);
  expect(text).toContain(words);
  expect(text).toContain('Invented data');
});
