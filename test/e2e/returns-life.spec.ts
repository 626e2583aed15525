import { readFileSync } from 'node:fs';
import { read } from '#test/readers/read.ts';
import { change } from '#test/scenario/reports.ts';
import { expect, type Page, test } from './office.ts';
import { goTo, heading, openPlace } from './pages/frame.ts';
import { inspect, stands } from './pages/screens.ts';

test.use({ start: 'example' });

const forms = [
  ['json', 'Save as JSON'],
  ['csv', 'Save as CSV'],
  ['ods', 'Save as ODS'],
  ['xlsx', 'Save as XLSX'],
  ['html', 'Save as a web page'],
  ['docx', 'Save as a Word document'],
] as const;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Gives each open check a reason, says that all was checked, and signs it off. */
const signOff = async (page: Page) => {
  await expect(page.getByRole('heading', { name: 'Say that it is checked' })).toBeVisible();
  const open = page.getByRole('heading', { level: 3 }).filter({ hasText: 'To be answered' });
  for (let left = await open.count(); left > 0; left--) {
    await page
      .getByLabel('Why it stays as it is')
      .filter({ visible: true })
      .first()
      .fill('It was looked at and is so.');
    await button(page, 'Give this reason').first().click();
    await expect(open).toHaveCount(left - 1);
  }
  await button(page, 'It is checked').click();
  await page.getByLabel('As what you sign it off').fill('Chief Executive');
  await button(page, 'Sign it off').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign it off' }).click();
};

const publish = async (page: Page) => {
  await page.getByLabel('Where, or to whom').fill('The web page of the office');
  await button(page, 'It is published').click();
  await expect(page.getByText('None: it is published')).toBeVisible();
};

/** Each figure as it stands on the page of what was signed. */
const figuresOn = async (page: Page): Promise<string[][]> =>
  page
    .getByRole('article')
    .locator('table', { has: page.locator('th:first-child', { hasText: /^Measure$/ }) })
    .evaluateAll((tables) =>
      tables.flatMap((table) => {
        const cells = (row: Element) => [...row.children].map((cell) => cell.textContent.trim());
        const [head, ...rows] = [...table.querySelectorAll('tr')].map(cells);
        return head?.[1] === 'Figure' ? rows.map((row) => row.slice(0, 2)) : [];
      }),
    );

/** Whether a cell of a workbook is what the screen shows of it: a share of 0.7411 stands there as 74%. */
const isShownAs = (cell: unknown, shown: string): boolean => {
  if (typeof cell !== 'number') return cell === (shown === 'n/a' ? '[x]' : shown);
  const decimals = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0;
  const number = Number.parseFloat(shown.replaceAll(',', ''));
  const scaled = shown.endsWith('%') ? cell * 100 : cell;
  return Math.abs(scaled - number) <= 0.5 * 10 ** -decimals + 1e-9;
};

/** Saves what was signed in every form, and holds each figure of the screen against each file. */
const sameInEveryForm = async (page: Page) => {
  const shown = await figuresOn(page);
  expect(shown.length).toBeGreaterThan(30);
  for (const [as, name] of forms) {
    const saving = page.waitForEvent('download');
    await button(page, name).click();
    const file = await read(as, readFileSync(await (await saving).path()));
    const has = (title: string, figure: string) => {
      if (as === 'json') {
        const { measures } = JSON.parse(file.text) as { measures: { title: string; display: string }[] };
        return measures.some((m) => m.title === title && m.display === figure);
      }
      if (as === 'csv')
        return file.tables[0]?.rows.some((row) => row[1] === 'All' && row[3] === title && row[7] === figure);
      const isSame = (cell: unknown) =>
        as === 'ods' || as === 'xlsx' ? isShownAs(cell, figure) : cell === figure;
      return file.tables.some(({ rows }) => rows.some((row) => row[0] === title && isSame(row[1])));
    };
    expect(
      shown.filter(([title = '', figure = '']) => !has(title, figure)),
      as,
    ).toEqual([]);
  }
};

