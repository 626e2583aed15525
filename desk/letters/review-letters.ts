import { readRecord } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import type { Parsed } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { instant } from '#shared/ids.ts';
import { type LetterWords, leftFields, merge, printable, problemWords } from '#shared/letters/merge.ts';
import { afterIssue, answersTold } from '#shared/letters/review-issued.ts';
import {
  addresseesOf,
  dayQuoted,
  type LetterReview,
  type ReviewAddressee,
  recommendationsIn,
  reviewAddressees,
  reviewValues,
  whyNoReviewLetter,
} from '#shared/letters/reviews.ts';
import type { Contact } from '#shared/records/contact.ts';
import {
  type Letter,
  type ReviewLetterKind,
  reviewLetterKinds,
  type Template,
} from '#shared/records/letter.ts';
import { standingDecision } from '#shared/records/review.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { diff } from '#shared/sync/patch.ts';
import { dayWords } from '#shared/times.ts';
import type { Context, Reads, Writes } from '../context.ts';
import { settings } from '../office.ts';
import { clocksOf, nextOf, personName, recommendationsOf } from '../reviews/around.ts';
import { doing, gone, onReview } from '../reviews/steps.ts';
import { saveWhole } from './letters.ts';
import { readTemplate } from './templates.ts';

/** All that a letter about a review is written from, read in one moment. */
const readReview = (r: Reader, id: string, ctx: Context): Result<LetterReview, Failure> => {
  const review = readRecord(r, 'review', id)?.document;
  if (!review) return gone(r, 'review', 'review', id);
  const contactOf = (one: string | undefined): Contact | undefined =>
    one === undefined ? undefined : readRecord(r, 'contact', one)?.document;
  return ok({
    review,
    recommendations: recommendationsOf(r, id),
    applicant: contactOf(review.applicant),
    representative: contactOf(review.representative?.person),
    decider: personName(r, standingDecision(review)?.by) ?? undefined,
    settings: clocksOf(r, ctx),
  });
};

type Plan = { found: LetterReview; template: Template; kind: ReviewLetterKind; who: ReviewAddressee };

const readPlan = (
  r: Reader,
  { id, template: from, who }: { id: string; template: string; who: ReviewAddressee },
  ctx: Context,
): Result<Plan, Failure> => {
  const template = readTemplate(r, from, ctx);
  const kind = reviewLetterKinds.find((one) => one === template?.of);
  if (!template || !kind) return fail({ tag: 'notFound', what: 'letter template' });
  const found = readReview(r, id, ctx);
  return found.ok ? ok({ found: found.value, template, kind, who }) : found;
};

/** Why no letter of this plan can be written at all. */
const barredBy = ({ kind, found, who }: Plan): string[] => [
  ...[whyNoReviewLetter(kind, found) ?? []].flat(),
  ...(addresseesOf[kind].includes(who) ? [] : [`A letter of this kind does not go to the ${who}.`]),
];

/** What stands in the way of the words as they are: the day that is kept as quoted must be the one they give. */
const problemsOf = (plan: Plan, { subject, body, due }: LetterWords & { due?: string | undefined }) => {
  const { kind } = plan;
  const isQuoted = due === undefined || `${subject}\n${body}`.includes(dayWords(due));
  return [
    ...barredBy(plan),
    ...leftFields(kind, { subject, body }).map((problem) => problemWords(kind, problem)),
    ...(body.trim() === '' ? ['The letter has no words.'] : []),
    ...(isQuoted
      ? []
      : [
          `The words no longer give ${dayWords(due)}, the day that is kept as quoted. Begin again to change it.`,
        ]),
  ];
};

const draft = (
  r: Reader,
  plan: Plan,
  { to, address, due: chosen, asked }: Parsed<'reviewLetters.draft'>,
  ctx: Context,
) => {
  const due = chosen ?? dayQuoted(plan.kind, plan.found, ctx.today);
  const words = merge(plan.template, {
    ...reviewValues(plan.kind, plan.found, { who: plan.who, due, asked }),
    ...{ office: settings(r, ctx).body, date: dayWords(ctx.today), to, address },
    sender: personName(r, ctx.identity.person) ?? undefined,
    due: due && dayWords(due),
  });
  const isQuoted = due !== undefined && `${words.subject}\n${words.body}`.includes(dayWords(due));
  return { ...words, due: isQuoted ? due : null };
};

