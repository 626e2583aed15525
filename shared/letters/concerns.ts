import type { Concern, ConcernSeverity } from '#shared/records/concern.ts';
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
