import { call, detainee, matter } from '#shared/records/detainee.ts';
import { recordCheck, recordedAnswers } from '#shared/records/record-check.ts';
import { visit } from '#shared/records/visit.ts';
import { same } from '#shared/sync/patch.ts';
import {
  type Condition,
  type Form,
  type Question,
  type Section,
  type Subject,
  subjects,
} from './definition.ts';
import {
  findStanding,
  isCircular,
  type Lock,
  lockKey,
  locks,
  type Standing,
  showsWhenClosed,
  standings,
  termsOf,
} from './locks.ts';
import { coreFields } from './measured.ts';
import { type Askable, askable, questionsNamed, subjectOf, workedOutNames } from './terms.ts';

/** What a published version says anew: everything else of a form is given by its being the next one. */
export type Revision = Pick<Form, 'title' | 'sections'>;

/** One thing that keeps a new version from being published, and where in it: in which part of a section or question. */
export type FormProblem = { section: string; question?: string; part?: FormPart; text: string };
export type FormPart = 'title' | 'text' | 'options' | 'raises' | 'condition';
type Fault = Pick<FormProblem, 'part' | 'text'>;
/** What conditions may ask about, worked out once for each subject. */
type Asked = Record<Subject, Askable[]>;

/** The kinds of answer that the office's own questions can have; the others fill typed fields. */
export const ownKinds = ['yesNo', 'choice', 'choices', 'number', 'text', 'longText'] as const;

/** Whether a form is that of record checks, all of whose questions are answered alike: shares are made from them. */
export const isOfChecks = ({ sections }: Pick<Form, 'sections'>): boolean =>
  sections.some((s) => subjectOf(s) === 'check');

export const kindsFor = (form: Pick<Form, 'sections'>): readonly Question['kind'][] =>
  isOfChecks(form) ? ['recorded'] : ownKinds;

/** What new sections can be about. */
export const subjectsFor = (form: Pick<Form, 'sections'>): readonly Subject[] =>
  isOfChecks(form) ? ['check'] : ['visit', 'detainee'];

/** Names that mean something else in a report or a condition, so that no new question may be called by them. */
const taken = new Set([
  ...workedOutNames,
  ...[visit, detainee, matter, call, recordCheck].flatMap((schema) => Object.keys(schema.shape)),
  ...Object.getOwnPropertyNames(Object.prototype),
]);
export const isTakenName = (id: string): boolean => taken.has(id);

const limit = 200;
const quoted = (q: Pick<Question, 'text'>) => `“${q.text.trim() || 'A question without text'}”`;
const lacksText = (text: string) => text.trim() === '' || text.trim().length > limit;

/**
 * Why `next` may not follow `previous`: every reason at once, none where it may. Nothing that figures are made from
 * is ever lost to a new version, and no answer that a report holds loses its question.
 */
export const objections = (previous: Form, next: Revision): FormProblem[] => {
  const held = locks(previous);
  const asked = Object.fromEntries(subjects.map((of) => [of, askable(next, of)])) as Asked;
  return [
    ...(lacksText(next.title) ? [{ section: '', text: 'Give the form a title.' }] : []),
    ...next.sections.flatMap((s, i) => ofSection(previous, next, s, i)),
    ...lost(previous, next),
    ...standings(next).flatMap((now, i, all) => {
      const { section, question, of } = now;
      const at = (fault: Fault): FormProblem => ({ section: section.id, question: question.id, ...fault });
      const twice = all.findIndex((s) => s.of === of && s.question.id === question.id) !== i;
      if (twice) return [at({ text: `${quoted(question)} stands in the form twice.` })];
      const was = findStanding(previous, of, question.id);
      const changed = was
        ? ofPublished(was, now, held.get(lockKey(of, question.id)))
        : ofNew(previous, now, all);
      const faults = changed.map((text): Fault => ({ text }));
      const conditions = ofConditions(next, asked, now, was).map(
        (text): Fault => ({ part: 'condition', text }),
      );
      return [...ofAny(now), ...faults, ...conditions].map(at);
    }),
  ];
};

const ofSection = (previous: Form, next: Revision, s: Section, i: number): FormProblem[] => {
  const was = previous.sections.find(({ id }) => id === s.id);
  const found: Fault[] = [];
  const wrong = (text: string) => found.push({ text });
  if (lacksText(s.title))
    found.push({ part: 'title', text: `Give every section a title of at most ${limit} characters.` });
  if (next.sections.findIndex(({ id }) => id === s.id) !== i) wrong(`“${s.title}” stands in the form twice.`);
  if (was && subjectOf(was) !== subjectOf(s))
    wrong(`“${s.title}” was published, so what it is about stays as it is.`);
  if (!was && !subjectsFor(previous).includes(subjectOf(s)))
    wrong(
      isOfChecks(previous)
        ? `“${s.title}” is new, so it can only be about the custody record.`
        : `“${s.title}” is new, so it can only be about the visit or about each detainee.`,
    );
  if ((was?.copyable ?? false) !== (s.copyable ?? false))
    wrong(`Whether answers in “${s.title}” can be copied between detainees stays as it is.`);
  return found.map((fault) => ({ section: s.id, ...fault }));
};

/** Sections and questions that were published and are not there any more. */
const lost = (previous: Form, next: Revision): FormProblem[] => [
  ...previous.sections
    .filter((s) => !next.sections.some(({ id }) => id === s.id))
    .map((s) => ({
      section: s.id,
      text: `The section “${s.title}” was published: retire its questions instead.`,
    })),
  ...standings(previous)
    .filter(({ of, question }) => !findStanding(next, of, question.id))
    .map(({ section, question }) => ({
      section: section.id,
      question: question.id,
      text: `${quoted(question)} was published: retire it instead of removing it.`,
    })),
];

