import { expect, test } from './office.ts';
import { firstRun, passphrase, setUp } from './pages/first-run.ts';
import { goTo, heading, lock, saved, secret, summary, unlock } from './pages/frame.ts';

test.use({ start: 'none' });

test.describe('The first run', () => {
  test('asks five things and says in a sentence what is missing or mistyped', async ({ page }) => {
    const screens = firstRun(page);
    await screens.textSize('Large');
    await screens.who('', '');
    await expect(summary(page)).toContainText('Enter your name');
    await expect(summary(page)).toContainText('Enter the name of your office');
    await screens.who();
    await screens.unlock('too short', 'too short');
    await expect(summary(page)).toContainText('Choose a passphrase of at least 12 characters');
    await screens.unlock(passphrase, 'four unrelated words hear');
    await expect(summary(page)).toContainText('The two passphrases are not the same');
    await summary(page).getByRole('link').click();
    await expect(page.getByLabel('The same passphrase again')).toBeFocused();
    await screens.unlock();
    await page.getByRole('button', { name: 'Set up ICV Desk' }).click();
    await expect(summary(page)).toContainText('Choose how to start');
    await screens.start(/an empty office/);
    await page.getByRole('button', { name: 'Open ICV Desk' }).click();
    await expect(summary(page)).toContainText('Write the recovery code down or print it');
    expect(await screens.done()).toMatch(/[0-9A-Z]{4}/);
  });

  test('keeps what was answered when one goes back', async ({ page }) => {
    const screens = firstRun(page);
    await screens.textSize();
    await screens.who('Jo Coordinator', 'Office of the Commissioner');
    await page
      .getByRole('link', { name: 'Back' })
      .or(page.getByRole('button', { name: 'Back' }))
      .click();
    await expect(page.getByLabel('Your name')).toHaveValue('Jo Coordinator');
    await expect(page.getByLabel('Your office')).toHaveValue('Office of the Commissioner');
    await expect(page.getByLabel('Short name for the unlock screen')).toHaveValue('JC');
  });

  const starts: [name: string, start: RegExp, suites: string, notice: boolean][] = [
    ['an empty office', /an empty office/, 'There are no suites yet', false],
    ['the places of West Mercia', /West Mercia/, 'Kidderminster', false],
    ['invented example data', /invented example data/, '5', true],
  ];
  for (const [name, start, suites, notice] of starts) {
    test(`begins with ${name}`, async ({ page }) => {
      await setUp(page, start);
      await expect(page.getByText(/no real person, suite or visit/i)).toHaveCount(notice ? 1 : 0);
      await goTo(page, 'Suites');
      await expect(page.locator('#main')).toContainText(suites);
      await goTo(page, 'Visits');
      await expect(page.locator('.desk-count')).toHaveText(notice ? /^[1-9]/ : '0 reports');
    });
  }
});

test.describe('The lock', () => {
  test('opens with the passphrase, says when it is wrong, and opens with the recovery code', async ({
    page,
  }) => {
    const code = await setUp(page, /an empty office/);
    await lock(page);
    await unlock(page, 'four unrelated words there');
    await expect(page.locator('#secret-error')).toContainText(/passphrase/i);
    await expect(secret(page)).toBeFocused();
    await unlock(page, passphrase);
    await expect(heading(page, 'Home')).toBeVisible();

    await lock(page);
    await page.getByRole('button', { name: 'Use the recovery code instead' }).click();
    await unlock(page, 'AAAA-BBBB-CCCC-DDDD');
    await expect(page.locator('#secret-error')).toContainText(/recovery code/i);
    await unlock(page, code.toLowerCase().replaceAll('-', ' '));
    await expect(heading(page, 'Home')).toBeVisible();
  });

  test('comes by itself when nobody is there, warns first, and gives back the very field', async ({
    page,
  }) => {
    await setUp(page, /West Mercia/);
    await page.clock.install();
    await page.reload();
    await page.getByRole('button', { name: 'Start a visit report' }).click();
    await page.getByRole('link', { name: 'Before you leave' }).click();
    const comments = page.getByLabel('General comments', { exact: true });
    await comments.pressSequentially('The kitchen was');
    await page.clock.runFor(1_000);
    await saved(page);

    await page.clock.runFor('14:10');
    const question = page.getByRole('dialog', { name: 'Are you still there?' });
    await expect(question).toBeVisible();
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect(comments).toBeFocused();

    await page.clock.runFor('15:10');
    await expect(heading(page, 'Unlock ICV Desk')).toBeVisible();
    await expect(page.getByText('The kitchen was')).toHaveCount(0);
    await unlock(page, passphrase);
    await expect(comments).toBeFocused();
    await page.keyboard.type(' clean.');
    await expect(comments).toHaveValue('The kitchen was clean.');
  });
});
