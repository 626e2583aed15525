import fc from 'fast-check';
import type { Form, Question, Section } from '#shared/forms/definition.ts';
import { isAnswered, shownSections } from '#shared/forms/engine.ts';
import {
  answerPath,
  closingPath,
  itemScopes,
  lists,
  type Scope,
  scopeAt,
  visitScope,
} from '#shared/forms/scope.ts';
import { nonAnswers } from '#shared/records/answer.ts';
import { closings } from '#shared/records/detainee.ts';
import { ladderFields } from '#shared/records/ladder.ts';
import type { Visit } from '#shared/records/visit.ts';
import { applyPatch, same } from '#shared/sync/patch.ts';
import { pick, settings, uuid } from './changed-forms.ts';

/** What somebody means to answer, whatever the form: by question, as a number that picks an answer. */
type Mind = (of: string, id: string) => number;
export const mind = fc.array(fc.nat(10_000), { minLength: 40, maxLength: 40 }).map(
  (numbers): Mind =>
    (of, id) => {
      let place = 7;
      for (const letter of `${of} ${id}`) place = (place * 31 + letter.charCodeAt(0)) % 1_000_003;
      return (pick(numbers, place) + place) % 10_000;
    },
);

const fixed: Record<string, unknown> = { suite: uuid(70), date: '2024-05-14', outcome: 'completed' };

/** The answer that somebody has in mind to a question; undefined where they leave it blank. */
const meant = (of: Scope['of'], q: Question, n: number): unknown => {
  if (of === 'visit' && q.field && Object.hasOwn(fixed, q.field))
    return n % 9 === 0 && q.field === 'outcome' ? 'refused' : fixed[q.field];
  if (n % 5 === 0) return undefined;
  if (!q.field && q.nonAnswers && n % 7 === 0) return { not: pick(nonAnswers, n) };
  const values: Partial<Record<Question['kind'], () => unknown>> = {
    suite: () => uuid(70),
    person: () => uuid(71 + (n % 3)),
    date: () => '2024-05-13',
    time: () => `${String(n % 24).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`,
    yesNo: () => n % 2 === 0,
    number: () => n % 100,
    choice: () => pick(q.options ?? [], n)?.value,
    choices: () => [pick(q.options ?? [], n)?.value],
    ladder: () => Object.fromEntries(ladderFields.map((f, i) => [f, (n + i) % 9])),
  };
  const value = values[q.kind]?.() ?? 'some words';
  return q.field ? value : { value };
};

const put = (v: Visit, path: string[], now: unknown): Visit =>
  applyPatch(v, [{ path, now: now as never }]).document;

const shownIn = (form: Form, scope: Scope): Section[] => shownSections(form, scope, settings);
const scopesOf = (v: Visit): Scope[] => [
  visitScope(v),
  ...(['detainee', 'matter', 'call'] as const).flatMap((of) => itemScopes(of, v)),
];

/** A report that somebody with these answers in mind writes with a form: they answer what shows, and nothing else. */
export const written = (form: Form, answer: Mind): Visit => {
  const item = (n: number) => ({ id: uuid(n), order: uuid(n) });
  let v: Visit = {
    id: uuid(60),
    form: { id: form.id, version: form.version },
    events: [],
    corrections: [],
    counts: {},
    answers: {},
    [lists.detainee]: [item(61), item(62)],
    [lists.matter]: [item(63)],
  };
  for (let before: Visit | undefined; before !== v; ) {
    before = v;
    for (const { of, path } of scopesOf(v)) {
      for (const { id, questions, closable } of shownIn(form, scopeAt(v, { of, path }))) {
        const closing = closingPath({ id } as Section, { path });
        const section = form.sections.find((s) => s.id === id) as Section;
        if (closable && !same(read(v, closing), pick(closings, answer(of, section.id))))
          v = put(v, closing, pick(closings, answer(of, section.id)));
        for (const q of questions) {
          const value = meant(of, q, answer(path.join(' '), q.id));
          if (value !== undefined && q.kind !== 'minutes' && !isAnswered(q, scopeAt(v, { of, path })))
            v = put(v, answerPath(q, { path }), value);
        }
      }
    }
  }
  return v;
};
const read = (v: Visit, path: string[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      key.startsWith('#')
        ? (value as { id: string }[]).find(({ id }) => id === key.slice(1))
        : (value as Record<string, unknown> | undefined)?.[key],
    v,
  );

export const receivedAs = (v: Visit): Visit => ({
  ...v,
  events: [{ id: uuid(80), from: 'ready', to: 'received', by: 'office', at: '2024-05-14T12:00:00.000Z' }],
});

/** What stands on a report of the screen and on paper: the sections and questions that show, with their answers. */
export const rendered = (form: Form, v: Visit) =>
  scopesOf(v).map((scope) =>
    shownIn(form, scope).map((s) => [
      s.title,
      s.questions.map((q) => [q.text, read(v, answerPath(q, scope))]),
    ]),
  );
