import type { Recommendation } from '#shared/records/recommendation.ts';
import type { Review } from '#shared/records/review.ts';
import { inSentence } from '#shared/text.ts';

/** Something that happened to a review, as its history tells it. */
export type Happened = {
  readonly on: string;
  /** The person's id; `import` where a file told it, and null where nobody is named. */
  readonly by: string | null;
  readonly what: string;
  readonly words: string | null;
};

const entry = (on: string, by: string | null, what: string, words?: string): Happened => ({
  on,
  by,
  what,
  words: words?.trim() || null,
});

/** Moves that other entries tell better: to whom it was given, what was decided, how it ended. */
const toldElsewhere: readonly string[] = ['assigned', 'decided', 'invalid', 'withdrawn', 'forwarded'];

const ofRecommendation = (one: Recommendation): Happened[] => [
  entry(one.madeOn, one.by, 'Recommended to the force', one.words),
  ...one.answers.map(({ on, by, answer, reasons }) =>
    entry(on, by, `The force answered: ${answer}`, reasons),
  ),
  ...one.steps.map(({ on, by, words }) => entry(on, by, 'A step of the force', words)),
  ...one.told.map(({ on, by }) => entry(on, by, 'The complainant was told of the answer')),
  ...one.changed.map(({ on, by, words }) => entry(on, by, 'What changed because of it', words)),
];

/** What happened to a review and to what was recommended in it, the earliest first. */
export const historyOf = (r: Review, recommendations: readonly Recommendation[] = []): Happened[] =>
  [
    entry(r.received, null, 'Application received'),
    ...(r.acknowledged ? [entry(r.acknowledged, null, 'Acknowledged')] : []),
    ...(r.fileRequested ? [entry(r.fileRequested, null, 'File asked for')] : []),
    ...(r.fileReceived ? [entry(r.fileReceived, null, 'File received')] : []),
    ...(r.late
      ? [
          entry(
            r.late.on,
            r.late.by,
            r.late.accepted ? 'Accepted although late' : 'Not accepted: late',
            r.late.reasons,
          ),
        ]
      : []),
    ...r.notices.map(({ on, by, to, notNeeded }) =>
      entry(on, by, notNeeded ? `No notice to the ${to}` : `Notice given to the ${to}`, notNeeded),
    ),
    ...r.assignments.map(({ on, by, external }) =>
      entry(on, by, external ? 'Given to an assessor from outside' : 'Given to an assessor'),
    ),
    ...r.declarations.map(({ on, by, conflict, words }) =>
      entry(on, by, conflict ? 'Declared a conflict of interest' : 'Declared no conflict of interest', words),
    ),
    ...r.drafts.map(({ at, by }, i) => entry(at.slice(0, 10), by, `Draft ${i + 1}`)),
    ...r.qualityChecks.map(({ on, by, passed, words }) =>
      entry(on, by, passed ? 'The draft passed its check' : 'The draft did not pass its check', words),
    ),
    ...r.decisions.map(({ on, by, decision, reasons }) =>
      entry(on, by, `Decided: ${decision ?? 'not said'}`, reasons),
    ),
    ...r.endings.map(({ on, by, to, reasons }) => entry(on, by, `Ended: ${to}`, reasons)),
    ...r.told.map(({ on, by, what }) => entry(on, by, `Told: ${what}`)),
    ...r.learning.map(({ on, by, kind, words }) =>
      entry(on, by, kind === 'learning' ? 'Learning' : 'Observation', words),
    ),
    ...r.events
      .filter(({ to, why }) => why || !toldElsewhere.includes(to))
      .map(({ at, by, from, to, why }) =>
        entry(at.slice(0, 10), by, `Moved from ${inSentence(from)} to ${inSentence(to)}`, why),
      ),
    ...recommendations.flatMap(ofRecommendation),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
