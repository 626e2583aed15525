import { bankHolidays } from '#shared/deadlines/bank-holidays.ts';
import { type BankHolidays, calendarOf } from '#shared/deadlines/calendar.ts';
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

/** Last days that were worked out already: a queue asks for those of every open case. */
const known = new WeakMap<BankHolidays, Map<string, string | null>>();

const endsFor = (holidays: BankHolidays): Map<string, string | null> => {
  const before = known.get(holidays);
  if (before) return before;
  const fresh = new Map<string, string | null>();
  known.set(holidays, fresh);
  return fresh;
};

/** The last day of a clock, the same that its explanation comes to; null while it stands still or has not begun. */
export const lastDay = (
  { rule, events }: Pick<CaseClock, 'rule' | 'events'>,
  holidays: BankHolidays = bankHolidays,
): string | null => {
  const ends = endsFor(holidays);
  const key = `${rule.id} ${rule.count} ${JSON.stringify(events, ['kind', 'on', 'until', 'extension', 'count'])}`;
  const before = ends.get(key);
  if (before !== undefined) return before;
  const calendar = rule.calendar && calendarOf(rule.calendar, holidays);
  const due = runClock(rule, events, calendar)?.due ?? null;
  ends.set(key, due);
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
