import type { Session } from '#shared/records/session.ts';
import { type Visit, visitorsOf } from '#shared/records/visit.ts';
import { minutesBetween } from '#shared/times.ts';

/** What somebody gave in a stretch of time; `unknown` of these visits and sessions nobody said how long they took. */
export type Hours = {
  visits: number;
  visitMinutes: number;
  sessions: number;
  sessionMinutes: number;
  unknown: number;
};

export const noHours: Hours = { visits: 0, visitMinutes: 0, sessions: 0, sessionMinutes: 0, unknown: 0 };

export const addHours = (a: Hours, b: Hours): Hours => ({
  visits: a.visits + b.visits,
  visitMinutes: a.visitMinutes + b.visitMinutes,
  sessions: a.sessions + b.sessions,
  sessionMinutes: a.sessionMinutes + b.sessionMinutes,
  unknown: a.unknown + b.unknown,
});

/**
 * What one of its visitors gave to a visit. A report says the minutes of its visitors together, travel included; each
 * is taken to have given the same.
 */
export const hoursOfVisit = (visit: Pick<Visit, 'visitor1' | 'visitor2' | 'volunteerMinutes'>): Hours => {
  const { volunteerMinutes: minutes } = visit;
  const visitors = Math.max(1, visitorsOf(visit).length);
  return {
    ...noHours,
    visits: 1,
    visitMinutes: (minutes ?? 0) / visitors,
    unknown: minutes === undefined ? 1 : 0,
  };
};

/** What somebody gave who was present from its beginning to its end. */
export const hoursOfSession = ({ from, to }: Pick<Session, 'from' | 'to'>): Hours => ({
  ...noHours,
  sessions: 1,
  sessionMinutes: from && to ? minutesBetween(from, to) : 0,
  unknown: from && to ? 0 : 1,
});

/** Minutes as hours to one decimal, rounded half up: 50 minutes are 0.8. */
export const hoursText = (minutes: number): string => {
  const tenths = Math.floor(minutes / 6 + 0.5);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
};
