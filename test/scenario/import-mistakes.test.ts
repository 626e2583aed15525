import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RowProblem } from '#shared/import-views.ts';
import { desk as deskProcess, failedWith } from './desk-process.ts';
import { desk } from './in-process.ts';

const columns = 'reference,suite,date,outcome,held,comments,arrived,satisfactory';
const good = 'R-good,Northgate,2024-05-14,completed,9,fine,10:00,yes';

/** Rows with one mistake each, the column it is under, and what is said about it. */
const mistakes: readonly (readonly [row: string, column: string, problem: RegExp])[] = [
  [',Northgate,2024-05-14,completed,9,,,', 'reference', /must be filled in/],
  [`${'R'.repeat(201)},Northgate,2024-05-14,completed,9,,,`, 'reference', /Longer than 200/],
  ['R2,Nowhere,2024-05-14,completed,9,,,', 'suite', /no suite of this name/],
  ['R3,,2024-05-14,completed,9,,,', 'suite', /must be filled in/],
  ['R4,Northgate,2024-02-30,completed,9,,,', 'date', /Not a date that exists/],
  ['R5,Northgate,05/14/2024,completed,9,,,', 'date', /Not a date that exists/],
  ['R6,Northgate,0022-05-14,completed,9,,,', 'date', /Not a date that exists/],
  ['R7,Northgate,2024-05-14,done,9,,,', 'outcome', /Not one of: completed/],
  ['R8,Northgate,2024-05-14,completed,-1,,,', 'held', /whole number/],
  ['R9,Northgate,2024-05-14,completed,3.5,,,', 'held', /whole number/],
  ['R10,Northgate,2024-05-14,completed,1000001,,,', 'held', /whole number/],
  ['R11,Northgate,2024-05-14,completed,=1+1,,,', 'held', /whole number/],
  [`R12,Northgate,2024-05-14,completed,9,${'x'.repeat(30_001)},,`, 'comments', /Longer than 30,000/],
  ['R13,Northgate,2024-05-14,completed,9,,25:00,', 'arrived', /Not a time of day/],
  ['R14,Northgate,2024-05-14,completed,9,,,perhaps', 'satisfactory', /Not yes or no/],
  ['R-good,Northgate,2024-05-15,completed,9,,,', 'reference', /Already on line 2/],
  ['R15,Northgate,2024-05-14,completed,9,one, two,,yes', '', /quotation marks/],
];

type Report = {
  rows: number;
  bad: number;
  new: number;
  changed: number;
  unchanged: number;
  problems: RowProblem[];
};

