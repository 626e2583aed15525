import { parse } from 'csv-parse/sync';
import { readPdf } from '#test/readers/pdf.ts';
import { received } from '#test/scenario/reports.ts';
import { expect, type Page, test } from './office.ts';
import { heading } from './pages/frame.ts';
import { downloaded } from './pages/imports.ts';
import { figure, workOut } from './pages/return.ts';

test.use({ start: 'example' });

const show = (page: Page) => page.getByRole('button', { name: 'Show the return' }).click();
const notice = /Invented data: no real person, suite or visit/;

test.describe('The return', () => {
  test.beforeEach(async ({ page }) => {
    await workOut(page);
    await expect(page.getByRole('heading', { name: 'All measures' })).toBeVisible();
  });

  test('is shown for a year, a quarter, a month or any dates, and says what is not a period', async ({
    page,
  }) => {
    await page.getByLabel('Year or quarter').selectOption({ index: 0 });
    await show(page);
    await expect(heading(page, /April .* to March/)).toBeVisible();
    await page.getByLabel('Year or quarter').selectOption({ index: 6 });
    await show(page);
    await expect(heading(page, /\w+ to \w+ \d{4}/)).toBeVisible();
    await page.getByLabel('A month or any other dates').check();
    await page.getByLabel('Month or dates').fill('last summer');
    await show(page);
    await expect(page.getByRole('alert')).toContainText('last summer');
    await page.getByLabel('Month or dates').fill('2026-02-01..2026-04-15');
    await show(page);
    await expect(heading(page, /1 February .*15 April 2026/)).toBeVisible();
    await page.goBack();
    await expect(heading(page, /\w+ to \w+ \d{4}/)).toBeVisible();
  });

  test('says the same in every place: big figure, table, suites, records', async ({ page }) => {
    const { value, row } = figure(page, 'Visits completed');
    const completed = await value.innerText();
    await expect(
      page.locator('.desk-figure').filter({ hasText: 'Visits completed' }).locator('.desk-figure__value'),
    ).toHaveText(completed);
    for (const name of ['Period before', 'Same period last year', 'Year to date', 'Last year to date'])
      await expect(page.getByRole('columnheader', { name: new RegExp(`^${name}`) })).toBeVisible();
    expect(await row.getByRole('cell').count()).toBe(7);

    await page.getByLabel('Broken down').selectOption({ label: 'by suite' });
    await show(page);
    const bySuite = page
      .getByRole('table', { name: /^Measures by suite/ })
      .getByRole('row', { name: /^Visits completed/ });
    await expect(bySuite).toBeVisible();
    const each = (await bySuite.getByRole('cell').allInnerTexts()).map((text) => Number.parseInt(text, 10));
    expect(each.reduce((sum, n) => sum + n, 0)).toBe(Number(completed));

    await figure(page, 'Visits completed').openRecords();
    await expect(page.getByText(`${completed} records`).first()).toBeVisible();
  });

  test('draws charts, each with a sentence and a table that agree', async ({ page }) => {
    const charts = page.locator('figure');
    await expect(charts).toHaveCount(7);
    for (const chart of await charts.all()) {
      const says = await chart.locator('figcaption').innerText();
      expect(says).toMatch(/\.$/);
      // Every number that is drawn stands in the table beside it; parts of a stack without room stand there alone.
      const drawn = await chart.locator('.desk-chart__value').allTextContents();
      const written = await chart.locator('td').allTextContents();
      expect(drawn.length).toBeGreaterThan(0);
      expect(written).toEqual(expect.arrayContaining(drawn));
      const most = /(?:had the most .*,|most often .*:) ([\d,]+)(?: each)? of/.exec(says)?.[1];
      if (most) {
        // What was completed is no more than what was attempted, which stands before it.
        const told = await chart
          .locator('tr')
          .evaluateAll((rows) =>
            rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
          );
        const isGrid = (told.at(-1)?.length ?? 0) > 2;
        const counts = told.flatMap((row) => (isGrid ? row : row.slice(-1)));
        expect(Number(most.replace(',', ''))).toBe(
          Math.max(...counts.map((text) => Number(text.replace(',', '')))),
        );
      }
    }
  });

  test('is saved as JSON and CSV with the figures of the screen, marked as invented, without a custody number', async ({
    page,
    office,
  }) => {
    const [suite] = await office.ask('suites.list', {});
    const { person: me } = await office.ask('session.get', {});
    const person = (await office.ask('people.list', {})).find(({ id }) => id !== me.id);
    const { latest } = await office.ask('returns.periods', {});
    const { period } = await office.ask('returns.compute', { return: 'icv', period: latest });
    const before = await figure(page, 'Visits completed').value.innerText();
    const words = { comments: 'Detainee 26WM/4711 asked for a blanket.', sergeant: 'Sergeant Quillfeather' };
    await received(office, suite?.id ?? '', person?.id ?? '', { date: period.from, ...words });
    await expect(figure(page, 'Visits completed').value).toHaveText(String(Number(before) + 1));
    const onScreen = {
      completed: await figure(page, 'Visits completed').value.innerText(),
      held: await figure(page, 'Detainees held').value.innerText(),
    };
    const closed = (text: string) => {
      expect(text).toMatch(notice);
      expect(text).not.toMatch(/4711|blanket|Quillfeather/);
      expect(text).not.toContain(person?.name);
    };

    const json = await downloaded(page, () => page.getByRole('button', { name: 'Save as JSON' }).click());
    expect(json.name).toMatch(/\.json$/);
    closed(json.text);
    const read = JSON.parse(json.text) as { measures: { id: string; display: string }[] };
    const display = (id: string) => read.measures.find((m) => m.id === id)?.display;
    expect(display('visits.completed')).toBe(onScreen.completed);
    expect(display('detainees.held')).toBe(onScreen.held);

    const csv = await downloaded(page, () => page.getByRole('button', { name: 'Save as CSV' }).click());
    expect(csv.name).toMatch(/\.csv$/);
    closed(csv.text);
    const lines = parse(csv.text, { bom: true, relax_column_count: true }) as string[][];
    const line = (title: string) => lines.find((cells) => cells.includes(title));
    expect(line('Visits completed')).toContain(onScreen.completed);
    expect(line('Detainees held')?.map((cell) => cell.replace(',', ''))).toContain(
      onScreen.held.replace(',', ''),
    );
  });

  test('holds no custody number on the page, however it is broken down, and lists no visit by ethnicity', async ({
    page,
    office,
  }) => {
    const none = async () => expect(/W\/\d{4}\/\d{2}/.exec(await page.content())).toBeNull();
    const { years } = await office.ask('returns.periods', {});
    await page.getByLabel('Year or quarter').selectOption(years[0] ?? '');
    for (const by of ['by suite', 'by ethnicity']) {
      await page.getByLabel('Broken down').selectOption({ label: by });
      await show(page);
      await expect(page.getByRole('heading', { name: `All measures ${by}` })).toBeVisible();
      await none();
    }
    const byEthnicity = page.getByRole('table', { name: /^Measures by ethnicity/ });
    await expect(byEthnicity.getByRole('row', { name: /^Detainees entered/ })).toBeVisible();
    await expect(byEthnicity.getByRole('link')).toHaveCount(0);
    await expect(page.getByRole('table', { name: /^Consent by sex, age and ethnicity/ })).toBeVisible();
    await figure(page, 'Detainees entered').openRecords();
    await expect(page.getByRole('link', { name: /^V\d{4}\/\d+, / }).first()).toBeVisible();
    await none();
  });

  test('prints on paper with the name of the office and the notice', async ({ page, office }) => {
    const { body } = await office.ask('session.get', {});
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(body).first()).toBeVisible();
    await expect(page.getByText(notice).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Show the return' })).toBeHidden();
    await expect(page.getByRole('navigation').first()).toBeHidden();
    const pdf = await readPdf(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }));
    expect(pdf.isTagged).toBe(true);
    expect(pdf.language).toMatch(/^en/);
    expect(pdf.title).toContain('Independent custody visiting');
    for (const role of ['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD']) expect(pdf.roles).toContain(role);
    expect(pdf.outline.length).toBeGreaterThan(0);
    expect(pdf.pictures.length).toBeGreaterThan(0);
    for (const words of pdf.pictures) expect(words).toMatch(/\w+ .*\./);
    expect(pdf.cutOff).toEqual([]);
    expect(new Set(pdf.sizes.map(String))).toEqual(new Set(['595,842']));
    expect(pdf.texts.length).toBeGreaterThan(1);
    expect(pdf.texts.join(' ')).not.toMatch(/Save as|Show the return/);
  });
});
