import { expect, type Page, test } from './office.ts';
import { goTo, heading, openPlace, saved } from './pages/frame.ts';
import { inspect } from './pages/screens.ts';

/** Types one line of a time line, by keyboard from the box that "Add an entry" lands on. */
const line = async (page: Page, step: string, done: string, entered?: string): Promise<void> => {
  const what = page.getByLabel('What was done').last();
  await expect(what).toBeFocused();
  await what.selectOption(step);
  await page.keyboard.press('Tab');
  await page.keyboard.type(done);
  if (entered) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type(entered);
  }
};
const another = (page: Page) => page.keyboard.press('Enter');

test('a custody record is checked: its time line typed by keyboard shows what is wrong with it', async ({
  page,
  office,
}) => {
  await goTo(page, 'Record checks');
  await page.getByRole('button', { name: 'Start a record check' }).click();
  await expect(heading(page, 'The record')).toBeVisible();
  await page.getByLabel('Custody record number').fill('22WM/1234/26');
  await page.getByLabel('Suite', { exact: true }).selectOption({ label: 'Hereford' });
  await page.getByLabel('Whose record is it?').selectOption('Women');
  await page.getByRole('button', { name: 'Continue' }).click();

  await expect(heading(page, 'Time line')).toBeVisible();
  await page.getByRole('button', { name: 'Add an entry' }).click();
  await line(page, 'Healthcare asked for', '2340');
  await page.getByLabel('Done on').last().fill('3/11/2026');
  await page.getByLabel('Done on').last().press('Enter');
  // The night goes on: the next day is filled in where the clock passes midnight, and stands there to be seen.
  await line(page, 'Seen by healthcare', '1.10am');
  await another(page);
  for (const entry of [1, 2]) await expect(page.getByLabel('Done on').nth(entry)).toHaveValue('4/11/2026');
  for (const [time, entered] of [
    ['0200', '0330'],
    ['0230', '0331'],
    ['0300', '3.32am'],
  ] as const) {
    await line(page, 'Check of the person', time, entered);
    if (time !== '0300') await another(page);
  }
  // The day of a time follows once its box is left.
  await page.keyboard.press('Tab');
  await expect(page.getByText('5 entries')).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(page.getByText('5 entries')).toBeVisible();
  await inspect(page, 'time line');
  await page.getByRole('button', { name: 'Continue' }).click();

  await expect(heading(page, 'Rights and entitlements')).toBeVisible();
  const reason = page.getByRole('group', { name: /Is the reason for detention recorded/ });
  await reason.getByLabel('Not recorded').check();
  await inspect(page, 'a section of questions');
  await page.getByRole('link', { name: 'What there is to do' }).click();
  await page.getByRole('button', { name: 'See what it shows and finish' }).click();

  await expect(heading(page, 'What it shows')).toBeVisible();
  const main = page.getByRole('main');
  await expect(main).toContainText('3 checks done over 1 hour');
  await expect(main).toContainText('entered 1 hour 30 minutes later');
  await expect(page.getByRole('table', { name: 'Waits' })).toContainText('1 hour 30 minutes');
  await inspect(page, 'review of a check');
  await page.getByRole('button', { name: 'The check is done' }).click();
  await page.getByRole('button', { name: 'It is done' }).click();

  await expect(heading(page, /Record check K\d{4}\/0001/)).toBeVisible();
  await expect(main).toContainText('Answers that may be a concern');
  await inspect(page, 'a record check');
  const { rows } = await office.ask('checks.list', { filter: { show: 'done' } });
  expect(rows.map(({ custodyNumber, suite }) => [custodyNumber, suite])).toEqual([
    ['22WM/1234/26', 'Hereford'],
  ]);

  await page.getByRole('button', { name: 'Correct' }).click();
  await page.getByRole('link', { name: 'Rights and entitlements' }).click();
  await reason.getByLabel('Yes').check();
  await page.getByRole('link', { name: 'What there is to do' }).click();
  await page.getByRole('button', { name: 'See what it shows and finish' }).click();
  await page.getByLabel('Why is it corrected?').fill('Misread');
  await page.getByRole('button', { name: 'Make the correction' }).click();
  await expect(page.getByRole('table', { name: 'Corrections' })).toContainText('Misread');

  await goTo(page, 'Record checks');
  await page.getByRole('link', { name: 'Results' }).click();
  await expect(heading(page, 'Results of record checks')).toBeVisible();
  const day = rows[0]?.date ?? '';
  await openPlace(page, `/checks/results?period=${day}..${day}`);
  const cohorts = page.getByRole('table', { name: 'By cohort' });
  await expect(cohorts.getByRole('row', { name: /^Women/ })).toContainText('100%');
  await inspect(page, 'results of record checks');
  await page.getByRole('link', { name: /^90/ }).first().click();
  await expect(page.getByRole('link', { name: /^K\d{4}\/0001/ })).toBeVisible();
});

test('a sample is drawn from a pasted list, and each number that is drawn has its check', async ({
  page,
}) => {
  await goTo(page, 'Record checks');
  await page.getByRole('link', { name: 'samples' }).click();
  await page.getByRole('button', { name: 'Draw a sample' }).click();
  const list = Array.from({ length: 30 }, (_, i) => `22WM/${i + 1}`).join('\n');
  await page.getByLabel('Custody record numbers').fill(`${list}\n22WM/7`);
  await expect(page.getByText('30 custody numbers were read, 1 of them more than once')).toBeVisible();
  await page.getByLabel('Whose records are they?').selectOption('Children');
  await page.getByLabel('Detained from').fill('1/7/2026');
  await page.getByLabel('Until').fill('30/9/2026');
  await page.getByLabel('How many to draw').fill('4');
  await page.getByLabel('Seed').fill('autumn');
  await inspect(page, 'draw a sample');
  await page.getByRole('button', { name: 'Draw', exact: true }).click();
  await expect(heading(page, 'Sample of custody records: children')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Record checks' }).getByRole('row')).toHaveCount(5);
  await page.getByText('Draw it again').click();
  await page.getByLabel('The same list of custody numbers').fill(list);
  await expect(page.getByText('give the very numbers that were drawn')).toBeVisible();
  await inspect(page, 'a sample');
});

test('the office adds a question of its own to record checks, and publishes it', async ({ page, office }) => {
  await goTo(page, 'Record checks');
  await page.getByRole('link', { name: 'the questions' }).click();
  await expect(heading(page, 'Record check form')).toBeVisible();
  await page.getByRole('button', { name: 'Change the form' }).click();
  await page.getByRole('link', { name: 'Oversight' }).click();
  await page.getByRole('button', { name: 'Add a question' }).click();
  await page.getByLabel('Question', { exact: true }).fill('Was the record read by a second person?');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Preview this section' }).click();
  await expect(page.getByRole('group', { name: /read by a second person/ })).toBeVisible();
  await page.getByRole('link', { name: 'Oversight' }).click();
  await page.getByRole('link', { name: 'Sections of the form' }).click();
  await page.getByRole('button', { name: 'See what changes and publish' }).click();
  await page.getByRole('button', { name: 'Publish version 2' }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByRole('cell', { name: 'Print blank version 2' })).toBeVisible();
  await page.getByRole('link', { name: 'Print blank version 2' }).click();
  await expect(page.getByRole('heading', { name: 'Was the record read by a second person?' })).toBeVisible();
  expect((await office.ask('forms.get', { of: 'recordCheck' })).version).toBe(2);
  expect((await office.ask('forms.get', {})).version).toBe(1);
});