test('a quarter goes through its whole life, and a visit corrected after it leads to a revision', async ({
  page,
  office,
}) => {
  const { latest } = await office.ask('returns.periods', {});
  const at = `/returns/of/custody-quarter/${latest}`;
  await test.step('it is due, is checked, signed off and published', async () => {
    await goTo(page, 'Returns');
    const due = page.getByRole('table', { name: 'Returns of periods that have ended' });
    await due.locator(`a[href="#${at}"]`).click();
    await stands(page);
    await inspect(page, 'a return in preparation');
    await page.getByLabel('Good practice').fill('Hot food at every hour.');
    await button(page, 'Save the words and links').click();
    await expect(page.getByText('1 of 3 written')).toBeVisible();
    await signOff(page);
    await publish(page);
  });
  await test.step('what was signed says the same on screen and in every file', async () => {
    await page.getByRole('link', { name: 'First issue', exact: true }).click();
    await expect(page.getByRole('article').getByText('Hot food at every hour.')).toBeVisible();
    await expect(page.getByText('Its figures are what the records say today.')).toBeVisible();
    await sameInEveryForm(page);
  });
  await test.step('a visit corrected is told of by figure and record, and issued again', async () => {
    const before = await figuresOn(page);
    const { period } = await office.ask('returns.compute', { return: 'icv', period: latest });
    const { from, to } = period;
    const { rows } = await office.ask('visits.list', {
      filter: { show: 'received', from, to, outcome: 'completed' },
    });
    const { visit } = await office.ask('visits.get', { id: rows[0]?.id ?? '' });
    const { held, notAvailable } = visit.counts?.total ?? {};
    const patch = [
      ...change('counts.total.held', held, (held ?? 0) + 3),
      ...change('counts.total.notAvailable', notAvailable, (notAvailable ?? 0) + 3),
    ];
    await office.ask('visits.correct', { id: visit.id, reason: 'Miscounted.', patch });
    await page.getByRole('link', { name: 'See which figures moved, and because of which records' }).click();
    await expect(heading(page, 'What is different by now')).toBeVisible();
    const moved = page.getByRole('table', { name: /^Detainees held was/ });
    await expect(moved.getByRole('link')).toHaveAttribute('href', `#/visits/${visit.id}`);
    await page.getByLabel('Why it is taken up again').fill('A visit was corrected.');
    await button(page, 'Take it up again as a revision').click();
    await expect(page.getByText('Revision 1 in work')).toBeVisible();
    await signOff(page);
    await page.getByRole('link', { name: 'Revision 1', exact: true }).click();
    await expect(page.getByRole('article').getByText(/Revision 1: A visit was corrected\./)).toBeVisible();
    const was = Number(before.find(([title]) => title === 'Detainees held')?.[1]?.replace(',', ''));
    const now = (await figuresOn(page)).find(([title]) => title === 'Detainees held')?.[1];
    expect(Number(now?.replace(',', ''))).toBe(was + 3);
    await openPlace(page, `${at}/issues/0`);
    await expect(page.getByText('has taken its place')).toBeVisible();
    await expect.poll(() => figuresOn(page)).toEqual(before);
  });
});

test('a year is signed off with its words, and leaves in every form', async ({ page, office }) => {
  const { years } = await office.ask('returns.periods', {});
  await openPlace(page, `/returns/of/custody-year/${years[1]}`);
  await page.getByLabel('Impact').fill('Two suites now offer a call to a relative at once.');
  await button(page, 'Save the words and links').click();
  await expect(page.getByText('1 of 3 written')).toBeVisible();
  await signOff(page);
  await publish(page);
  await page.getByRole('link', { name: 'First issue', exact: true }).click();
  await expect(page.getByRole('article').getByText(/call to a relative/)).toBeVisible();
  await sameInEveryForm(page);
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});
