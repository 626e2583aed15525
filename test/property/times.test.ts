import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { clockTime, isoDate } from '#shared/records/common.ts';
import { addDays, minutesBetween, parseDate, parseTime, weekday } from '#shared/times.ts';

const two = (n: number) => String(n).padStart(2, '0');
const hour = fc.nat(23);
const minute = fc.nat(59);

test('every way of writing a time is read as that time', () =>
  fc.assert(
    fc.property(hour, minute, (h, m) => {
      const time = `${two(h)}:${two(m)}`;
      const half = `${h % 12 === 0 ? 12 : h % 12}.${two(m)}${h < 12 ? 'am' : 'pm'}`;
      for (const text of [
        time,
        `${h}:${two(m)}`,
        `${two(h)}${two(m)}`,
        `${h}${two(m)}`,
        `${h}.${two(m)}`,
        half,
      ])
        expect(parseTime(text)).toBe(time);
    }),
  ));

test('any text is a time of day or nothing', () =>
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^\d{0,3}[:. ]?\d{0,3} ?[aphrs.m]{0,4}$/)),
      (text) => {
        const time = parseTime(text);
        if (time !== undefined) expect(clockTime.parse(time)).toBe(time);
      },
    ),
    { numRuns: 2_000 },
  ));

test('minutes there and back make a day, or none', () =>
  fc.assert(
    fc.property(hour, minute, hour, minute, (h, m, h2, m2) => {
      const [a, b] = [`${two(h)}:${two(m)}`, `${two(h2)}:${two(m2)}`];
      expect(minutesBetween(a, b) + minutesBetween(b, a)).toBe(a === b ? 0 : 1440);
    }),
  ));

test('every day is read however it is written, and only days are', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2199 }), fc.nat(13), fc.nat(32), (year, month, day) => {
      const time = new Date(Date.UTC(year, month - 1, day));
      const exists = time.getUTCMonth() === month - 1 && time.getUTCDate() === day && month >= 1;
      const iso = `${year}-${two(month)}-${two(day)}`;
      for (const text of [
        iso,
        `${year}-${month}-${day}`,
        `${day}/${month}/${year}`,
        `${two(day)}.${two(month)}.${year}`,
      ])
        expect(parseDate(text)).toBe(exists ? iso : undefined);
      if (exists) {
        expect(isoDate.parse(iso)).toBe(iso);
        expect(weekday(iso) % 7).toBe(time.getUTCDay());
      }
    }),
    { numRuns: 2_000 },
  ));

test('any text is a day or nothing', () =>
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}$/)), (text) => {
      const date = parseDate(text);
      if (date !== undefined) expect(isoDate.parse(date)).toBe(date);
    }),
    { numRuns: 2_000 },
  ));

test('days are added, and weekdays told, as the calendar has them', () =>
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      fc.integer({ min: -40_000, max: 40_000 }),
      (moment, days) => {
        const date = moment.toISOString().slice(0, 10);
        const day = Temporal.PlainDate.from(date);
        expect(addDays(date, days)).toBe(day.add({ days }).toString());
        expect(weekday(date)).toBe(day.dayOfWeek);
      },
    ),
  ));
