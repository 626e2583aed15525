import type { CaseFile } from '#shared/records/case-file.ts';

/** Something that happened to a case, for its page: on which day, by whom, and what was said of it. */
export type Happening = {
  readonly on: string;
  readonly by: string | null;
  readonly what: string;
  readonly words: string | null;
};

const dayOf = (at: string): string => at.slice(0, 10);

const entries = (c: CaseFile): Happening[] => {
  const one = (on: string, by: string | null, what: string, words?: string | null): Happening => ({
    ...{ on, by, what },
    words: words?.trim() || null,
  });
  return [
    one(c.received, null, 'Received'),
    ...(c.risk
      ? [one(dayOf(c.risk.at), c.risk.by, 'Flagged: life or safety may be at stake', c.risk.words)]
      : []),
    ...(c.risk?.told ?? []).map(({ on, by, who, at }) => one(on, by, `Told of the risk at ${at}: ${who}`)),
    ...c.assignments.map(({ on, by, to }) => one(on, by, to === by ? 'Taken on' : 'Given to somebody')),
    ...(c.acknowledged ? [one(c.acknowledged.on, null, 'Acknowledged')] : []),
    ...c.asks.flatMap(({ on, by, to, question, chased, answered, answer, done }) => [
      one(on, by, `Asked: ${to}`, question),
      ...chased.map((again) => one(again.on, again.by, `Reminded: ${to}`)),
      ...(answered ? [one(answered, null, `Answered by ${to}`, answer)] : []),
      ...(done ? [one(done.on, done.by, 'Confirmed that it was done', done.words)] : []),
    ]),
    ...c.holds.flatMap(({ from, until, why, by }) => [
      one(from, by, 'Put on hold', why),
      ...(until ? [one(until, by, 'Resumed')] : []),
    ]),
    ...c.steps.map(({ on, by, what, words }) => one(on, by, what, words)),
    ...(c.answered ? [one(c.answered.on, null, `Answered by ${c.answered.by ?? 'the office'}`)] : []),
    ...c.followUps.flatMap(({ due, what, done, by }) => [
      one(done ?? due, by, done ? 'Followed up' : 'To be followed up', what),
    ]),
    ...c.closings.map(({ on, by, outcome, words }) =>
      one(on, by, outcome ? `Closed: ${outcome}` : 'Closed', words),
    ),
    ...c.events
      .filter(({ to }) => to === 'open')
      .map(({ at, by, why }) => one(dayOf(at), by, 'Opened again', why)),
  ];
};

/** The whole life of a case, by day. Messages and notes stand on its page for themselves. */
export const caseHistory = (c: CaseFile): Happening[] =>
  entries(c).sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
