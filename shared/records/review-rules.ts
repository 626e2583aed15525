import { whichBody } from '#shared/reviews/body.ts';
import { validityOf } from '#shared/reviews/validity.ts';
import { type Patch, same } from '#shared/sync/patch.ts';
import type { RefusalReason } from '#shared/sync/refusals.ts';
import type { LifeEvent } from './common.ts';
import { covers } from './covers.ts';
import { eventsOnward, type LifeRules, newItems, type OfficeMarks, type Onward } from './life-rules.ts';
import {
  assessorOf,
  assessorsOf,
  declarationOf,
  isAsImported,
  type Review,
  type ReviewState,
  reviewMoves,
  reviewState,
  standingOf,
} from './review.ts';
import { withExaminer } from './review-found.ts';
import type { Correction } from './visit.ts';

const isMove = (from: string, to: string): boolean =>
  Object.hasOwn(reviewMoves, from) && (reviewMoves[from as ReviewState] as readonly string[]).includes(to);

/** The order in which a review goes forward; a move to an earlier state takes something back. */
const order: readonly string[] = ['received', 'valid', 'assigned', 'returned', 'decided', 'closed'];
const ends: readonly string[] = ['invalid', 'withdrawn', 'forwarded'];
const isBack = ({ from, to }: LifeEvent): boolean =>
  ends.includes(from) || (!ends.includes(to) && order.indexOf(to) < order.indexOf(from));

/** Nothing is taken back or reopened without a reason. */
const isReasoned = (event: LifeEvent): boolean => !isBack(event) || (event.why ?? '').trim() !== '';

const movesAllowed = (before: readonly LifeEvent[], added: readonly LifeEvent[]): boolean =>
  added.every((event, i) => {
    const from = (added[i - 1] ?? before.at(-1))?.to ?? 'received';
    return event.from === from && isMove(from, event.to) && isReasoned(event);
  });

const hasReasons = (r: Review): boolean =>
  r.endings.every(({ reasons }) => (reasons ?? '').trim() !== '') &&
  r.decisions.every(({ decision, reasons }) => decision !== undefined && (reasons ?? '').trim() !== '');

/** Each time it was given to somebody, decided or ended there is an entry that says to whom, by whom and why. */
const isBorneOut = (r: Review): boolean => {
  const times = (to: string) => r.events.filter((event) => event.to === to && !isBack(event)).length;
  return (
    times('assigned') <= r.assignments.length &&
    times('decided') === r.decisions.length &&
    ends.every((to) => times(to) === r.endings.filter((one) => one.to === to).length) &&
    hasReasons(r)
  );
};

/** What must be known of a review when it comes to stand somewhere, or passes there. */
const isReady = (r: Review, { to }: LifeEvent): boolean => {
  switch (to as ReviewState) {
    case 'valid':
      return validityOf(r).overall === 'valid';
    case 'forwarded':
      return whichBody(r).body === 'IOPC';
    case 'withdrawn':
      return r.endings.at(-1)?.withdrawn !== undefined;
    case 'assigned':
      return assessorOf(r) !== undefined;
    case 'returned':
      return declarationOf(r)?.conflict === false && r.drafts.length > 0;
    default:
      return true;
  }
};

/**
 * Nobody decides a review that they examined, nor is it given for examination to whoever decided it before. A draft and
 * a finding make their author an assessor, whoever the review was given to.
 */
const decidesOwn = (r: Pick<Review, 'assignments' | 'drafts' | 'examiners' | 'decisions'>): boolean => {
  const assessors = assessorsOf(r);
  return r.decisions.some(({ by }) => assessors.has(by));
};

const growing = [
  'wrongBodies',
  'notices',
  'assignments',
  'declarations',
  'drafts',
  'qualityChecks',
  'decisions',
  'endings',
  'told',
  'learning',
] as const satisfies (keyof Review)[];
/** A stay at a wrong body ends later than it begins, and so its entry is not only added. */
const kept = growing.filter((list) => list !== 'wrongBodies');

const officeFields = ['id', 'reference', 'imported'] as const satisfies (keyof Review)[];

/** Fields in which the life of a review is written, each with rules of its own, and what may be said at any time. */
export const reviewLifeFields: readonly string[] = [
  'events',
  'corrections',
  'reference',
  'fileRequested',
  'fileReceived',
  'acknowledged',
  'adjustments',
  'caseworker',
  'applicant',
  'representative',
  'themes',
  'examiners',
  ...growing,
] satisfies (keyof Review)[];

