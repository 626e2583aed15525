import { dayWords } from '#renderer/dates.ts';
import type { Form, Question } from '#shared/forms/definition.ts';
import { answerPath as pathWithin } from '#shared/forms/scope.ts';
import { type LadderField, ladderFields } from '#shared/records/ladder.ts';
import { capital, outcomeWords, rungTitles } from '../words.ts';

const answerPath = (q: Question) => pathWithin(q, { path: [] });

/** What stands where nothing was answered. */
export const notAnswered = 'Not answered';

/** The question whose answer lies at a place of the report, or around it. */
export const questionAt = (form: Form, path: readonly string[]): Question | undefined =>
  form.sections.flatMap((s) => s.questions).find((q) => answerPath(q).every((key, i) => path[i] === key));

/** What a place of the report is called: its question, with the rung where it lies within a ladder. */
export const placeTitle = (form: Form, path: readonly string[]): string => {
  const q = questionAt(form, path);
  if (!q) return capital((path.at(-1) ?? '').replace(/([A-Z])/g, ' $1').toLowerCase());
  const within = path.length > answerPath(q).length ? rungTitles[path.at(-1) as LadderField] : undefined;
  return within ? `${q.text}, ${within}` : q.text;
};

const ladderText = (value: object): string => {
  const counts = value as Partial<Record<LadderField, number>>;
  const parts = ladderFields.flatMap((rung) =>
    counts[rung] === undefined ? [] : [`${rungTitles[rung]} ${counts[rung]}`],
  );
  return parts.join(', ') || notAnswered;
};

/** The words of a value, as a person reads them: names for ids, options by their text. */
export const answerText = (q: Question, names: Record<string, string>, answer: unknown): string => {
  const bare = answer && typeof answer === 'object' && !Array.isArray(answer) && !q.field;
  const { value, not } = (bare ? answer : { value: answer }) as { value?: unknown; not?: string };
  if (not) return capital(not);
  if (value === undefined || value === null || value === '') return notAnswered;
  const optionText = (v: unknown) => q.options?.find((o) => o.value === v)?.text ?? String(v);
  if (q.kind === 'suite' || q.kind === 'person') return names[String(value)] ?? 'Not known here';
  if (q.kind === 'date') return dayWords(String(value));
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.map(optionText).join(', ') || notAnswered;
  return typeof value === 'object' ? ladderText(value) : optionText(value);
};

/** The words of whatever stands at a place, whether or not a question asks for it. */
export const spoken = (
  form: Form,
  names: Record<string, string>,
  path: readonly string[],
  value: unknown,
): string => {
  const q = questionAt(form, path);
  if (value === undefined || value === null) return notAnswered;
  if (q && answerPath(q).length === path.length) return answerText(q, names, value);
  if (typeof value === 'object') return ladderText(value);
  return names[String(value)] ?? outcomeWords[value as 'completed'] ?? String(value);
};
