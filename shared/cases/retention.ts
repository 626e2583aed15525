import { beginningId } from '#shared/ids.ts';
import { type CaseFile, standingClosing } from '#shared/records/case-file.ts';
import type { CaseKind } from '#shared/records/case-parts.ts';
import type { RetentionClass } from '#shared/records/case-settings.ts';
import type { Disposal } from '#shared/records/disposal.ts';
import { endedOn, type Review } from '#shared/records/review.ts';
import { isOver } from '#shared/reviews/next-step.ts';
import { addMonths } from '#shared/times.ts';

const toConfirm = 'The office’s retention schedule (to be confirmed)';

const begun = (
  name: string,
  months: number,
  kinds: CaseKind[],
  more: Partial<RetentionClass> = {},
): RetentionClass => ({
  id: beginningId('retention', name),
  name,
  kinds,
  trigger: 'closure',
  months,
  action: 'destroy',
  authority: toConfirm,
  ...more,
});

/** The schedule that an office begins with. None of its periods is law: each is the office's to confirm. */
export const defaultRetention: RetentionClass[] = [
  begun('General correspondence', 24, [
    'enquiry',
    'concern',
    'petition',
    'compliment',
    'MP or councillor letter',
    'town or parish council',
    'media',
    'copied-in only',
    'review-related',
  ]),
  begun('Complaints', 72, [
    'complaint about the force',
    'complaint about the chief constable',
    'complaint about the commissioner',
    'complaint about office staff',
    'complaint about a volunteer',
    'whistle-blowing',
  ]),
  begun('Information requests', 36, [
    'FOI request',
    'EIR request',
    'subject access request',
    'data-protection complaint',
  ]),
  begun('Complaint reviews', 72, [], { reviews: true }),
  begun('People without a case', 24, [], { people: true, trigger: 'last contact' }),
];

/** What is destroyed when its time has come, and what is only looked at again then. */
export const isDestroyed = ({ action }: Pick<RetentionClass, 'action'>): boolean => action === 'destroy';

/** The class of a case: one it was given by itself, or its kind's; undefined where the schedule says nothing of it. */
export const classOfCase = (
  c: Pick<CaseFile, 'kind' | 'retention'>,
  schedule: readonly RetentionClass[],
): RetentionClass | undefined => {
  const standing = schedule.filter(({ retired }) => !retired);
  return (
    standing.find(({ id }) => id === c.retention) ?? standing.find(({ kinds }) => kinds.includes(c.kind))
  );
};

/** From which day something is kept for so many months: null while that day has not come, or nobody knows it. */
const keptFrom = (
  { trigger }: Pick<RetentionClass, 'trigger'>,
  { ended, last }: { ended: string; last: string },
  termEnds: readonly string[],
): string | null => {
  switch (trigger) {
    case 'closure':
      return ended;
    case 'last contact':
      return last > ended ? last : ended;
    case 'end of financial year': {
      const year = Number(ended.slice(0, 4)) + (ended.slice(5) > '03-31' ? 1 : 0);
      return `${year}-03-31`;
    }
    default:
      return termEnds.toSorted().find((end) => end >= ended) ?? null;
  }
};

/** What a record is kept by: its class, from which day, and until when. */
export type Kept = { readonly class: RetentionClass; readonly from: string; readonly due: string };

const keptBy = (
  found: RetentionClass | undefined,
  days: { ended: string; last: string },
  termEnds: readonly string[],
): Kept | undefined => {
  const from = found && keptFrom(found, days, termEnds);
  return found && from ? { class: found, from, due: addMonths(from, found.months) } : undefined;
};

/** The schedule as an office has set it, with what it rests on beside the records. */
export type Schedule = {
  readonly retention: readonly RetentionClass[];
  readonly termEnds: readonly string[];
};

/** Until when a case is kept; undefined while it is open, and where the schedule has no class or day for it. */
export const caseKept = (c: CaseFile, { retention, termEnds }: Schedule): Kept | undefined => {
  const ended = standingClosing(c)?.on;
  if (ended === undefined) return undefined;
  const last = c.messages.map(({ on }) => on).reduce((a, b) => (a > b ? a : b), c.received);
  return keptBy(classOfCase(c, retention), { ended, last }, termEnds);
};

/** Until when a complaint review is kept; undefined while anything is owed to it. */
export const reviewKept = (r: Review, { retention, termEnds }: Schedule): Kept | undefined => {
  const ended = endedOn(r);
  if (ended === undefined || !isOver(r)) return undefined;
  const found = retention.find(({ reviews, retired }) => reviews && !retired);
  return keptBy(found, { ended, last: ended }, termEnds);
};

/** Until when somebody of the register is kept whom no case and no review names any more. */
export const personKept = (last: string, { retention, termEnds }: Schedule): Kept | undefined => {
  const found = retention.find(({ people, retired }) => people && !retired);
  return keptBy(found, { ended: last, last }, termEnds);
};

/** Whether a disposal may be carried out: somebody else than whoever proposed it said so. */
export const isApproved = ({ by, decided }: Pick<Disposal, 'by' | 'decided'>): boolean =>
  decided?.approved === true && decided.by !== by;
