import { type Reader, sql } from '#db/sql.ts';
import type { ContactCase, ContactReview } from '#shared/contact-views.ts';
import { type CaseFile, caseState } from '#shared/records/case-file.ts';
import { type Review, reviewState, standingOf } from '#shared/records/review.ts';
import { addDays } from '#shared/times.ts';
import type { Context } from '../context.ts';
import { seesOf } from '../rights.ts';

/** The cases somebody has to do with, the latest first, and how many more there are that whoever asks may not open. */
export const casesOf = (
  r: Reader,
  ctx: Context,
  ids: readonly string[],
): { cases: CaseFile[]; hidden: number } => {
  const all = r
    .all(
      sql
        .selectFrom('caseFile')
        .select('data')
        .where((e) => e.or([e('from', 'in', ids), e('on_behalf_of', 'in', ids)]))
        .orderBy('received', 'desc')
        .orderBy('id', 'desc'),
    )
    .map(({ data }) => JSON.parse(data) as CaseFile);
  const cases = all.filter(seesOf(r, ctx, 'caseFile'));
  return { cases, hidden: all.length - cases.length };
};

export const reviewsOf = (r: Reader, ids: readonly string[]): Review[] =>
  r
    .all(
      sql
        .selectFrom('review')
        .select('data')
        .where((e) => e.or([e('applicant', 'in', ids), e('representative', 'in', ids)]))
        .orderBy('received', 'desc')
        .orderBy('id', 'desc'),
    )
    .map(({ data }) => JSON.parse(data) as Review);

const isOne = (ids: readonly string[], id: string | undefined) => id !== undefined && ids.includes(id);

export const caseSeen = (c: CaseFile, ids: readonly string[]): ContactCase => ({
  id: c.id,
  as: isOne(ids, c.from) ? 'from' : 'on behalf of',
  reference: c.reference ?? c.imported?.reference ?? null,
  kind: c.kind,
  received: c.received,
  state: caseState(c),
  summary: c.summary?.slice(0, 160) ?? null,
});

export const reviewSeen = (v: Review, ids: readonly string[]): ContactReview => ({
  id: v.id,
  as: isOne(ids, v.applicant) ? 'applicant' : 'representative',
  reference: v.reference ?? v.imported?.reference ?? null,
  received: v.received,
  state: reviewState(v),
  open: standingOf(v) === 'open',
});

/**
 * A complaint about the force may end in an application for a review within 28 days of the day after its outcome was
 * given (Police (Complaints and Misconduct) Regulations 2020, regulation 29). When that was, this office seldom knows:
 * for a year after a complaint came here, or while it is open, a review of it is taken to be possible.
 */
const possibleFor = 365;

/** The complaints of somebody about the force that may come back as an application for a review. */
export const possibleReviews = (cases: readonly CaseFile[], today: string): CaseFile[] =>
  cases.filter(
    (c) =>
      c.kind === 'complaint about the force' &&
      (caseState(c) === 'open' || addDays(c.received, possibleFor) >= today),
  );
