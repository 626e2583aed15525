import { count } from '#shared/numbers.ts';
import { inSentence } from '#shared/text.ts';
import { dayWords, weekday } from '#shared/times.ts';
import { bankHolidays } from './bank-holidays.ts';
import { type BankHolidays, type Calendar, type CalendarId, calendarOf, isWorkingDay } from './calendar.ts';
import { type ClockEvent, type LeftOut, type Run, runClock } from './clock.ts';
import { type Length, type Rule, type RuleId, ruleOf } from './rules.ts';

/** A due date with what it takes to print and to doubt it. */
export type Deadline = {
  rule: string;
  /** The day from which it counts. */
  start: string;
  /** The last day; null while the clock stands. */
  due: string | null;
  basis: string;
  /** How it comes about, in one paragraph. */
  explanation: string;
  /** Bank holidays of a year that it rests on are not loaded, so that it may move. */
  provisional: boolean;
};

const inWords: Record<CalendarId, string> = {
  'england-and-wales': 'England and Wales',
  'uk-wide': 'any part of the United Kingdom',
};

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** A day with its name: “Monday 4 May 2026”. */
export const named = (day: string): string => `${dayNames[weekday(day) - 1]} ${dayWords(day)}`;

const lengthWords = ({ count: n, unit }: Length): string =>
  `${count(n)} ${n === 1 ? unit.slice(0, -1) : unit}`;

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

const many = (n: number, one: string, more = `${one}s`): string => `${count(n)} ${n === 1 ? one : more}`;

/** What was left out, in words: weekends by their number, bank holidays by name and day. */
const leftOutWords = (rule: Rule, leftOut: readonly LeftOut[]): string | undefined => {
  const weekend = leftOut.filter(({ why }) => why === 'weekend').length;
  const paused = leftOut.filter(({ why }) => why === 'paused').length;
  const holidays = leftOut.flatMap(({ day, why }) =>
    typeof why === 'object' ? [`${why.holiday} (${dayWords(day)})`] : [],
  );
  const where = rule.calendar ? ` in ${inWords[rule.calendar]}` : '';
  const parts = [
    weekend > 0 && `${many(weekend, 'day')} at weekends`,
    holidays.length > 0 && `${many(holidays.length, 'bank holiday')}${where}: ${listed(holidays)}`,
    paused > 0 && `${many(paused, 'day')} on which the clock stood`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? `Left out: ${parts.join('; ')}.` : undefined;
};

const startWords = ({ rule, start, length }: Run): string => {
  if (length.unit === 'months')
    return `${rule.starts} on ${named(start)}. The period is ${lengthWords(length)}: it ends on the same date, or on the last day of a month that has no such date.`;
  const first =
    rule.firstDay === 'the day itself' ? `that day is day 1` : 'the day after it is the first that can count';
  return `${rule.starts} on ${named(start)}; ${first}. ${lengthWords(length)} are counted.`;
};

const pausedWords = ({ pauses }: Run): string[] =>
  pauses.map(({ on, until, why }) =>
    until === undefined
      ? `The clock has stood since ${dayWords(on)}: ${why}.`
      : `The clock stood from ${dayWords(on)} to ${dayWords(until)}, both included: ${why}.`,
  );

const extendedWords = ({ rule, extensions }: Run): string[] =>
  extensions.flatMap(({ extension, why }) => {
    const known = rule.extensions?.find(({ id }) => id === extension);
    return known ? [`Extended: ${inSentence(known.title)}${why ? ` (${why})` : ''}. ${known.basis}.`] : [];
  });

/** What is to be said of the last day: that it was moved on, or that nobody works on it and it stands all the same. */
const endWords = (run: Run, working: Calendar): string => {
  const { rule, due, rolledFrom, counted, length } = run;
  if (due === null)
    return `${count(counted)} ${length.unit === 'months' ? 'days' : length.unit} had been counted when it stopped; it has no last day until it goes on.`;
  if (rolledFrom)
    return `It would end on ${named(rolledFrom)}, and ends on the next working day: ${named(due)}.`;
  const isIdle = rule.unit !== 'working days' && !rule.rolls && !isWorkingDay(working, due);
  return `The last day is ${named(due)}${isIdle ? '. Nobody works that day in England and Wales, and the period is not made longer by that' : ''}.`;
};

/** What began before there was such a clock is counted all the same, for whoever asks, and is told not to be law. */
const sinceWords = ({ rule: { since }, start }: Run): string | undefined =>
  since !== undefined && start < since
    ? `There has been this clock since ${dayWords(since)} only: it did not bind what began before.`
    : undefined;

/** The paragraph that explains a clock: how it began, what was left out and why, where it ends, what it rests on. */
const explained = (run: Run, working: Calendar): string =>
  [
    startWords(run),
    ...pausedWords(run),
    ...extendedWords(run),
    leftOutWords(run.rule, run.leftOut),
    endWords(run, working),
    run.provisional &&
      `Bank holidays are known for ${working.first} to ${working.last}: this date is provisional and may move.`,
    `Basis: ${run.rule.basis}.`,
    sinceWords(run),
    run.rule.note,
  ]
    .filter(Boolean)
    .join(' ');

/**
 * The deadline of a rule, worked out from the events of its case.
 * @param holidays the bank holidays to go by, where a newer official list was loaded
 * @param rule the rule as an office has set it, where it changed a length of its own
 */
export const deadline = (
  id: RuleId,
  events: readonly ClockEvent[],
  holidays: BankHolidays = bankHolidays,
  rule: Rule = ruleOf(id),
): Deadline | undefined => {
  const working = calendarOf('england-and-wales', holidays);
  const calendar = rule.calendar ? calendarOf(rule.calendar, holidays) : undefined;
  const run = runClock(rule, events, calendar);
  if (!run) return undefined;
  const { start, due, provisional } = run;
  return { rule: id, start, due, basis: rule.basis, explanation: explained(run, working), provisional };
};
