import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '#shared/times.ts';
import type { ReturnResult } from '#shared/views.ts';
import { desk } from './in-process.ts';

/**
 * What the office's annual reports and the panel papers of June 2023 say: almost 1,500 items in 2016/17, 1,667 in
 * 2022/23, and 490 new items from February to April 2023, chiefly about road safety and antisocial behaviour, then police contact and local policing.
 */
const [road, antisocial, contact, local] = [
  'Road safety',
  'Antisocial behaviour',
  'Police contact',
  'Local policing',
];
const themesOf = (i: number): string => {
  if (i % 10 < 5) return i % 3 === 0 ? `${road};${antisocial}` : (road as string);
  if (i % 10 < 7) return antisocial as string;
  return (i % 10 < 9 ? contact : local) as string;
};

const kinds = ['concern', 'enquiry', 'complaint about the force', 'MP or councillor letter', 'FOI request'];
const rowsFrom = (from: string, days: number, many: number): string[] =>
  Array.from({ length: many }, (_, i) => {
    const received = addDays(from, i % days);
    const kind = kinds[i % kinds.length];
    const outcome = kind === 'FOI request' ? 'granted' : 'Answered';
    const ended = i % 7 === 0 ? ['', '', ''] : [addDays(received, 14), addDays(received, 20), outcome];
    return [`${from} ${i}`, received, kind, 'email', 'Shropshire', themesOf(i), received, ...ended].join(',');
  });

const head = 'reference,received,kind,channel,area,themes,acknowledged,answered,closed,outcome';
// Of the 1,667 of 2022/23 two months lie in the panel's three; April 2023 is of the next year.
const rows = [
  ...rowsFrom('2016-04-01', 365, 1_496),
  ...rowsFrom('2022-04-01', 306, 1_667 - 330),
  ...rowsFrom('2023-02-01', 59, 330),
  ...rowsFrom('2023-04-01', 30, 160),
];

const folder = mkdtempSync(join(tmpdir(), 'icv cases '));
const command = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await desk([...args, '--data', folder, '--json']);
  expect(code, `${args.join(' ')}: ${err}${out}`).toBe(0);
  return out;
};
const told = async (period: string): Promise<ReturnResult> =>
  JSON.parse(await command('return', 'correspondence', '--period', period, '--format', 'json'));
const value = (result: ReturnResult, id: string) => result.measures.find((m) => m.id === id)?.value;

beforeAll(async () => {
  await command('init', '--body', 'A policing body');
  const path = join(folder, 'correspondence.csv');
  writeFileSync(path, `${[head, ...rows].join('\n')}\n`);
  await command('import', 'correspondence', path);
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('almost 1,500 items in 2016/17, 1,667 in 2022/23, and 490 new ones from February to April 2023 led by road safety and antisocial behaviour', async () => {
  const year = await told('2022-23');
  expect(value(await told('2016-17'), 'cases.received')).toBe(1_496);
  const panel = await told('2023-02-01..2023-04-30');
  expect(value(year, 'cases.received')).toBe(1_667);
  expect(year.checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(value(panel, 'cases.received')).toBe(490);
  const themes = panel.tables.find(({ id }) => id === 'cases.byTheme');
  expect(themes?.rows.map(([theme]) => theme)).toEqual([road, antisocial, contact, local]);
  const named = themes?.rows.reduce((sum, [, cases]) => sum + Number(cases), 0);
  expect(named).toBeGreaterThan(490);
  expect(themes?.note).toContain('counts once in totals and once under each of its themes');
  expect(value(panel, 'requests.received')).toBe(98);
}, 180_000);
