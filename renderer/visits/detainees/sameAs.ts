import type { Section } from '#shared/forms/definition.ts';
import { isAnswered } from '#shared/forms/engine.ts';
import {
  answerPath,
  answerTo,
  closingOf,
  closingPath,
  itemScopes,
  type Scope,
  within,
} from '#shared/forms/scope.ts';
import { same } from '#shared/sync/patch.ts';
import { type Draft, withAnswer } from '../draft/draft.ts';

/** The detainee entered before this one; undefined for the first. */
export const previousOf = (scope: Scope): Scope | undefined => {
  const all = itemScopes('detainee', scope.visit);
  return all[all.findIndex(({ path }) => same(path, scope.path)) - 1];
};

/**
 * Whether nobody has said anything in a group yet, so that nothing is lost where it is taken over.
 * @param section the group with all its questions, since those that do not show may hold answers
 */
export const isUntouched = (section: Section, scope: Scope): boolean =>
  closingOf(section, scope) === undefined &&
  !section.questions.some((q) => q.kind !== 'minutes' && isAnswered(q, scope));

/**
 * The draft with a group taken over from another detainee: how it was closed, its answers and who may read them.
 * @param section the group with its questions as they show for the other
 */
export const withSame = (draft: Draft, section: Section, from: Scope, to: Scope): Draft =>
  section.questions
    .filter((q) => isAnswered(q, from))
    .reduce(
      (so, q) =>
        withAnswer(
          withAnswer(so, answerPath(q, to), answerTo(q, from)),
          [...to.path, 'shared', q.id],
          within(from, ['shared', q.id]),
        ),
      withAnswer(draft, closingPath(section, to), closingOf(section, from)),
    );
