import fc from 'fast-check';
import { expect, test } from 'vitest';
import { custodyCopy } from '#shared/forms/custody.ts';
import { visitForm } from '#shared/forms/default/index.ts';
import type { Form, Question, Subject } from '#shared/forms/definition.ts';
import { isAnswered, shownSections } from '#shared/forms/engine.ts';
import { scopeAt, within } from '#shared/forms/scope.ts';
import type { Visit } from '#shared/records/visit.ts';
import { anyAnswer, anyForm, anyReport, id, pathOf, putAt, settings } from './reports.ts';

type Part = { id?: string; shared?: Record<string, boolean>; removed?: string };

const standard = visitForm(id(1));
const questionsOf = (form: Form, of: Subject): Question[] =>
  form.sections
    .filter((s) => (s.of ?? 'visit') === of)
    .flatMap((s) => s.questions)
    .filter((q) => q.kind !== 'minutes');

/** Who may read an answer, as the house rule says it: the visitors' word for this one answer, else the form's. */
const isOffice = (q: Question, part: Part) => !(part.shared?.[q.id] ?? q.sharing !== 'office');
/** A matter is kept whole where the visitors kept any answer of it that custody would have read. */
const isKept = (form: Form, part: Part) =>
  questionsOf(form, 'matter').some((q) => q.sharing !== 'office' && part.shared?.[q.id] === false);

/** Every answer of a part that is for the office alone, given otherwise or taken away. */
const otherAnswers = (form: Form, of: Subject, part: Part): fc.Arbitrary<Part> => {
  const all = questionsOf(form, of);
  const taken = new Set(all.filter((q) => isOffice(q, part)).map((q) => pathOf(q).join('.')));
  const mine = all.filter((q) => isOffice(q, part) && taken.has(pathOf(q).join('.')));
  return fc.tuple(...mine.map((q) => fc.option(anyAnswer(q), { nil: undefined, freq: 2 }))).map((given) => {
    const now = structuredClone(part);
    for (const [i, q] of mine.entries()) putAt(now, pathOf(q), given[i]);
    return now;
  });
};

const each = (parts: readonly Part[], change: (part: Part) => fc.Arbitrary<Part>) =>
  fc.tuple(...parts.map(change)).map((changed) => changed as Part[]);

/** The same report with other matter for the office alone, and with other things that are in no copy at all. */
const otherwise = (form: Form, v: Visit): fc.Arbitrary<Visit> => {
  const matters = (v.matters ?? []) as Part[];
  const open = matters.filter((m) => !isKept(form, m));
  const another = {
    id: id(700),
    order: 'z',
    what: 'OFFICE ONLY',
    shared: { [questionsOf(form, 'matter')[0]?.id ?? 'q']: false },
  };
  const keepable = questionsOf(form, 'matter').some((q) => q.sharing !== 'office');
  const firstShared = questionsOf(form, 'matter').find((q) => q.sharing !== 'office');
  return fc
    .record({
      whole: otherAnswers(form, 'visit', v as Part),
      detainees: each((v.detainees ?? []) as Part[], (d) => otherAnswers(form, 'detainee', d)),
      matters: each(open, (m) => otherAnswers(form, 'matter', m)),
      kept: fc.boolean(),
      calls: fc.boolean(),
      aside: fc.boolean(),
    })
    .map(
      ({ whole, detainees, matters, kept, calls, aside }) =>
        ({
          ...whole,
          detainees: aside
            ? [...detainees, { id: id(701), order: 'z', removed: 'x', custodyNumber: 'OFFICE ONLY' }]
            : detainees,
          matters:
            kept && keepable
              ? [...matters, { ...another, shared: { [firstShared?.id ?? '']: false } }]
              : matters,
          ...(calls && { calls: [{ id: id(702), order: 'a', told: 'OFFICE ONLY' }] }),
          events: [{ id: id(703), from: 'received', to: 'queried', by: id(4), at: 'x', why: 'OFFICE ONLY' }],
          corrections: [{ id: id(704), by: id(4), at: 'x', reason: 'OFFICE ONLY', changes: [] }],
          notNames: { 'OFFICE ONLY': true },
          notes: 'destroyed',
          declarations: [{ id: id(705), by: id(4), at: 'x', how: 'own', content: 'OFFICE ONLY' }],
        }) as unknown as Visit,
    );
};

