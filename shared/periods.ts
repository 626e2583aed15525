import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fail, ok, type Result } from './result.ts';

/** A stretch of whole days, both ends included, with the id it was asked by and a generated label. */
export const period = z.object({ id: z.string(), from: z.iso.date(), to: z.iso.date(), label: z.string() });
export type Period = z.infer<typeof period>;

export type BadPeriod = { tag: 'badPeriod'; text: string };

type Kind = 'year' | 'quarter' | 'month' | 'range';
export type ParsedPeriod = Period & { kind: Kind };

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const name = (month: number) => monthNames[month - 1] as string;
const date = (year: number, month: number, day = 1) => Temporal.PlainDate.from({ year, month, day });
const long = (d: Temporal.PlainDate) => `${d.day} ${name(d.month)} ${d.year}`;

const make = (kind: Kind, id: string, from: Temporal.PlainDate, months: number): ParsedPeriod => {
  const to = from.add({ months }).subtract({ days: 1 });
  const span =
    from.year === to.year
      ? `${name(from.month)} to ${name(to.month)} ${to.year}`
      : `${name(from.month)} ${from.year} to ${name(to.month)} ${to.year}`;
  return {
    kind,
    id,
    from: from.toString(),
    to: to.toString(),
    label: months === 1 ? `${name(from.month)} ${from.year}` : span,
  };
};

/** `2022-23`, or `2022` where the office's year is the calendar year. */
const yearId = (start: number, firstMonth: number) =>
  firstMonth === 1 ? String(start) : `${start}-${String((start + 1) % 100).padStart(2, '0')}`;

const yearPeriod = (start: number, firstMonth: number) =>
  make('year', yearId(start, firstMonth), date(start, firstMonth), 12);

const quarterPeriod = (start: number, quarter: number, firstMonth: number) =>
  make(
    'quarter',
    `${yearId(start, firstMonth)}Q${quarter}`,
    date(start, firstMonth).add({ months: 3 * (quarter - 1) }),
    3,
  );

const monthPeriod = (year: number, month: number) =>
  make('month', `${year}-${String(month).padStart(2, '0')}`, date(year, month), 1);

const rangePeriod = (from: Temporal.PlainDate, to: Temporal.PlainDate): ParsedPeriod => ({
  kind: 'range',
  id: `${from}..${to}`,
  from: from.toString(),
  to: to.toString(),
  label: `${long(from)} to ${long(to)}`,
});

/** The calendar year in which the office's year that contains `day` begins. */
const startYear = (day: Temporal.PlainDate, firstMonth: number) =>
  day.month >= firstMonth ? day.year : day.year - 1;

const plainDate = (text: string): Temporal.PlainDate | undefined => {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return undefined;
  }
};

/**
 * Reads `2022-23`, `2022-23Q4`, `2022-11` or `2022-02-01..2022-11-11` (and `2022`, `2022Q1` where the office's year
 * is the calendar year). `firstMonth` is the month in which the office's year begins: 4 by default.
 * Twelve texts, `2000-01` to `2011-12`, could be either; they are read as years, because those are what people
 * still quote from that time (the month can be asked for as a range), and the label says which was read.
 */
export const parsePeriod = (text: string, firstMonth = 4): Result<ParsedPeriod, BadPeriod> => {
  const bad = fail({ tag: 'badPeriod' as const, text });
  const id = text.trim();
  const quarter = /^([12]\d{3})(?:[-/](\d{2}))?Q([1-4])$/i.exec(id);
  if (quarter) {
    const start = Number(quarter[1]);
    const tailFits =
      firstMonth === 1 ? quarter[2] === undefined : quarter[2] === yearId(start, firstMonth).slice(5);
    return tailFits ? ok(quarterPeriod(start, Number(quarter[3]), firstMonth)) : bad;
  }
  const year = /^([12]\d{3})([-/])(\d{2})$/.exec(id);
  if (year) {
    const start = Number(year[1]);
    const tail = Number(year[3]);
    if (firstMonth !== 1 && tail === (start + 1) % 100) return ok(yearPeriod(start, firstMonth));
    return year[2] === '-' && tail >= 1 && tail <= 12 ? ok(monthPeriod(start, tail)) : bad;
  }
  if (/^[12]\d{3}$/.test(id)) return firstMonth === 1 ? ok(yearPeriod(Number(id), 1)) : bad;
  const ends = id.split('..');
  const [from, to] = ends.map(plainDate);
  if (ends.length === 2 && from && to && Temporal.PlainDate.compare(from, to) <= 0)
    return ok(rangePeriod(from, to));
  return bad;
};

