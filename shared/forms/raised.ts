import type { Visit } from '#shared/records/visit.ts';
import type { Form, Question } from './definition.ts';
import { shownSections } from './engine.ts';
import { answerTo, bare, type FormSettings, type Scope, scopesIn } from './scope.ts';

type Raises = NonNullable<Question['raises']>;
export type Severity = NonNullable<Raises['severity']>;

/** An answer that raises a concern: the question, the part of the report it was answered for, area and severity. */
export type Raised = { scope: Scope; question: Question; area: string; severity: Severity };

/** What an answer raises; undefined where it raises nothing. A question that names no severity raises routine concerns. */
export const concernOf = (question: Question, scope: Scope): Raised | undefined => {
  const { raises } = question;
  if (!raises) return undefined;
  // Of a question with several answers, one that is named is enough.
  const given = [bare(answerTo(question, scope))].flat();
  if (!given.some((one) => raises.is.includes(one as string | boolean))) return undefined;
  return { scope, question, area: raises.area, severity: raises.severity ?? 'routine' };
};

/**
 * Every concern that the answers of a report raise, of the visit first, then item by item, in the order of the form.
 * Questions that do not show raise nothing, whatever the document still holds for them.
 */
export const raised = (form: Form, visit: Visit, settings: FormSettings): Raised[] =>
  scopesIn(visit).flatMap((scope) =>
    shownSections(form, scope, settings)
      .flatMap((s) => s.questions)
      .flatMap((q) => concernOf(q, scope) ?? []),
  );