const ofContact = (one: Contact | undefined) =>
  one && { to: one.name, address: one.address ?? null, mail: one.mail ?? null };

/** How each is addressed of whom the office knows it. */
const addressees = ({ applicant, representative, review }: LetterReview) => {
  const [own, theirs] = [ofContact(applicant), ofContact(representative)];
  const force = review.complaint?.force;
  const standards = `Professional Standards${force ? `, ${force}` : ''}`;
  return {
    ...(own && { applicant: own }),
    ...(theirs && { representative: theirs }),
    'appropriate authority': { to: standards, address: null, mail: null },
  };
};

export const reviewLetterReads = {
  'reviewLetters.begin': (r, { id }, ctx) => {
    const read = readReview(r, id, ctx);
    if (!read.ok) return read;
    const found = read.value;
    // Whoever acts for the applicant is written to in their place.
    const isKnown = (who: ReviewAddressee) => who !== 'representative' || found.representative !== undefined;
    return ok({
      kinds: reviewLetterKinds.map((kind) => ({
        kind,
        barred: whyNoReviewLetter(kind, found) ?? null,
        to: addresseesOf[kind].filter(isKnown),
        due: dayQuoted(kind, found, ctx.today) ?? null,
      })),
      next: nextOf(r, ctx, found.review, found.settings)?.letter ?? null,
      addressees: addressees(found),
    });
  },
  'reviewLetters.draft': (r, input, ctx) => {
    const plan = readPlan(r, input, ctx);
    if (!plan.ok) return plan;
    const problems = barredBy(plan.value);
    return problems.length > 0
      ? fail({ tag: 'letterProblems', problems })
      : ok(draft(r, plan.value, input, ctx));
  },
  'reviewLetters.check': (r, input, ctx) => {
    const plan = readPlan(r, input, ctx);
    return plan.ok ? ok({ problems: problemsOf(plan.value, input) }) : plan;
  },
} satisfies Partial<Reads>;

export const reviewLetterWrites = {
  'reviewLetters.issue': (w, { letter: id, due, address, ...said }, ctx) =>
    w.inTransaction(() => {
      const done = ok({ id, savedAt: instant(ctx.sources) });
      if (readRecord(w, 'letter', id)) return done;
      const read = readPlan(w, said, ctx);
      if (!read.ok) return read;
      const { kind, found, template, who } = read.value;
      const problems = problemsOf(read.value, { ...said, due });
      if (problems.length > 0) return fail({ tag: 'letterProblems', problems });
      const { by, on, at } = doing(ctx);
      const going = { id, who, on, by, due };
      // First, since it may be refused: nothing else is written then.
      const moved = onReview(w, ctx, said.id, (review) => ok(afterIssue(kind, review, going)));
      if (!moved.ok) return moved;
      const about = recommendationsIn(kind, found.recommendations);
      const letter: Letter = {
        id,
        about: [
          { type: 'review', id: said.id },
          ...about.map((one) => ({ type: 'recommendation' as const, id: one.id })),
        ],
        ...{ of: kind, template: template.id, to: printable(said.to) },
        ...(address?.trim() && { address: printable(address.trim()) }),
        ...{ subject: printable(said.subject), body: printable(said.body) },
        ...{ on, ...(due && { due }), by, at },
      };
      saveWhole(w, ctx, 'letter', id, diff(undefined, letter));
      for (const after of answersTold(kind, found.recommendations, going)) {
        const before = found.recommendations.find((one) => one.id === after.id);
        saveWhole(w, ctx, 'recommendation', after.id, diff(before, after));
      }
      return done;
    }),
} satisfies Partial<Writes>;

/** Whom a letter about a review was to, among those whose mail address the office has. */
export const reviewMailOf = (r: Reader, { about, to }: Letter, ctx: Context): string | null => {
  const of = about.find(({ type }) => type === 'review');
  const read = of && readReview(r, of.id, ctx);
  if (!read?.ok) return null;
  const known = addressees(read.value);
  return (
    reviewAddressees
      .map((who) => (known as Partial<Record<string, { to: string; mail: string | null }>>)[who])
      .find((one) => one?.to === to)?.mail ?? null
  );
};
