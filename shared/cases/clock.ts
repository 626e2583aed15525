import { bankHolidays } from '#shared/deadlines/bank-holidays.ts';
import { type BankHolidays, type Calendar, type CalendarId, calendarOf } from '#shared/deadlines/calendar.ts';
import { type ClockEvent, runClock } from '#shared/deadlines/clock.ts';
import { type Deadline, deadline } from '#shared/deadlines/deadline.ts';
import type { Rule, RuleId } from '#shared/deadlines/rules.ts';
import type { CaseSettingsOf } from '#shared/records/case-settings.ts';
import type { Setting } from '#shared/records/setting.ts';

/** What the clocks of a case rest on beside its events: the office's standards, and the holidays loaded. */
export type CaseClockSettings = {
  readonly kinds?: CaseSettingsOf['kinds'] | undefined;
  readonly holidays?: BankHolidays | undefined;
};

/** What an office's settings say of the clocks of cases; what they do not say is as the product has it. */
export const caseClockSettings = ({
  cases,
  bankHolidays: loaded,
}: Pick<Setting, 'cases' | 'bankHolidays'>): CaseClockSettings => ({
  ...(cases?.kinds && { kinds: cases.kinds }),
  ...(loaded && { holidays: loaded }),
});

/**
 * A clock of a case as its events have it, before anything is counted: which rule, what happened to it, and when what it
 * waits for was done.
 */
export type CaseClock = {
  /** What of the case it is for: `acknowledge`, `answer`, and the clocks of requests. */
  readonly clock: string;
  readonly title: string;
  readonly rule: Rule;
  readonly events: readonly ClockEvent[];
  /** The day on which it was done, or on which nobody owed it any more. */
  readonly done: string | null;
};

/** What is worked out once for a list of bank holidays: a queue asks for the last days of every open case. */
type Known = { readonly calendars: Map<CalendarId, Calendar>; readonly ends: Map<string, string | null> };
const known = new WeakMap<BankHolidays, Known>();

const knownOf = (holidays: BankHolidays): Known => {
  const before = known.get(holidays);
  if (before) return before;
  const fresh = { calendars: new Map(), ends: new Map() };
  known.set(holidays, fresh);
  return fresh;
};

const knownCalendar = ({ calendars }: Known, id: CalendarId, holidays: BankHolidays): Calendar => {
  const calendar = calendars.get(id) ?? calendarOf(id, holidays);
  calendars.set(id, calendar);
  return calendar;
};

/** What of an event moves an end; the words beside it do not. */
const keyOf = (event: ClockEvent): string => {
  if (event.kind === 'extended') return `extended ${event.extension} ${event.count}`;
  return event.kind === 'paused' ? `paused ${event.on} ${event.until}` : `${event.kind} ${event.on}`;
};

/** The last day of a clock, the same that its explanation comes to; null while it stands still or has not begun. */
export const lastDay = (
  { rule, events }: Pick<CaseClock, 'rule' | 'events'>,
  holidays: BankHolidays = bankHolidays,
): string | null => {
  const here = knownOf(holidays);
  const key = `${rule.id} ${rule.count} ${events.map(keyOf).join()}`;
  const before = here.ends.get(key);
  if (before !== undefined) return before;
  const calendar = rule.calendar && knownCalendar(here, rule.calendar, holidays);
  const due = runClock(rule, events, calendar)?.due ?? null;
  here.ends.set(key, due);
  return due;
};

/** A clock worked out and explained, as the page of a case shows it. */
export type CaseDeadline = Deadline &
  Pick<CaseClock, 'clock' | 'title' | 'done'> & {
    /** Whether the law sets it, and not the office. */
    readonly statutory: boolean;
    /** What its note says is doubtful in law. */
    readonly confirm: boolean;
  };

/** The clock with its last day and the paragraph that explains it; undefined where it has not started. */
export const caseDeadline = (
  { clock, title, rule, events, done }: CaseClock,
  holidays: BankHolidays = bankHolidays,
): CaseDeadline | undefined => {
  const found = deadline(rule.id as RuleId, events, holidays, rule);
  const { standing, confirm = false } = rule;
  return found && { ...found, clock, title, done, statutory: standing === 'law', confirm };
};

/** Whether a clock ran out: it was done too late, or is not done and its last day has gone by. */
export const ranOut = (due: string | null, done: string | null, today: string): boolean =>
  due !== null && (done ?? today) > due;
