import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitCode } from '#commands/command.ts';
import { type Failure, sentence } from '#shared/errors.ts';
import { desk as deskProcess, failedWith, passphrase, start } from './desk-process.ts';
import { desk } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'icv cli '));
const data = join(folder, 'data');
const at = (name: string) => join(folder, name);
const file = (name: string, text: string | Uint8Array) => {
  writeFileSync(at(name), text);
  return at(name);
};
const withData = (...args: string[]) => desk([...args, '--data', data]);
const processWithData = (...args: string[]) => deskProcess([...args, '--data', data]);

const visits = (...rows: string[]) =>
  ['reference,suite,date,outcome,held,offered,accepted', ...rows, ''].join('\r\n');
const good = (n: number) => `V-${n},Northgate,2024-05-0${n},completed,3,2,1`;

beforeAll(async () => {
  const made = await processWithData('init', '--body', 'Test body', '--json');
  expect(made.err).toContain('recovery code');
  expect(Object.keys(JSON.parse(made.out))).toEqual(['recoveryCode']);
  const suites = await withData('import', 'suites', file('suites.csv', 'name,area\nNorthgate,North\n'));
  expect(suites.code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('words', () => {
  it.each([
    [['imprt'], /Did you mean "import"\?/],
    [['nothing'], /Choose one of: init, join, import/],
    [['--data', 'x', 'status'], /The command comes first/],
    [['return', 'icv', '--perid', '2024-25'], /Did you mean --period\?/],
    [['return', 'icv', '--period'], /--period needs a value/],
    [['return', 'icv', '--period', '--json'], /--period needs a value/],
    [['return', 'icv', '--json=yes'], /--json takes no value/],
    [['return', 'icv'], /Say which period/],
    [['return', 'icv', '--period', '2024-25', '--by', 'suit'], /Did you mean "suite"\?/],
    [['return', 'icv', '--period', '2024-25', '--format', 'pdf'], /Choose one of: json, csv/],
    [['return', 'icv', '--period', '2024-25', '--format', 'ods'], /Say which file to write/],
    [['returns', '--named', 'custody-quarter'], /Say which period/],
    [['returns', '--named', 'x', '--period', '2024-25', '--number', 'one'], /is no number of an issue/],
    [['import', 'vists', 'x.csv'], /Did you mean "visits"\?/],
    [['import', 'visits'], /"import" takes/],
    [['deadline', 'fo', '2026-05-04'], /There is no rule "fo". Did you mean "foi"/],
    [['deadline', 'foi', '2026-02-30'], /is no day between 1900 and 2200/],
    [['deadline', 'foi'], /"deadline" takes RULE DATE/],
    [['join'], /Say with --invite/],
    [['join', '--invite', 'ABCD'], /say with --hub/],
    [['join', '--invite', 'ABCD', '--hub', 'http://hub.example.org'], /begins with https/],
    [['rescue'], /"rescue" takes FILE/],
    [['serve', '--port', 'http'], /not a port/],
    [['init', '--passphrase', 'do not say this'], /never an argument/],
  ])('%j is exit 2 and one line', async (args, said) => {
    const ended = await desk(args);
    failedWith(ended, 2, said);
    expect(ended.err).not.toContain('do not say this');
  });

  it('a name that no store here has is a wrong word, and where there is one store its name is said', () => {
    const failure: Failure = { tag: 'whichStore', names: ['office'] };
    expect(exitCode(failure)).toBe(2);
    expect(sentence(failure)).toMatch(/^The store here is called “office”\./);
  });

  it('and a process of its own ends with the same', async () => {
    failedWith(await deskProcess(['return', 'icv', '--period', '2024-25', '--by', 'suit']), 2, /"suite"/);
    failedWith(await deskProcess(['status', '--data', at('empty')]), 1, /no store/);
  });

  it('shows help on standard output, for all and for each', async () => {
    const all = await deskProcess(['--help']);
    expect([all.code, all.err]).toEqual([0, '']);
    for (const name of ['init', 'join', 'import', 'return', 'serve', 'sync', 'status', 'check', 'rescue']) {
      expect(all.out).toContain(`  ${name}`);
    }
    const one = await desk(['import', '--help']);
    expect([one.code, one.err]).toEqual([0, '']);
    expect(one.out).toContain('--dry-run');
  });
});

describe('the passphrase', () => {
  it('comes from a file, without its line end', async () => {
    const path = file('secret.txt', `${passphrase}\r\n`);
    const checked = await desk(['check', '--data', data, '--passphrase-file', path], { ICV_PASSPHRASE: '' });
    expect(checked).toMatchObject({ code: 0, out: 'The store is sound.\n', err: '' });
  });

  it('is asked for in one line where there is none', async () => {
    failedWith(await desk(['check', '--data', data], { ICV_PASSPHRASE: '' }), 2, /ICV_PASSPHRASE/);
    failedWith(await withData('check', '--passphrase-file', at('none.txt')), 1, /cannot be read/);
  });

  it('that does not fit, or is too short, is told apart from trouble', async () => {
    failedWith(await deskProcess(['check', '--data', data], { ICV_PASSPHRASE: 'wrong' }), 1, /does not open/);
    failedWith(await desk(['init', '--data', at('short')], { ICV_PASSPHRASE: 'short' }), 2, /at least/);
  });
});

describe('stores', () => {
  it('are not made twice, and not found where there is none', async () => {
    failedWith(await withData('init'), 1, /already holds a store/);
    failedWith(await desk(['status', '--data', at('empty')]), 1, /no store/);
  });

  it('say how they stand', async () => {
    const status = JSON.parse((await withData('status', '--json')).out);
    expect(status).toMatchObject({ folder: data, stores: ['office'], body: 'Test body', suites: 1 });
    const closed = await desk(['status', '--data', data], { ICV_PASSPHRASE: '' });
    expect(closed.out).toContain('office');
    expect(closed.out).not.toContain('Test body');
  });

  it('list the concerns that are open, for whoever stands in', async () => {
    const listed = await withData('concerns');
    expect(listed).toMatchObject({ code: 0, out: '' });
    expect(listed.err).toContain('0 concerns');
    expect(JSON.parse((await withData('concerns', '--immediate', '--json')).out)).toEqual([]);
  });

  it('are backed up and restored', async () => {
    const before = JSON.parse((await withData('status', '--json')).out);
    const backup = at('office.backup');
    expect(await withData('backup', backup)).toMatchObject({ code: 0, out: `${backup}\n` });
    failedWith(await withData('backup', backup), 1, /already exists/);
    const elsewhere = at('elsewhere');
    expect((await desk(['restore', backup, '--data', elsewhere])).code).toBe(0);
    const after = JSON.parse((await desk(['status', '--data', elsewhere, '--json'])).out);
    expect(after).toEqual({ ...before, folder: elsewhere });
    failedWith(await desk(['restore', file('junk', 'junk'), '--data', elsewhere]), 1, /not a backup/);
  });
});

describe('imports', () => {
  it('list every bad row and write nothing', async () => {
    const path = file(
      'bad.csv',
      visits(good(1), 'V-2,Nowhere,2024-05-02,completed,,,', 'V-3,Northgate,2024-13-01,completed,,,'),
    );
    const text = await processWithData('import', 'visits', path);
    expect(text.code).toBe(2);
    expect(text.out.trim().split('\n')).toEqual([
      expect.stringMatching(/^line 3, suite: .*Nowhere/),
      expect.stringMatching(/^line 4, date: .*2024-13-01/),
    ]);
    const json = JSON.parse((await withData('import', 'visits', path, '--json')).out);
    expect(json).toMatchObject({ rows: 3, good: 1, bad: 2, written: 0 });
    expect(json.problems.map((p: { line: number }) => p.line)).toEqual([3, 4]);
    expect(JSON.parse((await withData('status', '--json')).out).visits).toBe(0);
  });

  it('write the good rows with --partial, keep the others, and overwrite nothing', async () => {
    const path = file('partial.csv', visits(good(1), 'V-2,Nowhere,2024-05-02,completed,,,'));
    const rejects = at('rejects.csv');
    const ended = await withData('import', 'visits', path, '--partial', rejects, '--json');
    expect(JSON.parse(ended.out)).toMatchObject({ good: 1, bad: 1, written: 1 });
    expect(ended.code).toBe(0);
    expect(readFileSync(rejects, 'utf8')).toMatch(/^reference,.*\r\nV-2,Nowhere,.*suite/);
    failedWith(await withData('import', 'visits', path, '--partial', rejects), 1, /already exists/);
  });

  it('change nothing the second time, nor in a dry run', async () => {
    const path = file('good.csv', `\uFEFF${visits(good(1), good(2), good(3))}`);
    const dry = JSON.parse((await withData('import', 'visits', path, '--dry-run', '--json')).out);
    expect(dry).toMatchObject({ new: 2, unchanged: 1, dryRun: true, written: 0 });
    expect((await withData('import', 'visits', path)).code).toBe(0);
    const again = JSON.parse((await withData('import', 'visits', path, '--json')).out);
    expect(again).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
  });

  it('make unknown suites only when told to', async () => {
    const path = file('create.csv', visits('N-1,Southgate,2024-06-01,completed,1,1,1'));
    expect((await withData('import', 'visits', path)).code).toBe(2);
    const made = await withData('import', 'visits', path, '--create', '--json');
    expect(JSON.parse(made.out)).toMatchObject({ new: 1, toCreate: ['Southgate'] });
  });

  it.each([
    ['a byte that is no UTF-8', Buffer.from('reference\nab\xff', 'latin1'), /byte 12 cannot be read/],
    ['a letter cut in half at its end', Buffer.from('reference\nab\xc3', 'latin1'), /middle of a letter/],
    ['UTF-16', Buffer.from('\ufeffreference\n', 'utf16le'), /UTF-16/],
    ['a workbook', Buffer.from('PK\x03\x04\xff\xfe', 'latin1'), /workbook/],
    ['nothing', '', /nothing in it/],
    ['other columns', 'foo,bar\n1,2\n', /none of the columns/],
  ])('refuse %s in one line', async (_what, bytes, said) => {
    failedWith(await withData('import', 'visits', file('refused.csv', bytes)), 2, said);
  });

  it('name the place of a bad byte far into a file', async () => {
    const start = Buffer.from(`reference,suite,date,outcome\n${'é'.repeat(100_000)}`);
    const path = file('far.csv', Buffer.concat([start, Buffer.from([0xe2, 0x28, 0xa1])]));
    failedWith(await withData('import', 'visits', path), 2, new RegExp(`byte ${start.length + 1} cannot`));
  });

  it('stopped by Ctrl+C are forgotten, or finished once they were decided', async () => {
    const other = at('stopped');
    await desk(['init', '--data', other]);
    const rows = Array.from({ length: 10_000 }, (_, n) => `S-${n},Northgate,2024-05-01,completed,3,2,1`);
    const path = file('many.csv', visits(...rows));
    const importing = start(['import', 'visits', path, '--create', '--data', other]);
    while (!existsSync(join(other, 'office', 'store.db-wal'))) await setTimeout(20);
    await setTimeout(1_000);
    // Wherever in its work this finds it, once it has opened the store, one of the two must hold.
    importing.child.kill('SIGINT');
    const { code, err } = await importing.ended;
    const visitsNow = async () => JSON.parse((await desk(['status', '--data', other, '--json'])).out).visits;
    if (/Stopped before/.test(err)) expect([code, await visitsNow()]).toEqual([1, 0]);
    else if (/was decided/.test(err)) {
      expect([code, await visitsNow()]).not.toEqual([1, 0]);
      expect((await desk(['import', 'visits', path, '--create', '--data', other])).code).toBe(0);
      expect(await visitsNow()).toBe(rows.length);
    } else expect([code, await visitsNow()]).toEqual([0, rows.length]);
  });

  it('say so when there is no such file', async () => {
    failedWith(await withData('import', 'visits', at('none.csv')), 1, /cannot be read/);
    failedWith(await withData('import', 'visits', folder), 1, /cannot be read/);
  });
});

describe('returns', () => {
  it('give the JSON that others rely on', async () => {
    const ended = await withData(
      'return',
      'icv',
      '--period',
      '2024-25Q1',
      '--by',
      'suite',
      '--format',
      'json',
    );
    const result = JSON.parse(ended.out);
    expect(result).toMatchObject({ return: 'icv', period: { id: '2024-25Q1', from: '2024-04-01' } });
    const consent = result.measures.find((m: { id: string }) => m.id === 'consent.ofOffered');
    expect(consent).toMatchObject({ value: expect.any(Number), numerator: 4, denominator: 7 });
    expect(result.groups.map((g: { key: string }) => g.key)).toContain('Northgate');
  });

  it('give a table to read, and a file whole', async () => {
    const text = await processWithData('return', 'icv', '--period', '2024-25Q1');
    expect(text.out).toMatch(/Test body\nApril to June 2024/);
    expect(text.out).toMatch(/Visits completed +4/);
    const out = at('return.csv');
    expect(
      await withData('return', 'icv', '--period', '2024-25Q1', '--format', 'csv', '--out', out),
    ).toMatchObject({
      code: 0,
      out: '',
    });
    expect(readFileSync(out, 'utf8').split('\n').length).toBeGreaterThan(10);
    failedWith(
      await withData('return', 'icv', '--period', '2024-25Q1', '--out', join(folder, 'none', 'x')),
      1,
      /cannot be written/,
    );
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('are listed by when they are due, and one of them is written as it stands', async () => {
    const listed = JSON.parse((await withData('returns', '--all', '--json')).out);
    const own = { key: 'custody-quarter', state: 'draft', issues: 0 };
    expect(listed.map((one: { key: string }) => one.key)).toContain('custody-quarter');
    expect(listed.find((one: { key: string }) => one.key === own.key)).toMatchObject(own);
    expect((await withData('returns')).out).toMatch(/^Key +Return +Period/);
    const asked = ['returns', '--named', 'custody-quarter', '--period', '2024-25Q1'];
    expect((await withData(...asked)).out).toMatch(/Visits completed +4/);
    const out = at('draft.html');
    expect(await withData(...asked, '--format', 'html', '--out', out)).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(out, 'utf8')).toContain('April to June 2024');
    failedWith(await withData(...asked, '--number', '0'), 1, /There is no such issue/);
  });

  it('refuse what is no period', async () => {
    failedWith(await withData('return', 'icv', '--period', '2024Q9'), 2, /is not a period/);
  });
});

it('works a due date out without a store, as words and as JSON', async () => {
  const said = await desk(['deadline', 'foi', '9/12/2024', '--json']);
  expect([said.code, JSON.parse(said.out)]).toEqual([
    0,
    {
      rule: 'foi',
      start: '2024-12-09',
      due: '2025-01-10',
      basis: expect.stringContaining('Freedom of Information Act 2000'),
      explanation: expect.stringContaining('Boxing Day (26 December 2024)'),
      provisional: false,
    },
  ]);
  const words = await desk(['deadline', 'review-completion', '2028-12-20']);
  expect(words.out).toMatch(/^Complete a review: 31 January 2029 \(provisional\)\n/);
});
