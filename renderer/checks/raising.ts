import type { Form, Question } from '#shared/forms/definition.ts';
import { shownSections } from '#shared/forms/engine.ts';
import { concernOf } from '#shared/forms/raised.ts';
import { checkScope, type FormSettings } from '#shared/forms/scope.ts';
import type { RecordCheck } from '#shared/records/record-check.ts';

/** An answer that the form marks: it may be a concern, and the staff decide that. */
export type MayRaise = { question: Question; answer: string; area: string; severity: string };

export const raisedIn = (form: Form, check: RecordCheck, settings: FormSettings): MayRaise[] => {
  const scope = checkScope(check);
  return shownSections(form, scope, settings)
    .flatMap((s) => s.questions)
    .flatMap((question) => {
      const found = concernOf(question, scope);
      const answer = check.answers[question.id]?.value;
      return found ? [{ question, answer: String(answer), area: found.area, severity: found.severity }] : [];
    });
};

/** Where a concern is raised from a check, with what is known of it: the page asks for the rest. */
export const concernAddress = (
  { id, suite }: RecordCheck,
  matter: string,
  more: { area?: string; severity?: string } = {},
): string => `#/concerns/new?${new URLSearchParams({ check: id, ...(suite && { suite }), matter, ...more })}`;
