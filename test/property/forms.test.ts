import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkVisit } from '#shared/forms/check.ts';
import { custodyCopy } from '#shared/forms/custody.ts';
import { visitForm } from '#shared/forms/default/index.ts';
import { type Form, form as formSchema } from '#shared/forms/definition.ts';
import { isAnswered, scopeStatus, sectionStatus, shownSections } from '#shared/forms/engine.ts';
import { answersGiven } from '#shared/forms/given.ts';
import { closingOf, itemScopes, visitScope } from '#shared/forms/scope.ts';
import type { Visit } from '#shared/records/visit.ts';
import { anyForm, anyReport, id, settings } from './reports.ts';

const standard = visitForm(id(1));
const written = fc
  .oneof(anyForm, fc.constant(standard))
  .chain((form) => fc.tuple(fc.constant(form), anyReport(form)));
const scopesOf = (v: Visit) => [
  visitScope(v),
  ...(['detainee', 'matter', 'call'] as const).flatMap((of) => itemScopes(of, v)),
];
const always = (check: (form: Form, v: Visit) => void) =>
  fc.assert(
    fc.property(written, ([form, v]) => check(form, v)),
    { numRuns: 300 },
  );

test('the forms and reports of these properties are forms and reports', () =>
  always((form) => {
    expect(formSchema.safeParse(form).error).toBeUndefined();
  }));

test('a closed group shows nothing but what always shows, whatever was answered in it', () =>
  always((form, v) => {
    for (const scope of scopesOf(v))
      for (const s of shownSections(form, scope, settings)) {
        const closed = s.closable && closingOf(s, scope) !== 'to report';
        if (closed) expect(s.questions.every((q) => q.always)).toBe(true);
      }
  }));

test('every section that shows has a status, and completed ones have all that must be answered', () =>
  always((form, v) => {
    for (const scope of scopesOf(v)) {
      for (const s of shownSections(form, scope, settings)) {
        const status = sectionStatus(s, scope);
        expect(['not started', 'in progress', 'completed']).toContain(status);
        if (status === 'completed')
          expect(s.questions.every((q) => !q.must || isAnswered(q, scope))).toBe(true);
      }
      expect(['not started', 'in progress', 'completed']).toContain(scopeStatus(form, scope, settings));
    }
  }));

test('nothing that can be written makes the check, the count of answers or the copy for custody fail', () =>
  always((form, v) => {
    const problems = checkVisit(form, v, settings, '2026-11-20');
    const keys = problems.map((p) => `${p.item?.id} ${p.question} ${p.text}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const p of problems)
      if (p.weight === 'are you sure') expect(form.sections.some((s) => s.id === p.section)).toBe(true);
    expect(answersGiven(form, v, settings)).toBeGreaterThanOrEqual(0);
    expect(custodyCopy(form, v, settings).visit.id).toBe(v.id);
  }));

test('answers of other kinds than their question’s, as an older version may have left them, are read all the same', () =>
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom(...standard.sections.flatMap((s) => s.questions.map((q) => q.id))),
        fc.oneof(
          fc.record({ value: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string())) }),
          fc.record({ not: fc.constant('refused') }),
        ),
      ),
      (answers) => {
        const detainees = [{ id: id(100), order: 'a', seen: { state: 'accepted' }, answers }];
        const v = {
          ...{ id: id(2), form: { id: id(1), version: 1 }, events: [], corrections: [], counts: {} },
          ...{ outcome: 'completed', method: 'in-person', purpose: 'TACT', answers, detainees },
        } as unknown as Visit;
        expect(checkVisit(standard, v, settings, '2026-11-20').length).toBeGreaterThan(0);
        expect(answersGiven(standard, v, settings)).toBeGreaterThan(0);
        expect(custodyCopy(standard, v, settings).parts.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 200 },
  ));
