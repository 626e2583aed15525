import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { addSuite } from '#test/office.ts';
import { raised } from '#test/scenario/letters/concerns.ts';
import { strangersBook } from '#test/unit/sheets/strangers.ts';
import { expect, type Page, test } from './office.ts';
import { heading, openPlace, summary } from './pages/frame.ts';
import { inspect } from './pages/screens.ts';

test.use({ start: 'empty' });

const saveAs = async (page: Page, name: string) => {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const file = await saving;
  return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync(await file.path())) };
};

test('a letter about two concerns is written, cleared of a name, issued, and read back from its document', async ({
  page,
  office,
}) => {
  const suite = await addSuite(office, 'Millford');
  const one = await raised(office, { suite });
  const two = await raised(office, { suite, matter: 'Detainee Peter Winslow had no blanket.' });
  await openPlace(page, `/concerns/${one.id}/letter`);
  await page.getByLabel('How they are addressed').fill('');
  await page.getByRole('button', { name: 'Write the letter' }).click();
  await expect(summary(page)).toContainText('Enter whom the letter is to');
  await page.getByLabel(new RegExp(two.reference)).check();
  await page.getByLabel('To the custody inspector').check();
  await page.getByLabel('How they are addressed').fill('Inspector Grey');
  await page.getByRole('button', { name: 'Write the letter' }).click();
  await expect(heading(page, 'The words of the letter')).toBeVisible();
  await page.getByRole('button', { name: 'Issue the letter' }).click();
  await expect(page.getByRole('alert')).toContainText('“Detainee Peter Winslow”');
  const words = page.getByRole('textbox', { name: 'Words' });
  await words.fill((await words.inputValue()).replace('Detainee Peter Winslow', 'A detainee'));
  // What is written is kept when the page is left.
  await page.getByRole('link', { name: 'Finish it later' }).click();
  await openPlace(page, `/concerns/${one.id}/letter`);
  await expect(page.getByRole('textbox', { name: 'Words' })).toHaveValue(/A detainee had no blanket\./);
  await page.getByRole('button', { name: 'Issue the letter' }).click();
  await expect(heading(page, /Independent custody visiting, Millford/)).toBeVisible();
  const { name, bytes } = await saveAs(page, 'Save as Word document');
  expect(name).toMatch(/^Letter C\d{4} 0001 C\d{4} 0002 .*\.docx$/);
  const text = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replaceAll(
    /<[^>]+>/g,
    ' ',
  );
  for (const said of [one.reference, two.reference, 'A detainee had no blanket.', 'Dear Inspector Grey'])
    expect(text).toContain(said);
  expect(text).not.toContain('Winslow');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('article')).toContainText('A detainee had no blanket.');
  expect((await office.ask('concerns.get', { id: two.id })).state).toBe('escalated');
});

test('a template says which of its fields is none, and is saved once it has only those there are', async ({
  page,
}) => {
  await openPlace(page, '/templates');
  await page.getByRole('link', { name: 'To the Head of Custody' }).click();
  await page.getByRole('textbox', { name: 'Words' }).fill('Dear {{too}}');
  await expect(page.getByText('{{too}} in paragraph 1 is not a field').first()).toBeVisible();
  await page.getByRole('button', { name: 'Save the template' }).click();
  await expect(page.getByRole('alert')).toContainText('{{too}} in paragraph 1');
  await page.getByRole('textbox', { name: 'Words' }).fill('Dear {{to}}');
  await expect(page.getByText('Dear Inspector Example')).toBeVisible();
  await page.getByRole('button', { name: 'Save the template' }).click();
  await openPlace(page, '/templates');
  await expect(page.getByRole('row', { name: /To the Head of Custody/ })).toContainText('The office’s own');
});

test('a monthly sheet goes out as a workbook and comes back from a stranger, row by row', async ({
  page,
  office,
}) => {
  const suite = await addSuite(office, 'Millford');
  const [one, two] = [await raised(office, { suite }), await raised(office, { suite })];
  await openPlace(page, '/concerns/sheets');
  await page.getByRole('button', { name: 'Look at what it would ask' }).click();
  await expect(page.getByRole('cell', { name: one.reference })).toBeVisible();
  await page.getByRole('button', { name: 'Make the sheet' }).click();
  await expect(heading(page, /Sheet for/)).toBeVisible();
  const out = await saveAs(page, 'Save as workbook');
  expect(strFromU8(unzipSync(out.bytes)['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain(
    two.reference,
  );
  const back = strangersBook([
    ['What was done', 'By whom', 'Number'],
    ['New bell fitted', 'Sgt 12', one.reference],
    [{ formula: 'A2', shows: 'New bell fitted' }, 'Sgt 12', two.reference],
  ]);
  await page.getByLabel('The file that came back').setInputFiles({
    name: 'filled in.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(back),
  });
  await expect(page.getByRole('checkbox', { name: one.reference })).toBeChecked();
  await expect(page.getByRole('row', { name: /is a formula/ })).toContainText(two.reference);
  await page.getByRole('button', { name: 'Take the chosen answers' }).click();
  await expect(page.getByRole('row', { name: new RegExp(one.reference) })).toContainText('Answered');
  await expect(page.getByText('filled in.xlsx')).toBeVisible();
  expect((await office.ask('concerns.get', { id: one.id })).state).toBe('answered');
  expect((await office.ask('concerns.get', { id: two.id })).state).toBe('coordinator');
});

test('the pages of letters and templates can be used by everybody', async ({ page, office }) => {
  test.setTimeout(240_000);
  const suite = await addSuite(office, 'Millford');
  const { id } = await raised(office, { suite, matter: 'Detainee Peter Winslow had no blanket.' });
  await openPlace(page, `/concerns/${id}/letter`);
  await page.getByLabel('How they are addressed').fill('');
  await page.getByRole('button', { name: 'Write the letter' }).click();
  await expect(summary(page)).toBeVisible();
  await inspect(page, 'a letter that is planned, with its errors');
  await page.getByLabel('To the custody inspector').check();
  await page.getByLabel('How they are addressed').fill('Inspector Grey');
  await page.getByRole('button', { name: 'Write the letter' }).click();
  await page.getByRole('textbox', { name: 'Words' }).fill('Peter Winslow, {{custodyNumber}}');
  await expect(page.getByText('{{custodyNumber}} in paragraph 1 has no value here')).toBeVisible();
  await inspect(page, 'the words of a letter, with a problem and a doubt');
  await openPlace(page, '/templates');
  await page.getByRole('link', { name: 'Reminder of a late answer' }).click();
  await expect(page.getByText('Dear Inspector Example')).toBeVisible();
  await inspect(page, 'a template');
});
