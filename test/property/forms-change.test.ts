import fc from 'fast-check';
import { expect, test } from 'vitest';
import { objections, ownKinds, type Revision } from '#shared/forms/changes.ts';
import { visitForm } from '#shared/forms/default/index.ts';
import type { Form, Question, Section } from '#shared/forms/definition.ts';
import { differences } from '#shared/forms/differences.ts';
import {
  addQuestion,
  addSection,
  changeQuestion,
  changeSection,
  moveQuestion,
  moveSection,
  moveToSection,
  type Place,
  type QuestionChange,
  removeQuestion,
  sectionsFor,
  tidied,
} from '#shared/forms/edits.ts';
import { isAnswered, reportSchema, shownSections } from '#shared/forms/engine.ts';
import { findStanding, type Lock, lockKey, locks, type Standing, standings } from '#shared/forms/locks.ts';
import {
  answerPath,
  closingPath,
  itemScopes,
  lists,
  type Scope,
  scopeAt,
  visitScope,
} from '#shared/forms/scope.ts';
import { askable, nameOf, subjectOf } from '#shared/forms/terms.ts';
import { facts } from '#shared/measures/facts.ts';
import { nonAnswers } from '#shared/records/answer.ts';
import { closings } from '#shared/records/detainee.ts';
import { ladderFields } from '#shared/records/ladder.ts';
import type { Visit } from '#shared/records/visit.ts';
import { applyPatch, same } from '#shared/sync/patch.ts';