const beginning = (r: Review): RefusalReason | undefined => {
  if (r.reference !== undefined || r.corrections.length > 0) return 'officeOnly';
  if (decidesOwn(r)) return 'notAllowed';
  if (!movesAllowed([], r.events)) return 'lifeCycle';
  if (r.imported) return undefined;
  return isBorneOut(r) && r.events.every((event) => isReady(r, event)) ? undefined : 'lifeCycle';
};

const onward: Onward<ReviewState> = (state, event) => {
  if (event.to === state && !isBack(event)) return 'done';
  return 'movedOn';
};

const changedContent = (changes: Patch): Patch =>
  changes.filter((c) => !same(c.was, c.now) && !reviewLifeFields.includes(c.path[0] as string));

/** What an imported review says changes with its file, under a correction that says what. */
const importedAgain = (before: Review, after: Review, changes: Patch): RefusalReason | undefined => {
  const corrections = newItems(before.corrections, after.corrections);
  if (!corrections) return 'lifeCycle';
  const own = changes.filter((c) => !same(c.was, c.now) && c.path[0] !== 'corrections');
  return movesAllowed([], after.events) && covers(corrections, own) ? undefined : 'submitted';
};

/**
 * The rules of a review's life: it moves along `reviewMoves` alone, what was given, declared, drafted, decided and told
 * is only added to, what ended has its reasons, and nobody decides what they assessed. Once it has ended, what was said
 * of it changes only under a correction.
 */
export const reviewRules = {
  objection: (before: Review | undefined, after: Review, changes: Patch): RefusalReason | undefined => {
    if (!before) return beginning(after);
    if (before.reference !== after.reference || before.id !== after.id) return 'officeOnly';
    if (decidesOwn(after)) return 'notAllowed';
    const events = newItems(before.events, after.events);
    const isLife =
      events !== undefined && kept.every((list) => newItems<{ id: string }>(before[list], after[list]));
    if (!isLife) return isAsImported(before) ? importedAgain(before, after, changes) : 'lifeCycle';
    if (!before.imported && !officeFields.every((field) => same(before[field], after[field])))
      return 'officeOnly';
    if (!movesAllowed(before.events, events)) return 'lifeCycle';
    if (!before.imported && !isBorneOut(after)) return 'lifeCycle';
    if (!before.imported && !events.every((event) => isBack(event) || isReady(after, event)))
      return 'lifeCycle';
    const corrections = newItems(before.corrections, after.corrections);
    const hasEnded = standingOf(before) !== 'open';
    if (!corrections || (corrections.length > 0 && !hasEnded && !before.imported)) return 'lifeCycle';
    return !hasEnded || covers(corrections, changedContent(changes)) ? undefined : 'submitted';
  },

  onward: (current: Review, changes: Patch): Patch | 'movedOn' =>
    eventsOnward(current, reviewState(current), changes, onward),

  isBy: (by: string, before: Review | undefined, after: Review): boolean => {
    const byFile = after.corrections.slice(before?.corrections.length ?? 0).some(({ file }) => file);
    const isImported = before ? byFile && isAsImported(before) : after.imported !== undefined;
    const added = (list: (typeof kept)[number] | 'events' | 'corrections') =>
      after[list].slice(before?.[list].length ?? 0) as { by: string }[];
    return (['events', 'corrections', ...kept] as const)
      .flatMap(added)
      .every((one) => one.by === by || (isImported && one.by === 'import'));
  },

  marked: withExaminer,

  corrected: (
    before: Review,
    after: Review,
    said: Pick<Correction, 'id' | 'by' | 'at' | 'reason'>,
    changes: Patch,
  ): Review =>
    standingOf(before) !== 'open' && changes.length > 0
      ? {
          ...after,
          corrections: [...after.corrections, { ...said, number: after.corrections.length + 1, changes }],
        }
      : after,

  receive: (r: Review, office: OfficeMarks): Review => {
    const from = r.reference ? undefined : reviewRules.numberedFrom(r);
    const reference = from && office.reference(from.slice(0, 4));
    const corrections = r.corrections.map((one, i) => ({ ...one, number: i + 1 }));
    return {
      ...r,
      ...(reference && { reference }),
      ...(same(corrections, r.corrections) ? {} : { corrections }),
    };
  },

  series: 'R',

  numberedFrom: (r: Review): string | undefined => (r.imported ? undefined : r.received),
} satisfies LifeRules<Review>;
