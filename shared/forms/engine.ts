import { z } from 'zod';
import { answer } from '#shared/records/answer.ts';
import { words } from '#shared/records/common.ts';
import { standingCounts } from '#shared/records/counts.ts';
import { call, detainee, matter } from '#shared/records/detainee.ts';
import { completeLadder, type Ladder } from '#shared/records/ladder.ts';
import { recordedAnswers } from '#shared/records/record-check.ts';
import { visit } from '#shared/records/visit.ts';
import type { Form, Question, Section, Subject } from './definition.ts';
import { answerTo, closingOf, type FormSettings, holds, type Scope } from './scope.ts';
import { subjectOf } from './terms.ts';

/** Whether a question has been answered. A blank means unfinished; "refused" is an answer. */
export const isAnswered = (q: Question, scope: Scope): boolean => {
  const given = answerTo(q, scope);
  const value = q.field ? given : ((given as { value?: unknown } | undefined)?.value ?? given);
  if (q.kind === 'minutes') return true;
  if (q.kind === 'ladder')
    return value !== undefined && Object.values(value as object).some((n) => n !== undefined);
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
};

/** The questions of a section that show: those of a closed group only where they always do. */
const shownQuestions = (s: Section, scope: Scope, settings: FormSettings): Question[] => {
  const open = !s.closable || closingOf(s, scope) === 'to report';
  return s.questions.filter((q) => !q.retired && (open || q.always) && holds(q.when, scope, settings));
};

/** The sections that show for this part of the report, each with the questions that show. */
export const shownSections = (form: Form, scope: Scope, settings: FormSettings): Section[] =>
  form.sections
    .filter((s) => subjectOf(s) === scope.of && holds(s.when, scope, settings))
    // A group that asks nothing any more is not closed or opened either.
    .filter((s) => s.questions.some((q) => !q.retired))
    .map((s) => ({ ...s, questions: shownQuestions(s, scope, settings) }))
    .filter((s) => s.questions.length > 0 || s.closable);

export type SectionStatus = 'not started' | 'in progress' | 'completed';

/** A column of counts that was begun and leaves people unaccounted for, or a rung of its sum blank. */
const isHalfCounted = (q: Question, scope: Scope): boolean => {
  if (q.kind !== 'ladder' || !isAnswered(q, scope)) return false;
  // What is blank in the count of the whole suite follows from the detainees entered.
  const counts =
    q.field === 'counts.total' ? standingCounts(scope.visit).total : ((answerTo(q, scope) ?? {}) as Ladder);
  const { unexplained } = completeLadder(counts);
  const blank = counts.notAvailable === undefined || counts.notOffered === undefined;
  return unexplained === null || (unexplained !== 0 && blank);
};

/**
 * How far a section, as `shownSections` gives it, is: what the task list says beside it. It is completed when its
 * group was closed or opened, what must be answered is, at least half of the rest that is not optional, and no column
 * of counts stands half filled in; a sum that does not work out with every number known is for the final check to
 * point out.
 */
export const sectionStatus = (s: Section, scope: Scope): SectionStatus => {
  const asked = s.questions.filter((q) => q.kind !== 'minutes' && (!q.optional || isAnswered(q, scope)));
  const given = asked.filter((q) => isAnswered(q, scope)).length;
  const closing = s.closable ? closingOf(s, scope) : 'to report';
  if (given === 0 && (closing === undefined || !s.closable)) return 'not started';
  if (closing === undefined) return 'in progress';
  // One column of the split is as good as all of them: they are optional, and only some people may have been held.
  const enough =
    closing !== 'to report' ||
    asked.every((q) => q.kind === 'ladder') ||
    (given > 0 && given * 2 >= asked.length);
  const wanting = asked.some((q) => (q.must && !isAnswered(q, scope)) || isHalfCounted(q, scope));
  return enough && !wanting ? 'completed' : 'in progress';
};

/** How far a part of the report is, all of its sections together. */
export const scopeStatus = (form: Form, scope: Scope, settings: FormSettings): SectionStatus => {
  const each = shownSections(form, scope, settings).map((s) => sectionStatus(s, scope));
  if (each.every((status) => status === 'completed')) return 'completed';
  return each.every((status) => status === 'not started') ? 'not started' : 'in progress';
};

const answerSchemas = (q: Question): z.ZodType => {
  const value = (schema: z.ZodType) =>
    q.nonAnswers
      ? z.union([z.looseObject({ value: schema }), answer.options[1]])
      : z.looseObject({ value: schema });
  const options = (q.options ?? []).map((o) => o.value);
  switch (q.kind) {
    case 'yesNo':
      return value(z.boolean());
    case 'number':
      return value(z.number());
    case 'recorded':
      return z.looseObject({ value: z.enum(recordedAnswers) });
    case 'choice':
      return value(z.enum(options as [string, ...string[]]));
    case 'choices':
      return value(z.array(z.enum(options as [string, ...string[]])));
    default:
      return value(words);
  }
};

/** The schema of the answers to a form's own questions about one subject; answers to other versions' are kept. */
const answersSchema = (form: Form, of: Subject) => {
  const own = form.sections
    .filter((s) => subjectOf(s) === of)
    .flatMap((s) => s.questions)
    .filter((q) => !q.field && q.kind !== 'minutes');
  return z.object(Object.fromEntries(own.map((q) => [q.id, answerSchemas(q).optional()]))).catchall(answer);
};

/** The schema of a report written with this form: the typed fields, and each question's own answer. */
export const reportSchema = (form: Form) => {
  const list = <T extends typeof detainee | typeof matter | typeof call>(item: T, of: Subject) =>
    z.array(item.extend({ answers: answersSchema(form, of).optional() })).optional();
  return visit.extend({
    answers: answersSchema(form, 'visit'),
    detainees: list(detainee, 'detainee'),
    matters: list(matter, 'matter'),
    calls: list(call, 'call'),
  });
};
