import type { Form, Question, Section } from '#shared/forms/definition.ts';
import { shownSections } from '#shared/forms/engine.ts';
import { type FormSettings, itemScope, itemScopes, type Scope, visitScope } from '#shared/forms/scope.ts';
import { subjectOf } from '#shared/forms/terms.ts';
import type { Visit } from '#shared/records/visit.ts';

/** How a step asks: about the visit, for numbers, a column of the sheet at a time, group by group, and so on. */
const kinds = {
  visit: { title: 'The visit', kind: 'questions' },
  numbers: { title: 'Custody record numbers', kind: 'numbers' },
  met: { title: 'How each was met', kind: 'columns' },
  why: { title: 'Those you did not speak to', kind: 'columns' },
  people: { title: 'Who they are', kind: 'columns' },
  asked: { title: 'What is asked about each', kind: 'columns' },
  groups: { title: 'Anything to report', kind: 'groups' },
  words: { title: 'A few words about each', kind: 'columns' },
  tallies: { title: 'Tallies', kind: 'questions' },
  matters: { title: 'Raised on the day', kind: 'matters' },
  notes: { title: 'What became of your notes?', kind: 'fate' },
} as const;
export type StepId = keyof typeof kinds;

/** One step of copying a sheet: the questions of the form it asks, in the order of the form. */
export type Step = {
  id: StepId;
  title: string;
  kind: (typeof kinds)[StepId]['kind'];
  questions: readonly Question[];
};

const fieldsOf = {
  numbers: ['custodyNumber'],
  met: ['seen.state'],
  why: ['seen.reason', 'seen.observed', 'seen.record'],
  people: ['ageGroup', 'sex', 'vulnerable'],
} as const satisfies Partial<Record<StepId, readonly string[]>>;

/** Whether a question belongs to a step; what is retired belongs to none. */
const belongs = (step: StepId, q: Question, s: Section): boolean => {
  const of = subjectOf(s);
  switch (step) {
    case 'visit':
      return of === 'visit' && q.kind !== 'ladder' && Boolean(q.must || (q.onPaper && !s.closable));
    case 'tallies':
      return of === 'visit' && q.kind === 'ladder' && q.onPaper === true;
    case 'asked':
      return of === 'detainee' && s.closable === true && q.always === true && q.onPaper === true;
    case 'words':
      return of === 'detainee' && !s.closable && q.kind === 'longText' && q.onPaper === true;
    case 'matters':
      return of === 'matter' && q.onPaper === true;
    case 'groups':
    case 'notes':
      return false;
    default:
      return of === 'detainee' && (fieldsOf[step] as readonly string[]).includes(q.field ?? '');
  }
};

/** The groups of a detainee that can be closed. */
export const groupsOf = (form: Form): Section[] =>
  form.sections.filter((s) => subjectOf(s) === 'detainee' && s.closable);

/** The steps in which a sheet is copied into a report with this form; what the form does not ask is no step. */
export const stepsOf = (form: Form): Step[] =>
  (Object.keys(kinds) as StepId[])
    .map((id) => ({
      id,
      ...kinds[id],
      questions: form.sections.flatMap((s) =>
        s.questions.filter((q) => !q.retired && q.kind !== 'minutes' && belongs(id, q, s)),
      ),
    }))
    .filter(
      ({ id, questions }) =>
        questions.length > 0 || id === 'notes' || (id === 'groups' && groupsOf(form).length > 0),
    );

/** The questions of a step that show for the visit as a whole. */
export const shownOf = (step: Step, form: Form, visit: Visit, settings: FormSettings): Question[] => {
  const shown = new Set(
    shownSections(form, visitScope(visit), settings).flatMap((s) => s.questions.map(({ id }) => id)),
  );
  return step.questions.filter(({ id }) => shown.has(id));
};

/** A column of the sheet: a question, and the detainees it is asked about. */
export type Column = { q: Question; rows: Scope[] };

/** The columns of a step in which anybody stands. */
export const columnsOf = (step: Step, form: Form, visit: Visit, settings: FormSettings): Column[] => {
  const people = itemScopes('detainee', visit).map((scope) => ({
    scope,
    shown: new Set(shownSections(form, scope, settings).flatMap((s) => s.questions.map(({ id }) => id))),
  }));
  return step.questions
    .map((q) => ({ q, rows: people.filter(({ shown }) => shown.has(q.id)).map(({ scope }) => scope) }))
    .filter(({ rows }) => rows.length > 0);
};

/** A group of questions and the detainees it is asked about. */
export type Group = { section: Section; rows: Scope[] };

export const groupRowsOf = (form: Form, visit: Visit, settings: FormSettings): Group[] => {
  const people = itemScopes('detainee', visit).map((scope) => ({
    scope,
    shown: new Set(shownSections(form, scope, settings).map(({ id }) => id)),
  }));
  return groupsOf(form)
    .map((section) => ({
      section,
      rows: people.filter(({ shown }) => shown.has(section.id)).map(({ scope }) => scope),
    }))
    .filter(({ rows }) => rows.length > 0);
};

/** Whether anything is asked about detainees as the visit stands: not where the suite was closed, or nothing is said. */
export const asksAboutPeople = (form: Form, visit: Visit, settings: FormSettings): boolean =>
  shownSections(form, itemScope('detainee', visit, ''), settings).length > 0;

/** Whether a step has anything to ask now: a column without people is passed over. */
const hasSomething = (step: Step, form: Form, visit: Visit, settings: FormSettings): boolean => {
  if (step.kind === 'columns') return columnsOf(step, form, visit, settings).length > 0;
  if (step.kind === 'groups') return groupRowsOf(form, visit, settings).length > 0;
  if (step.kind === 'questions') return shownOf(step, form, visit, settings).length > 0;
  return true;
};

/** The step that follows another with something to ask, or comes before it; undefined at either end. */
export const stepFrom = (
  id: StepId,
  by: 1 | -1,
  form: Form,
  visit: Visit,
  settings: FormSettings,
): Step | undefined => {
  const all = stepsOf(form);
  const at = all.findIndex((step) => step.id === id);
  const ahead = by === 1 ? all.slice(at + 1) : all.slice(0, at).toReversed();
  return ahead.find((step) => hasSomething(step, form, visit, settings));
};
