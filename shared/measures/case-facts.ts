import { type CaseClockSettings, lastDay } from '#shared/cases/clock.ts';
import { clocksOf } from '#shared/cases/clocks.ts';
import { owesReply } from '#shared/cases/kinds.ts';
import { countedCase, decisionOf } from '#shared/cases/mark.ts';
import { isRequest } from '#shared/cases/request-clocks.ts';
import { type CaseFile, standingClosing } from '#shared/records/case-file.ts';
import type { CaseMark } from '#shared/records/case-mark.ts';
import type { AssuranceRequest, Engagement } from '#shared/records/engagement.ts';
import { workingDaysBetween } from '#shared/reviews/days.ts';

/** By what a case and all that belongs to it is split. */
type OfCase = {
  id: string;
  /** The day on which it happened, or from which it stood so. */
  date: string;
  /** Its place among what is known of the record. */
  place: number;
  kind: string;
  channel: string | null;
  area: string | null;
  constituency: string | null;
};

export const caseHappenings = ['received', 'answered', 'closed', 'call in', 'call out'] as const;

/** Something that happened to a case on a day. What was reopened counts as open again, as if it had never been closed. */
export type CaseFact = OfCase & {
  what: (typeof caseHappenings)[number];
  /** Of a case answered: by whom. */
  answeredBy: string | null;
  /** Of a case received: acknowledged within its standard. 0 and 1, null where none is owed or its file does not say. */
  acknowledgedInTarget: number | null;
  /** Of a case answered. */
  answeredInTarget: number | null;
  workingDays: number | null;
};

/** From when to when a case was open; null where it still is. */
export type CaseSpan = OfCase & { until: string | null };

/** A theme of a case on the day it was received, with where it happened, as people call it. */
export type CaseTheme = OfCase & { theme: string; locality: string | null };

export const requestHappenings = ['received', 'decided', 'extended', 'internal review'] as const;

/** Something that happened to a request for information on a day. */
export type RequestFact = OfCase & {
  what: (typeof requestHappenings)[number];
  outcome: string | null;
  /** Of a request decided: within its clock. 0 and 1. */
  inTime: number | null;
  late: number | null;
};

export type RequestSpan = OfCase & { until: string | null };

/** What the office did of its own, on its day. */
export type EngagementFact = { id: string; date: string; place: number; kind: string; area: string | null };
export type AssuranceFact = { id: string; date: string; place: number; what: 'asked' | 'answered' };

/** The facts that the figures of correspondence are told over. */
export type CaseFactOf = {
  cases: CaseFact;
  openCases: CaseSpan;
  caseThemes: CaseTheme;
  requests: RequestFact;
  openRequests: RequestSpan;
  engagements: EngagementFact;
  assurance: AssuranceFact;
};

export type CaseFacts = {
  happened: CaseFact[];
  open: CaseSpan[];
  themes: CaseTheme[];
  requests: RequestFact[];
  openRequests: RequestSpan[];
};

type Row<T> = Omit<T, keyof OfCase> & { date: string };

const numbered = <T extends { date: string }>(c: CaseFile, rows: readonly T[]) =>
  rows.map((row, place) => ({
    id: c.id,
    place,
    kind: c.kind,
    channel: c.channel ?? null,
    area: c.area ?? null,
    constituency: c.constituency ?? null,
    ...row,
  }));

/** Nothing happens to a case before it is received: what was entered so counts on that day. */
const notBefore = (c: CaseFile, day: string): string => (day < c.received ? c.received : day);

/** Whether something was done by the last day of its clock, as the page of the case says it. */
const isInTime = (
  c: CaseFile,
  which: 'acknowledge' | 'answer' | 'request',
  on: string,
  settings: CaseClockSettings,
): boolean => {
  const found = clocksOf(c, settings).find(({ clock }) => clock === which);
  const due = found ? lastDay(found, settings.holidays) : null;
  return due === null || on <= due;
};

/** An answer acknowledges too. One that is not acknowledged is not in time, unless its file does not speak of it. */
const acknowledgedInTarget = (c: CaseFile, settings: CaseClockSettings): number | null => {
  const [on] = [c.acknowledged?.on, c.answered?.on].filter((day) => day !== undefined).sort();
  if (!owesReply(c) || isRequest(c.kind)) return null;
  if (c.imported && c.imported.acknowledgementUnknown !== false && c.acknowledged === undefined) return null;
  return on === undefined ? 0 : Number(isInTime(c, 'acknowledge', on, settings));
};

