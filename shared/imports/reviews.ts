import { derivedId } from '#shared/ids.ts';
import type { LifeEvent } from '#shared/records/common.ts';
import { isAsImported, newReview, type Review, type ReviewState } from '#shared/records/review.ts';
import { examinationFindings, routes } from '#shared/records/review-parts.ts';
import { type Cells, cell, optional, present, readCells, required } from './cells.ts';
import type { CellProblem, ImportContext, Importer, ImportRow } from './importer.ts';
import { onto } from './onto.ts';
import { count, date, oneOf, shortText, yesNo } from './readers.ts';

/** What a row says became of a review. */
const results = ['upheld', 'not upheld', 'invalid', 'withdrawn', 'forwarded'] as const;

const life = ['events', 'decisions', 'endings', 'imported.dayUnknown'];

export const columns = {
  reference: required(shortText),
  received: required(date, 'received', ...life),
  route: optional(oneOf(routes), 'route'),
  outcome_provided: optional(date, 'outcome'),
  acknowledged: optional(date, 'acknowledged', 'imported.acknowledgementUnknown'),
  valid: optional(yesNo, ...life),
  decided: optional(date, ...life),
  decision: optional(oneOf(results), ...life),
  allegations: optional(count, 'imported.allegations'),
  allegations_upheld: optional(count, 'imported.allegationsUpheld'),
  recommendations: optional(count, 'imported.recommendations'),
  recommendations_accepted: optional(count, 'imported.recommendationsAccepted'),
  theme: optional(shortText, 'themes'),
};
type ReviewCells = Cells<typeof columns>;

const reviewId = (ctx: ImportContext, reference: string) => derivedId(ctx.office, 'review', reference);

/** Ids that need only be unique within their review; hashing them would cost half of reading. */
const ownId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const decisionId = ownId(101);
const endingId = ownId(102);

const problem = (column: string, words: string, value: unknown): CellProblem => ({
  column,
  problem: words,
  value: String(value),
});

/** What cannot be stored of a row whose cells are good one by one. */
const contradictions = (c: ReviewCells): CellProblem[] => {
  const problems: CellProblem[] = [];
  const isDecided = examinationFindings.some((finding) => finding === c.decision);
  if (c.decided !== undefined && c.decided < c.received)
    problems.push(problem('decided', 'Before the day on which it was received', c.decided));
  if (c.valid === false && isDecided)
    problems.push(problem('valid', 'A review that is not valid has no decision', 'no'));
  if (c.valid === true && c.decision === 'invalid')
    problems.push(problem('valid', 'The decision says that it is not valid', 'yes'));
  return problems;
};

/** How a row ends; undefined where it is still open. A day without a decision is one that the file does not tell. */
const endOf = (c: ReviewCells): 'decided' | 'invalid' | 'withdrawn' | 'forwarded' | undefined => {
  switch (c.decision) {
    case 'upheld':
    case 'not upheld':
      return 'decided';
    case undefined:
      if (c.valid === false) return 'invalid';
      return c.decided === undefined ? undefined : 'decided';
    default:
      return c.decision;
  }
};

/** The states it went through: what was decided before it was imported owes nobody anything more. */
const path = (c: ReviewCells): ReviewState[] => {
  const end = endOf(c);
  if (end === 'decided') return ['valid', 'assigned', 'returned', 'decided', 'closed'];
  const taken: ReviewState[] = c.valid === true ? ['valid'] : [];
  return end === undefined ? taken : [...taken, end];
};

/** The events bear the days of the review and not that of the import: two machines that read one file make one record. */
const eventsOf = (c: ReviewCells): LifeEvent[] => {
  const states = path(c);
  const end = c.decided ?? c.received;
  return states.map((to, i) => ({
    id: ownId(i + 1),
    from: states[i - 1] ?? 'received',
    to,
    by: 'import',
    at: `${to === 'valid' ? c.received : end}T00:00:00.000Z`,
  }));
};

const reviewOf = (c: ReviewCells, row: ImportRow, ctx: ImportContext): Review => {
  const end = endOf(c);
  const on = c.decided ?? c.received;
  const finding = examinationFindings.find((one) => one === c.decision);
  return present<Review>({
    ...newReview({ id: reviewId(ctx, c.reference), received: c.received }),
    events: eventsOf(c),
    imported: present<NonNullable<Review['imported']>>({
      reference: c.reference,
      file: ctx.file.slice(-200),
      acknowledgementUnknown: row.acknowledged === undefined ? true : undefined,
      dayUnknown: end !== undefined && c.decided === undefined ? true : undefined,
      allegations: c.allegations,
      allegationsUpheld: c.allegations_upheld,
      recommendations: c.recommendations,
      recommendationsAccepted: c.recommendations_accepted,
    }),
    route: c.route,
    outcome:
      c.outcome_provided === undefined ? undefined : { provided: c.outcome_provided, counts: 'not said' },
    acknowledged: c.acknowledged,
    decisions: end === 'decided' ? [present({ id: decisionId, decision: finding, by: 'import', on })] : [],
    endings: end === undefined || end === 'decided' ? [] : [{ id: endingId, to: end, on, by: 'import' }],
    themes: c.theme === undefined ? [] : [c.theme],
  });
};

/**
 * A file that lacks a column of those that tell how a review ended says nothing against what is known of that, and none
 * says anything of the life of a review that people have moved since: who decides it is no longer a file's to say.
 */
const tellsOfLife = (row: ImportRow, known: Review): boolean =>
  isAsImported(known) &&
  (known.events.length === 0 || (row.decided !== undefined && row.decision !== undefined));

const withoutLife = Object.fromEntries(
  Object.entries(columns).map(([name, column]) => [
    name,
    { ...column, fills: column.fills.filter((fill) => !life.includes(fill.join('.'))) },
  ]),
);

/** What a row of a file of reviews comes to. */
export type ReviewOutcome =
  | { readonly ok: true; readonly document: Review }
  | { readonly ok: false; readonly problems: readonly CellProblem[] };

/** The id of the review that a row is about, also of a row that is otherwise bad; undefined where it names none. */
const reviewIdentity = (row: ImportRow, ctx: ImportContext): string | undefined => {
  const reference = cell(row, 'reference');
  return reference === '' ? undefined : reviewId(ctx, reference);
};

/**
 * Reviews, known by the reference they had before. Figures that do not add up are taken as they are; only what cannot
 * be stored is refused.
 * @param existing the review as it stands now, if there is one; the very same object comes back if nothing is new
 */
export const readReview = (row: ImportRow, ctx: ImportContext, existing?: Review): ReviewOutcome => {
  const cells = readCells(columns, row, ctx);
  if (!cells.ok) return { ok: false, problems: cells.error };
  const problems = contradictions(cells.value);
  if (problems.length > 0) return { ok: false, problems };
  const fresh = reviewOf(cells.value, row, ctx);
  if (!existing) return { ok: true, document: fresh };
  const told = tellsOfLife(row, existing) ? columns : withoutLife;
  return { ok: true, document: onto(existing, fresh, row, told) };
};

/** Reviews from before: one record for a row, which has no number of the office's own. */
export const reviews: Importer = {
  type: 'review',
  columns,
  ofPeople: (current) =>
    isAsImported(current as Review) ? [] : life.map((place): readonly string[] => place.split('.')),
  key: 'reference',
  identity: reviewIdentity,
  read: (row, ctx, existing) => {
    const outcome = readReview(row, ctx, existing as Review | undefined);
    return outcome.ok ? { ok: true, documents: [{ type: 'review', document: outcome.document }] } : outcome;
  },
};
