import { isolated } from '#shared/bidi.ts';
import type { Output } from '#shared/contract.ts';
import { capital } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';
import type { ReturnResult } from '#shared/views.ts';
import { withoutMark } from './check-mark.ts';
import { keepBack, keptBack } from './keep-back.ts';
import { returnNames } from './names.ts';

type Issued = Output<'returns.issue'>;
type InWork = Output<'returns.prepare'>;

/** Where a return stands in its life, as it is printed. */
type Standing = {
  number: number;
  /** Why it was taken up again; null for the first issue. */
  why: string | null;
  /** Null of a draft. */
  signed: { name: string; as: string; on: string } | null;
  published: { on: string; where: string } | null;
};

/** A return as it is given out, from which every form of it is made. */
export type GivenReturn = {
  name: string;
  to?: string | undefined;
  /** The law it is published under. */
  law?: string | undefined;
  result: ReturnResult;
  /** What the office wrote, section by section in the order of the return; those without a word are left out. */
  sections: readonly { id: string; title: string; text: string }[];
  links: readonly { title: string; address: string }[];
  /** The reasons given for what checks found. */
  answers: readonly { check: string; found: string; reason: string; name: string; on: string }[];
  /** Null of figures that are shown without being one of the office's returns. */
  standing: Standing | null;
  /** The smallest number of people that it tells; null where none is kept back. */
  least: number | null;
  /** Whether small numbers stand in it that are to be kept back. */
  isWhole: boolean;
  /** The charts it draws, by their names; without it all that fit it. */
  charts?: readonly string[] | undefined;
};

/** Figures of a period as they were asked for. */
export const asComputed = (result: ReturnResult): GivenReturn => ({
  name: returnNames[result.return],
  result,
  sections: [],
  links: [],
  answers: [],
  standing: null,
  least: null,
  isWhole: false,
});

type Written = Pick<Issued['frozen'], 'definition' | 'words' | 'result'>;

const written = ({ definition, words, result }: Written) => ({
  name: definition.name,
  to: definition.to,
  law: definition.basis,
  charts: definition.charts,
  sections: definition.sections.flatMap(({ id, title }) => {
    const text = (words.sections[id] ?? '').trim();
    return text === '' ? [] : [{ id, title, text }];
  }),
  links: words.links.map(({ title, address }) => ({ title, address })),
  result,
});

/** What was signed off. */
export const asIssued = ({ frozen, issue }: Issued): GivenReturn => ({
  ...written(frozen),
  // What was kept back when it was signed stays so, whichever rule holds now.
  ...{ result: frozen.given?.result ?? frozen.result, answers: frozen.given?.answers ?? frozen.answers },
  standing: {
    number: frozen.number,
    why: frozen.why,
    signed: frozen.signed,
    published: issue.published,
  },
  least: frozen.least,
  isWhole: false,
});

/** What is not signed off yet. */
export const asDraft = (inWork: InWork): GivenReturn => ({
  ...written(inWork),
  answers: inWork.answers.flatMap(({ answer }) => answer ?? []),
  standing: { number: inWork.issues.length, why: inWork.why, signed: null, published: null },
  least: inWork.least,
  isWhole: inWork.least !== null,
});

/** What checks found and the reasons for it, without the marks of records. */
const withoutMarks = <A extends { found: string }>(result: ReturnResult, answers: readonly A[]) => ({
  result: {
    ...result,
    checks: result.checks.map((check) => ({ ...check, detail: withoutMark(check.detail) })),
  },
  answers: answers.map((one) => ({ ...one, found: withoutMark(one.found) })),
});

/** Figures and the reasons given for what checks found, without small numbers and what gives them away. */
export const withoutSmall = <A extends { found: string; reason: string }>(
  whole: ReturnResult,
  reasons: readonly A[],
  least: number,
): { result: ReturnResult; answers: A[] } => {
  const told = withoutMarks(whole, reasons);
  const { result, words } = keepBack(told.result, least);
  return {
    result,
    answers: told.answers.map((one) => ({ ...one, found: words(one.found), reason: words(one.reason) })),
  };
};

/** What of it may leave the office: without small numbers where it keeps them back, and without the ids and marks of records. */
export const givenOut = (given: GivenReturn): GivenReturn => {
  const { least, isWhole } = given;
  const { result, answers } =
    isWhole && least !== null
      ? withoutSmall(given.result, given.answers, least)
      : withoutMarks(given.result, given.answers);
  return {
    ...given,
    isWhole: false,
    result: { ...result, checks: result.checks.map((check) => ({ ...check, records: [] })) },
    answers,
  };
};

export const titleOf = ({ name, result }: GivenReturn): string => `${name}, ${result.period.label}`;

const draft = 'Draft: not signed off';

export const isDraft = ({ standing }: GivenReturn): boolean => standing !== null && standing.signed === null;

/** What must stand on every page. */
export const noticeOf = (given: GivenReturn): string | null =>
  [...(isDraft(given) ? [draft] : []), ...(given.result.notice ? [given.result.notice] : [])].join('. ') ||
  null;

/** The reasons given for what a check found, each as it is printed. */
export const reasonsFor = ({ answers }: GivenReturn, check: ReturnResult['checks'][number]): string[] =>
  answers
    .filter((one) => one.check === check.id && one.found === check.detail)
    .map(({ reason, name, on }) => `${reason.trim()} (${isolated(name)}, ${dayWords(on)})`);

/** An address of the web stays as it was typed: a capital or a full stop at its end would make another of it. */
const isAddress = /^(?:https?:\/\/|www\.)/i;
const hasEnd = /[.!?]$|(?:^|\s)(?:https?:\/\/|www\.)\S+$/i;
const ended = (text: string): string => (hasEnd.test(text.trim()) ? text.trim() : `${text.trim()}.`);
const beginning = (text: string): string => (isAddress.test(text) ? text : capital(text));

/** For whom it is, where it stands in its life, and the law it is published under: a sentence each. */
export const standingOf = (given: GivenReturn): string[] => {
  const { to, law, standing, least } = given;
  const { number = 0, why = null, signed = null, published = null } = standing ?? {};
  return [
    ...(to ? [ended(`For the ${to}`)] : []),
    ...(isDraft(given) ? [ended(draft)] : []),
    ...(number > 0 ? [`Revision ${number}${why ? `: ${ended(why)}` : '.'}`] : []),
    ...(signed
      ? [ended(`Signed off by ${isolated(signed.name)}, ${isolated(signed.as)}, on ${dayWords(signed.on)}`)]
      : []),
    ...(published ? [ended(`Published on ${dayWords(published.on)}: ${beginning(published.where)}`)] : []),
    ...(law ? [ended(`Published under the ${law}`)] : []),
    ...(least === null ? [] : [keptBackNote(least)]),
  ];
};

const keptBackNote = (least: number): string =>
  `Numbers of people below ${least} are kept back, and with them what they could be worked out from: ${keptBack} stands in their place.`;
