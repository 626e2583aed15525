import fc from 'fast-check';
import { expect, test } from 'vitest';
import { objections, type Revision } from '#shared/forms/changes.ts';
import type { Form } from '#shared/forms/definition.ts';
import { differences } from '#shared/forms/differences.ts';
import { changeQuestion, changeSection, removeQuestion } from '#shared/forms/edits.ts';
import { reportSchema } from '#shared/forms/engine.ts';
import { findStanding, lockKey, locks, standings } from '#shared/forms/locks.ts';
import { nameOf, subjectOf } from '#shared/forms/terms.ts';
import { facts } from '#shared/measures/facts.ts';
import { same } from '#shared/sync/patch.ts';
import { pick, placeOf, steps, tried, versions } from './changed-forms.ts';
import { mind, receivedAs, rendered, written } from './minded-reports.ts';

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
