import { completeLadder, type Ladder, splitKeys } from '#shared/records/ladder.ts';
import { delayMinutes, type Visit, visitMinutes } from '#shared/records/visit.ts';
import type { Form } from './definition.ts';
import { isAnswered, shownSections } from './engine.ts';
import { type FormSettings, visitScope } from './scope.ts';

/** One thing the final check points out, with the place it links to. */
export type Problem = {
  /** `must fix` keeps the report from being made ready; `are you sure` does not. */
  weight: 'must fix' | 'are you sure';
  section: string;
  question: string;
  text: string;
};

/**
 * The final check of a report, run before it is made ready: every problem at once, the ones that must be fixed
 * apart from the ones that may well be right. Nothing here ever keeps anything from being saved.
 * @param today the day as the person's machine believes, `YYYY-MM-DD`
 */
export const checkVisit = (form: Form, v: Visit, settings: FormSettings, today: string): Problem[] => {
  const scope = visitScope(v);
  const shown = shownSections(form, scope, settings);
  const place = (question: string) => ({
    section: shown.find((s) => s.questions.some((q) => q.id === question))?.id ?? '',
    question,
  });
  const sure = (question: string, text: string): Problem => ({
    weight: 'are you sure',
    ...place(question),
    text,
  });
  const missing = shown.flatMap((s) =>
    s.questions
      .filter((q) => q.must && !isAnswered(q, scope))
      .map(
        (q): Problem => ({ weight: 'must fix', section: s.id, question: q.id, text: `Answer: ${q.text}` }),
      ),
  );
  return [
    ...missing,
    ...wrong(v).map((p) => ({ ...p, ...place(p.question) })),
    // What a question holds that does not show (counts of a suite that turned out closed) cannot be put right there.
    ...doubts(v, settings, today)
      .map((p) => sure(...p))
      .filter((p) => p.section),
  ];
};

const wrong = (v: Visit): Problem[] =>
  v.visitor1 && v.visitor1 === v.visitor2
    ? [
        {
          weight: 'must fix',
          section: '',
          question: 'visitor2',
          text: 'The second visitor is the same person as the first',
        },
      ]
    : [];

const doubts = (v: Visit, settings: FormSettings, today: string): [string, string][] => {
  const found: [string, string][] = [];
  const delay = delayMinutes(v);
  const stay = visitMinutes(v);
  // The laptop's clock may be the one that is wrong, and must not keep a report from being sent.
  if (v.date && v.date > today)
    found.push(['date', 'The date of the visit lies in the future, by the clock of this laptop']);
  if (v.date && v.date < `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`)
    found.push(['date', 'The visit was more than a year ago']);
  if (v.visitor1 && !v.visitor2 && !v.aloneReason && v.method === 'in-person')
    found.push(['visitor2', 'Only one visitor is named for a visit in person']);
  if (delay !== null && delay > settings.delayThreshold) {
    if (!v.delayReason) found.push(['delayReason', `You waited ${delay} minutes and no reason is given`]);
    if (!v.delayAuthoriser)
      found.push(['delayAuthoriser', `You waited ${delay} minutes and nobody is named who authorised it`]);
  }
  if (delay !== null && delay > 180)
    found.push(['admitted', `Admission ${delay} minutes after arrival is unusually long`]);
  if (delay !== null && stay !== null && stay < delay)
    found.push(['left', 'You left before you were admitted']);
  if (v.outcome === 'completed' && v.counts.total?.held === undefined)
    found.push(['total', 'How many people were in custody is not filled in']);
  return [...found, ...ladderDoubts(v)];
};

const ladderDoubts = (v: Visit): [string, string][] => {
  const found: [string, string][] = [];
  const total = v.counts.total ?? {};
  const remainder = completeLadder(total).unexplained;
  if (remainder) found.push(['total', remainderSentence(total)]);
  for (const key of splitKeys) {
    const column = v.counts.splits?.[key];
    if (column && completeLadder(column).unexplained) found.push([key, remainderSentence(column)]);
  }
  const splitHeld = splitKeys.reduce((sum, key) => sum + (v.counts.splits?.[key]?.held ?? 0), 0);
  if (total.held !== undefined && splitHeld > total.held)
    found.push([splitKeys[0], `The columns add up to ${splitHeld} people, the whole suite to ${total.held}`]);
  const answers = answersSentence(total);
  if (answers) found.push(['total', answers]);
  return found;
};

/** How many answered an offer to talk and how many were offered it, where the two cannot both be right. */
const answersSentence = ({ offered, accepted, declined }: Ladder): string => {
  if (offered === undefined) return '';
  const answered = (accepted ?? 0) + (declined ?? 0);
  const bothKnown = accepted !== undefined && declined !== undefined;
  if (answered === offered || (answered < offered && !bothKnown)) return '';
  const parts = [
    accepted === undefined ? '' : `${accepted} accepted`,
    declined === undefined ? '' : `${declined} declined`,
  ];
  return `${offered} were offered a conversation, but ${parts.filter(Boolean).join(' and ')}`;
};

/** What a ladder leaves unexplained, as a sentence; empty where it adds up or cannot be known. */
export const remainderSentence = (column: Ladder): string => {
  const { held, unexplained } = completeLadder(column);
  if (!unexplained) return '';
  return unexplained > 0
    ? `${unexplained} of ${held} people held are not accounted for`
    : `${-unexplained} more people are accounted for than the ${held} held`;
};
