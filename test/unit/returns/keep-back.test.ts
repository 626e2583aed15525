import { expect, test } from 'vitest';
import { measureById } from '#shared/measures/icv.ts';
import type { Measure } from '#shared/measures/measure.ts';
import { compared, measured } from '#shared/measures/wording.ts';
import {
  type ParsedPeriod,
  parsePeriod,
  previousPeriod,
  samePeriodLastYear,
  yearToDate,
} from '#shared/periods.ts';
import { revealedBy } from '#shared/returns/earlier.ts';
import { hiddenIn, keepBack, keptBack } from '#shared/returns/keep-back.ts';
import type { ReturnResult } from '#shared/views.ts';

const least = 5;
type Counts = { held: number; offered: number; accepted: number };
const ids = [
  'detainees.offered',
  'detainees.accepted',
  'detainees.declined',
  'consent.ofOffered',
  'visits.completed',
];
const parsed = (text: string): ParsedPeriod => {
  const period = parsePeriod(text);
  if (!period.ok) throw new Error(text);
  return period.value;
};
const raw = (top: number, bottom: number | null = null) => ({ top, bottom, restsOn: 9, blank: 0 });
const rawOf = ({ offered, accepted }: Omit<Counts, 'held'>) =>
  new Map([
    ['detainees.offered', raw(offered)],
    ['detainees.accepted', raw(accepted)],
    ['detainees.declined', raw(offered - accepted)],
    ['consent.ofOffered', raw(accepted, offered)],
    ['visits.completed', raw(3)],
  ]);
const of = (id: string) => measureById.get(id) as Measure;
type Seen = { offered: number; accepted: number };
const nothing = { offered: 0, accepted: 0 };
const add = (a: Seen, b: Seen): Seen => ({
  offered: a.offered + b.offered,
  accepted: a.accepted + b.accepted,
});

/** A return of two suites, beside the period before and a year in which nothing else was. */
const told = (
  text: string,
  suites: Record<string, Seen>,
  before: Seen,
  toDate: Seen,
  which = ids,
): ReturnResult => {
  const period = parsed(text);
  const now = rawOf(Object.values(suites).reduce(add, nothing));
  const beside = (id: string, seen: Seen, other: ParsedPeriod) =>
    compared(of(id), now.get(id) ?? raw(0), rawOf(seen).get(id) ?? raw(0), other);
  return {
    return: 'icv',
    body: 'Invented',
    notice: null,
    period,
    headline: 'consent.ofOffered',
    measures: which.map((id) => ({
      ...measured(of(id), now.get(id) ?? raw(0)),
      compare: {
        previous: beside(id, before, previousPeriod(period)),
        lastYear: beside(id, nothing, samePeriodLastYear(period)),
        yearToDate: beside(id, toDate, yearToDate(period)),
        lastYearToDate: beside(id, nothing, samePeriodLastYear(yearToDate(period))),
      },
    })),
    splits: [
      {
        by: 'suite',
        groups: Object.entries(suites).map(([key, seen]) => ({
          key,
          measures: which.map((id) => measured(of(id), rawOf(seen).get(id) ?? raw(0))),
        })),
      },
    ],
    tables: [],
    checks: [
      { id: 'a', title: 'A', ok: false, detail: '2 of 62 detainees in 3 visits', records: [], count: 2 },
    ],
  };
};
const two = { North: { offered: 40, accepted: 38 }, South: { offered: 22, accepted: 12 } };
const quiet = { offered: 50, accepted: 30 };
const part = (result: ReturnResult, key: string, id: string) =>
  result.splits?.[0]?.groups.find((one) => one.key === key)?.measures.find((m) => m.id === id);
const whole = (result: ReturnResult, id: string) => result.measures.find((m) => m.id === id);

test('a small number goes with the share that gives it away and with whatever it could be taken from', () => {
  const given = told('2025-26Q1', two, quiet, add(two.North, two.South));
  const { result, kept, words } = keepBack(given, least);
  expect(part(result, 'North', 'detainees.declined')).toMatchObject({
    kept: true,
    display: keptBack,
    value: null,
  });
  expect(part(result, 'North', 'consent.ofOffered')).not.toHaveProperty('numerator');
  expect(part(result, 'South', 'detainees.declined')?.kept).toBe(true);
  expect(part(result, 'North', 'visits.completed')?.value).toBe(3);
  expect(whole(result, 'detainees.declined')?.value).toBe(12);
  expect(kept).toBeGreaterThan(3);
  expect(words('2 of 62 detainees in 3 visits')).toBe('[c] of [c] detainees in [c] visits');
  expect(words('3 visits')).toBe('3 visits');
  expect(result.checks[0]?.detail).toBe('[c] of [c] detainees in [c] visits');
  expect(keepBack(result, least).result).toEqual(result);
});

test('a number that is not printed is not given away by what is', () => {
  const shown = ['detainees.offered', 'detainees.accepted', 'consent.ofOffered'];
  const { result } = keepBack(told('2025-26Q1', two, quiet, add(two.North, two.South), shown), least);
  const north = shown.map((id) => part(result, 'North', id));
  expect(north.filter((m) => m?.kept).length).toBeGreaterThan(0);
  expect(north[2]?.kept).toBe(true);
});

test('nothing is kept back where nothing is small', () => {
  const large = { North: { offered: 40, accepted: 30 }, South: { offered: 22, accepted: 12 } };
  const given = told('2025-26Q1', large, quiet, add(large.North, large.South));
  expect(keepBack(given, least)).toMatchObject({ result: given, kept: 0 });
});

test('a difference is kept back with either of its numbers', () => {
  const few = { offered: 30, accepted: 28 };
  const { result } = keepBack(told('2025-26Q2', { North: quiet }, few, add(quiet, few)), least);
  const compare = whole(result, 'detainees.declined')?.compare;
  expect(compare?.previous).toMatchObject({ kept: true, change: null, changeDisplay: keptBack });
  expect(whole(result, 'visits.completed')?.compare?.previous).not.toHaveProperty('kept');
});

test('the quarters before give away what the last one keeps back, once the year is told', () => {
  const last = { North: { offered: 30, accepted: 28 } };
  const year = [quiet, quiet, quiet, last.North].reduce(add, nothing);
  const given = told('2025-26Q4', last, quiet, year);
  const first = told('2025-26Q1', { North: quiet }, nothing, quiet);
  const second = told('2025-26Q2', { North: quiet }, quiet, add(quiet, quiet));
  const published = (result: ReturnResult) => ({
    name: result.period.label,
    result,
    given: keepBack(result, least).result,
  });
  const hidden = hiddenIn(given, least);
  expect(revealedBy(given, hidden, least, [])).toEqual([]);
  expect(revealedBy(given, hidden, least, [published(first)])).toEqual([]);
  const found = revealedBy(given, hidden, least, [published(first), published(second)]);
  expect(found.map(({ figure }) => figure)).toContain('Declined a visit');
  expect(found[0]?.by).toEqual(['July to September 2025']);
});
