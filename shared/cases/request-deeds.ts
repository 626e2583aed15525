import { z } from 'zod';
import { type InformationRequest, proofsOf, requestOutcomes } from '#shared/records/case-parts.ts';
import { isoDate, recordId, shortText, wholeNumber, words } from '#shared/records/common.ts';

const said = words.trim().min(1);
const one = z.object({ id: recordId });

/** What is done about a request for information. What has an id is put right by saying it again under the same one. */
export const requestDeed = z.discriminatedUnion('what', [
  z.object({ what: z.literal('asked'), words }),
  one.extend({ what: z.literal('proof'), of: z.enum(proofsOf), on: isoDate }),
  one.extend({ what: z.literal('proofCame'), on: isoDate }),
  one.extend({ what: z.literal('clarify'), on: isoDate, words: words.optional() }),
  one.extend({ what: z.literal('clarified'), on: isoDate }),
  z.object({ what: z.literal('fee'), on: isoDate, pence: wholeNumber }),
  z.object({ what: z.literal('feePaid'), on: isoDate }),
  z.object({ what: z.literal('extend'), on: isoDate, ground: shortText, why: said }),
  one.extend({
    what: z.literal('exempt'),
    provision: shortText,
    words: words.optional(),
    publicInterest: words.optional(),
  }),
  one.extend({ what: z.literal('unexempt') }),
  z.object({
    what: z.literal('decide'),
    outcome: z.enum(requestOutcomes),
    on: isoDate,
    words: words.optional(),
  }),
  one.extend({ what: z.literal('review'), on: isoDate }),
  one.extend({ what: z.literal('reviewer'), person: recordId }),
  one.extend({ what: z.literal('reviewLonger'), on: isoDate, why: said }),
  one.extend({
    what: z.literal('reviewed'),
    on: isoDate,
    outcome: z.enum(['upheld', 'overturned', 'part']),
    words: words.optional(),
  }),
  z.object({ what: z.literal('disclose'), title: shortText, summary: said }),
  z.object({ what: z.literal('undisclose') }),
]);
export type RequestDeed = z.infer<typeof requestDeed>;

/** Why something cannot be said of a request, in a sentence; or the request after it. */
export type Deed = { readonly after: InformationRequest } | { readonly why: string };

type Doing = { readonly by: string; readonly today: string };
type WithId = { id: string };

const put = <T extends WithId>(list: readonly T[], item: T): T[] =>
  list.some(({ id }) => id === item.id)
    ? list.map((was) => (was.id === item.id ? { ...was, ...item } : was))
    : [...list, item];

const worded = (text: string | undefined) => (text?.trim() ? { words: text.trim() } : {});
const after = (request: InformationRequest): Deed => ({ after: request });

const came = <K extends 'proofs' | 'clarifications'>(
  request: InformationRequest,
  list: K,
  { id, on }: { id: string; on: string },
): Deed => {
  const asked = request[list].find((item) => item.id === id);
  if (!asked) return { why: 'It was not asked for.' };
  if (on < asked.asked) return { why: 'It cannot have come before it was asked for.' };
  return after({
    ...request,
    [list]: put<WithId>(request[list], Object.assign({}, asked, { received: on })),
  });
};

type Review = InformationRequest['internalReviews'][number];

/** Looked at again by somebody else than who decided: whoever is told the outcome could not rely on it otherwise. */
const ownDecision = 'Somebody else than who decided the request looks at it again.';

const onReview = (
  request: InformationRequest,
  id: string,
  change: (review: Review) => Review | string,
): Deed => {
  const review = request.internalReviews.find((item) => item.id === id);
  const changed = review ? change(review) : 'It was not asked for.';
  return typeof changed === 'string'
    ? { why: changed }
    : after({ ...request, internalReviews: put(request.internalReviews, changed) });
};

