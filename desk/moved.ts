import { type Reader, sql } from '#db/sql.ts';
import { caseClockSettings } from '#shared/cases/clock.ts';
import { movedOfCase } from '#shared/cases/moved.ts';
import type { Output } from '#shared/contract.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import type { Review } from '#shared/records/review.ts';
import type { Setting } from '#shared/records/setting.ts';
import { clockSettings } from '#shared/reviews/deadlines.ts';
import { movedDeadlines } from '#shared/reviews/moved.ts';
import type { Context } from './context.ts';
import { recommendationsOf } from './reviews/around.ts';
import { seesOf } from './rights.ts';

export type Moved = Output<'reviews.set'>['moved'];
type Settings = Pick<Setting, 'reviews' | 'bankHolidays' | 'cases'>;

const reviewsMoved = (r: Reader, before: Settings, after: Settings): Moved =>
  r
    .all(sql.selectFrom('review').select('data').where('over', '=', 0).orderBy('received').orderBy('id'))
    .map(({ data }) => JSON.parse(data) as Review)
    .flatMap((review) =>
      movedDeadlines(
        review,
        recommendationsOf(r, review.id),
        clockSettings(before),
        clockSettings(after),
      ).map((one) => ({
        ...one,
        ...{ of: 'review' as const, id: review.id },
        reference: review.reference ?? review.imported?.reference ?? null,
      })),
    );

/** Of cases only what whoever asks may open: one that is kept from them is not told of here either. */
const casesMoved = (r: Reader, ctx: Context, before: Settings, after: Settings): Moved => {
  const [was, is] = [caseClockSettings(before), caseClockSettings(after)];
  return r
    .all(
      sql
        .selectFrom('caseFile')
        .select('brief')
        .where('state', '=', 'open')
        .orderBy('received')
        .orderBy('id'),
    )
    .map(({ brief }) => JSON.parse(brief) as CaseFile)
    .filter(seesOf(r, ctx, 'caseFile'))
    .flatMap((c) =>
      movedOfCase(c, was, is).map((one) => ({
        ...one,
        ...{ of: 'caseFile' as const, id: c.id },
        reference: c.reference ?? c.imported?.reference ?? null,
      })),
    );
};

/** Every last day of an open review, case or request that moves by a change of settings; what is over owes nothing. */
export const movedBy = (r: Reader, ctx: Context, before: Settings, after: Settings): Moved => [
  ...reviewsMoved(r, before, after),
  ...casesMoved(r, ctx, before, after),
];
