import {
  type Concern,
  type ConcernState,
  concernState,
  type Escalation,
  endStates,
} from '#shared/records/concern.ts';
import { addDays, britishDayOf, daysBetween } from '#shared/times.ts';

/** What happens to concerns and is counted. */
export const concernEvents = [
  'raised',
  'addressed',
  'resolved',
  'escalated',
  'answered',
  'checked',
  'closed',
  'came back',
] as const;

/** How concerns stand for a while: nothing settles them yet; the police owe an answer that is late. */
export const concernStandings = ['open', 'unanswered'] as const;

type OfConcern = {
  id: string;
  /** The day on which it happened, or from which it stood so. */
  date: string;
  /** Its place among what is known of the concern: the same may happen twice on a day. */
  place: number;
  suite: string | null;
  panel: string | null;
  concernArea: string;
  severity: string;
  source: string;
};

/** Something that happened to a concern on a day. */
export type ConcernFact = OfConcern & {
  what: (typeof concernEvents)[number];
  /** Days from the first letter to the answer, where the police answered one. */
  days: number | null;
};

/** How a concern stood from a day until another; null where it still does. */
export type ConcernSpan = OfConcern & {
  what: (typeof concernStandings)[number];
  until: string | null;
};

type Happened = Pick<ConcernFact, 'date' | 'what' | 'days'>;
type Stood = Pick<ConcernSpan, 'date' | 'what' | 'until'>;

/** What measures know of a concern. None of its words are among it. */
export const concernFacts = (c: Concern): { happened: ConcernFact[]; stood: ConcernSpan[] } => {
  const of = {
    suite: c.suite ?? null,
    panel: c.panel ?? null,
    concernArea: c.area,
    severity: c.severity,
    source: c.from.kind,
  };
  const rounds = policeRounds(c);
  const happened = [
    { date: c.raisedOn, what: 'raised' as const, days: null },
    ...ownEvents(c),
    ...rounds.happened,
  ];
  const stood = [...openSpans(c), ...rounds.late];
  return {
    happened: happened.map((one, place) => ({ id: c.id, ...one, place, ...of })),
    stood: stood.map((one, place) => ({ id: c.id, ...one, place, ...of })),
  };
};

const isEnd = (state: string) => (endStates as readonly string[]).includes(state);

/** The day of a move. What acceptance makes of a report belongs to the day on which the concern was raised. */
const dayOfMove = (c: Concern, { by, at, from }: Concern['events'][number]): string =>
  by === 'office' && from === 'raised' ? c.raisedOn : later(c.raisedOn, britishDayOf(at));

const later = (a: string, b: string) => (a > b ? a : b);

/** What its own moves say: how it ended, and that it came back. */
const ownEvents = (c: Concern): Happened[] =>
  c.events.flatMap((event): Happened[] => {
    const date = dayOfMove(c, event);
    const told = (what: Happened['what'], on = date): Happened[] => [{ date: on, what, days: null }];
    switch (event.to as ConcernState) {
      // These two say what was so when it was raised, whenever somebody came to write it down.
      case 'addressed':
      case 'resolved':
        return told(event.to as 'addressed' | 'resolved', c.raisedOn);
      case 'checked':
      case 'closed':
        return told(event.to as 'checked' | 'closed');
      case 'coordinator':
        return cameBack(c, event.from, date) ? told('came back') : [];
      default:
        return [];
    }
  });

/**
 * Whether it came back after it was called fixed: it had ended, visitors had found it put right, or the police had
 * answered and visitors then found otherwise. That an answer does not satisfy the coordinator is something else.
 */
const cameBack = (c: Concern, from: string, date: string): boolean => {
  if (isEnd(from) || from === 'checked') return true;
  const answered = c.answers.map(({ on }) => on).filter((on) => on <= date);
  return (
    from === 'answered' &&
    c.found.some(
      ({ finding, on }) => finding === 'not put right' && on <= date && answered.some((day) => day <= on),
    )
  );
};

/** From when to when it was open; again where it was reopened. */
const openSpans = (c: Concern): Stood[] => {
  const spans: Stood[] = [{ date: c.raisedOn, what: 'open', until: null }];
  for (const event of c.events) {
    const last = spans.at(-1) as Stood;
    const day = dayOfMove(c, event);
    if (isEnd(event.to)) last.until ??= later(last.date, day);
    else if (last.until !== null) spans.push({ date: later(last.until, day), what: 'open', until: null });
  }
  return spans.filter(({ date, until }) => date !== until);
};

type Step =
  | { on: string; order: 0; letter: Escalation }
  | { on: string; order: 1 }
  | { on: string; order: 2; to: string };

/**
 * What was asked of the police and what they answered. A further letter about what they owe an answer to already sets
 * a new day and is no new escalation; a further answer to what is answered is no new answer. Without either, a concern
 * that has moved on awaits nothing any more.
 */
const policeRounds = (c: Concern): { happened: Happened[]; late: Stood[] } => {
  const steps: Step[] = [
    ...c.escalations.map((letter): Step => ({ on: letter.on, order: 0, letter })),
    ...c.answers.map(({ on }): Step => ({ on, order: 1 })),
    ...c.events
      .filter(({ from, to }) => from === 'escalated' || to === 'coordinator')
      .map(({ at, to }): Step => ({ on: britishDayOf(at), order: 2, to })),
  ].sort((a, b) => (a.on === b.on ? a.order - b.order : a.on < b.on ? -1 : 1));

  const happened: Happened[] = [];
  const late: Stood[] = [];
  let asked: { first: string; due: string } | undefined;
  let isAnswered = false;
  const noLonger = (until: string | null) => {
    const from = asked && addDays(asked.due, 1);
    if (from && (until === null || from < until)) late.push({ date: from, what: 'unanswered', until });
    asked = undefined;
  };
  for (const step of steps)
    if (step.order === 0) {
      const first = asked?.first ?? step.on;
      if (asked) noLonger(step.on);
      else happened.push({ date: step.on, what: 'escalated', days: null });
      asked = { first, due: step.letter.due };
      isAnswered = false;
    } else if (step.order === 1) {
      const days = asked ? daysBetween(asked.first, step.on) : null;
      if (!isAnswered) happened.push({ date: step.on, what: 'answered', days });
      noLonger(step.on);
      isAnswered = true;
    } else {
      noLonger(step.on);
      if (step.to === 'coordinator') isAnswered = false;
    }
  if (concernState(c) === 'escalated') noLonger(null);
  return { happened, late };
};
