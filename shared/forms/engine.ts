import { z } from 'zod';
import { words } from '#shared/records/common.ts';
import { completeLadder, type Ladder } from '#shared/records/ladder.ts';
import type { Setting } from '#shared/records/setting.ts';
import { answer, delayMinutes, type Visit, visit, visitMinutes } from '#shared/records/visit.ts';
import type { Condition, Form, Question, Section } from './definition.ts';

/** The office's settings that a form may ask about. */
export type FormSettings = Pick<Setting, 'delayThreshold' | 'asksSatisfactory'>;

/** The place in the document where a question's answer lies. */
export const answerPath = (q: Question): string[] => (q.field ? q.field.split('.') : ['answers', q.id]);

/** What lies at a path of a document; undefined where nothing does. */
export const valueAt = (document: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      value && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined,
    document,
  );

/** A question's answer as the document holds it: a plain value for typed fields, else `{value}` or `{not}`. */
export const answerTo = (q: Question, v: Visit): unknown => valueAt(v, answerPath(q));

/** Whether a question has been answered. A blank means unfinished; "refused" is an answer. */
export const isAnswered = (q: Question, v: Visit): boolean => {
  const given = answerTo(q, v);
  const value = q.field ? given : ((given as { value?: unknown } | undefined)?.value ?? given);
  if (q.kind === 'minutes') return true;
  if (q.kind === 'ladder')
    return value !== undefined && Object.values(value as object).some((n) => n !== undefined);
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
};

/** Values that conditions may name although no question asks for them. */
const derived = (v: Visit, field: string): unknown => {
  if (field === 'delayMinutes') return delayMinutes(v);
  if (field === 'visitMinutes') return visitMinutes(v);
  const path = valueAt(v, field.split('.'));
  if (path !== undefined) return path;
  const given = v.answers[field];
  return given && 'value' in given ? given.value : given?.not;
};

/** Whether every term of a condition holds for this report in this office. */
export const holds = (when: Condition | undefined, v: Visit, settings: FormSettings): boolean =>
  (when ?? []).every((term) => {
    if (term.setting && !settings[term.setting]) return false;
    const value = derived(v, term.field);
    // Of a question with several answers, one that is named is enough.
    if (term.is && ![value].flat().some((one) => term.is?.includes(one as string))) return false;
    if (term.above === undefined) return true;
    const limit = term.above === 'delayThreshold' ? settings.delayThreshold : term.above;
    return typeof value === 'number' && value > limit;
  });

/** The sections that show for this report, each with the questions that show. */
export const shownSections = (form: Form, v: Visit, settings: FormSettings): Section[] =>
  form.sections
    .filter((s) => holds(s.when, v, settings))
    .map((s) => ({ ...s, questions: s.questions.filter((q) => !q.retired && holds(q.when, v, settings)) }))
    .filter((s) => s.questions.length > 0);

export type SectionStatus = 'not started' | 'in progress' | 'completed';

/** A column of counts that was begun and leaves people unaccounted for, or a rung of its sum blank. */
const isHalfCounted = (q: Question, v: Visit): boolean => {
  if (q.kind !== 'ladder' || !isAnswered(q, v)) return false;
  const counts = (answerTo(q, v) ?? {}) as Ladder;
  const { unexplained } = completeLadder(counts);
  const blank = counts.notAvailable === undefined || counts.notOffered === undefined;
  return unexplained === null || (unexplained !== 0 && blank);
};

/**
 * How far a section is: what the task list says beside it. It is completed when what must be answered is, at least
 * half of the rest, and no column of counts stands half filled in; a sum that does not work out with every number
 * known is for the final check to point out.
 */
export const sectionStatus = (s: Section, v: Visit): SectionStatus => {
  const asked = s.questions.filter((q) => q.kind !== 'minutes');
  const answered = asked.filter((q) => isAnswered(q, v)).length;
  if (answered === 0) return 'not started';
  // One column of the split is as good as all of them: they are optional, and only some people may have been held.
  const enough = asked.every((q) => q.kind === 'ladder') || answered * 2 >= asked.length;
  const wanting = asked.some((q) => (q.must && !isAnswered(q, v)) || isHalfCounted(q, v));
  return enough && !wanting ? 'completed' : 'in progress';
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
    case 'choice':
      return value(z.enum(options as [string, ...string[]]));
    case 'choices':
      return value(z.array(z.enum(options as [string, ...string[]])));
    default:
      return value(words);
  }
};

/**
 * The schema of a report written with this form: the typed fields, and each question's own answer. Answers to
 * questions of a later version are kept.
 */
export const reportSchema = (form: Form) => {
  const own = form.sections.flatMap((s) => s.questions).filter((q) => !q.field && q.kind !== 'minutes');
  const shape = Object.fromEntries(own.map((q) => [q.id, answerSchemas(q).optional()]));
  return visit.extend({ answers: z.object(shape).catchall(answer) });
};
