import { expect, type Page, test } from './office.ts';
import { heading, openPlace, saved } from './pages/frame.ts';
import { report, reportId, startReport } from './pages/report.ts';

/** A second window on the section that the first one is in. */
const sameSection = async (page: Page): Promise<Page> => {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(other.getByRole('button', { name: 'Continue' })).toBeVisible();
  return other;
};

const comments = (page: Page) => report(page).field('General comments');
const clash = (page: Page) => page.getByRole('region', { name: 'Choose which answer stands' });

test.describe('A report is saved at every change', () => {
  test.beforeEach(async ({ page }) => {
    await startReport(page);
  });

  test('so that a reload just after loses nothing', async ({ page }) => {
    const form = report(page);
    await form.section('Before you leave');
    await comments(page).pressSequentially('The shower on the left is ');
    await saved(page);
    await comments(page).pressSequentially('cold.');
    await form.choose('Is there anything to praise the staff for?', 'No');
    await saved(page);
    await page.reload();
    await expect(comments(page)).toHaveValue('The shower on the left is cold.');
    await expect(form.chosen('Is there anything to praise the staff for?')).toHaveValue('no');
  });

  test('also what cannot be read, which stays in its field and is pointed out', async ({ page }) => {
    const form = report(page);
    await form.section('Arrival and admission');
    await form.field('Arrived at the station').fill('25:99');
    await saved(page);
    await page.reload();
    await expect(form.field('Arrived at the station')).toHaveValue('25:99');
    await form.continue();
    await expect(page.getByRole('alert')).toContainText('“25:99” is not a time');
    await form.tasks();
    await expect(page.getByRole('listitem').filter({ hasText: 'Arrival' })).toContainText(
      'Something to put right',
    );
    await form.check();
    await form.problems('Must fix').getByRole('link', { name: /25:99/ }).click();
    await expect(form.field('Arrived at the station')).toBeFocused();
    await form.field('Arrived at the station').fill('1430');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await saved(page);
    await page.reload();
    await expect(form.field('Arrived at the station')).toHaveValue('14:30');
  });

  test('also when the application does not answer for a while', async ({ page, context, office }) => {
    await report(page).section('Before you leave');
    await comments(page).fill('Before.');
    await saved(page);
    await context.setOffline(true);
    await comments(page).fill('Before. Meanwhile.');
    await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'no');
    await expect(page.locator('[data-saved=no]')).toContainText('Not saved yet');
    await expect(page.getByRole('alert').first()).toBeVisible();
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('status').filter({ hasText: 'Not saved yet' })).toBeAttached();
    await expect(comments(page)).toHaveValue('Before. Meanwhile.');
    await context.setOffline(false);
    await saved(page);
    const { visit } = await office.ask('visits.get', { id: reportId(page) });
    expect(visit.comments).toBe('Before. Meanwhile.');
  });

  test('also when it is discarded by mistake and brought back', async ({ page }) => {
    await report(page).section('Before you leave');
    await comments(page).fill('Not to be lost.');
    await report(page).tasks();
    await page.getByRole('button', { name: 'Discard this draft' }).click();
    const question = page.getByRole('dialog');
    await expect(question.getByRole('button', { name: 'Keep it' })).toBeFocused();
    await question.getByRole('button', { name: 'Discard', exact: true }).click();
    await expect(heading(page, 'Home')).toBeVisible();
    await page.getByRole('button', { name: /bring it back/ }).click();
    await report(page).section('Before you leave');
    await expect(comments(page)).toHaveValue('Not to be lost.');
  });
});

test.describe('Two windows on one draft', () => {
  test('with different answers keep both', async ({ page, office }) => {
    await startReport(page);
    await report(page).section('Before you leave');
    const other = await sameSection(page);
    await comments(page).fill('From the first window.');
    await report(other).field('Volunteer time in minutes').fill('90');
    await saved(page);
    await saved(other);
    await expect(report(page).field('Volunteer time in minutes')).toHaveValue('90');
    await expect(comments(other)).toHaveValue('From the first window.');
    const { visit } = await office.ask('visits.get', { id: reportId(page) });
    expect(visit).toMatchObject({ comments: 'From the first window.', volunteerMinutes: 90 });
  });

  test('with two answers to one question show both to choose from', async ({ page, context, office }) => {
    await startReport(page);
    await report(page).section('Before you leave');
    const other = await sameSection(page);
    // The first window types while it hears nothing of the second.
    await page.route('**/call', (route) => route.abort());
    await page.route('**/events', (route) => route.abort());
    await comments(page).fill('Cold.');
    await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'no');
    await comments(other).fill('Warm.');
    await saved(other);
    await page.unroute('**/call');
    await page.unroute('**/events');

    await expect(clash(page)).toContainText('Cold.');
    await expect(clash(page)).toContainText('Warm.');
    await page.reload();
    await expect(clash(page)).toContainText('Cold.');
    await clash(page)
      .getByRole('button', { name: /changed elsewhere/ })
      .click();
    await expect(clash(page)).toHaveCount(0);
    await expect(comments(page)).toHaveValue('Warm.');
    await saved(page);
    const { visit } = await office.ask('visits.get', { id: reportId(page) });
    expect(visit.comments).toBe('Warm.');
    expect(context.pages()).toHaveLength(2);
  });
});

test('A list hears of what another window saves', async ({ page }) => {
  await openPlace(page, '/visits');
  await expect(page.locator('.desk-count')).toHaveText('0 reports');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await openPlace(other, '/');
  await startReport(other);
  await expect(page.locator('.desk-count')).toHaveText('1 report');
  await report(other).section('The visit');
  await report(other).field('Which suite did you visit?').selectOption('Worcester');
  await expect(page.getByRole('row', { name: /Worcester/ })).toContainText('On this laptop');
});

test('Locking one window locks every window', async ({ page }) => {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(heading(other, 'Home')).toBeVisible();
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(heading(other, 'Unlock ICV Desk')).toBeVisible();
});
