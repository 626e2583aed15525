import type { Visit } from '#shared/records/visit.ts';
import type { Form, Question, Subject } from './definition.ts';
import { shownSections } from './engine.ts';
import { answerTo, bare, type FormSettings, type Scope, scopesIn, within } from './scope.ts';
import { subjectOf } from './terms.ts';

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

/** The questions of a form that can raise a concern: those with an answer of their own by id, the rest fill fields. */
type Raising = { own: Map<string, Question[]>; typed: Question[] };

const known = new WeakMap<Form, Map<Subject, Raising>>();

const raisingOf = (form: Form): Map<Subject, Raising> => {
  const before = known.get(form);
  if (before) return before;
  const found = new Map(
    [...Map.groupBy(form.sections, subjectOf)].map(([of, sections]): [Subject, Raising] => {
      const all = sections.flatMap((s) => s.questions).filter((q) => q.raises && !q.retired);
      const own = Map.groupBy(
        all.filter((q) => !q.field),
        ({ id }) => id,
      );
      return [of, { own, typed: all.filter((q) => q.field) }];
    }),
  );
  known.set(form, found);
  return found;
};

/**
 * The answers of a part of a report that raise a concern if their questions show: looked for among the answers given,
 * which are few beside all that a form asks.
 */
export const raisingIn = (form: Form, scope: Scope): Raised[] => {
  const raising = raisingOf(form).get(scope.of);
  if (!raising) return [];
  const given = Object.keys(within(scope, ['answers']) ?? {});
  const asked = [...given.flatMap((id) => raising.own.get(id) ?? []), ...raising.typed];
  return asked.flatMap((q) => concernOf(q, scope) ?? []);
};

/**
 * Every concern that the answers of a report raise, of the visit first, then item by item, in the order of the form.
 * Questions that do not show raise nothing, whatever the document still holds for them.
 */
export const raised = (form: Form, visit: Visit, settings: FormSettings): Raised[] =>
  scopesIn(visit).flatMap((scope) => {
    if (raisingIn(form, scope).length === 0) return [];
    return shownSections(form, scope, settings)
      .flatMap((s) => s.questions)
      .flatMap((q) => concernOf(q, scope) ?? []);
  });
