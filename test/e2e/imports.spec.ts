import { expect, test } from './office.ts';
import { goTo, heading } from './pages/frame.ts';
import { downloaded, importing, visitRow, visitsFile } from './pages/imports.ts';

const preview = 'Check what would be imported';
const good = [1, 2, 3].map((n) => visitRow(n));
const bad = [visitRow(4, { suite: 'Atlantis' }), visitRow(5, { date: '31/2/2026' })];

test.describe('A file of visits', () => {
  test('with problems is shown with every one of them, and nothing is written', async ({ page, office }) => {
    const file = importing(page);
    await file.choose('Visits', visitsFile([...good, ...bad]));
    await expect(heading(page, preview)).toBeVisible();
    await expect(file.says('Rows')).toHaveText('5');
    await expect(file.says('With problems')).toHaveText('2');
    const problems = page.getByRole('table', { name: /2 problems/ });
    await expect(problems.getByRole('row', { name: /Atlantis/ })).toContainText('suite');
    await expect(problems.getByRole('row', { name: /31\/2\/2026/ })).toContainText('6');
    await page.getByLabel('Import nothing').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(heading(page, 'Import a file')).toBeVisible();
    expect(await office.ask('visits.count', { filter: {} })).toEqual({ count: 0 });
  });

  test('is imported in part when one says so, and its rejected rows are saved with their reasons', async ({
    page,
    office,
  }) => {
    await importing(page).choose('Visits', visitsFile([...good, ...bad]));
    await page.getByLabel(/Import the 3 good rows/).check();
    const rejected = await downloaded(page, () => page.getByRole('button', { name: 'Continue' }).click());
    expect(rejected.name).toBe('rejected-old visits.csv');
    expect(rejected.text).toContain('Atlantis');
    expect(rejected.text).toContain('31/2/2026');
    expect(rejected.text).not.toContain('OLD/1,');
    await expect(page.getByRole('heading', { name: '3 rows imported' })).toBeVisible();
    expect(await office.ask('visits.count', { filter: {} })).toEqual({ count: 3 });
  });

  test('without problems is imported, and a second time changes nothing', async ({ page }) => {
    const file = importing(page);
    await file.choose('Visits', visitsFile(good));
    await expect(file.says('New')).toHaveText('3');
    await page.getByRole('button', { name: 'Import 3 rows' }).click();
    await expect(page.getByRole('heading', { name: '3 rows imported' })).toBeVisible();
    await page.getByRole('link', { name: 'See the visits' }).click();
    await expect(page.locator('.desk-count')).toHaveText('3 reports');

    await goTo(page, 'Settings', 'Import');
    await page.getByRole('button', { name: 'Import another file' }).click();
    await file.choose('Visits', visitsFile(good));
    await expect(file.says('Already here, unchanged')).toHaveText('3');
    await expect(page.getByText('Everything in this file is here already.')).toBeVisible();
  });

  test('of 5,000 rows shows how far it is, and lets one look at something else meanwhile', async ({
    page,
    office,
  }) => {
    const rows = Array.from({ length: 5_000 }, (_, n) => visitRow(n));
    await importing(page).choose('Visits', visitsFile(rows));
    await page.getByRole('button', { name: 'Import 5,000 rows' }).click();
    await expect(page.getByRole('progressbar', { name: 'Importing old visits.csv' })).toBeVisible();
    await expect(page.getByText(/of 5,000/)).toBeVisible();
    await goTo(page, 'Visits');
    await goTo(page, 'Settings', 'Import');
    await expect(page.getByRole('heading', { name: '5,000 rows imported' })).toBeVisible({ timeout: 60_000 });
    expect(await office.ask('visits.count', { filter: {} })).toEqual({ count: 5_000 });
  });

  test('can be stopped while it is read, and nothing of it stays', async ({ page, office }) => {
    const rows = Array.from({ length: 20_000 }, (_, n) => visitRow(n));
    // Every piece on its way to the application waits until Stop was pressed.
    let stopped = () => {};
    const pressed = new Promise<void>((resolve) => {
      stopped = resolve;
    });
    await page.route('**/call', async (route) => {
      if (route.request().postData()?.includes('imports.chunk')) await pressed;
      await route.continue();
    });
    await importing(page).choose('Visits', visitsFile(rows));
    await expect(page.getByRole('progressbar', { name: 'Reading old visits.csv' })).toBeVisible();
    await page.getByRole('button', { name: 'Stop' }).click();
    stopped();
    await expect(page.getByText('Stopped. Nothing was imported.')).toBeVisible();
    expect(await office.ask('visits.count', { filter: {} })).toEqual({ count: 0 });
  });

  test('is asked for in words when nothing or the wrong thing is chosen', async ({ page }) => {
    await goTo(page, 'Settings', 'Import');
    await page.getByRole('button', { name: 'Read the file' }).click();
    await expect(page.getByRole('alert')).toContainText('Choose what the file holds');
    await expect(page.getByRole('alert')).toContainText('Choose the file to import');
    await importing(page).choose('Visits', {
      ...visitsFile([]),
      buffer: Buffer.from('PK\u0003\u0004 a workbook'),
    });
    await expect(heading(page, 'The import stopped')).toBeVisible();
    await expect(page.getByRole('alert')).not.toBeEmpty();
  });
});
