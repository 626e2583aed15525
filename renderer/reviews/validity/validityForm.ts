import { z } from 'zod';
import { dayWords } from '#renderer/dates.ts';
import { given } from '#renderer/editing/typed.ts';
import { words } from '#shared/records/common.ts';
import type { Review } from '#shared/records/review.ts';
import { validityIds, validityResults } from '#shared/records/review-parts.ts';
import { providedOn } from '#shared/reviews/in-time.ts';
import type { TypedCheck } from '../words.tsx';

/** Which body decides and whether it came in time follow from other pages; the others are said here. */
export const typedChecks = validityIds.filter((id): id is TypedCheck => id !== 'thisBody' && id !== 'inTime');

const said = z
  .object({ result: z.enum(['', ...validityResults]), reason: words })
  .refine(({ result, reason }) => result === '' || result === 'pass' || reason.trim() !== '', {
    path: ['reason'],
    message: 'Enter why it is not met, or why it is waived',
  });

export const validityForm = z.object({
  writing: said,
  described: said,
  complaintDate: said,
  force: said,
  outcomeDate: said,
  applicant: said,
  recorded: said,
  outcomeGiven: said,
  notDuplicate: said,
  notWithdrawn: said,
});
export type ValidityForm = z.infer<typeof validityForm>;

/** What is said of each check, without who said it and when: those follow from whoever saves. */
export type Said = Partial<Record<TypedCheck, { result: string; reason?: string | undefined }>>;

export const saidOf = (r: Review): Said =>
  Object.fromEntries(
    typedChecks.flatMap((id) => {
      const one = r.validity?.[id];
      return one ? [[id, { result: one.result, ...(one.reason && { reason: one.reason }) }]] : [];
    }),
  );

type Known = { result: 'pass' | 'fail'; reason: string };
const met = (reason: string): Known => ({ result: 'pass', reason });

/** What the record itself says of a check, so that nobody is asked for it again. */
export const knownOf = (r: Review, id: TypedCheck): Known | undefined => {
  const { complaint, means, applicantIs, outcome } = r;
  const told = providedOn(r) ?? outcome?.sent ?? outcome?.received ?? outcome?.letterDated;
  switch (id) {
    case 'writing':
      return means && ['form', 'e-mail', 'letter'].includes(means) ? met(`It came by ${means}.`) : undefined;
    case 'described':
      return complaint?.words ? met('The application says what was complained about.') : undefined;
    case 'complaintDate':
      return complaint?.madeOn ? met(`It was made on ${dayWords(complaint.madeOn)}.`) : undefined;
    case 'force':
      return complaint?.force ? met(`It is about ${complaint.force}.`) : undefined;
    case 'outcomeDate':
    case 'outcomeGiven':
      return told ? met(`The outcome is of ${dayWords(told)}.`) : undefined;
    case 'applicant':
      if (!applicantIs) return undefined;
      return applicantIs === 'neither'
        ? { result: 'fail', reason: 'They are neither the complainant nor authorised by them.' }
        : met(`They are ${applicantIs === 'complainant' ? 'the complainant' : applicantIs}.`);
    default:
      return undefined;
  }
};

/** What was said of each check; what nobody said yet is filled in where the record says it. */
export const toValidityForm = (said: Said, review: Review): ValidityForm =>
  Object.fromEntries(
    typedChecks.map((id) => {
      const one = said[id] ?? knownOf(review, id);
      return [id, { result: one?.result ?? '', reason: one?.reason ?? '' }];
    }),
  ) as ValidityForm;

export const fromValidityForm = (typed: ValidityForm): Said =>
  Object.fromEntries(
    typedChecks.flatMap((id) => {
      const { result, reason } = typed[id];
      return result ? [[id, { result, ...(given(reason) && { reason: given(reason) }) }]] : [];
    }),
  );
