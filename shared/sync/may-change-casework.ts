import { type CaseFile, ownerOf } from '#shared/records/case-file.ts';
import type { Disposal } from '#shared/records/disposal.ts';
import { assessorOf, mayFind, type Review, reviewState } from '#shared/records/review.ts';
import { findsOtherwise } from '#shared/records/review-found.ts';
import { type Actor, holds, type Rule } from './actor.ts';
import { same } from './patch.ts';

/**
 * What an assessor writes of a review that is theirs: their declaration, the examination and its drafts. That they
 * examined it acceptance alone notes, whatever a change says.
 */
const assessorsFields: readonly string[] = [
  'examiners',
  'events',
  'declarations',
  'examination',
  'allegations',
  'drafts',
  'learning',
  'themes',
];
/** What whoever decides writes. */
const decidersFields: readonly string[] = [
  'events',
  'late',
  'decisions',
  'learning',
  'themes',
  'corrections',
];

const writesOnly = (before: Review, after: Review, fields: readonly string[]): boolean => {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].every(
    (name) => fields.includes(name) || same((before as never)[name], (after as never)[name]),
  );
};

/** Whether a change decides the review, or whether a late application is taken. What a file tells was decided before. */
const decides = (before: Review | undefined, after: Review): boolean =>
  !same(before?.late, after.late) ||
  after.decisions.slice(before?.decisions.length ?? 0).some(({ by }) => by !== 'import') ||
  after.events
    .slice(before?.events.length ?? 0)
    .some(({ to, from, by }) => to === 'decided' && from !== 'closed' && by !== 'import');

/**
 * Caseworkers write everything but the decision, an assessor what they examine while it is theirs, and whoever decides
 * the decision, and whether a late application is taken. That nobody decides what they assessed is in `reviewRules`.
 */
export const mayChangeReview: Rule<Review> = (actor, before, after) => {
  const isDecider = holds(actor, 'decider');
  const isTheirWord = same(before?.late, after.late) || after.late?.by === actor.person;
  if (decides(before, after) && !(isDecider && isTheirWord)) return false;
  // A draft that comes with it makes its author an assessor, but not the finding itself.
  const known = before && { ...after, examiners: before.examiners };
  if (findsOtherwise(before, after) && !(known ? mayFind(known, actor) : !isDecider)) return false;
  if (holds(actor, 'caseworker')) return true;
  if (!before) return false;
  const added = after.events.slice(before.events.length).map(({ to }) => to);
  const isTheirs =
    holds(actor, 'assessor') && reviewState(before) === 'assigned' && assessorOf(before) === actor.person;
  if (isTheirs && writesOnly(before, after, assessorsFields)) return added.every((to) => to === 'returned');
  return (
    isDecider &&
    writesOnly(before, after, decidersFields) &&
    added.every((to) => ['decided', 'assigned', 'returned'].includes(to))
  );
};

/** A case is its caseworkers'; one that is confidential those it names, as it was and as it will be. */
const opensCase = ({ person }: Actor, c: CaseFile): boolean =>
  !c.confidential || ownerOf(c) === person || c.confidential.readers.includes(person);

/** Whoever decides approves a reply that waits for them, or gives it back, and writes nothing else of a case. */
export const mayChangeCase: Rule<CaseFile> = (actor, before, after) => {
  if (holds(actor, 'caseworker')) return opensCase(actor, before ?? after);
  if (!before || !holds(actor, 'decider') || before.confidential) return false;
  const isTheirs = (id: string) =>
    before.drafts.some((draft) => draft.id === id && draft.asked !== undefined && !draft.approved);
  const others = (c: CaseFile) => ({ ...c, drafts: c.drafts.filter(({ id }) => !isTheirs(id)) });
  const words = (c: CaseFile) => c.drafts.map(({ approved: _, asked: __, returned: ___, ...draft }) => draft);
  return same(others(before), others(after)) && same(words(before), words(after));
};

/**
 * Destroyed is what a second person says may be: nobody decides on what they proposed. The certificate of what was
 * carried out stands.
 */
export const mayChangeDisposal: Rule<Disposal> = (actor, before, after) =>
  holds(actor, 'caseworker', 'administrator') &&
  (same(before?.decided, after.decided) ||
    (after.by !== actor.person && after.decided?.by === actor.person)) &&
  (after.carriedOut === undefined || after.decided?.approved === true) &&
  (before?.carriedOut === undefined || same(before.carriedOut, after.carriedOut));
