import { type CaseFile, caseState, ownerOf } from '#shared/records/case-file.ts';
import { audienceOf, ofRole } from '#shared/sync/access.ts';
import type { CaseClockSettings } from './clock.ts';
import { nextStepOf, openAsks, type Waits, waitsFor } from './next-step.ts';

/**
 * What queues are told from, one row for each open case: by when something is owed, whose it is, for whom it waits. It is
 * written with the case as its figures are, and anew where the office's standards or holidays change: a page of ten
 * thousand open cases then works out the clocks of those alone that it shows.
 */
export type CaseQueued = {
  id: string;
  date: string;
  place: number;
  kind: string;
  owner: string | null;
  from: string | null;
  area: string | null;
  /** Between bars. */
  themes: string | null;
  /** The day of the next step: no day on which it is looked at moves it. */
  due: string | null;
  /** By what it is sorted where what is owed first stands first. */
  rank: string;
  waits: Waits;
  asked: number;
  risk: number;
  /** The keys of those who open it, between bars; null where every caseworker does, and nobody else. */
  seen: string | null;
};

const barred = (all: readonly string[]): string => `|${all.join('|')}|`;

/** Whether life or safety may be at stake and nobody was told: before everything else. */
const isUntold = ({ risk }: CaseFile): boolean => risk !== undefined && risk.told.length === 0;

/** Of what is owed by the same day the urgent stand first; what has no day stands last. */
const rankOf = (c: CaseFile, due: string | null): string =>
  `${isUntold(c) ? 0 : 1} ${due ?? '9999-12-31'} ${c.risk || c.urgent ? 0 : 1} ${c.received} ${c.id}`;

/** No day at all: by when something is owed is the same on each. */
const someDay = '0001-01-01';
const everyCaseworker = barred([ofRole('caseworker')]);

export const queuedOf = (c: CaseFile, settings: CaseClockSettings): CaseQueued[] => {
  if (caseState(c) === 'closed') return [];
  const due = nextStepOf(c, { ...settings, today: someDay })?.by ?? null;
  const seen = barred(audienceOf('caseFile', c));
  return [
    {
      ...{ id: c.id, date: c.received, place: 0, kind: c.kind },
      ...{ owner: ownerOf(c) ?? null, from: c.from ?? null, area: c.area ?? null },
      themes: c.themes.length > 0 ? barred(c.themes) : null,
      ...{ due, rank: rankOf(c, due), waits: waitsFor(c) },
      ...{ asked: openAsks(c).length > 0 ? 1 : 0, risk: c.risk ? 1 : 0 },
      seen: seen === everyCaseworker ? null : seen,
    },
  ];
};
