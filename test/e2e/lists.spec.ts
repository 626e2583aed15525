import { expect, type Page, test } from './office.ts';
import { goTo, heading, openPlace } from './pages/frame.ts';

test.use({ start: 'example' });

const rows = (page: Page) => page.getByRole('table', { name: 'Visit reports' }).getByRole('row');
const counted = async (page: Page): Promise<number> =>
  Number((await page.locator('.desk-count').innerText()).replace(/\D/g, ''));
/** The texts of one column, from the top. */
const column = async (page: Page, name: string): Promise<string[]> => {
  const heads = await page.getByRole('columnheader').allInnerTexts();
  const at = heads.findIndex((head) => head.includes(name)) + 1;
  return page.locator(`tbody tr td:nth-child(${at})`).allInnerTexts();
};

/** A choice of the filter, whose names are those of columns too. */
const filter = (page: Page, name: string) =>
  page.getByRole('search', { name: 'Narrow the list of visits' }).getByLabel(name, { exact: true });

test.describe('The list of visits', () => {
  test.beforeEach(async ({ page }) => {
    await goTo(page, 'Visits');
    await expect(page.locator('.desk-count')).toHaveText(/\d reports/);
  });

  test('is narrowed by suite and outcome, and the address keeps that', async ({ page }) => {
    const all = await counted(page);
    const suite = await filter(page, 'Suite').locator('option').nth(1).innerText();
    await filter(page, 'Suite').selectOption(suite);
    await expect.poll(() => counted(page)).toBeLessThan(all);
    const there = await counted(page);
    await expect.poll(async () => new Set(await column(page, 'Suite'))).toEqual(new Set([suite]));
    await filter(page, 'Outcome').selectOption('Abandoned');
    await expect.poll(() => counted(page)).toBeLessThan(there);
    const left = await counted(page);
    await page.reload();
    await expect(filter(page, 'Outcome').locator('option:checked')).toHaveText('Abandoned');
    await expect.poll(() => counted(page)).toBe(left);
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await expect.poll(() => counted(page)).toBe(all);
  });

  test('is narrowed by days as people write them, and says what is not a day', async ({ page }) => {
    const all = await counted(page);
    await filter(page, 'From').fill('1/1/2026');
    await filter(page, 'To').fill('31/1/2026');
    await filter(page, 'To').press('Enter');
    await expect.poll(() => counted(page)).toBeLessThan(all);
    await expect
      .poll(async () => (await column(page, 'Date')).every((day) => /Jan 2026/.test(day)))
      .toBe(true);
    await filter(page, 'From').fill('yesterday');
    await filter(page, 'From').press('Enter');
    await expect(page.getByText('Write a day like 27/3/2026')).toBeVisible();
  });

  test('is sorted by a heading, both ways', async ({ page }) => {
    const sorted = () => page.getByRole('columnheader', { name: /In custody/ });
    await sorted().getByRole('button').click();
    await expect(sorted()).toHaveAttribute('aria-sort', 'descending');
    const most = async () => (await column(page, 'In custody')).filter((t) => t !== '–').map(Number);
    await expect.poll(async () => (await most())[0]).toBeGreaterThan(10);
    const down = await most();
    expect(down).toEqual(down.toSorted((a, b) => b - a));
    await sorted().getByRole('button').click();
    await expect(sorted()).toHaveAttribute('aria-sort', 'ascending');
    await expect.poll(async () => (await most())[0] ?? 0).toBeLessThan(down[0] ?? 0);
    const up = await most();
    expect(up).toEqual(up.toSorted((a, b) => a - b));
  });

  test('is turned page by page to older ones and back, and no report stands on two pages', async ({
    page,
  }) => {
    const reports = async () =>
      (await rows(page).getByRole('link').allInnerTexts()).filter((t) => !/^Draft/.test(t));
    const first = await reports();
    await page.getByRole('navigation', { name: 'Pages of visits' }).getByText('Older').click();
    await expect.poll(reports).not.toEqual(first);
    const second = await reports();
    expect(second.length).toBeGreaterThan(0);
    expect(second.filter((text) => first.includes(text))).toEqual([]);
    await page.getByRole('navigation', { name: 'Pages of visits' }).getByText('Newer').click();
    await expect.poll(reports).toEqual(first);
  });

  test('shows the columns one chose, also after a reload', async ({ page }) => {
    await page.getByText('Choose columns').click();
    const choice = page.getByRole('group', { name: 'Columns of the list' });
    await choice.getByLabel('Method').click();
    await expect(choice.getByLabel('Method')).toBeChecked();
    await choice.getByLabel('Visitors').click();
    await expect(page.getByRole('columnheader', { name: 'Visitors' })).toHaveCount(0);
    await expect(page.getByRole('columnheader', { name: 'Method' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('columnheader', { name: 'Method' })).toBeVisible();
    await expect(page.getByRole('columnheader', { name: 'Visitors' })).toHaveCount(0);
  });
});

test.describe('Search', () => {
  const search = async (page: Page, text: string) => {
    const box = page.getByLabel('Find a visit, concern, suite, panel or person');
    await box.fill(text);
    await box.press('Enter');
    await expect(heading(page, 'Search')).toBeVisible();
  };

  test('finds a visit by a word of its comments', async ({ page, office }) => {
    const { rows: visits } = await office.ask('visits.list', { filter: { show: 'received' }, limit: 200 });
    const all = await Promise.all(visits.map(({ id }) => office.ask('visits.get', { id })));
    const spoken = all.find(({ visit }) => (visit.comments ?? '').length > 20)?.visit;
    const word = spoken?.comments?.split(/\W+/).toSorted((a, b) => b.length - a.length)[0] ?? '';
    await search(page, word.slice(0, -1));
    const hit = page.getByRole('listitem').filter({ hasText: 'Visit ·' }).first();
    await hit.getByRole('link').click();
    await expect(page.getByRole('heading', { name: 'The visit' })).toBeVisible();
    await expect(page.locator('#main')).toContainText(new RegExp(word, 'i'));
  });

  test('finds a suite and a person in a few letters, and opens them by the arrow keys', async ({
    page,
    office,
  }) => {
    const [suite] = await office.ask('suites.list', {});
    const [person] = await office.ask('people.list', {});
    await search(page, suite?.name.slice(0, 4) ?? '');
    const found = page.getByRole('listitem').filter({ hasText: 'Suite' });
    await expect(found.getByRole('link', { name: suite?.name ?? '', exact: true })).toBeVisible();
    await page.getByLabel('Search for').fill(person?.name.slice(0, 6) ?? '');
    const hit = page.getByRole('link', { name: person?.name ?? '', exact: true });
    await expect(hit).toBeVisible();
    await page.getByLabel('Search for').focus();
    for (
      let presses = 0;
      presses < 50 && !(await hit.evaluate((a) => a === document.activeElement));
      presses++
    )
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(heading(page, person?.name ?? '')).toBeVisible();
  });

  test('says when nothing is found', async ({ page }) => {
    await openPlace(page, '/search?text=zzzzzz');
    await expect(page.getByText('Nothing was found.').first()).toBeVisible();
  });
});