const uuid = (n: number) => `0190a5c2-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Nobody may write in a form that was published: an edit that did would throw. */
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
};
const first: Form = frozen(visitForm(uuid(1)));
const settings = { delayThreshold: 10, asksSatisfactory: true };

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;
const placeOf = ({ section, question }: Standing): Place => ({ section: section.id, question: question.id });

/** One thing somebody does to the form; whether it is allowed is not their business. */
type Step = { what: (typeof deeds)[number]; a: number; b: number; c: number };
const deeds = [
  'add',
  'reword',
  'hint',
  'switch',
  'retire',
  'bring back',
  'move',
  'move to a section',
  'condition',
  'unconditioned',
  'answers',
  'add a section',
  'section',
  'move a section',
  'publish',
] as const;

const steps = fc.array(
  fc.record({
    what: fc.constantFrom(...deeds),
    a: fc.nat(100_000),
    b: fc.nat(100_000),
    c: fc.nat(100_000),
  }),
  { minLength: 1, maxLength: 40 },
);

const someOptions = (n: number) =>
  Array.from({ length: 2 + (n % 3) }, (_, i) => ({ value: `v${i}`, text: `Answer ${i}` }));

const added = (r: Revision, { a, b, c }: Step): Revision => {
  const section = pick(r.sections, a);
  const { revision, id } = addQuestion(r, section.id);
  const kind = pick(ownKinds, b);
  return changeQuestion(
    revision,
    { section: section.id, question: id },
    {
      text: `New ${a % 97}?`,
      kind,
      nonAnswers: kind === 'yesNo' || undefined,
      options: kind === 'choice' || kind === 'choices' ? someOptions(c) : undefined,
      must: c % 5 === 0 || undefined,
      always: c % 4 === 0 || undefined,
    },
  );
};

const condition = (r: Revision, at: Standing, { b, c }: Step): QuestionChange => {
  const asked = pick(askable(r, at.of), b);
  const term = asked.options === 'number' ? { above: c % 30 } : { is: [pick(asked.options, c).value] };
  return { when: [{ field: asked.name, ...term }] };
};

const switches = (q: Question, { b }: Step): QuestionChange => {
  const key = pick(['must', 'always', 'onPaper', 'optional', 'sharing', 'nonAnswers'] as const, b);
  if (key === 'sharing') return { sharing: q.sharing ? undefined : 'office' };
  return { [key]: q[key] ? undefined : true };
};

/** The form after somebody tried to do something to it, as the editor lets them. */
const tried = (held: Map<string, Lock>, r: Revision, step: Step): Revision => {
  const { what, a, b, c } = step;
  const at = pick(standings(r), a);
  const place = placeOf(at);
  const section = pick(r.sections, a);
  switch (what) {
    case 'add':
      return added(r, step);
    case 'reword':
      return changeQuestion(r, place, { text: `Reworded ${b}?` });
    case 'hint':
      return changeQuestion(r, place, { hint: b % 2 ? `Hint ${b}` : undefined });
    case 'switch':
      return changeQuestion(r, place, switches(at.question, step));
    case 'retire':
      return changeQuestion(r, place, { retired: true });
    case 'bring back': {
      const retired = standings(r).filter(({ question }) => question.retired);
      return retired.length > 0 ? changeQuestion(r, placeOf(pick(retired, a)), { retired: undefined }) : r;
    }
    case 'move':
      return moveQuestion(r, place, b % 2 ? 1 : -1);
    case 'move to a section': {
      const to = sectionsFor(r, place, held.get(lockKey(at.of, at.question.id)));
      return to.length > 0 ? moveToSection(r, place, pick(to, b).id) : r;
    }
    case 'condition':
      return changeQuestion(r, place, condition(r, at, step));
    case 'unconditioned':
      return changeQuestion(r, place, { when: undefined });
    case 'answers': {
      const { options } = at.question;
      return options
        ? changeQuestion(r, place, { options: [...options, { value: `more ${b}`, text: `More ${b}` }] })
        : r;
    }
    case 'add a section': {
      const { revision, id } = addSection(r, b % 2 ? 'visit' : 'detainee');
      return changeSection(revision, id, { title: `Section ${c}`, closable: c % 2 === 0 || undefined });
    }
    case 'section':
      return changeSection(r, section.id, {
        title: `Title ${b}`,
        closable: c % 3 === 0 ? !section.closable || undefined : section.closable,
      });
    case 'move a section':
      return moveSection(r, section.id, b % 2 ? 1 : -1);
    default:
      return r;
  }
};

/** Every version that comes of these steps: what is not allowed is not done. */
const versions = (all: readonly Step[]): Form[] => {
  const published: Form[] = [first];
  let draft: Revision = first;
  const publish = () => {
    const previous = published.at(-1) as Form;
    const form = frozen({
      ...previous,
      ...tidied(draft),
      id: uuid(published.length + 1),
      version: previous.version + 1,
    });
    expect(objections(previous, form)).toEqual([]);
    published.push(form);
    draft = form;
  };
  for (const step of all) {
    const previous = published.at(-1) as Form;
    const next = tried(locks(previous), draft, step);
    if (objections(previous, next).length === 0) draft = next;
    if (step.what === 'publish') publish();
  }
  publish();
  return published;
};

/** What somebody means to answer, whatever the form: by question, as a number that picks an answer. */
type Mind = (of: string, id: string) => number;
const mind = fc.array(fc.nat(10_000), { minLength: 40, maxLength: 40 }).map(
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
const written = (form: Form, answer: Mind): Visit => {
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

const receivedAs = (v: Visit): Visit => ({
  ...v,
  events: [{ id: uuid(80), from: 'ready', to: 'received', by: 'office', at: '2024-05-14T12:00:00.000Z' }],
});

/** What stands on a report of the screen and on paper: the sections and questions that show, with their answers. */
const rendered = (form: Form, v: Visit) =>
  scopesOf(v).map((scope) =>
    shownIn(form, scope).map((s) => [
      s.title,
      s.questions.map((q) => [q.text, read(v, answerPath(q, scope))]),
    ]),
  );

test('no version loses a question, its kind of answer or an answer it offered', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const published = versions(all);
      for (const [i, form] of published.entries()) {
        const older = published[i - 1];
        if (!older) continue;
        for (const was of standings(older)) {
          const now = findStanding(form, was.of, was.question.id)?.question;
          expect(now, was.question.id).toBeDefined();
          expect(now?.kind).toBe(was.question.kind);
          const values = now?.options?.map(({ value }) => value) ?? [];
          expect(values).toEqual(
            expect.arrayContaining(was.question.options?.map(({ value }) => value) ?? []),
          );
        }
        // What is told before publishing says something exactly where something changed.
        expect(differences(older, form).length === 0).toBe(same(older.sections, form.sections));
      }
    }),
    { numRuns: 15 },
  );
});

test('a report fits the version it was written with, and stands as it was whatever is published after it', () => {
  fc.assert(
    fc.property(steps, steps, mind, (before, after, answer) => {
      const form = versions(before).at(-1) as Form;
      const report = written(form, answer);
      expect(report.form.version).toBe(form.version);
      expect(reportSchema(form).safeParse(report).error).toBeUndefined();
      const shown = rendered(form, report);
      const copy = structuredClone(form);
      let draft: Revision = form;
      for (const step of after) {
        const next = tried(locks(form), draft, step);
        if (objections(form, next).length === 0) draft = next;
      }
      // Publishing wrote in no version that was there before.
      expect(form).toEqual(copy);
      expect(rendered(form, structuredClone(report))).toEqual(shown);
    }),
    { numRuns: 15 },
  );
});

test('figures are the same with whatever version somebody writes down the same visit', () => {
  fc.assert(
    fc.property(steps, mind, (all, answer) => {
      const published = versions(all);
      const [old, ...newer] = published.map((form) => facts(receivedAs(written(form, answer))));
      expect(old).not.toBeNull();
      for (const later of newer) expect(later).toEqual(old);
    }),
    { numRuns: 25 },
  );
});

/** What the office may not do to a published form, each with something to do it to. */
const offences: readonly ((form: Form, n: number) => Revision | undefined)[] = [
  (form, n) => removeQuestion(form, placeOf(pick(standings(form), n))),
  (form, n) => ({ ...form, sections: form.sections.toSpliced(n % form.sections.length, 1) }),
  (form, n) => {
    const at = pick(standings(form), n);
    return changeQuestion(form, placeOf(at), { kind: at.question.kind === 'text' ? 'number' : 'text' });
  },
  (form, n) => changeQuestion(form, placeOf(pick(standings(form), n)), { field: `other${n}` }),
  (form, n) => changeQuestion(form, placeOf(pick(standings(form), n)), { text: ' ' }),
  (form, n) => {
    const offering = standings(form).filter(({ question }) => (question.options ?? []).length > 0);
    const at = pick(offering, n);
    return changeQuestion(form, placeOf(at), { options: at.question.options?.slice(1) });
  },
  (form, n) => changeQuestion(form, placeOf(pick(lockedIn(form), n)), { retired: true }),
  (form, n) => {
    const at = pick(lockedIn(form), n);
    return changeQuestion(form, placeOf(at), {
      when: [...(at.question.when ?? []), { field: 'method', is: ['video'] }],
    });
  },
  (form, n) => {
    const at = pick(liveIn(form), n);
    return changeQuestion(form, placeOf(at), { when: [{ field: nameOf(at.question), is: [true] }] });
  },
  (form, n) =>
    changeQuestion(form, placeOf(pick(liveIn(form), n)), {
      when: [{ field: 'nobodyAsksThis', is: [true] }],
    }),
  (form, n) => {
    const s = pick(form.sections, n);
    return changeSection(form, s.id, { of: subjectOf(s) === 'detainee' ? 'visit' : 'detainee' });
  },
  (form, n) => {
    const s = pick(form.sections, n);
    const twin = pick(s.questions, n);
    return (
      twin && {
        ...form,
        sections: form.sections.map((o) => (o.id === s.id ? { ...s, questions: [...s.questions, twin] } : o)),
      }
    );
  },
];
/** What does not show at all shows by nothing: conditions are looked at once it is brought back. */
const liveIn = (form: Form) => standings(form).filter(({ question }) => !question.retired);
const lockedIn = (form: Form) => {
  const held = locks(form);
  return standings(form).filter(({ of, question }) => held.has(lockKey(of, question.id)));
};

test('whatever would lose an answer or a figure is refused, in every version there can be', () => {
  fc.assert(
    fc.property(steps, fc.nat(100_000), (all, n) => {
      const form = versions(all).at(-1) as Form;
      for (const [i, offend] of offences.entries()) {
        const next = offend(form, n);
        if (next) expect(objections(form, next).length, `offence ${i}`).toBeGreaterThan(0);
      }
    }),
    { numRuns: 15 },
  );
});
