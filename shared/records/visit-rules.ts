import { type Patch, same } from '#shared/sync/patch.ts';
import type { RefusalReason } from '#shared/sync/refusals.ts';
import type { LifeEvent } from './common.ts';
import { covers } from './covers.ts';
import { eventsOnward, type LifeRules, newItems, type OfficeMarks, type Onward } from './life-rules.ts';
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

const isMove = (from: VisitState, to: string): boolean =>
  Object.hasOwn(visitMoves, from) && (visitMoves[from] as readonly string[]).includes(to);

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

const onward: Onward<VisitState> = (state, event) => {
  const isSaid = event.why === undefined || event.why === '';
  const isBehind =
    isWithOffice(state) && (event.to === 'ready' || (event.to === 'read' && state !== 'received'));
  if (isSaid && (event.to === state || isBehind)) return 'done';
  return isWithOffice(state) && isMove(state, event.to) ? { ...event, from: state } : 'movedOn';
};

/** A report begins without the office's number and without corrections, which are of what the office has. */
const beginning = (v: Visit): RefusalReason | undefined => {
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
  objection: (before: Visit | undefined, after: Visit, changes: Patch): RefusalReason | undefined => {
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

  onward: (current: Visit, changes: Patch): Patch | 'movedOn' =>
    eventsOnward(current, visitState(current), changes, onward),

  /** Whether what a change adds to the report's life and corrections is said to be by whoever made it. */
  isBy: (by: string, before: Visit | undefined, after: Visit): boolean =>
    [
      ...after.events.slice(before?.events.length ?? 0).filter((e) => e.by !== 'import' && e.by !== 'office'),
      ...after.corrections.slice(before?.corrections.length ?? 0),
    ].every((one) => one.by === by),

  /** Whether a change writes words in what the office has without a correction that says so: it was meant for a draft. */
  isForDraft: (current: Visit, changes: Patch): boolean =>
    isWithOffice(visitState(current)) &&
    changedContent(changes).length > 0 &&
    // A report begins with a list of corrections that is empty.
    !changes.some(({ path, now }) => path[0] === 'corrections' && now !== undefined && !same(now, [])),

  /** Whether a place belongs to the report's life, and is nothing that visitors say. */
  isLife: ({ path }: { path: readonly string[] }): boolean => lifeFields.includes(path[0] as string),

  /**
   * What was changed by settling what two people said differently, as a numbered correction: nothing in what the office
   * has changes without one.
   */
  corrected: (
    before: Visit,
    after: Visit,
    said: Pick<Correction, 'id' | 'by' | 'at' | 'reason'>,
    changes: Patch,
  ): Visit =>
    isWithOffice(visitState(before)) && changes.length > 0
      ? {
          ...after,
          corrections: [...after.corrections, { ...said, number: after.corrections.length + 1, changes }],
        }
      : after,

  /**
   * What the office adds on accepting: a report made ready is received and gets its number, a correction gets its.
   * A report without a number is given one as soon as numbers are given again.
   */
  receive: (v: Visit, office: OfficeMarks): Visit => {
    const received =
      visitState(v) === 'ready'
        ? {
            ...v,
            events: [
              ...v.events,
              { id: office.newId(), from: 'ready', to: 'received', by: 'office', at: office.at },
            ],
          }
        : v;
    const from = v.reference ? undefined : visitRules.numberedFrom(received, office.at);
    const reference = from && office.reference(from.slice(0, 4));
    const corrections = received.corrections.map((c, i) => ({ ...c, number: i + 1 }));
    return {
      ...received,
      ...(reference && { reference }),
      ...(same(corrections, received.corrections) ? {} : { corrections }),
    };
  },

  series: 'V',

  numberedFrom: (v: Visit, today: string): string | undefined =>
    isWithOffice(visitState(v)) && !v.imported ? (v.date ?? today) : undefined,

  words: visitWords,
} satisfies LifeRules<Visit> & Record<string, unknown>;
