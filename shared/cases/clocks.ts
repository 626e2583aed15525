import type { ClockEvent } from '#shared/deadlines/clock.ts';
import { type Rule, type RuleId, ruleOf } from '#shared/deadlines/rules.ts';
import { type CaseFile, standingClosing } from '#shared/records/case-file.ts';
import type { CaseKind } from '#shared/records/case-parts.ts';
import { type CaseClock, type CaseClockSettings, type CaseDeadline, caseDeadline, lastDay } from './clock.ts';
import { kindRules } from './kinds.ts';
import { requestClocks } from './request-clocks.ts';

/** A standard of the office as it has set it for this kind. What the law sets is no setting. */
const standard = (
  id: RuleId,
  kind: CaseKind,
  what: 'acknowledge' | 'answer',
  { kinds }: CaseClockSettings,
): Rule => {
  const set = kinds?.[kind]?.[what];
  return set === undefined ? ruleOf(id) : { ...ruleOf(id), count: set };
};

/** The office's own clocks stand still while a hold does; those of the law know nothing of it. */
const held = ({ holds }: Pick<CaseFile, 'holds'>): ClockEvent[] =>
  holds.map(({ from, until, why }) => ({ kind: 'paused', on: from, until, why }));

/** The first of several days, whatever order they were entered in. */
const first = (...days: (string | undefined)[]): string | null =>
  days.filter((day) => day !== undefined).sort()[0] ?? null;

const acknowledgement = (c: CaseFile, settings: CaseClockSettings): CaseClock => {
  const law = ruleOf('data-protection-complaint');
  // What came before the law did is the office's own standard.
  const isLaw = c.kind === 'data-protection complaint' && c.received >= (law.since ?? '');
  const started: ClockEvent = { kind: 'started', on: c.received };
  const rule = isLaw ? law : standard('correspondence-acknowledgement', c.kind, 'acknowledge', settings);
  return {
    clock: 'acknowledge',
    title: rule.title,
    rule,
    events: isLaw ? [started] : [started, ...held(c)],
    done: first(c.acknowledged?.on, c.answered?.on, standingClosing(c)?.on),
  };
};

const answer = (c: CaseFile, settings: CaseClockSettings): CaseClock => {
  const rule = standard('correspondence-answer', c.kind, 'answer', settings);
  return {
    clock: 'answer',
    title: rule.title,
    rule,
    events: [{ kind: 'started', on: c.received }, ...held(c)],
    done: first(c.answered?.on, standingClosing(c)?.on),
  };
};

/**
 * Every clock of a case, from its events alone and in whatever order they were entered. None of it is counted yet:
 * `lastDay` and `caseDeadline` do that.
 */
export const clocksOf = (c: CaseFile, settings: CaseClockSettings = {}): CaseClock[] => {
  const { standards } = kindRules[c.kind];
  return [
    ...(standards ? [acknowledgement(c, settings), answer(c, settings)] : []),
    ...requestClocks(c, settings.holidays),
  ];
};

/** Every clock that has started, with its last day and the paragraph that explains it. */
export const caseDeadlines = (c: CaseFile, settings: CaseClockSettings = {}): CaseDeadline[] =>
  clocksOf(c, settings).flatMap((clock) => caseDeadline(clock, settings.holidays) ?? []);

/** A clock that is still to be met, and its last day. */
export type Owed = { readonly clock: CaseClock; readonly due: string | null };

/** What is still owed, what is owed first standing first. */
export const owedOf = (c: CaseFile, settings: CaseClockSettings = {}): Owed[] =>
  clocksOf(c, settings)
    .filter(({ done }) => done === null)
    .map((clock) => ({ clock, due: lastDay(clock, settings.holidays) }))
    .sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1));
