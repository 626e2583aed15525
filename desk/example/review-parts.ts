import { derivedId } from '#shared/ids.ts';
import type { Contact } from '#shared/records/contact.ts';
import { newReview, type Review, type ReviewState, reviewState } from '#shared/records/review.ts';
import {
  applicationMeans,
  type BodyQuestionId,
  type EndingKind,
  type ExaminationFinding,
  noticeTo,
  validityIds,
} from '#shared/records/review-parts.ts';
import { bodyQuestions } from '#shared/reviews/body.ts';
import { dayNumber, daysAfter, weekdayOf } from './days.ts';
import { endReasons, type Matter } from './review-words.ts';

/** What a review of the example is about, and its place among them, by which they differ. */
export type Begun = {
  readonly n: number;
  readonly id: string;
  readonly received: string;
  readonly matters: readonly Matter[];
  readonly isLate: boolean;
  readonly applicant: Contact;
};

export const part = (id: string, kind: string, n: number | string = 0) => derivedId(id, kind, String(n));

/** The day itself, or the Monday after a weekend. */
export const workday = (day: string): string =>
  daysAfter(day, [0, 0, 0, 0, 0, 2, 1][weekdayOf(dayNumber(day))] as number);

export const moved = (r: Review, to: ReviewState, by: string, on: string): Review => {
  const event = { id: part(r.id, 'move', r.events.length), from: reviewState(r), to, by };
  return { ...r, events: [...r.events, { ...event, at: `${on}T14:00:00.000Z` }] };
};

const alleged = (review: string, one: Matter, i: number): Review['allegations'][number] => ({
  id: part(review, 'allegation', i),
  text: one.text,
  category: one.category,
  ...(one.subcategory && { subcategory: one.subcategory }),
  ...(one.factor && { factors: [one.factor] }),
  forceDecision: one.force,
  grounds: one.grounds,
});

/** An application as it came in. */
export const applied = (
  { id, n, received, matters, isLate, applicant }: Begun,
  caseworker: string,
): Review => {
  const sent = daysAfter(received, isLate ? -47 : -(8 + (n % 17)));
  const number = String(300 + ((n * 37) % 600)).padStart(5, '0');
  return {
    ...newReview({ id, received }),
    means: applicationMeans[n % 3] as (typeof applicationMeans)[number],
    route: n % 3 === 1 ? 'investigated' : 'not investigated',
    ...{ applicant: applicant.id, applicantIs: 'complainant', caseworker },
    ...(applicant.adjustments && { adjustments: applicant.adjustments }),
    grounds: matters[0]?.grounds ?? '',
    complaint: {
      reference: `CO/${number}/${received.slice(2, 4)}`,
      force: 'Wrekenshire Police',
      madeOn: daysAfter(sent, -60),
      words: matters[0]?.text ?? '',
    },
    outcome: { letterDated: daysAfter(sent, -1), sent, counts: 'sent' },
  };
};

/** Acknowledged, with its allegations written down: now and then a few days late. */
export const takenUp = (r: Review, { n, matters }: Begun): Review => ({
  ...r,
  acknowledged: workday(daysAfter(r.received, n % 9 === 5 ? 11 : 1 + (n % 4))),
  allegations: matters.map((one, i) => alleged(r.id, one, i)),
});

/** The questions on which body decides: so many of them, all no but the one that is said. */
export const asked = (r: Review, many: number = bodyQuestions.length, yes?: BodyQuestionId): Review => ({
  ...r,
  body: {
    answers: Object.fromEntries(
      bodyQuestions.slice(0, many).map(({ id }) => [id, { answer: id === yes ? 'yes' : 'no' } as const]),
    ),
  },
});

/** Every check that somebody looks at, passed but for the one that fails. */
export const checked = (r: Review, by: string, on: string, fails?: string): Review => ({
  ...r,
  validity: Object.fromEntries(
    validityIds
      .filter((id) => id !== 'thisBody' && id !== 'inTime')
      .map((id) => [
        id,
        id === fails
          ? ({ result: 'fail', reason: endReasons.invalid, by, on } as const)
          : ({ result: 'pass', by, on } as const),
      ]),
  ),
});