/** The request after something was done about it. */
export const doneTo = (request: InformationRequest, deed: RequestDeed, { by, today }: Doing): Deed => {
  if ('on' in deed && deed.on > today) return { why: 'That day has not come yet.' };
  switch (deed.what) {
    case 'asked':
      return after({ ...request, asked: deed.words });
    case 'proof':
      return after({
        ...request,
        proofs: put(request.proofs, { id: deed.id, of: deed.of, asked: deed.on, by }),
      });
    case 'proofCame':
      return came(request, 'proofs', deed);
    case 'clarify':
      return after({
        ...request,
        clarifications: put(request.clarifications, {
          id: deed.id,
          asked: deed.on,
          by,
          ...worded(deed.words),
        }),
      });
    case 'clarified':
      return came(request, 'clarifications', deed);
    case 'fee':
      return after({ ...request, fee: { noticed: deed.on, pence: deed.pence } });
    case 'feePaid':
      if (!request.fee) return { why: 'No fee was asked for.' };
      if (deed.on < request.fee.noticed) return { why: 'It cannot have been paid before it was asked for.' };
      return after({ ...request, fee: { ...request.fee, paid: deed.on } });
    case 'extend':
      return after({ ...request, extension: { on: deed.on, id: deed.ground, ground: deed.why, by } });
    default:
      return decided(request, deed, { by, today });
  }
};

type Deciding = Exclude<
  RequestDeed,
  { what: 'asked' | 'proof' | 'proofCame' | 'clarify' | 'clarified' | 'fee' | 'feePaid' | 'extend' }
>;

const decided = (request: InformationRequest, deed: Deciding, { by, today }: Doing): Deed => {
  switch (deed.what) {
    case 'exempt': {
      const { id, provision, publicInterest } = deed;
      const weighed = publicInterest?.trim() && { publicInterest: publicInterest.trim() };
      const exemption = { id, provision, ...worded(deed.words), ...weighed };
      const others = request.exemptions.filter((item) => item.id !== id);
      return after({ ...request, exemptions: [...others, exemption] });
    }
    case 'unexempt':
      return after({ ...request, exemptions: request.exemptions.filter(({ id }) => id !== deed.id) });
    case 'decide':
      return after({
        ...request,
        decision: { outcome: deed.outcome, on: deed.on, by, ...worded(deed.words) },
      });
    case 'disclose': {
      const { title, summary } = deed;
      return after({ ...request, disclosure: { title, summary, on: today, by } });
    }
    case 'undisclose': {
      const { disclosure: _, ...rest } = request;
      return after(rest);
    }
    default:
      return reviewed(request, deed, by);
  }
};

type Reviewing = Extract<Deciding, { what: 'review' | 'reviewer' | 'reviewLonger' | 'reviewed' }>;

const reviewed = (request: InformationRequest, deed: Reviewing, by: string): Deed => {
  switch (deed.what) {
    case 'review':
      if (!request.decision) return { why: 'There is no decision yet that could be looked at again.' };
      if (deed.on < request.decision.on) return { why: 'It cannot have been asked before the decision.' };
      return after({
        ...request,
        internalReviews: put(request.internalReviews, { id: deed.id, asked: deed.on, by }),
      });
    case 'reviewer':
      return request.decision?.by === deed.person
        ? { why: ownDecision }
        : onReview(request, deed.id, (review) => ({ ...review, reviewer: deed.person }));
    case 'reviewLonger':
      return onReview(request, deed.id, (review) => ({
        ...review,
        extension: { on: deed.on, ground: deed.why, by },
      }));
    case 'reviewed':
      if (request.decision?.by === by) return { why: ownDecision };
      return onReview(request, deed.id, (review) =>
        deed.on < review.asked
          ? 'It cannot have been decided before it was asked for.'
          : { ...review, reviewer: by, decided: deed.on, outcome: deed.outcome, ...worded(deed.words) },
      );
  }
};

/** What is missing before a request can be decided as somebody wants to; empty where nothing is. */
export const missingToDecide = (
  { exemptions }: InformationRequest,
  outcome: (typeof requestOutcomes)[number],
  isWeighed: (provision: string) => boolean,
): string[] => {
  if (outcome !== 'part' && outcome !== 'refused') return [];
  if (exemptions.length === 0) return ['Say by which provision it is withheld.'];
  return exemptions
    .filter(({ provision, publicInterest }) => isWeighed(provision) && !publicInterest?.trim())
    .map(({ provision }) => `Say how the public interest was weighed under ${provision}.`);
};
