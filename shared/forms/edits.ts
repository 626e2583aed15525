import { same } from '#shared/sync/patch.ts';
import { isOfChecks, isTakenName, type Revision } from './changes.ts';
import type { Condition, Question, Section, Subject } from './definition.ts';
import { type Lock, type Standing, showsWhenClosed, standings, termsOf } from './locks.ts';
import { subjectOf } from './terms.ts';

/** A question within a revision: by its section, since ids are the same only within a subject. */
export type Place = { section: string; question: string };

/** What can be changed of a question; what is undefined is taken away. */
export type QuestionChange = { [K in keyof Omit<Question, 'id'>]?: Question[K] | undefined };
export type SectionChange = { [K in keyof Omit<Section, 'id' | 'questions'>]?: Section[K] | undefined };

const withoutUndefined = <T extends object>(all: T): T =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;

const inSection = (r: Revision, id: string, change: (s: Section) => Section): Revision => ({
  ...r,
  sections: r.sections.map((s) => (s.id === id ? change(s) : s)),
});

export const findQuestion = (r: Revision, { section, question }: Place): Standing | undefined => {
  const found = r.sections.find(({ id }) => id === section);
  const q = found?.questions.find(({ id }) => id === question);
  return found && q && { of: subjectOf(found), section: found, question: q };
};

/** An id that nothing in the form has, nor any name that a report or a condition knows. */
const freshId = (r: Revision, begin: 'own' | 'section'): string => {
  const used = new Set([...r.sections.map(({ id }) => id), ...standings(r).map((s) => s.question.id)]);
  let n = 1;
  while (used.has(`${begin}${n}`) || isTakenName(`${begin}${n}`)) n += 1;
  return `${begin}${n}`;
};

/** Adds an empty question of the office's own at the end of a section; gives its id. */
export const addQuestion = (r: Revision, section: string): { revision: Revision; id: string } => {
  const id = freshId(r, 'own');
  const question: Question = isOfChecks(r)
    ? { id, text: '', kind: 'recorded' }
    : { id, text: '', kind: 'yesNo', nonAnswers: true };
  const revision = inSection(r, section, (s) => ({ ...s, questions: [...s.questions, question] }));
  return { revision, id };
};

/** Rewords a question, retires it or brings it back, conditions it: whatever of it is named. */
export const changeQuestion = (r: Revision, { section, question }: Place, change: QuestionChange): Revision =>
  inSection(r, section, (s) => ({
    ...s,
    questions: s.questions.map((q) =>
      q.id === question ? withoutUndefined({ ...q, ...change } as Question) : q,
    ),
  }));

/** Takes away a question that no version has yet. */
export const removeQuestion = (r: Revision, { section, question }: Place): Revision =>
  inSection(r, section, (s) => ({ ...s, questions: s.questions.filter(({ id }) => id !== question) }));

const shifted = <T extends { id: string }>(items: readonly T[], id: string, by: -1 | 1): T[] => {
  const from = items.findIndex((item) => item.id === id);
  const to = from + by;
  const moved = items[from];
  if (!moved || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, moved);
};

export const moveQuestion = (r: Revision, { section, question }: Place, by: -1 | 1): Revision =>
  inSection(r, section, (s) => ({ ...s, questions: shifted(s.questions, question, by) }));

const isIn = (term: Condition[number], terms: Condition) => terms.some((other) => same(other, term));

/**
 * Moves a question to the end of another section of its subject. It goes on showing under the terms under which it
 * did: those of its old section that the new one does not have become its own.
 */
export const moveToSection = (r: Revision, place: Place, to: string): Revision => {
  const found = findQuestion(r, place);
  const target = r.sections.find(({ id }) => id === to);
  if (!found || !target || to === place.section || subjectOf(target) !== found.of) return r;
  const { when: _, ...bare } = found.question;
  const kept = termsOf(found).filter((term, i, all) => {
    const first = all.findIndex((other) => same(other, term)) === i;
    return first && !isIn(term, target.when ?? []);
  });
  const question: Question = {
    ...bare,
    ...(kept.length > 0 && { when: kept }),
    ...(target.closable && showsWhenClosed(found) && { always: true }),
  };
  const without = removeQuestion(r, place);
  return inSection(without, to, (s) => ({ ...s, questions: [...s.questions, question] }));
};

/** The sections to which a question can move: of its subject and, where it is locked, that ask for no more terms. */
export const sectionsFor = (r: Revision, place: Place, lock: Lock | undefined): Section[] => {
  const found = findQuestion(r, place);
  if (!found) return [];
  return r.sections.filter(
    (s) =>
      s.id !== place.section &&
      subjectOf(s) === found.of &&
      (!lock || (s.when ?? []).every((term) => isIn(term, termsOf(found)))),
  );
};

/** Adds an empty section before the last one, which is what is asked before leaving; gives its id. */
export const addSection = (r: Revision, of: Subject): { revision: Revision; id: string } => {
  const id = freshId(r, 'section');
  const section: Section = { id, title: '', ...(of !== 'visit' && { of }), questions: [] };
  const last = r.sections.findLastIndex((s) => subjectOf(s) === of);
  const at = of === 'visit' ? last : last + 1;
  return { revision: { ...r, sections: r.sections.toSpliced(Math.max(at, 0), 0, section) }, id };
};

export const changeSection = (r: Revision, id: string, change: SectionChange): Revision =>
  inSection(r, id, (s) => withoutUndefined({ ...s, ...change } as Section));

export const moveSection = (r: Revision, id: string, by: -1 | 1): Revision => ({
  ...r,
  sections: shifted(r.sections, id, by),
});

/** Takes away a section that no version has yet and in which nothing stands. */
export const removeSection = (r: Revision, id: string): Revision => ({
  ...r,
  sections: r.sections.filter((s) => s.id !== id || s.questions.length > 0),
});

const trimmed = (text: string | undefined): string | undefined => text?.trim() || undefined;

/** The revision as it is published: texts without blanks around them, and none that is only blanks. */
export const tidied = ({ title, sections }: Revision): Revision => ({
  title: title.trim(),
  sections: sections.map((s) =>
    withoutUndefined({
      ...s,
      title: s.title.trim(),
      guidance: trimmed(s.guidance),
      questions: s.questions.map((q) =>
        withoutUndefined({
          ...q,
          text: q.text.trim(),
          hint: trimmed(q.hint),
          options: q.options?.map((o) => ({ ...o, text: o.text.trim() })),
        } as Question),
      ),
    } as Section),
  ),
});