export const ended = (r: Review, to: EndingKind, by: string, on: string): Review => ({
  ...moved(r, to, by, on),
  endings: [
    {
      ...{ id: part(r.id, 'ending'), to, on, by, reasons: endReasons[to] },
      ...(to === 'withdrawn' && { withdrawn: 'application' as const }),
    },
  ],
  told: [...r.told, { id: part(r.id, 'told', to), what: to, on, by }],
});

export const noticed = (r: Review, by: string, on: string): Review => ({
  ...r,
  notices: noticeTo.map((to, i) => ({
    ...{ id: part(r.id, 'notice', i), to, on, by },
    ...(to === 'interested persons' && { notNeeded: 'Nobody else asked to be kept informed.' }),
  })),
  fileRequested: on,
});

/** The applicant was told every four weeks how it goes. */
export const keptTold = (r: Review, by: string, until: string): Review => {
  const days = [27, 54, 81, 108].map((days) => workday(daysAfter(r.received, days)));
  const told = days
    .filter((on) => on < until)
    .map((on) => ({ id: part(r.id, 'progress', on), what: 'progress' as const, on, by }));
  return { ...r, told: [...told, ...r.told] };
};

/** What was found of the first allegations, so many of them. */
const found = (r: Review, matters: readonly Matter[], upheld: boolean, many: number): Review => ({
  ...r,
  allegations: r.allegations.map((one, i) => {
    const isUpheld = upheld && i === 0;
    const reasons = matters[i]?.[isUpheld ? 'upheld' : 'notUpheld'] ?? '';
    const finding: ExaminationFinding = isUpheld ? 'upheld' : 'not upheld';
    return i < many ? { ...one, finding, reasons, said: { findings: reasons } } : one;
  }),
});

export const declared = (r: Review, by: string, on: string, conflict: boolean): Review => ({
  ...r,
  declarations: [
    {
      ...{ id: part(r.id, 'declaration'), by, on, conflict },
      ...(conflict && { words: 'I worked with the officer who wrote the answer.' }),
    },
  ],
});

/** Begun: the first allegation is examined, and nothing else yet. */
export const halfExamined = (r: Review, { matters }: Begun): Review => found(r, matters, true, 1);

/** Examined to the end, with a draft, themes and now and then something learnt, and given back. */
export const examined = (
  r: Review,
  { n, matters }: Begun,
  upheld: boolean,
  by: string,
  on: string,
): Review => {
  const whole = found(r, matters, upheld, matters.length);
  const reasons = whole.allegations.map((one) => one.reasons ?? '');
  const finding: ExaminationFinding = upheld ? 'upheld' : 'not upheld';
  const information = upheld
    ? 'The letter leaves out what was asked about.'
    : 'The letter is clear and leaves nothing out.';
  const kind = n % 2 === 0 ? ('learning' as const) : ('observation' as const);
  const draft = { id: part(r.id, 'draft'), words: reasons.join('\n\n'), recommends: finding, by };
  return moved(
    {
      ...whole,
      examination: { said: { information }, finding, reasons: reasons[0] ?? '' },
      drafts: [{ ...draft, at: `${on}T13:00:00.000Z` }],
      themes: [...new Set(matters.map(({ theme }) => theme))],
      learning:
        n % 3 === 0 ? [{ id: part(r.id, 'learning'), kind, words: matters[0]?.learnt ?? '', on, by }] : [],
    },
    ...(['returned', by, on] as const),
  );
};

export const lookedOver = (r: Review, by: string, on: string, passed = true): Review => ({
  ...r,
  qualityChecks: [
    {
      ...{ id: part(r.id, 'quality'), draft: part(r.id, 'draft'), passed, by, on },
      ...(!passed && { words: 'The second ground of the application is not answered.' }),
    },
  ],
});

export const decided = (r: Review, finding: ExaminationFinding, by: string, on: string): Review => ({
  ...moved(r, 'decided', by, on),
  decisions: [
    { id: part(r.id, 'decision'), decision: finding, by, on, reasons: r.examination?.reasons ?? '' },
  ],
});