/** What holds for every question, new or old. */
const ofAny = ({ question: q }: Standing): Fault[] => {
  const found: Fault[] = [];
  const wrong = (part: FormPart, text: string) => found.push({ part, text });
  if (lacksText(q.text)) wrong('text', `Write every question in at most ${limit} characters.`);
  const options = q.options ?? [];
  const choosing = q.kind === 'choice' || q.kind === 'choices';
  const differ = (key: 'value' | 'text') =>
    new Set(options.map((o) => o[key].trim())).size === options.length;
  if (choosing && options.length < 2)
    wrong('options', `${quoted(q)} needs at least two answers to choose from.`);
  else if (options.some((o) => o.text.trim() === ''))
    wrong('options', `An answer of ${quoted(q)} has no text.`);
  else if (!differ('value') || !differ('text'))
    wrong('options', `${quoted(q)} offers the same answer twice.`);
  const possible: readonly unknown[] =
    q.kind === 'yesNo'
      ? [true, false]
      : q.kind === 'recorded'
        ? recordedAnswers
        : options.map((o) => o.value);
  if (q.raises && (q.raises.is.length === 0 || !q.raises.is.every((value) => possible.includes(value))))
    wrong('raises', `Say by which answer ${quoted(q)} raises a concern.`);
  return found;
};

const ofNew = (previous: Form, { question: q }: Standing, all: readonly Standing[]): string[] => {
  const found: string[] = [];
  // A condition looks in a detainee first: a name that the visit has would from now on mean something else there.
  if (isTakenName(q.id) || all.some((s) => s.question !== q && s.question.id === q.id))
    found.push(`${quoted(q)} cannot be known as “${q.id}”.`);
  if (q.field !== undefined || !kindsFor(previous).includes(q.kind))
    found.push(`${quoted(q)} is new, so it cannot fill a field that figures are made from.`);
  return found;
};

const valuesOf = (q: Question) => (q.options ?? []).map((o) => o.value);

/** What a published question keeps, because reports hold answers to it, and more where figures depend on it. */
const ofPublished = (was: Standing, now: Standing, lock: Lock | undefined): string[] => {
  const [q, old] = [now.question, was.question];
  const name = quoted(old);
  const found: string[] = [];
  if (q.kind !== old.kind || q.field !== old.field)
    found.push(`${name} was published, so its kind of answer stays as it is. Retire it and add another.`);
  const values = valuesOf(q);
  if (!valuesOf(old).every((value) => values.includes(value)))
    found.push(`${name} was published, so its answers may be reworded and added to, but not removed.`);
  return lock ? [...found, ...ofLocked(was, now, name)] : found;
};

const ofLocked = (was: Standing, now: Standing, name: string): string[] => {
  const [q, old] = [now.question, was.question];
  const found: string[] = [];
  if (q.retired) found.push(`Figures depend on ${name}: it cannot be retired.`);
  if (!sameTerms(termsOf(was), termsOf(now)))
    found.push(`Figures depend on ${name}: it keeps the condition under which it shows.`);
  if (showsWhenClosed(was) && !showsWhenClosed(now))
    found.push(`Figures depend on ${name}: it has to show although its group is closed.`);
  if (q.field && valuesOf(q).length > valuesOf(old).length)
    found.push(`Figures depend on ${name}: its answers are fixed.`);
  if ((q.nonAnswers ?? false) !== (old.nonAnswers ?? false))
    found.push(`Figures depend on ${name}: whether it offers “refused” and the like stays as it is.`);
  if (old.sharing && !q.sharing) found.push(`${name} is for the office only and stays so.`);
  const isCore = now.of === 'visit' && (coreFields as readonly string[]).includes(old.field ?? '');
  if (isCore && old.must && !q.must) found.push(`No report can be received without ${name}.`);
  return found;
};

const sameTerms = (a: Condition, b: Condition): boolean =>
  a.every((term) => b.some((other) => same(term, other))) &&
  b.every((term) => a.some((other) => same(term, other)));

/** What is wrong with the terms under which a question shows: its own and its section's. */
const ofConditions = (next: Revision, asked: Asked, now: Standing, was: Standing | undefined): string[] => {
  const { question: q, of } = now;
  if (q.retired) return [];
  const name = quoted(q);
  const old = was ? termsOf(was) : [];
  const wrong = termsOf(now).flatMap((term) => {
    if (term.setting && term.is === undefined && term.above === undefined) return [];
    const named = questionsNamed(next, of, term.field);
    if (named[0] && named.every(({ question }) => question.retired))
      return [`${name} shows by the answer to ${quoted(named[0].question)}, which is retired.`];
    if (old.some((other) => same(other, term))) return [];
    if (term.field === '') return [`Choose by which answer ${name} shows.`];
    const found = asked[of].find((a) => a.name === term.field);
    if (!found) return [`${name} shows by something that this form does not ask.`];
    const possible = found.options === 'number' ? [] : found.options.map((o) => o.value);
    const fits =
      found.options === 'number'
        ? term.above !== undefined && term.is === undefined
        : term.above === undefined && term.is?.every((value) => (possible as unknown[]).includes(value));
    if (!fits || term.is?.length === 0) return [`Say by which answer to “${found.text}” ${name} shows.`];
    return [];
  });
  return isCircular(next, now) ? [...wrong, `${name} would show only by its own answer.`] : wrong;
};
