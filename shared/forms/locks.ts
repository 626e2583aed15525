import type { Condition, Form, Question, Section, Subject } from './definition.ts';
import { coreFields, isMeasured } from './measured.ts';
import { type Named, questionsNamed, subjectOf } from './terms.ts';

type Sections = Pick<Form, 'sections'>;

/** A question and where it stands. */
export type Standing = { of: Subject; section: Section; question: Question };

/** Every question of a form with where it stands, in the form's order. */
export const standings = ({ sections }: Sections): Standing[] =>
  sections.flatMap((section) =>
    section.questions.map((question) => ({ of: subjectOf(section), section, question })),
  );

/** A question is known by its id within its subject. */
export const findStanding = ({ sections }: Sections, of: Subject, id: string): Standing | undefined => {
  for (const section of sections) {
    const question = subjectOf(section) === of && section.questions.find((q) => q.id === id);
    if (question) return { of, section, question };
  }
  return undefined;
};

/** All terms under which a question shows: its section's and its own. */
export const termsOf = ({ section, question }: Pick<Standing, 'section' | 'question'>): Condition => [
  ...(section.when ?? []),
  ...(question.when ?? []),
];

/** Whether a question shows although its group is closed, or stands in no group that can be. */
export const showsWhenClosed = ({ section, question }: Pick<Standing, 'section' | 'question'>): boolean =>
  !section.closable || question.always === true;

/** Why a question keeps its place, kind and condition in the next version. */
export type Lock = 'core' | 'measured' | 'leads to measured';

const isCore = ({ of, question }: Standing): boolean =>
  of === 'visit' && (coreFields as readonly string[]).includes(question.field ?? '');

/**
 * What in a form more depends on than its own reports, by subject and id (`detainee rightsUnderstood`): questions that
 * figures are made from, and those by whose answers such a question shows.
 */
export const locks = (form: Sections): Map<string, Lock> => {
  const found = new Map<string, Lock>();
  const all = standings(form);
  const add = (standing: Standing, lock: Lock) => {
    const key = lockKey(standing.of, standing.question.id);
    if (found.has(key)) return;
    found.set(key, lock);
    for (const { of, question } of leadsTo(form, standing)) {
      const leads = all.find((s) => s.of === of && s.question === question);
      if (leads) add(leads, isMeasured(question) ? lockOf(leads) : 'leads to measured');
    }
  };
  const lockOf = (standing: Standing): Lock => (isCore(standing) ? 'core' : 'measured');
  for (const standing of all) if (isMeasured(standing.question)) add(standing, lockOf(standing));
  return found;
};

export const lockKey = (of: Subject, id: string): string => `${of} ${id}`;

/** Why a question is locked, as the office reads it beside the question. */
export const lockSentences: Record<Lock, string> = {
  core: 'No report can be received without this answer. You may reword and move the question.',
  measured: 'Figures or lists are made from this answer. You may reword and move the question.',
  'leads to measured': 'Figures depend on a question that shows by this answer. You may reword and move it.',
};

/** The questions by whose answers this one shows. */
const leadsTo = (form: Sections, standing: Standing): Named[] =>
  termsOf(standing).flatMap(({ field }) => questionsNamed(form, standing.of, field));

/** Whether a question shows, through whatever other questions, by its own answer. */
export const isCircular = (form: Sections, standing: Standing): boolean => {
  const seen = new Set<Question>();
  const reaches = (from: Standing): boolean =>
    leadsTo(form, from).some(({ of, question }) => {
      if (question === standing.question) return true;
      if (seen.has(question)) return false;
      seen.add(question);
      const next = findStanding(form, of, question.id);
      return next !== undefined && reaches(next);
    });
  return reaches(standing);
};
