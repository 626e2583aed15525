import { type Patch, same } from '#shared/sync/patch.ts';
import type { LifeEvent } from './common.ts';
import {
  type Correction,
  type Declaration,
  isPractice,
  isWithOffice,
  lifeFields,
  type Visit,
  type VisitState,
  visitMoves,
  visitorsOf,
  visitState,
} from './visit.ts';
import { visitWords } from './visit-words.ts';

/** How a type's submitted work is protected, and what the office does to it on receiving it. */
export type VisitRules = typeof visitRules;

const isMove = (from: VisitState, to: string): boolean =>
  Object.hasOwn(visitMoves, from) && (visitMoves[from] as readonly string[]).includes(to);

const newItems = <T extends { id: string }>(before: readonly T[], after: readonly T[]): T[] | undefined =>
  before.every((item, i) => same(item, after[i])) ? after.slice(before.length) : undefined;

/**
 * Whether the events added are moves of the life cycle. Receiving is the office's alone; an exercise is one from its
 * very start; and what was put aside comes back as what it was.
 */
const movesAllowed = (before: readonly LifeEvent[], added: readonly LifeEvent[]): boolean =>
  added.every((event, i) => {
    const last = added[i - 1] ?? before.at(-1);
    const from = (last?.to ?? 'draft') as VisitState;
    if (event.from !== from || !isMove(from, event.to) || event.to === 'received') return false;
    if (from === 'discarded') return event.to === last?.from;
    return event.to !== 'practice' || last === undefined;
  });

/** Whether declarations are those of visitors whom the report names. */
const byVisitors = (v: Visit, declarations: readonly Declaration[]): boolean =>
  declarations.every(({ by }) => visitorsOf(v).includes(by));

const changedContent = (changes: Patch): Patch =>
  changes.filter((c) => !same(c.was, c.now) && !lifeFields.includes(c.path[0] as string));

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
  if (!byVisitors(v, v.declarations ?? [])) return 'declaration';
  const fits = v.corrections.length === 0 && (v.imported !== undefined || movesAllowed([], v.events));
  return fits ? undefined : 'lifeCycle';
};

/**
 * The rules of a visit report's life, kept on the hub and in a stand-alone store alike: events are only added and
 * only along the life cycle, corrections and the visitors' declarations are only added, and once the office has the
 * report nothing in it changes except under a correction that says what. An exercise is nobody else's business.
 */
export const visitRules = {
  /** Why a change may not be made; undefined where it may. */
  objection: (before: Visit | undefined, after: Visit, changes: Patch): string | undefined => {
    if (isPractice(after)) return 'practice';
    if (!before) return beginning(after);
    const state = visitState(before);
    const events = newItems(before.events, after.events);
    const corrections = newItems(before.corrections, after.corrections);
    const declarations = newItems(before.declarations ?? [], after.declarations ?? []);
    if (!events || !movesAllowed(before.events, events)) return 'lifeCycle';
    if (!declarations || !byVisitors(after, declarations)) return 'declaration';
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

  words: visitWords,
};