describe('an import file with mistakes in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'icv mistakes '));
  const data = ['--data', join(folder, 'data')];
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(async () => {
    expect((await desk(['init', ...data])).code).toBe(0);
    await bring('suites', 'name\nNorthgate\n');
  });

  const run = async (kind: string, bytes: string | Buffer, ...more: string[]) => {
    const path = join(folder, `${kind}.csv`);
    writeFileSync(path, bytes);
    return desk(['import', kind, path, ...data, ...more]);
  };
  const bring = async (kind: string, bytes: string | Buffer, ...more: string[]): Promise<Report> => {
    const { code, out, err } = await run(kind, bytes, '--json', ...more);
    expect([0, 2], err).toContain(code);
    return JSON.parse(out);
  };
  const status = async () => JSON.parse((await desk(['status', ...data, '--json'])).out);
  const figures = async () =>
    (
      JSON.parse((await desk(['return', 'icv', '--period', '2024-25', ...data, '--json'])).out) as {
        measures: { id: string; value: number | null }[];
      }
    ).measures;

  const file = [columns, good, ...mistakes.map(([row]) => row)].join('\n');

  it('lists each bad row with its line, its column and what is wrong, and writes nothing', async () => {
    const ended = await run('visits', file, '--json');
    const { code, out, err } = ended;
    expect(code).toBe(2);
    expect(await deskProcess(['import', 'visits', join(folder, 'visits.csv'), ...data, '--json'])).toEqual(
      ended,
    );
    const report: Report = JSON.parse(out);
    expect(report).toMatchObject({ rows: mistakes.length + 1, bad: mistakes.length, new: 1 });
    expect(report.problems.map(({ line, column }) => [line, column])).toEqual(
      mistakes.map(([, column], i) => [i + 3, column]),
    );
    for (const [i, [, , says]] of mistakes.entries()) expect(report.problems[i]?.problem).toMatch(says);
    expect(err).toMatch(/Nothing was written/);
    expect(await status()).toMatchObject({ visits: 0, suites: 1 });
  });

  it('with --partial writes the good rows, and the others with their reasons to a file that can be mended', async () => {
    const rejects = join(folder, 'rejects.csv');
    const report = await bring('visits', file, '--partial', rejects);
    expect(report).toMatchObject({ bad: mistakes.length, new: 1 });
    expect(await status()).toMatchObject({ visits: 1 });
    const [header, ...rows] = readFileSync(rejects, 'utf8').trim().split('\r\n');
    expect(header).toBe(`${columns},line,column,problem`);
    expect(rows).toHaveLength(mistakes.length);
    expect(existsSync(rejects)).toBe(true);
    expect((await run('visits', file, '--partial', rejects)).err).toMatch(/already exists/);
  });

  it('brought again changes nothing; a row that changed becomes a correction, and moves the return', async () => {
    expect(await bring('visits', `${columns}\n${good}\n`)).toMatchObject({
      unchanged: 1,
      new: 0,
      changed: 0,
    });
    const changed = good.replace(',9,', ',12,');
    expect(await bring('visits', `${columns}\n${changed}\n`)).toMatchObject({ changed: 1, new: 0 });
    expect(await bring('visits', `${columns}\n${changed}\n`)).toMatchObject({ unchanged: 1, changed: 0 });
    expect((await figures()).find((m) => m.id === 'detainees.held')?.value).toBe(12);
  });

  it('an unknown suite is made only when asked for', async () => {
    const text = 'reference,suite,date,outcome\nR20,Southgate,2024-06-01,completed\n';
    expect(await bring('visits', text)).toMatchObject({ bad: 1 });
    expect(await status()).toMatchObject({ suites: 1 });
    expect(await bring('visits', text, '--create')).toMatchObject({ bad: 0, new: 1 });
    expect(await status()).toMatchObject({ suites: 2 });
  });

  it('a byte-order mark, CRLF, quoted line breaks, columns in any order and unknown ones are accepted', async () => {
    const text =
      '\uFEFFdate,Outcome,REFERENCE,mood,suite,comments\r\n14/05/2024,completed,R30,sunny,Northgate,"one,\r\ntwo ""quoted"""\r\n';
    expect(await bring('visits', text)).toMatchObject({ new: 1, bad: 0, unknownColumns: ['mood'] });
    const broken = `${columns}\nR31,Northgate,2024-05-14,completed,9,"a\nb\nc",,\nR32,Northgate,never,completed,9,,,\n`;
    expect((await bring('visits', broken)).problems).toMatchObject([{ line: 5, column: 'date' }]);
  });

  it('a formula is only words: kept as typed, and harmless in a return that a spreadsheet opens', async () => {
    const formula = '=HYPERLINK(1)';
    const text = `${columns}\nR40,${formula},2024-05-14,completed,9,"=cmd|' /C calc'!A0",,\n`;
    expect(await bring('visits', text, '--create')).toMatchObject({ new: 1, bad: 0 });
    const asked = ['return', 'icv', '--period', '2024-25', '--by', 'suite', '--format', 'csv'];
    const { out } = await desk([...asked, ...data]);
    expect(out).toContain(`,'${formula},`);
    expect(out).not.toContain(`,${formula},`);
  });

  it('a NUL among the words does not cut them short', async () => {
    const text = `${columns}\nR50,Northgate,2024-05-14,completed,9,before\0after,,\n`;
    expect(await bring('visits', text)).toMatchObject({ new: 1, bad: 0 });
    expect(await bring('visits', text)).toMatchObject({ unchanged: 1 });
  });

  it.each([
    ['nothing at all', '', /nothing in it/],
    ['only line ends', '\n\n\r\n', /nothing in it|none of the columns/],
    ['one column that is not known', 'hello\nworld\n', /none of the columns/],
    ['a column that is missing', 'reference,suite,date\nR,Northgate,2024-05-14\n', /"outcome" is missing/],
    ['a column twice', 'reference,suite,date,outcome,date\n', /more than once/],
    [
      'Latin-1 letters',
      Buffer.from(`${columns}\nR,Northgate,2024-05-14,completed,9,caf\xe9,,\n`, 'latin1'),
      /not UTF-8/,
    ],
    ['UTF-16', Buffer.from(`\uFEFF${columns}\n`, 'utf16le'), /UTF-16/],
    [
      'a quotation mark that is never closed',
      `${columns}\nR,Northgate,2024-05-14,completed,9,"oh,,\n`,
      /never closed/,
    ],
    [
      '10 MB in one cell',
      `${columns}\nR,Northgate,2024-05-14,completed,9,"${'x'.repeat(10_000_000)}",,\n`,
      /never closed/,
    ],
  ] as const)('%s is refused as a whole, in one sentence', async (_what, bytes, says) => {
    failedWith(await run('visits', bytes as string | Buffer), 2, says);
  });

  it('none of those files left anything behind', async () => {
    expect(await status()).toMatchObject({ visits: 5, drafts: 0 });
    expect(JSON.parse((await desk(['check', ...data, '--json'])).out)).toEqual({ ok: true, findings: [] });
  });
});
