import { throughputId } from '#shared/imports/names.ts';
import { type Suite, suiteStatusOn } from '#shared/records/suite.ts';
import type { Throughput } from '#shared/records/throughput.ts';
import type { Dice } from './dice.ts';
import { placeOf } from './places.ts';

/** The months that lie wholly between two days, as `YYYY-MM`. */
const wholeMonths = (from: string, to: string): string[] => {
  const months: string[] = [];
  let year = Number(from.slice(0, 4));
  let month = Number(from.slice(5, 7)) + (from.endsWith('-01') ? 0 : 1);
  for (;;) {
    if (month > 12) [year, month] = [year + 1, 1];
    const text = `${year}-${String(month).padStart(2, '0')}`;
    if (text >= to.slice(0, 7)) return months;
    months.push(text);
    month++;
  }
};

/** What the force supplied: every suite and whole month, but for the last month of one suite, which is still owed. */
export const throwThroughput = (
  office: string,
  suites: readonly Suite[],
  from: string,
  today: string,
  dice: Dice,
): Throughput[] => {
  const months = wholeMonths(from, today);
  return suites.flatMap((suite, s) =>
    months.slice(0, s === suites.length - 1 ? -1 : undefined).map((month): Throughput => {
      const status = suiteStatusOn(suite, `${month}-15`);
      const share = { open: 100, reserve: 35, closed: 0 }[status];
      const total = Math.round((placeOf(suite).monthly * share * dice.int(88, 112)) / 10_000);
      return {
        id: throughputId(office, suite.id, month),
        suite: suite.id,
        month,
        total,
        under18: Math.round((total * dice.int(35, 65)) / 1_000),
        female: Math.round((total * dice.int(140, 180)) / 1_000),
      };
    }),
  );
};
