import type { Form, Question, Section } from '#shared/forms/definition.ts';
import { subjectOf } from '#shared/forms/terms.ts';

/** A column of the sheet for one group of questions: its letter, and what it stands for. */
type GroupColumn = { letter: string; title: string };

/** The groups of a detainee that can be closed, each with a letter: its first, or one that no group before it has. */
export const groupColumns = (form: Form): GroupColumn[] => {
  const taken = new Set<string>();
  return form.sections
    .filter((s) => subjectOf(s) === 'detainee' && s.closable)
    .map(({ title }, i) => {
      const [first = '', ...others] = title.toUpperCase().replaceAll(/[^A-Z]/g, '');
      const free = [first, ...others.toReversed()].find((l) => l && !taken.has(l)) ?? String(i + 1);
      taken.add(free);
      return { letter: free, title };
    });
};

/** What stands in a column, a box or a table of the sheet already, and needs no prompt. */
const elsewhere = new Set([
  'custodyNumber',
  'seen.state',
  'seen.reason',
  'seen.observed',
  'seen.record',
  'ageGroup',
  'sex',
  'vulnerable',
  'date',
  'arrived',
  'admitted',
  'left',
  'keptWaiting',
  'delayReason',
  'delayAuthoriser',
  'sergeant',
  'escort',
  'briefing',
  'counts.total',
]);

/** What the form puts on paper, section by section, as an aid to memory; of a group also what it is about. */
export const prompts = (form: Form): Section[] =>
  form.sections
    .filter((s) => subjectOf(s) === 'visit' || subjectOf(s) === 'detainee')
    .map((s) => ({
      ...s,
      questions: s.questions.filter((q) => q.onPaper && !q.retired && !elsewhere.has(q.field ?? '')),
    }))
    .filter((s) => s.questions.length > 0 || (s.closable && s.guidance));

/** The questions of the form that fill a typed field: more than one where each has a condition of its own. */
export const questionsFor = (form: Form, field: string): Question[] =>
  form.sections.flatMap((s) => s.questions).filter((q) => q.field === field && !q.retired);

/** How many lines for matters page 2 has room for: fewer where the office puts more questions on paper. */
export const matterLines = (form: Form): number => {
  const asked = prompts(form).reduce((sum, s) => sum + s.questions.length, 0);
  return Math.max(3, 7 - Math.max(0, Math.ceil((asked - 20) / 4)));
};
