import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visitForm } from '#shared/forms/default/index.ts';
import { shownSections } from '#shared/forms/engine.ts';
import { raised } from '#shared/forms/raised.ts';
import { answerTo, bare } from '#shared/forms/scope.ts';
import { nonAnswers } from '#shared/records/answer.ts';
import { closings, contactStates, type Detainee } from '#shared/records/detainee.ts';
import { ageGroups, sexes } from '#shared/records/ladder.ts';
import { outcomes, type Visit } from '#shared/records/visit.ts';

const id = (n: number) => `0190a5c2-7b1e-7c3a-9d4f-${String(n).padStart(12, '0')}`;
const form = visitForm(id(1));
const settings = { delayThreshold: 10, asksSatisfactory: false };

const questions = (of: 'visit' | 'detainee') =>
  form.sections.filter((s) => (s.of ?? 'visit') === of).flatMap((s) => s.questions);
const groups = form.sections.filter((s) => s.closable).map((s) => s.id);

/** Answers to the form's own questions, as a person or an older version of the form left them. */
const answersOf = (of: 'visit' | 'detainee') => {
  const own = questions(of).filter((q) => !q.field);
  return fc.dictionary(
    fc.constantFrom(...own.map((q) => q.id)),
    fc.oneof(
      fc.record({ value: fc.boolean() }),
      fc.record({ value: fc.array(fc.constantFrom('clothing', 'soap', 'books'), { maxLength: 2 }) }),
      fc.record({ not: fc.constantFrom(...nonAnswers) }),
    ),
    { maxKeys: 12 },
  );
};
const closed = fc.dictionary(fc.constantFrom(...groups), fc.constantFrom(...closings), {
  maxKeys: groups.length,
});

const detainee = fc.record(
  {
    seen: fc.record({ state: fc.constantFrom(...contactStates), observed: fc.boolean() }),
    ageGroup: fc.constantFrom(...ageGroups),
    sex: fc.constantFrom(...sexes),
    answers: answersOf('detainee'),
    groups: closed,
    removed: fc.constant('2026-11-21T10:00:00.000Z'),
  },
  { requiredKeys: ['seen'] },
);

const visits = fc
  .record({
    outcome: fc.constantFrom(...outcomes),
    method: fc.constant('in-person' as const),
    keptWaiting: fc.boolean(),
    delayExplained: fc.constantFrom('danger', 'no explanation given'),
    answers: answersOf('visit'),
    groups: closed,
    detainees: fc.array(detainee, { maxLength: 3 }),
  })
  .map(
    ({ detainees, ...more }): Visit =>
      ({
        id: id(2),
        form: { id: form.id, version: 1 },
        events: [],
        corrections: [],
        counts: {},
        ...more,
        detainees: detainees.map((d, i) => ({ ...d, id: id(10 + i), order: id(10 + i) }) as Detainee),
      }) as Visit,
  );

test('whatever is raised was asked on a page, and answered with one of the answers that raise it', () => {
  fc.assert(
    fc.property(visits, (visit) => {
      for (const { scope, question, area, severity } of raised(form, visit, settings)) {
        const shown = shownSections(form, scope, settings).flatMap((s) => s.questions);
        expect(shown.map((q) => q.id)).toContain(question.id);
        const given = [bare(answerTo(question, scope))].flat();
        expect(question.raises?.is.some((one) => given.includes(one))).toBe(true);
        expect([area, severity]).toEqual([question.raises?.area, question.raises?.severity ?? 'routine']);
      }
    }),
  );
});

test('a suite that was closed to the visitors, with nobody met, raises nothing about anybody', () => {
  fc.assert(
    fc.property(visits, (visit) => {
      const about = raised(form, { ...visit, outcome: 'closed' }, settings).filter(
        ({ scope }) => scope.of === 'detainee',
      );
      expect(about).toEqual([]);
    }),
  );
});

test('taking a detainee out takes out what was raised about them, and nothing else; putting them back restores it', () => {
  fc.assert(
    fc.property(visits, fc.nat({ max: 2 }), (visit, n) => {
      const who = visit.detainees?.[n];
      fc.pre(who !== undefined && who.removed === undefined);
      const at = '2026-11-21T10:00:00.000Z';
      const without = {
        ...visit,
        detainees: visit.detainees?.map((d) => (d.id === who?.id ? { ...d, removed: at } : d)),
      };
      const names = (v: Visit) =>
        raised(form, v, settings).map(({ scope, question }) => [...scope.path, question.id].join(' '));
      expect(names(without)).toEqual(names(visit).filter((name) => !name.includes(`#${who?.id}`)));
    }),
  );
});
