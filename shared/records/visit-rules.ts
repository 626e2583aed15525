import { type Patch, same } from '#shared/sync/patch.ts';
import type { LifeEvent } from './common.ts';
import {
  type Correction,
  isWithOffice,
  type Visit,
  type VisitState,
  visitMoves,
  visitState,
} from './visit.ts';

/** How a type's submitted work is protected, and what the office does to it on receiving it. */
export type VisitRules = typeof visitRules;

const isMove = (from: VisitState, to: string): boolean =>
  (visitMoves[from] as readonly string[]).includes(to);

/** Fields in which the office and the life cycle write; everything else is what the visitors said. */
const own = new Set(['events', 'corrections', 'reference', 'form', 'id', 'imported']);

const newItems = <T extends { id: string }>(before: readonly T[], after: readonly T[]): T[] | undefined =>
  before.every((item, i) => same(item, after[i])) ? after.slice(before.length) : undefined;

const movesAllowed = (from: VisitState, events: readonly LifeEvent[]): boolean => {
  let state = from;
  for (const event of events) {
    if (event.from !== state || !isMove(state, event.to) || event.to === 'received') return false;
    state = event.to as VisitState;
  }
  return true;
};

const changedContent = (changes: Patch): Patch =>
  changes.filter((c) => !same(c.was, c.now) && !own.has(c.path[0] as string));

const covers = (corrections: readonly Correction[], content: Patch): boolean =>
  content.every((c) =>
    corrections.some((correction) =>
      correction.changes.some(
        (said) => same(said.path, c.path) && same(said.was, c.was) && same(said.now, c.now),
      ),
    ),
  );

/** A report begins without the office's number and without corrections, which are of what the office has. */
const beginning = (v: Visit): string | undefined => {
  if (v.reference !== undefined) return 'officeOnly';
  const fits = v.corrections.length === 0 && (v.imported !== undefined || movesAllowed('draft', v.events));
  return fits ? undefined : 'lifeCycle';
};

/**
 * The rules of a visit report's life, kept on the hub and in a stand-alone store alike: events are only added and
 * only along the life cycle, corrections are only added, and once the office has the report nothing in it changes
 * except under a correction that says what.
 */
export const visitRules = {
  /** Why a change may not be made; undefined where it may. */
  objection: (before: Visit | undefined, after: Visit, changes: Patch): string | undefined => {
    if (!before) return beginning(after);
    const state = visitState(before);
    const events = newItems(before.events, after.events);
    const corrections = newItems(before.corrections, after.corrections);
    if (!events || !movesAllowed(state, events)) return 'lifeCycle';
    if (!corrections || (corrections.length > 0 && !isWithOffice(state))) return 'lifeCycle';
    if (before.reference !== after.reference || !same(before.imported, after.imported)) return 'officeOnly';
    if (!same(before.form, after.form)) return 'lifeCycle';
    return !isWithOffice(state) || covers(corrections, changedContent(changes)) ? undefined : 'submitted';
  },

  /**
   * What the office adds on accepting: a report made ready is received and gets its number, a correction gets its.
   * @param reference asks for the next number of the office's series in a year
   */
  receive: (
    v: Visit,
    office: { at: string; newId: () => string; reference: (year: string) => string },
  ): Visit => {
    const received =
      visitState(v) === 'ready'
        ? {
            ...v,
            events: [
              ...v.events,
              { id: office.newId(), from: 'ready', to: 'received', by: 'office', at: office.at },
            ],
            ...(v.imported || v.reference
              ? {}
              : { reference: office.reference((v.date ?? office.at).slice(0, 4)) }),
          }
        : v;
    const corrections = received.corrections.map((c, i) => ({ ...c, number: i + 1 }));
    return same(corrections, received.corrections) ? received : { ...received, corrections };
  },

  /** The letter before the year in the office's own numbers. */
  series: 'V',

  /** The words a search finds a report by. */
  words: (v: Visit): string => {
    const free = Object.values(v.answers).flatMap((a) =>
      'value' in a && typeof a.value === 'string' ? [a.value] : [],
    );
    return [
      v.reference,
      v.imported?.reference,
      v.comments,
      v.praiseWords,
      v.delayReason,
      v.briefing,
      v.sergeant,
      v.escort,
      ...free,
    ]
      .filter(Boolean)
      .join(' ');
  },
};
