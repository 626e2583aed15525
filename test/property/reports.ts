import fc from 'fast-check';
import {
  subjects as allSubjects,
  type Condition,
  type Form,
  type Question,
  type Section,
} from '#shared/forms/definition.ts';
import { nonAnswers } from '#shared/records/answer.ts';
import { closings } from '#shared/records/detainee.ts';
import type { Visit } from '#shared/records/visit.ts';

export const id = (n: number) => `0190a5c2-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const settings = { delayThreshold: 10, asksSatisfactory: true };

/** A record check is no part of a report. */
const subjects = allSubjects.filter((of) => of !== 'check');
type Of = (typeof subjects)[number];

/** Typed fields a random form may fill, by subject; each at most once, as forms do. */
const typed: Record<Of, Pick<Question, 'kind' | 'field' | 'options'>[]> = {
  visit: [
    { kind: 'yesNo', field: 'keptWaiting' },
    { kind: 'longText', field: 'comments' },
    { kind: 'person', field: 'visitor2' },
    { kind: 'time', field: 'admitted' },
    { kind: 'ladder', field: 'counts.total' },
  ],
  detainee: [
    { kind: 'text', field: 'custodyNumber' },
    {
      kind: 'choice',
      field: 'seen.state',
      options: ['accepted', 'declined', 'notAvailable'].map((value) => ({ value, text: value })),
    },
    { kind: 'yesNo', field: 'seen.observed' },
    { kind: 'yesNo', field: 'vulnerable' },
  ],
  matter: [
    { kind: 'longText', field: 'what' },
    { kind: 'text', field: 'toldTo' },
  ],
  call: [{ kind: 'text', field: 'told' }],
};

const own: Pick<Question, 'kind' | 'options'>[] = [
  { kind: 'yesNo' },
  { kind: 'number' },
  { kind: 'longText' },
  { kind: 'minutes' },
  { kind: 'choice', options: ['a', 'b'].map((value) => ({ value, text: value })) },
  { kind: 'choices', options: ['a', 'b'].map((value) => ({ value, text: value })) },
];

const workedOut = ['waited', 'alone', 'splitsTyped', 'contact', 'needsAdult', 'stayAsked', 'reported'];
const term = (names: readonly string[]): fc.Arbitrary<Condition[number]> =>
  fc.oneof(
    fc.record({
      field: fc.constantFrom(...names, ...workedOut),
      is: fc.constantFrom<(string | boolean)[]>(
        [true],
        [false],
        ['a'],
        ['accepted'],
        ['spoken', 'none'],
        ['refused'],
      ),
    }),
    fc.record({ field: fc.constantFrom(...names, 'delayMinutes', 'hoursHeld'), above: fc.constant(3) }),
  );

type Kind = Pick<Question, 'kind' | 'field' | 'options'>;

const sectionOf = (of: Of, n: number): fc.Arbitrary<Section> => {
  const kinds: Kind[] = [...own, ...typed[of]];
  // A typed field is filled by the first section of its subject alone.
  const may = n < subjects.length ? kinds : own;
  const names = Array.from({ length: 12 }, (_, i) => `${of}q${i}`);
  const more = {
    when: fc.array(term([...names, 'keptWaiting', 'seen.state']), { maxLength: 2 }),
    sharing: fc.constant('office' as const),
    always: fc.boolean(),
    must: fc.boolean(),
    retired: fc.constant(n >= subjects.length),
    nonAnswers: fc.constant(true),
  };
  const questionAt = (kind: Kind, i: number): fc.Arbitrary<Question> =>
    fc.record(more, { requiredKeys: [] }).map((rest) => ({
      id: n < subjects.length ? `${of}q${i}` : `${of}later${i}`,
      text: `Question ${i}`,
      ...kind,
      ...rest,
    }));
  return fc
    .tuple(
      fc.subarray(may, { minLength: 1 }),
      fc.boolean(),
      fc.option(term(['visitq0', 'visitq3', 'keptWaiting']), { nil: undefined, freq: 1 }),
    )
    .chain(([chosen, closable, when]) =>
      fc.tuple(...chosen.map(questionAt)).map((questions) => ({
        id: `${of}${n}`,
        title: `Section ${n}`,
        of,
        ...(closable && { closable }),
        ...(when && { when: [when] }),
        questions,
      })),
    );
};

/** Forms of every shape: two sections for each subject, with conditions on anything, closable or not. */
export const anyForm: fc.Arbitrary<Form> = fc
  .tuple(...[...subjects, ...subjects].map(sectionOf))
  .map((sections) => ({
    id: id(1),
    of: 'visit' as const,
    version: 1,
    title: 'Any form',
    publishedOn: '2026-11-21',
    sections,
  }));

/** A text that can be looked for in what was made of a report. */
const text = fc.nat(9_999).map((n) => `words ${n}`);

const typedValue = (q: Question): fc.Arbitrary<unknown> => {
  if (q.kind === 'yesNo') return fc.boolean();
  if (q.kind === 'choice') return fc.constantFrom(...(q.options ?? []).map((o) => o.value));
  if (q.kind === 'time') return fc.constantFrom('10:00', '10:04', '10:40', '23:50');
  if (q.kind === 'date') return fc.constantFrom('2026-11-17', '2026-11-19');
  if (q.kind === 'person' || q.kind === 'suite') return fc.nat(5).map((n) => id(900 + n));
  if (q.kind === 'number') return fc.nat(400);
  if (q.kind === 'ladder') return fc.record({ held: fc.nat(9), offered: fc.nat(9) }, { requiredKeys: [] });
  return text;
};

const ownValue = (q: Question): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: typedValueOrList(q).map((value) => ({ value })) },
    { weight: 1, arbitrary: fc.constantFrom(...nonAnswers).map((not) => ({ not })) },
  );
const typedValueOrList = (q: Question) =>
  q.kind === 'choices' ? fc.subarray((q.options ?? []).map((o) => o.value)) : typedValue(q);

/** An answer to a question, as its place in the report holds it. */
export const anyAnswer = (q: Question): fc.Arbitrary<unknown> => (q.field ? typedValue(q) : ownValue(q));

/** Puts a value at a path of keys, making what is missing on the way; undefined takes it away. */
export const putAt = (item: object, path: readonly string[], value: unknown): void => {
  let place = item as Record<string, unknown>;
  for (const key of path.slice(0, -1)) {
    place[key] ??= {};
    place = place[key] as Record<string, unknown>;
  }
  if (value === undefined) delete place[path.at(-1) as string];
  else place[path.at(-1) as string] = value;
};

export const pathOf = (q: Question): string[] => (q.field ? q.field.split('.') : ['answers', q.id]);

/** What one part of a report holds: answers to some of its questions, groups closed, sharing decided against the form. */
const anyPart = (form: Form, of: Of): fc.Arbitrary<Record<string, unknown>> => {
  const sections = form.sections.filter((s) => (s.of ?? 'visit') === of);
  const questions = sections.flatMap((s) => s.questions).filter((q) => q.kind !== 'minutes');
  return fc
    .record({
      given: fc.tuple(...questions.map((q) => fc.option(anyAnswer(q), { nil: undefined, freq: 3 }))),
      groups: fc.tuple(...sections.map(() => fc.option(fc.constantFrom(...closings), { nil: undefined }))),
      shared: fc.tuple(...questions.map(() => fc.option(fc.boolean(), { nil: undefined, freq: 1 }))),
    })
    .map(({ given, groups, shared }) => {
      const part: Record<string, unknown> = { answers: {}, counts: {} };
      for (const [i, q] of questions.entries()) {
        putAt(part, pathOf(q), given[i]);
        putAt(part, ['shared', q.id], shared[i]);
      }
      for (const [i, s] of sections.entries()) putAt(part, ['groups', s.id], groups[i]);
      if (of !== 'visit') delete part.counts;
      return part;
    });
};

const anyItems = (form: Form, of: Exclude<Of, 'visit'>, first: number) =>
  fc.array(fc.tuple(anyPart(form, of), fc.nat(5)), { maxLength: 3 }).map((items) =>
    items.map(([part, removed], i) => ({
      id: id(first + i),
      order: id(first + i),
      ...part,
      ...(removed === 0 && { removed: '2026-11-19T11:00:00.000Z' }),
    })),
  );

/** Reports written with a form: any of its questions answered, also where they do not show. */
export const anyReport = (form: Form): fc.Arbitrary<Visit> =>
  fc
    .record({
      whole: anyPart(form, 'visit'),
      detainees: anyItems(form, 'detainee', 100),
      matters: anyItems(form, 'matter', 200),
      calls: anyItems(form, 'call', 300),
      about: fc.nat(3),
    })
    .map(
      ({ whole, detainees, matters, calls, about }) =>
        ({
          id: id(2),
          form: { id: form.id, version: 1 },
          events: [],
          corrections: [],
          arrived: '10:00',
          outcome: 'completed',
          method: 'in-person',
          visitor1: id(900),
          ...whole,
          detainees,
          matters: matters.map((m, i) => (i < about ? { ...m, detainee: id(100 + i) } : m)),
          calls,
        }) as unknown as Visit,
    );