const pairs = (forms: fc.Arbitrary<Form>) =>
  forms.chain((form) =>
    anyReport(form).chain((v) => fc.tuple(fc.constant(form), fc.constant(v), otherwise(form, v))),
  );
const copyOf = (form: Form, v: Visit) => JSON.stringify(custodyCopy(form, v, settings));

test.each([
  ['any form', anyForm, 600],
  ['the default form', fc.constant(standard), 150],
] as const)(
  'two reports that differ only in what is for the office alone give custody the same copy, byte for byte: %s',
  (_, forms, numRuns) =>
    fc.assert(
      fc.property(pairs(forms), ([form, v, other]) => {
        expect(copyOf(form, other)).toBe(copyOf(form, v));
        expect(copyOf(form, other)).not.toContain('OFFICE ONLY');
      }),
      { numRuns },
    ),
);

test('a copy holds nothing that does not show in the report, nor anything that was put aside', () =>
  fc.assert(
    fc.property(anyReport(standard), (v) => {
      // Where nobody decided against the form: what is kept may hide other answers, and then they are in no copy.
      const plain = ({ shared: _, ...part }: object & { shared?: unknown }) => part;
      const report = {
        ...plain(v),
        detainees: v.detainees?.map(plain),
        matters: v.matters?.map(plain),
      } as unknown as Visit;
      for (const part of custodyCopy(standard, report, settings).parts) {
        const { sections } = part;
        const shows = shownSections(standard, scopeAt(report, part), settings);
        const ids = shows.flatMap((s) => s.questions.map((q) => q.id));
        expect(ids).toEqual(expect.arrayContaining(sections.flatMap((s) => s.questions.map((q) => q.id))));
        expect(within(scopeAt(report, part), ['removed'])).toBeUndefined();
      }
    }),
    { numRuns: 200 },
  ));

/** Marks every text that is for the office alone, so that it can be looked for. */
const marked = (form: Form, of: Subject, part: Part, kept: boolean): Part => {
  const now = structuredClone(part);
  for (const q of questionsOf(form, of))
    if ((kept || isOffice(q, part)) && (q.kind === 'text' || q.kind === 'longText'))
      putAt(now, pathOf(q), q.field ? 'SECRET' : { value: 'SECRET' });
  return now;
};

test('nothing for the office alone occurs in a copy, nor how anything was shared, closed or kept', () =>
  fc.assert(
    fc.property(
      fc.oneof(anyForm, fc.constant(standard)).chain((form) => fc.tuple(fc.constant(form), anyReport(form))),
      ([form, v]) => {
        const secret = {
          ...marked(form, 'visit', v as Part, false),
          detainees: v.detainees?.map((d) => marked(form, 'detainee', d as Part, false)),
          matters: v.matters?.map((m) => marked(form, 'matter', m as Part, isKept(form, m as Part))),
          calls: v.calls?.map((c) => marked(form, 'call', c as Part, true)),
        } as unknown as Visit;
        const copy = custodyCopy(form, secret, settings);
        const text = JSON.stringify(copy);
        for (const sign of ['SECRET', '"shared"', '"groups"', '"sharing"', '"when"', '"removed"', '"calls"'])
          expect(text).not.toContain(sign);
        for (const part of copy.parts) {
          const { of, sections } = part;
          expect(of).not.toBe('call');
          for (const q of sections.flatMap((s) => s.questions))
            expect(isAnswered(q, scopeAt(copy.visit, part))).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  ));
