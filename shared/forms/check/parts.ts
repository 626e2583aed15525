import type { Question, Section } from '../definition.ts';
import { isAnswered } from '../engine.ts';
import type { Scope } from '../scope.ts';

/** A question and the sentence that asks about it. */
export type Said = [question: string, text: string];

/**
 * What the check asks about in a part of the report. The question is its id; of a group as a whole, `group-` and the
 * section's id. `name` is the text found that looks like a name, which can be said to be none.
 */
export type Doubt = { scope: Scope; question: string; text: string; name?: string };

/** The sections that show for a part of the report. */
export type Asked = (scope: Scope) => readonly Section[];

/** One doubt where something holds, none where it does not. */
export const where = (holds: boolean, question: string, text: string): Said[] =>
  holds ? [[question, text]] : [];

/** A question by its id, where it shows. */
export const shownQuestion = (asked: Asked, scope: Scope, id: string): Question | undefined =>
  asked(scope)
    .flatMap((s) => s.questions)
    .find((one) => one.id === id);

/** Whether a question shows and has no answer. */
export const isBlank = (asked: Asked, scope: Scope, id: string): boolean => {
  const q = shownQuestion(asked, scope, id);
  return !!q && !isAnswered(q, scope);
};
