import { readAll, readRecord } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import type { Failure } from '#shared/errors.ts';
import { answerBy, concernValues, type LetterConcern, whyNoLetter } from '#shared/letters/concerns.ts';
import { custodyNumbersIn, letterDoubts } from '#shared/letters/doubts.ts';
import { asksFor, type LetterWords, leftFields, merge, problemWords } from '#shared/letters/merge.ts';
import type { Concern } from '#shared/records/concern.ts';
import type { Template } from '#shared/records/letter.ts';
import type { Suite } from '#shared/records/suite.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { dayWords } from '#shared/times.ts';
import type { Context } from '../context.ts';
import { settings } from '../office.ts';
import { withNumbers } from './about.ts';
import { readTemplate } from './templates.ts';

/** What a letter is planned with. */
type Planned = { about: readonly string[]; template: string };

/** All that a letter is written from, read in one moment. */
export type LetterPlan = { template: Template; about: LetterConcern[]; suite: Suite | undefined };

export const readPlan = (
  r: Reader,
  { about, template: id }: Planned,
  ctx: Context,
): Result<LetterPlan, Failure> => {
  const template = readTemplate(r, id, ctx);
  if (!template) return fail({ tag: 'notFound', what: 'letter template' });
  const concerns = [...new Set(about)].map((one) => readRecord(r, 'concern', one)?.document);
  if (concerns.some((one) => one === undefined)) return fail({ tag: 'notFound', what: 'concern' });
  const all = concerns as Concern[];
  const suite = all[0]?.suite ? readRecord(r, 'suite', all[0].suite)?.document : undefined;
  return ok({ template, about: all.map((one) => withNumbers(r, one)), suite });
};

/** Why a letter cannot be about these concerns, from this template. */
const barredBy = ({ template, about }: LetterPlan): string[] => [
  ...(template.of !== 'concern' && template.of !== 'reminder'
    ? ['This template is not for letters about concerns.']
    : []),
  ...(new Set(about.map(({ concern }) => concern.suite)).size > 1
    ? ['One letter is about concerns of one suite.']
    : []),
  ...about.flatMap(({ concern }) => whyNoLetter(template.of, concern) ?? []),
];

/** The names that a letter may have: suites, panels, the body, its writer, and whoever it is to. */
export const knownNames = (r: Reader, to: string, ctx: Context): string[] => [
  ...readAll(r, 'suite').map(({ name }) => name),
  ...readAll(r, 'panel').map(({ name }) => name),
  ...settings(r, ctx).areas,
  settings(r, ctx).body,
  senderOf(r, ctx) ?? '',
  to,
];

const senderOf = (r: Reader, { identity }: Context): string | undefined =>
  readRecord(r, 'person', identity.person)?.document.name;

/** Values that every kind of letter has. */
export const commonValues = (
  r: Reader,
  to: string,
  due: string,
  suite: string | undefined,
  ctx: Context,
) => ({
  office: settings(r, ctx).body,
  date: dayWords(ctx.today),
  to,
  sender: senderOf(r, ctx),
  suite,
  due: dayWords(due),
});

/** The words of a letter as its template gives them, and the day by which an answer is asked for. */
export const draftOf = (
  r: Reader,
  plan: LetterPlan,
  { to, due: chosen }: { to: string; due?: string | undefined },
  ctx: Context,
): Result<LetterWords & { due: string }, Failure> => {
  const problems = barredBy(plan);
  if (problems.length > 0) return fail({ tag: 'letterProblems', problems });
  const { template, about, suite } = plan;
  const concerns = about.map(({ concern }) => concern);
  const due = chosen ?? answerBy(ctx.today, concerns, settings(r, ctx));
  const values = { ...commonValues(r, to, due, suite?.name, ctx), ...concernValues(about) };
  return ok({ ...merge(template, values), due });
};

/**
 * What stands in the way of the words as they are, and what in them looks like a name. A custody record number is
 * personal data and goes out only where the template asks for it.
 */
export const checkWords = (
  r: Reader,
  plan: LetterPlan,
  { to, subject, body }: LetterWords & { to: string },
  ctx: Context,
) => {
  const { template, about } = plan;
  const numbers = asksFor(template, 'custodyNumber')
    ? []
    : custodyNumbersIn(
        `${subject}\n${body}`,
        about.flatMap((one) => one.numbers),
      );
  return {
    problems: [
      ...barredBy(plan),
      ...leftFields(template.of, { subject, body }).map((problem) => problemWords(template.of, problem)),
      ...(body.trim() === '' ? ['The letter has no words.'] : []),
      ...numbers.map(
        (number) =>
          `${number} is a custody record number, and the template does not ask for one. Take it out.`,
      ),
    ],
    doubts: letterDoubts(
      { subject, body },
      { places: knownNames(r, to, ctx), year: Number(ctx.today.slice(0, 4)) },
    ),
  };
};
