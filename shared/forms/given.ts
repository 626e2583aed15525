import type { Ladder } from '#shared/records/ladder.ts';
import type { Visit } from '#shared/records/visit.ts';
import type { Form, Section } from './definition.ts';
import { isAnswered, shownSections } from './engine.ts';
import { answerTo, closingOf, type FormSettings, type Scope, scopesIn } from './scope.ts';

const givenIn = (s: Section, scope: Scope): number => {
  const answers = s.questions
    .filter((q) => q.kind !== 'minutes' && isAnswered(q, scope))
    .map((q) =>
      q.kind === 'ladder'
        ? Object.values(answerTo(q, scope) as Ladder).filter((count) => count !== undefined).length
        : 1,
    );
  const closing = s.closable && closingOf(s, scope) ? 1 : 0;
  return closing + answers.reduce((sum, n) => sum + n, 0);
};

/**
 * How many answers visitors gave in a report: each question that shows and was answered, each number of the counts,
 * each group closed or opened, and what became of the notes. What follows from other answers is none.
 */
export const answersGiven = (form: Form, visit: Visit, settings: FormSettings): number => {
  const given = scopesIn(visit).flatMap((scope) =>
    shownSections(form, scope, settings).map((s) => givenIn(s, scope)),
  );
  return given.reduce((sum, n) => sum + n, visit.notes ? 1 : 0);
};