const unknown = { answeredBy: null, acknowledgedInTarget: null, answeredInTarget: null, workingDays: null };

const happened = (c: CaseFile, settings: CaseClockSettings): Row<CaseFact>[] => {
  const closed = standingClosing(c);
  const { answered } = c;
  const clock = isRequest(c.kind) ? 'request' : 'answer';
  const calls = c.messages.filter(({ channel }) => channel === 'phone');
  return [
    {
      ...unknown,
      date: c.received,
      what: 'received',
      acknowledgedInTarget: acknowledgedInTarget(c, settings),
    },
    ...(answered
      ? [
          {
            ...unknown,
            date: notBefore(c, answered.on),
            what: 'answered' as const,
            answeredBy: answered.by ?? null,
            answeredInTarget: owesReply(c) ? Number(isInTime(c, clock, answered.on, settings)) : null,
            workingDays: workingDaysBetween(c.received, answered.on, settings.holidays),
          },
        ]
      : []),
    ...(closed ? [{ ...unknown, date: notBefore(c, closed.on), what: 'closed' as const }] : []),
    ...calls.map(({ direction, on }) => ({
      ...unknown,
      date: on,
      what: direction === 'in' ? ('call in' as const) : ('call out' as const),
    })),
  ];
};

const requestRows = (c: CaseFile, settings: CaseClockSettings): Row<RequestFact>[] => {
  const none = { outcome: null, inTime: null, late: null };
  const decision = decisionOf(c);
  const inTime = decision && isInTime(c, 'request', c.answered?.on ?? decision.on, settings);
  return [
    { ...none, date: c.received, what: 'received' },
    ...(decision
      ? [
          {
            ...none,
            date: notBefore(c, decision.on),
            what: 'decided' as const,
            outcome: decision.outcome,
            inTime: Number(inTime),
            late: Number(!inTime),
          },
        ]
      : []),
    ...(c.request?.extension ? [{ ...none, date: c.request.extension.on, what: 'extended' as const }] : []),
    ...(c.request?.internalReviews ?? []).map(({ asked }) => ({
      ...none,
      date: asked,
      what: 'internal review' as const,
    })),
  ];
};

/** From receipt to the day on which it ended; nothing where both are one day. */
const spanUntil = (c: CaseFile, end: string | undefined): { date: string; until: string | null }[] => {
  const until = end === undefined ? null : notBefore(c, end);
  return until === c.received ? [] : [{ date: c.received, until }];
};

/** What measures know of a case: none of its words but where it happened, and nobody's name. */
export const caseFacts = (c: CaseFile, settings: CaseClockSettings = {}): CaseFacts =>
  c.confidential ? none : factsOf(c, settings);

/**
 * What measures know of a confidential case: the same wherever it is counted, also where the case itself may be opened,
 * so that a return does not depend on who makes it.
 */
export const markFacts = ({ id, counted }: CaseMark, settings: CaseClockSettings = {}): CaseFacts =>
  counted ? factsOf(countedCase({ id, counted }), settings) : none;

const none: CaseFacts = { happened: [], open: [], themes: [], requests: [], openRequests: [] };

const factsOf = (c: CaseFile, settings: CaseClockSettings): CaseFacts => {
  const closed = standingClosing(c)?.on;
  const isOne = isRequest(c.kind);
  return {
    happened: numbered(c, happened(c, settings)),
    open: numbered(c, spanUntil(c, closed)),
    themes: numbered(
      c,
      [...new Set(c.themes)].map((theme) => ({
        date: c.received,
        theme,
        locality: c.place ?? null,
      })),
    ),
    requests: isOne ? numbered(c, requestRows(c, settings)) : [],
    openRequests: isOne ? numbered(c, spanUntil(c, decisionOf(c)?.on ?? closed)) : [],
  };
};

export const engagementFacts = (e: Engagement): EngagementFact[] => [
  { id: e.id, date: e.on, place: 0, kind: e.kind, area: e.area ?? null },
];

export const assuranceFacts = (a: AssuranceRequest): AssuranceFact[] => [
  { id: a.id, date: a.on, place: 0, what: 'asked' },
  ...(a.answered === undefined ? [] : [{ id: a.id, date: a.answered, place: 1, what: 'answered' as const }]),
];
