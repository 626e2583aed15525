import type { ClaimLine, ClaimRate } from '#shared/records/claim.ts';
import { rateOn } from './rates.ts';

/** What a line comes to in whole pence; null where no rate is set for its day or it does not say enough. */
export type Amount = { pence: number | null /** Cut to what is paid at most. */; cut: boolean };

/** Miles and pence a mile are to a tenth: whole numbers of tenths, so that nothing is lost to binary fractions. */
const tenths = (value: number): number => Math.round(value * 10);

/** Whole pence, rounded half up, of so many hundredths. */
const wholePence = (hundredths: number): number => Math.floor((hundredths + 50) / 100);

/** What miles come to after so many before them in the year: what crosses the limit is split there. */
const milesPence = (rate: ClaimRate, before: number, miles: number): number => {
  if (!rate.beyond) return wholePence(miles * tenths(rate.mile));
  const near = Math.min(miles, Math.max(0, tenths(rate.beyond.miles) - before));
  return wholePence(near * tenths(rate.mile) + (miles - near) * tenths(rate.beyond.mile));
};

/** Lines in the order of their days; those of one day by their ids, so that every laptop counts alike. */
const inOrder = (lines: readonly ClaimLine[]): ClaimLine[] =>
  lines.toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1));

/**
 * What each line of a person comes to: by the rate of its day, miles counted from the beginning of the office's year.
 * @param lines all lines that stand in any claim of the person in the years concerned, in any order
 * @param yearOf the office's year that a day is in
 */
export const amountsOf = (
  lines: readonly ClaimLine[],
  rates: readonly ClaimRate[],
  yearOf: (day: string) => string,
): Map<string, Amount> => {
  const driven = new Map<string, number>();
  const amount = (line: ClaimLine): Amount => {
    const rate = rateOn(rates, line.on);
    if (line.kind === 'mileage') {
      if (!rate || line.miles === undefined) return { pence: null, cut: false };
      const year = yearOf(line.on);
      const before = driven.get(year) ?? 0;
      driven.set(year, before + tenths(line.miles));
      return { pence: milesPence(rate, before, tenths(line.miles)), cut: false };
    }
    if (line.pence === undefined) return { pence: null, cut: false };
    const most =
      line.kind === 'subsistence' ? rate?.subsistence.find(({ id }) => id === line.rate)?.most : undefined;
    const cut = most !== undefined && line.pence > most;
    return { pence: cut ? most : line.pence, cut };
  };
  return new Map(inOrder(lines).map((line) => [line.id, amount(line)]));
};

/** What lines come to together: the sum of what each comes to, and of their miles. */
export const totalOf = (
  lines: readonly ClaimLine[],
  amounts: ReadonlyMap<string, Pick<Amount, 'pence'>>,
): { pence: number; miles: number } => ({
  pence: lines.reduce((sum, { id }) => sum + (amounts.get(id)?.pence ?? 0), 0),
  miles: milesOf(lines),
});

export const milesOf = (lines: readonly ClaimLine[]): number =>
  lines.reduce((sum, { kind, miles = 0 }) => sum + (kind === 'mileage' ? tenths(miles) : 0), 0) / 10;

/** Pence as pounds are written: 1234 is 12.34. */
export const pounds = (pence: number): string =>
  `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;

/** What somebody typed as pounds, in pence: `12`, `12.3`, `£12.34`; undefined where it is no amount. */
export const parsePounds = (text: string): number | undefined => {
  const match = /^£?\s*(\d{1,4})(?:\.(\d{1,2}))?$/.exec(text.trim().replaceAll(',', ''));
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined;
};
