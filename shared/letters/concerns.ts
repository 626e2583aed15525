import {
  type Concern,
  type ConcernSeverity,
  type ConcernState,
  concernState,
} from '#shared/records/concern.ts';
import type { LetterKind } from '#shared/records/letter.ts';
import type { Setting } from '#shared/records/setting.ts';
import { addDays, dayWords } from '#shared/times.ts';
import { withoutNumbers } from './doubts.ts';
import type { LetterValues } from './fields.ts';

/** Days for an answer where an office has set none: no source sets them, so Settings has its own. */
export const defaultAnswerDays: Record<ConcernSeverity, number> = { immediate: 2, high: 14, routine: 28 };

/** The day by which an answer is asked for: that of the most pressing concern. */
export const answerBy = (
  on: string,
  concerns: readonly Pick<Concern, 'severity'>[],
  { answerDays = defaultAnswerDays }: Pick<Setting, 'answerDays'>,
): string => addDays(on, Math.min(...concerns.map(({ severity }) => answerDays[severity])));

/** A concern as a letter knows it: with the custody record numbers of the visit or check it came from. */
export type LetterConcern = {
  concern: Concern;
  /** All of them, so that none stands in its words unasked. */
  numbers: readonly string[];
  /** Of the one detainee it is about. */
  number: string | undefined;
};

const list = new Intl.ListFormat('en-GB');
const several = (texts: readonly string[]): string => list.format([...new Set(texts)]);

/** The words of a concern without any custody record number: a letter has one only where its template asks. */
const matterOf = ({ concern, numbers }: LetterConcern): string =>
  withoutNumbers(concern.matter.trim(), numbers);

const concernLines = (one: LetterConcern): string => {
  const { reference = '', raisedOn, area } = one.concern;
  return `${reference}, raised on ${dayWords(raisedOn)} (${area})\n${matterOf(one)}`;
};

/** What the concerns of a letter put into its fields. */
export const concernValues = (about: readonly LetterConcern[]): LetterValues<'concern' | 'reminder'> => {
  const concerns = about.map(({ concern }) => concern);
  const numbered = about.filter(({ number }) => number !== undefined);
  const [only] = about;
  const asked = concerns
    .flatMap(({ escalations }) => escalations.at(-1) ?? [])
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))[0];
  return {
    reference: several(concerns.flatMap(({ reference }) => reference ?? [])),
    concerns: about.map(concernLines).join('\n\n'),
    matter: about.map(matterOf).join('\n\n'),
    area: several(concerns.map(({ area }) => area)),
    raisedOn: several(concerns.map(({ raisedOn }) => dayWords(raisedOn))),
    custodyNumber:
      about.length === 1
        ? only?.number
        : numbered.map(({ concern, number }) => `${concern.reference}: ${number}`).join('; '),
    ...(asked && { askedOn: dayWords(asked.on), wasDue: dayWords(asked.due) }),
  };
};

/** The states from which a letter takes a concern to the police; one that stands with them already may go again. */
const escalable: readonly ConcernState[] = ['raised', 'coordinator', 'escalated', 'answered'];

/**
 * Why no letter of a kind can be written about a concern: without the office's number nobody could answer by it, and
 * what is for the office alone is not for custody to read (Code of Practice 2013: no reprisals).
 */
export const whyNoLetter = (
  kind: LetterKind,
  c: Pick<Concern, 'reference' | 'sharing' | 'events'>,
): string | undefined => {
  const state = concernState(c);
  if (c.reference === undefined)
    return 'A concern has no number before the office has received it. A letter can be written once it has one.';
  if (c.sharing === 'office')
    return `${c.reference} is for the office alone. Say on its page that custody may read it before a letter is written.`;
  if (kind === 'reminder')
    return state === 'escalated'
      ? undefined
      : `Of ${c.reference} no answer is awaited, so there is nothing to remind of.`;
  return escalable.includes(state)
    ? undefined
    : `${c.reference} is ${state} and cannot go to the police from there. Take it back to the coordinator first.`;
};
