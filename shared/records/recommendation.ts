import { z } from 'zod';
import { isoDate, recordId, words } from './common.ts';
import { keptRules } from './kept-rules.ts';
import type { LifeRules } from './life-rules.ts';
import { type Route, routes } from './review-parts.ts';

/** What a body may recommend where it upholds a review: it recommends and cannot direct. */
export const recommendationKinds = ['refer', 'investigate', 'remedy', 'proceedings', 'prosecutors'] as const;
export type RecommendationKind = (typeof recommendationKinds)[number];

type KindOf = {
  readonly id: RecommendationKind;
  readonly title: string;
  /** The routes on which the law gives it. */
  readonly routes: readonly Route[];
  readonly basis: string;
  readonly note?: string;
};

const toConfirm =
  'Confirm the sub-paragraph and the routes against Schedule 3 before it is quoted in a letter.';

/** The list of Schedule 3, with what is to be confirmed of it. */
export const recommendationList: readonly KindOf[] = [
  {
    id: 'refer',
    title: 'Refer the complaint to the IOPC',
    routes,
    basis: 'Police Reform Act 2002, Schedule 3, paragraphs 6A and 25',
    note: toConfirm,
  },
  {
    id: 'investigate',
    title: 'Investigate or re-investigate the complaint',
    routes,
    basis: 'Police Reform Act 2002, Schedule 3, paragraphs 6A and 25',
    note: toConfirm,
  },
  {
    id: 'remedy',
    title: 'Provide a remedy',
    routes,
    basis: 'Police Reform Act 2002, Schedule 3, paragraph 28ZA',
    note: toConfirm,
  },
  {
    id: 'proceedings',
    title: 'Find a case to answer, or bring proceedings',
    routes: ['investigated'],
    basis: 'Police Reform Act 2002, Schedule 3, paragraph 25',
    note: toConfirm,
  },
  {
    id: 'prosecutors',
    title: 'Notify the prosecutors',
    routes: ['investigated'],
    basis: 'Police Reform Act 2002, Schedule 3, paragraph 25',
    note: toConfirm,
  },
];

/** What a kind of recommendation is called; one that is not known by its own name. */
export const recommendationTitle = (kind: string): string =>
  recommendationList.find(({ id }) => id === kind)?.title ?? kind;

export const recommendationAnswers = ['accepted', 'in part', 'refused'] as const;
export type RecommendationAnswer = (typeof recommendationAnswers)[number];

/** What the force answered. A part or the whole refused has reasons (SI 2020/2, regulation 30). */
export const forceAnswer = z
  .looseObject({
    id: recordId,
    answer: z.enum(recommendationAnswers),
    on: isoDate,
    from: words.optional(),
    reasons: words.optional(),
    by: recordId,
  })
  .refine(({ answer, reasons }) => answer === 'accepted' || (reasons ?? '').trim() !== '', {
    path: ['reasons'],
    message: 'What is refused has reasons',
  });

/** A recommendation as it was made, and what became of it. */
export const recommendation = z.looseObject({
  id: recordId,
  review: recordId,
  /** The route of its review, kept beside it: figures are split by it. */
  route: z.enum(routes).optional(),
  kind: z.enum(recommendationKinds),
  words,
  madeOn: isoDate,
  by: recordId,
  answers: z.array(forceAnswer).max(50),
  /** What the force did, and what shows it. */
  steps: z
    .array(z.looseObject({ id: recordId, words, evidence: words.optional(), on: isoDate, by: recordId }))
    .max(100),
  /** That the complainant was told of the answer. */
  told: z
    .array(z.looseObject({ id: recordId, on: isoDate, by: recordId, letter: recordId.optional() }))
    .max(50),
  /** What changed because of it, and when that was evidenced. */
  changed: z.array(z.looseObject({ id: recordId, words, on: isoDate, by: recordId })).max(100),
});
export type Recommendation = z.infer<typeof recommendation>;

/** The answer that stands: the force may answer again, and the last counts. */
export const answerTo = (r: Pick<Recommendation, 'answers'>): Recommendation['answers'][number] | undefined =>
  r.answers.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).at(-1);

/** A recommendation stands as it was made; what became of it is added. */
export const recommendationRules: LifeRules<Recommendation> = keptRules<Recommendation>({
  grows: ['answers', 'steps', 'told', 'changed'],
  free: ['route'],
});
