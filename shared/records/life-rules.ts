import { type Patch, same } from '#shared/sync/patch.ts';
import type { RefusalReason } from '#shared/sync/refusals.ts';
import type { LifeEvent } from './common.ts';
import type { Correction } from './visit.ts';

/** What the office has at hand where it receives a record: its clock, new ids, and its next number in a year. */
export type OfficeMarks = {
  at: string;
  newId: () => string;
  /** Undefined while no numbers are given. */
  reference: (year: string) => string | undefined;
};

/**
 * How the submitted work of a type is protected, and what the office does to it on receiving it: asked by acceptance,
 * on the hub and in a stand-alone store alike. `Kept` is what is given back.
 */
export type LifeRules<D, Kept = D> = {
  /** Why a change may not be made; undefined where it may. */
  readonly objection: (before: D | undefined, after: D, changes: Patch) => RefusalReason | undefined;
  /**
   * The changes of somebody who saw the record before others moved it on: moves that still make sense are made from
   * where it stands now, those that came about already are left out. `movedOn` where one contradicts what has happened.
   */
  readonly onward: (current: D, changes: Patch) => Patch | 'movedOn';
  /** Whether what a change adds to the record's life is said to be by whoever made it. */
  readonly isBy: (by: string, before: D | undefined, after: D) => boolean;
  /** What the office notes of whoever makes a change, before it is asked whether they may make it. */
  readonly marked?: (by: string, before: D | undefined, after: D, changes: Patch) => Kept;
  /** What is changed by settling what two people said differently, marked as that; without it nothing is marked. */
  readonly corrected?: (
    before: D,
    after: D,
    said: Pick<Correction, 'id' | 'by' | 'at' | 'reason'>,
    changes: Patch,
  ) => Kept;
  /** What the office adds on accepting. */
  readonly receive: (document: D, office: OfficeMarks) => Kept;
  /** The letter before the year in the office's own numbers. */
  readonly series: string;
  /** The day in whose year the office numbers a record; undefined where it gives it no number. */
  readonly numberedFrom: (document: D, today: string) => string | undefined;
};

/** The rules of any type, of whose documents nothing more is known. */
export type AnyRules = LifeRules<never, { id: string }>;

/** The items added to a list that only grows; undefined where one that was there is not what it was. */
export const newItems = <T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
): T[] | undefined =>
  before.every((item, i) => same(item, after[i])) ? after.slice(before.length) : undefined;

/** What an event is to a record that stands somewhere else than its author saw: made from here, or nothing any more. */
export type Onward<S extends string> = (state: S, event: LifeEvent) => LifeEvent | 'done' | 'movedOn';

/** Makes the events of a change from where its record stands now, as `onward` says of each. */
export const eventsOnward = <S extends string>(
  current: { events: readonly LifeEvent[] },
  from: S,
  changes: Patch,
  onward: Onward<S>,
): Patch | 'movedOn' => {
  let state = from;
  const met: Patch = [];
  for (const c of changes) {
    const isEvent = c.path[0] === 'events' && c.path.length === 2 && c.was === undefined;
    const event = c.now as LifeEvent | undefined;
    if (!isEvent || !event || current.events.some(({ id }) => id === event.id)) met.push(c);
    else {
      const next = event.from === state ? event : onward(state, event);
      if (next === 'movedOn') return 'movedOn';
      if (next === 'done') continue;
      met.push({ ...c, now: next as never });
      state = next.to as S;
    }
  }
  return met;
};
