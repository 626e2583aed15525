import { expect, test } from 'vitest';
import { visitForm } from '#shared/forms/default/index.ts';
import type { Form } from '#shared/forms/definition.ts';
import { raised } from '#shared/forms/raised.ts';
import type { Detainee } from '#shared/records/detainee.ts';
import type { Visit } from '#shared/records/visit.ts';

const id = (n: number) => `0190a5c2-7b1e-7c3a-9d4f-${String(n).padStart(12, '0')}`;
const form = visitForm(id(1));
const settings = { delayThreshold: 10, asksSatisfactory: false };
const visit: Visit = {
  id: id(2),
  form: { id: form.id, version: 1 },
  events: [],
  corrections: [],
  outcome: 'completed',
  method: 'in-person',
  counts: {},
  answers: {},
};
const atRisk: Detainee = {
  id: id(3),
  order: id(3),
  seen: { state: 'accepted' },
  groups: { health: 'to report' },
  answers: { selfHarm: { value: true } },
};
const found = (v: Partial<Visit>, of: Form = form) =>
  raised(of, { ...visit, ...v }, settings).map(({ scope, question, area, severity }) =>
    [...scope.path, question.id, area, severity].join(' '),
  );

test('a report in which nothing is amiss raises nothing', () => {
  expect(found({ answers: { illTreatment: { value: false } } })).toEqual([]);
  expect(found({ answers: { illTreatment: { not: 'not asked' } } })).toEqual([]);
});

test('ill-treatment is an allegation that cannot wait', () => {
  expect(found({ answers: { illTreatment: { value: true } } })).toEqual([
    'illTreatment allegation immediate',
  ]);
});

test('what is raised about a detainee says about whom', () => {
  expect(found({ detainees: [atRisk] })).toEqual([`detainees #${id(3)} selfHarm safety immediate`]);
});

test('a typed field raises as a question of the form does, where it names no severity a routine concern', () => {
  const waited = { keptWaiting: true, delayExplained: 'no explanation given' } as const;
  expect(found(waited)).toEqual(['delayExplained rights and entitlements routine']);
  const silent: Form = {
    ...form,
    sections: form.sections.map((s) => ({
      ...s,
      questions: s.questions.map((q) => {
        if (!q.raises) return q;
        const { severity: _, ...raises } = q.raises;
        return { ...q, raises };
      }),
    })),
  };
  expect(found({ answers: { illTreatment: { value: true } } }, silent)).toEqual([
    'illTreatment allegation routine',
  ]);
});

test('an answer behind a group that was closed afterwards raises nothing, nor does a detainee put aside', () => {
  expect(found({ detainees: [{ ...atRisk, groups: { health: 'no concerns' } }] })).toEqual([]);
  expect(found({ detainees: [{ ...atRisk, removed: '2026-11-21T10:00:00.000Z' }] })).toEqual([]);
});
