import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ParsedPeriod,
  parsePeriod,
  period,
  previousPeriod,
  quarterContaining,
  samePeriodLastYear,
  yearContaining,
  yearToDate,
} from '#shared/periods.ts';

const dayMs = 86_400_000;
const plus = (day: string, days: number) =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
const day = fc.integer({ min: 0, max: 60_000 }).map((n) => plus('1950-01-01', n));
const firstMonth = fc.integer({ min: 1, max: 12 });
const someText = fc.oneof(
  fc.stringMatching(/^\d{4}[-/]\d{2}(Q\d)?$/),
  fc.stringMatching(/^\d{4}(Q[0-5])?$/),
  fc.stringMatching(/^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}(\.\.)?$/),
  fc.tuple(day, day).map(([a, b]) => `${a}..${b}`),
  fc.string(),
);
const somePeriod = fc
  .tuple(day, day, firstMonth, fc.integer({ min: 0, max: 3 }))
  .map(([a, b, first, kind]) => {
    const text =
      kind === 0
        ? yearContaining(a, first).id
        : kind === 1
          ? quarterContaining(a, first).id
          : [a, b].toSorted().join('..');
    const parsed = parsePeriod(text, first);
    if (!parsed.ok) throw new Error(`${text} was refused`);
    return { p: parsed.value, first };
  });

test('any text is a period or is refused; a period is sound and is asked for again by its own id', () =>
  fc.assert(
    fc.property(someText, firstMonth, (text, first) => {
      const result = parsePeriod(text, first);
      if (!result.ok) return;
      const { kind: _, ...plain } = result.value;
      expect(period.parse(plain)).toEqual(plain);
      expect(result.value.from <= result.value.to).toBe(true);
      expect(parsePeriod(result.value.id, first)).toEqual(result);
    }),
    { numRuns: 3_000 },
  ));

test('quarters and months cover a year without a gap', () =>
  fc.assert(
    fc.property(day, firstMonth, (d, first) => {
      const year = yearContaining(d, first);
      expect(year.from <= d && d <= year.to).toBe(true);
      let next = year.from;
      for (let quarter = 1; quarter <= 4; quarter++) {
        const q = quarterContaining(next, first);
        expect(q.id).toBe(`${year.id}Q${quarter}`);
        expect(q.from).toBe(next);
        next = plus(q.to, 1);
      }
      expect(next).toBe(plus(year.to, 1));
    }),
  ));

test('the period before ends on the day before, and is as long where it is a range', () =>
  fc.assert(
    fc.property(somePeriod, ({ p, first }) => {
      const before = previousPeriod(p, first);
      expect(before.kind).toBe(p.kind);
      expect(plus(before.to, 1)).toBe(p.from);
      const days = (x: ParsedPeriod) => Date.parse(x.to) - Date.parse(x.from);
      if (p.kind === 'range') expect(days(before)).toBe(days(p));
    }),
  ));

test('the same period a year before keeps month and, but for leap days, day', () =>
  fc.assert(
    fc.property(somePeriod, ({ p, first }) => {
      const before = samePeriodLastYear(p, first);
      expect(before.kind).toBe(p.kind);
      for (const end of ['from', 'to'] as const) {
        expect(Number(before[end].slice(0, 4))).toBe(Number(p[end].slice(0, 4)) - 1);
        if (!p[end].includes('-02-2')) expect(before[end].slice(5)).toBe(p[end].slice(5));
      }
    }),
  ));

test('the year to date of a quarter a year before is the same stretch a year before', () =>
  fc.assert(
    fc.property(day, firstMonth, (d, first) => {
      const q = quarterContaining(d, first);
      expect(samePeriodLastYear(yearToDate(q, first), first)).toEqual(
        yearToDate(samePeriodLastYear(q, first), first),
      );
    }),
  ));
