import { same } from '#shared/sync/patch.ts';
import type { Revision } from './changes.ts';
import type { Question, Section } from './definition.ts';
import { findStanding, type Standing, standings, termsOf } from './locks.ts';
import { conditionWords, subjectOf } from './terms.ts';

type Sections = Pick<Revision, 'sections'>;

/** What each kind of answer is called by people who make forms. */
export const kindWords: Record<Question['kind'], string> = {
  suite: 'a suite',
  person: 'a person',
  date: 'a date',
  time: 'a time',
  yesNo: 'yes or no',
  choice: 'one of several answers',
  choices: 'any of several answers',
  number: 'a number',
  text: 'a few words',
  longText: 'longer text',
  ladder: 'counts of people',
  minutes: 'worked out, not asked',
  recorded: 'yes, no, not recorded or not applicable',
};

const quoted = (text: string | undefined) => `“${text ?? ''}”`;

/**
 * What a new version changes, each in a sentence and in the order of the form, as it is read before publishing. Empty
 * where nothing changed.
 */
export const differences = (previous: Revision, next: Revision): string[] => [
  ...(previous.title === next.title ? [] : [`The form is now called ${quoted(next.title)}.`]),
  ...next.sections.flatMap((s) => ofSection(previous, next, s)),
  ...(sameOrder(previous.sections, next.sections) ? [] : ['The sections stand in another order.']),
];

/** Whether what is in both lists stands in the same order. */
const sameOrder = (was: readonly { id: string }[], now: readonly { id: string }[]): boolean => {
  const ids = (of: readonly { id: string }[], others: readonly { id: string }[]) =>
    of.filter(({ id }) => others.some((other) => other.id === id)).map(({ id }) => id);
  return same(ids(was, now), ids(now, was));
};

const ofSection = (previous: Sections, next: Sections, s: Section): string[] => {
  const was = previous.sections.find(({ id }) => id === s.id);
  const added = was ? [] : [`The section ${quoted(s.title)} is added.`];
  const changed = was ? ofOldSection(next, was, s) : [];
  const questions = standings(next)
    .filter(({ section }) => section.id === s.id)
    .flatMap((now) => {
      const before = findStanding(previous, now.of, now.question.id);
      return before ? ofQuestion(next, before, now) : ofNewQuestion(next, now);
    });
  return [...added, ...changed, ...questions];
};

const ofOldSection = (next: Sections, was: Section, s: Section): string[] => {
  const found: string[] = [];
  const name = quoted(s.title);
  if (was.title !== s.title) found.push(`The section ${quoted(was.title)} is now called ${name}.`);
  if ((was.guidance ?? '') !== (s.guidance ?? ''))
    found.push(reworded(`The guidance of ${name}`, was.guidance, s.guidance));
  if ((was.closable ?? false) !== (s.closable ?? false))
    found.push(`${name} can ${s.closable ? 'now' : 'no longer'} be closed with “no concerns here”.`);
  if (!same(was.when ?? [], s.when ?? []))
    found.push(shows(name, conditionWords(s.when, next, subjectOf(s))));
  if (!sameOrder(was.questions, s.questions)) found.push(`The questions of ${name} stand in another order.`);
  return found;
};

const reworded = (what: string, was: string | undefined, now: string | undefined): string => {
  if (!was) return `${what} is new: ${quoted(now)}.`;
  return now
    ? `${what} was ${quoted(was)} and is now ${quoted(now)}.`
    : `${what} is taken away: ${quoted(was)}.`;
};

const shows = (name: string, words: string): string =>
  words ? `${name} now shows only if ${words}.` : `${name} now always shows.`;

const ofNewQuestion = (next: Sections, { section, question: q, of }: Standing): string[] => {
  const texts = (q.options ?? []).map((o) => o.text).filter(Boolean);
  const answers = texts.length > 0 ? ` (${texts.join(', ')})` : '';
  const words = conditionWords(q.when, next, of);
  const more = [
    q.must && 'it must be answered',
    q.sharing && 'it is for the office only',
    q.raises && 'it can raise a concern',
    q.onPaper && 'it stands on the paper sheet',
    words && `it shows only if ${words}`,
  ].filter(Boolean);
  const told = more.length > 0 ? `; ${more.join('; ')}` : '';
  return [
    `Added to ${quoted(section.title)}: ${quoted(q.text)}, answered by ${kindWords[q.kind]}${answers}${told}.`,
  ];
};

/** What each switch of a question means, when it is on and when it is off. */
const switches: readonly [keyof Question, on: string, off: string][] = [
  ['must', 'must now be answered before a report can be sent', 'may now be left blank'],
  ['sharing', 'is now for the office only', 'may now be shared with custody'],
  ['always', 'now shows although its group is closed', 'now shows only when its group is open'],
  ['onPaper', 'now stands on the paper sheet', 'no longer stands on the paper sheet'],
  ['optional', 'may now stay blank', 'is now expected to be answered'],
  ['nonAnswers', 'now offers “don’t know” and the like', 'no longer offers “don’t know” and the like'],
];

const ofQuestion = (next: Sections, was: Standing, now: Standing): string[] => {
  const [old, q] = [was.question, now.question];
  const name = quoted(q.text);
  if (q.retired && !old.retired) return [`Retired: ${quoted(old.text)}. Old reports keep its answers.`];
  const found: string[] = [];
  if (old.retired && !q.retired) found.push(`Brought back: ${name}.`);
  if (old.text !== q.text) found.push(`Reworded: ${quoted(old.text)} is now ${name}.`);
  if ((old.hint ?? '') !== (q.hint ?? '')) found.push(reworded(`The hint of ${name}`, old.hint, q.hint));
  if (was.section.id !== now.section.id)
    found.push(`${name} moved from ${quoted(was.section.title)} to ${quoted(now.section.title)}.`);
  found.push(...ofOptions(old, q, name));
  for (const [key, on, off] of switches)
    if (Boolean(old[key]) !== Boolean(q[key])) found.push(`${name} ${q[key] ? on : off}.`);
  if (!same(old.raises, q.raises))
    found.push(`${name} now raises ${q.raises ? `a concern about ${q.raises.area}` : 'no concern'}.`);
  // A question that moved may carry terms of its old section: it shows as it did.
  const terms = termsOf(was);
  const carried =
    terms.length === termsOf(now).length && termsOf(now).every((t) => terms.some((o) => same(o, t)));
  if (!same(old.when ?? [], q.when ?? []) && !carried)
    found.push(shows(name, conditionWords(q.when, next, now.of)));
  return found;
};

const ofOptions = (old: Question, q: Question, name: string): string[] =>
  (q.options ?? []).flatMap((option) => {
    const was = old.options?.find(({ value }) => value === option.value);
    if (!was) return [`${name} has one more answer: ${quoted(option.text)}.`];
    return was.text === option.text
      ? []
      : [`An answer of ${name} was ${quoted(was.text)} and is now ${quoted(option.text)}.`];
  });
