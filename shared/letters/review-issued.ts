import type { ReviewLetterKind } from '#shared/records/letter.ts';
import type { Recommendation } from '#shared/records/recommendation.ts';
import type { Review } from '#shared/records/review.ts';
import type { noticeTo, tellings } from '#shared/records/review-parts.ts';
import { isApplying, type ReviewAddressee, recommendationsIn } from './reviews.ts';

type Telling = (typeof tellings)[number];

/** A letter as it goes: by its id, to whom, on which day, by whom, and the day that it quotes. */
type Going = { id: string; who: ReviewAddressee; on: string; by: string; due?: string | undefined };

/** What the applicant, or the authority, is told by a letter of each kind. */
const tellingOf: { readonly [K in ReviewLetterKind]?: { what: Telling; applying?: true } } = {
  reviewInformation: { what: 'information request' },
  reviewProgress: { what: 'progress', applying: true },
  reviewInvalid: { what: 'invalid', applying: true },
  reviewForwarded: { what: 'forwarded', applying: true },
  reviewWithdrawn: { what: 'withdrawn', applying: true },
  reviewComplaintWithdrawn: { what: 'complaint withdrawn' },
  reviewDecision: { what: 'outcome', applying: true },
  reviewRecommendation: { what: 'recommendation' },
};

/**
 * What a letter means for its review once it goes, so that nobody enters it again. A copy to somebody else is kept and
 * tells the applicant nothing; the day on which something was first done stands.
 */
export const afterIssue = (kind: ReviewLetterKind, review: Review, going: Going): Review => {
  const { id, who, on, by, due } = going;
  const telling = tellingOf[kind];
  if (telling && (!telling.applying || isApplying(who))) {
    const told = { id, what: telling.what, on, by, letter: id, ...(due && { quoted: due }) };
    return { ...review, told: [...review.told, told] };
  }
  switch (kind) {
    case 'reviewAcknowledgement':
      return { ...review, acknowledged: review.acknowledged ?? on };
    case 'reviewFile':
      return { ...review, fileRequested: review.fileRequested ?? on };
    case 'reviewNotice': {
      const notice = { id, to: who as (typeof noticeTo)[number], on, by, letter: id };
      return { ...review, notices: [...review.notices, notice] };
    }
    default:
      return review;
  }
};

/** The recommendations of whose answer a letter tells the complainant, after it. */
export const answersTold = (
  kind: ReviewLetterKind,
  all: readonly Recommendation[],
  { id, who, on, by }: Going,
): Recommendation[] =>
  kind === 'reviewAnswer' && isApplying(who)
    ? recommendationsIn(kind, all).map((one) => ({
        ...one,
        told: [...one.told, { id, on, by, letter: id }],
      }))
    : [];
