import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkVisit } from '#shared/forms/check.ts';
import { visitForm } from '#shared/forms/default/index.ts';
import type { Form, Question } from '#shared/forms/definition.ts';
import { shownSections } from '#shared/forms/engine.ts';
import { type Standing, standings } from '#shared/forms/locks.ts';
import { itemScope, visitScope } from '#shared/forms/scope.ts';
import type { Visit } from '#shared/records/visit.ts';
import { anyReport, id, settings } from './reports.ts';

const form = visitForm(id(1));
const today = '2026-11-21';
const reports = anyReport(form);
/** The questions that the office may retire or put under a condition. */
const own = standings(form).filter(({ question }) => !question.field);

/** The form with some questions changed, in the subject they stand in. */
const changed = (some: readonly Pick<Standing, 'section' | 'question'>[], more: Partial<Question>): Form => ({
  ...form,
  sections: form.sections.map((s) => ({
    ...s,
    questions: s.questions.map((q) => (some.some(({ question }) => question === q) ? { ...q, ...more } : q)),
  })),
});

const never = { when: [{ field: 'arrived', is: ['never'] }] };
const ways: [string, Partial<Question>][] = [
  ['retired', { retired: true }],
  ['put under a condition that does not hold', never],
];

describe.each(ways)('of a question that is %s', (_, more) => {
  test('the check says nothing, whatever the report still holds for it', () => {
    fc.assert(
      fc.property(reports, fc.constantFrom(...own), (visit, standing) => {
        const { of, question } = standing;
        const found = checkVisit(changed([standing], more), visit, settings, today);
        const about = found.filter((p) => p.question === question.id && (p.item?.of ?? 'visit') === of);
        expect(about).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

test('every problem is at a question or a group that shows in the part of the report it is said of', () => {
  fc.assert(
    fc.property(reports, fc.subarray(own, { maxLength: 6 }), (visit, some) => {
      const less = changed(some, { retired: true });
      for (const { question, section, item } of checkVisit(less, visit, settings, today)) {
        const scope = item ? itemScope(item.of, visit, item.id) : visitScope(visit);
        const there = shownSections(less, scope, settings).find((s) => s.id === section);
        const names = [`group-${section}`, ...(there?.questions.map((q) => q.id) ?? [])];
        expect(names).toContain(question);
      }
    }),
  );
});

const alleged: Visit = {
  id: id(2),
  form: { id: form.id, version: 1 },
  events: [],
  corrections: [],
  date: '2026-11-20',
  outcome: 'completed',
  method: 'in-person',
  counts: {},
  answers: { illTreatment: { value: true } },
};

test('what suggested ill-treatment is asked about only where the office asks it', () => {
  const said = (f: Form) =>
    checkVisit(f, alleged, settings, today).filter((p) => p.question.startsWith('illTreatment'));
  expect(said(form).map((p) => p.question)).toEqual(['illTreatmentWords', 'illTreatment']);
  // Its words are asked of everybody here, so that they show although the question itself does not.
  const without = changed(
    own.filter(({ question }) => question.id === 'illTreatment'),
    { retired: true },
  );
  const sections = without.sections.map((s) => ({
    ...s,
    questions: s.questions.map((q) => (q.id === 'illTreatmentWords' ? { ...q, when: [] } : q)),
  }));
  expect(said({ ...without, sections })).toEqual([]);
});

test('a group of which every question is retired is not asked about', () => {
  const without = changed(
    standings(form).filter(({ section }) => section.id === 'facilities'),
    { retired: true },
  );
  const asks = (f: Form) => checkVisit(f, alleged, settings, today).map((p) => p.question);
  expect(asks(form)).toContain('group-facilities');
  expect(asks(without)).not.toContain('group-facilities');
});