/** The period before it of the same kind; a range is followed backwards by one of as many days. */
export const previousPeriod = (p: ParsedPeriod, firstMonth = 4): ParsedPeriod => {
  const from = Temporal.PlainDate.from(p.from);
  if (p.kind === 'year') return yearPeriod(startYear(from, firstMonth) - 1, firstMonth);
  if (p.kind === 'month') {
    const earlier = from.subtract({ months: 1 });
    return monthPeriod(earlier.year, earlier.month);
  }
  if (p.kind === 'quarter') return quarterContaining(from.subtract({ months: 3 }).toString(), firstMonth);
  const to = Temporal.PlainDate.from(p.to);
  return rangePeriod(from.subtract(from.until(to).add({ days: 1 })), from.subtract({ days: 1 }));
};

/** The day a year earlier; the last day of a month stays the last, so that no 29 February falls between two years. */
const yearBefore = (day: Temporal.PlainDate): Temporal.PlainDate => {
  const earlier = day.subtract({ years: 1 });
  return day.day === day.daysInMonth ? earlier.with({ day: earlier.daysInMonth }) : earlier;
};

/** The same stretch one year earlier. */
export const samePeriodLastYear = (p: ParsedPeriod, firstMonth = 4): ParsedPeriod => {
  const from = Temporal.PlainDate.from(p.from).subtract({ years: 1 });
  if (p.kind === 'year') return yearPeriod(startYear(from, firstMonth), firstMonth);
  if (p.kind === 'quarter') return quarterContaining(from.toString(), firstMonth);
  if (p.kind === 'month') return monthPeriod(from.year, from.month);
  return rangePeriod(from, yearBefore(Temporal.PlainDate.from(p.to)));
};

/** From the first day of the office's year in which the period ends to the period's end. */
export const yearToDate = (p: ParsedPeriod, firstMonth = 4): ParsedPeriod => {
  const to = Temporal.PlainDate.from(p.to);
  return rangePeriod(date(startYear(to, firstMonth), firstMonth), to);
};

/** The whole office year that contains `day`. */
export const yearContaining = (day: string, firstMonth = 4): ParsedPeriod =>
  yearPeriod(startYear(Temporal.PlainDate.from(day), firstMonth), firstMonth);

/** The quarter of the office's year that contains `day`. */
export const quarterContaining = (day: string, firstMonth = 4): ParsedPeriod => {
  const d = Temporal.PlainDate.from(day);
  const months = (d.month - firstMonth + 12) % 12;
  return quarterPeriod(startYear(d, firstMonth), Math.floor(months / 3) + 1, firstMonth);
};

/** The calendar month that contains `day`. */
export const monthContaining = (day: string): ParsedPeriod => {
  const { year, month } = Temporal.PlainDate.from(day);
  return monthPeriod(year, month);
};

/** A month by its name; by its days, where its name is read as that of a year. */
const monthId = ({ id, from, to }: Period, firstMonth: number): string => {
  const read = parsePeriod(id, firstMonth);
  return read.ok && read.value.kind === 'month' ? id : `${from}..${to}`;
};

/** The month, quarter or whole office year that contains `day`; it is read back as itself by its id. */
export const periodContaining = (kind: Exclude<Kind, 'range'>, day: string, firstMonth = 4): ParsedPeriod => {
  if (kind === 'year') return yearContaining(day, firstMonth);
  if (kind === 'quarter') return quarterContaining(day, firstMonth);
  const month = monthContaining(day);
  return { ...month, id: monthId(month, firstMonth) };
};

/** The months of a period, the first and the last as far as they lie within it; each is read back as itself by its id. */
export const monthsWithin = ({ from, to }: Period, firstMonth = 4): ParsedPeriod[] => {
  const months: ParsedPeriod[] = [];
  for (let day = from; day <= to; ) {
    const month = monthContaining(day);
    const next = Temporal.PlainDate.from(month.to).add({ days: 1 }).toString();
    const isWhole = day === month.from && month.to <= to;
    const end = month.to <= to ? month.to : to;
    months.push(
      isWhole
        ? { ...month, id: monthId(month, firstMonth) }
        : rangePeriod(Temporal.PlainDate.from(day), Temporal.PlainDate.from(end)),
    );
    day = next;
  }
  return months;
};
