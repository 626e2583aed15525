import { Temporal } from 'temporal-polyfill';
import { addDays } from '#shared/times.ts';
import { type Calendar, isWeekend } from './calendar.ts';
import type { Length, Rule } from './rules.ts';

/**
 * What happens to a clock, in any order of entry. A pause without `until` is still on. An extension names one of the
 * rule's; `count` where less was taken than the rule allows.
 */
export type ClockEvent =
  | { readonly kind: 'started' | 'restarted'; readonly on: string; readonly why?: string | undefined }
  | {
      readonly kind: 'paused';
      readonly on: string;
      readonly until?: string | undefined;
      readonly why: string;
    }
  | {
      readonly kind: 'extended';
      readonly extension: string;
      readonly count?: number | undefined;
      readonly why?: string | undefined;
    };

/** A day that was left out, and why. */
export type LeftOut = {
  readonly day: string;
  readonly why: 'weekend' | 'paused' | { readonly holiday: string };
};

/** A clock worked out to its end, or as far as it goes while it is paused. */
export type Run = {
  readonly rule: Rule;
  /** The day from which it counts: of several starts and restarts the latest. */
  readonly start: string;
  /** The last day; null while the clock stands. */
  readonly due: string | null;
  /** How long it runs in all, extensions included. */
  readonly length: Length;
  /** Days that were counted, the last included. */
  readonly counted: number;
  readonly leftOut: readonly LeftOut[];
  /** The day on which it would have ended, where it ended on the next working day instead. */
  readonly rolledFrom: string | null;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extended[];
  /** The bank holidays of a year that it rests on are not loaded. */
  readonly provisional: boolean;
};

type Pause = Extract<ClockEvent, { kind: 'paused' }>;
type Extended = Extract<ClockEvent, { kind: 'extended' }>;

const isPaused = (pauses: readonly Pause[], day: string): boolean =>
  pauses.some(({ on, until }) => on <= day && (until === undefined || day <= until));

/** The first day of a pause that is still on; nothing is counted from then. */
const standsFrom = (pauses: readonly Pause[]): string | undefined =>
  pauses
    .filter(({ until }) => until === undefined)
    .map(({ on }) => on)
    .sort()[0];

/** The same order whichever way they were entered. */
const inOrder = <T>(events: readonly T[], by: (event: T) => string): T[] =>
  events.toSorted((a, b) => (by(a) < by(b) ? -1 : 1));

/** How long the clock runs with its extensions: those in all take the place of its length, those of more time add up. */
const lengthOf = (rule: Rule, extensions: readonly Extended[]): Length => {
  const taken = extensions.flatMap(({ extension, count }) => {
    const known = rule.extensions?.find(({ id }) => id === extension);
    return known ? [{ ...known, count: Math.min(count ?? known.count, known.count) }] : [];
  });
  const inAll = taken.filter(({ how }) => how === 'in all').map(({ count }) => count);
  const more = taken.filter(({ how }) => how === 'more').reduce((sum, { count }) => sum + count, 0);
  return { unit: rule.unit, count: Math.max(rule.count, ...inAll) + more };
};

/**
 * Works a clock out from the events of its case. The same events give the same end in whatever order they were entered,
 * whatever time zone or clock the machine has; a pause never makes it earlier.
 * @param calendar the calendar of the rule, needed where it counts working days or rolls
 */
export const runClock = (rule: Rule, events: readonly ClockEvent[], calendar?: Calendar): Run | undefined => {
  const starts = events.filter(({ kind }) => kind === 'started' || kind === 'restarted');
  const start = starts
    .map((event) => ('on' in event ? event.on : ''))
    .sort()
    .at(-1);
  if (start === undefined) return undefined;
  const pauses = inOrder(
    events
      .filter((event) => event.kind === 'paused')
      .filter(({ until }) => until === undefined || until >= start),
    ({ on, until = '', why }) => `${on} ${until} ${why}`,
  );
  const extensions = inOrder(
    events.filter((event) => event.kind === 'extended'),
    ({ extension, count, why = '' }) => `${extension} ${count} ${why}`,
  );
  const length = lengthOf(rule, extensions);
  const clock = { rule, start, length, pauses, extensions };
  const went = length.unit === 'months' ? byMonths(clock) : byDays(clock, calendar);
  const end = rule.rolls && calendar && went.end ? nextWorking(calendar, went.end) : went.end;
  const leftOut = end && went.end ? [...went.leftOut, ...rolledOver(calendar, went.end, end)] : went.leftOut;
  return {
    ...clock,
    due: end,
    counted: went.counted,
    leftOut,
    rolledFrom: end === went.end ? null : went.end,
    provisional: calendar !== undefined && end !== null && isBeyond(calendar, start, end),
  };
};

type Going = Pick<Run, 'rule' | 'start' | 'length' | 'pauses'>;
type Went = { end: string | null; counted: number; leftOut: LeftOut[] };

const byDays = ({ rule, start, length, pauses }: Going, calendar?: Calendar): Went => {
  const stands = standsFrom(pauses);
  const leftOut: LeftOut[] = [];
  let counted = 0;
  let end = start;
  for (let day = rule.firstDay === 'the day itself' ? start : addDays(start, 1); counted < length.count; ) {
    if (stands !== undefined && day >= stands) return { end: null, counted, leftOut };
    const why = whyNot(length, pauses, calendar, day);
    if (why) leftOut.push({ day, why });
    else {
      counted += 1;
      end = day;
    }
    day = addDays(day, 1);
  }
  return { end, counted, leftOut: leftOut.filter(({ day }) => day < end) };
};

/** Why a day does not count; undefined where it does. */
const whyNot = (
  { unit }: Length,
  pauses: readonly Pause[],
  calendar: Calendar | undefined,
  day: string,
): LeftOut['why'] | undefined => {
  if (isPaused(pauses, day)) return 'paused';
  if (unit !== 'working days') return undefined;
  if (isWeekend(day)) return 'weekend';
  const holiday = calendar?.holidayOn(day);
  return holiday === undefined ? undefined : { holiday };
};

/**
 * The same date so many months later, the last day of a month that has none. Each day of a pause moves it a day on,
 * and so does each day of a pause that is reached by that.
 */
const byMonths = ({ start, length, pauses }: Going): Went => {
  const stands = standsFrom(pauses);
  let end = Temporal.PlainDate.from(start).add({ months: length.count }).toString();
  const leftOut: LeftOut[] = [];
  let counted = 0;
  for (let day = addDays(start, 1); day <= end; day = addDays(day, 1)) {
    if (stands !== undefined && day >= stands) return { end: null, counted, leftOut };
    if (isPaused(pauses, day)) {
      leftOut.push({ day, why: 'paused' });
      end = addDays(end, 1);
    } else counted += 1;
  }
  return { end, counted, leftOut };
};

const nextWorking = (calendar: Calendar, day: string): string =>
  isWeekend(day) || calendar.holidayOn(day) !== undefined ? nextWorking(calendar, addDays(day, 1)) : day;

/** The days on which nobody works between where a clock would have ended and where it ends. */
const rolledOver = (calendar: Calendar | undefined, from: string, to: string): LeftOut[] => {
  const days: LeftOut[] = [];
  for (let day = from; day < to; day = addDays(day, 1)) {
    const holiday = calendar?.holidayOn(day);
    days.push({ day, why: holiday === undefined ? 'weekend' : { holiday } });
  }
  return days;
};

const isBeyond = ({ first, last }: Calendar, from: string, to: string): boolean =>
  Number(from.slice(0, 4)) < first || Number(to.slice(0, 4)) > last;
