import type { Section } from '#shared/forms/definition.ts';
import { closingOf, closingPath, type Scope } from '#shared/forms/scope.ts';
import { type Draft, withAnswer } from '../draft/draft.ts';

const withClosing = (draft: Draft, section: Section, scope: Scope, closing: string): Draft =>
  withAnswer(draft, closingPath(section, scope), closing);

/** The draft in which nobody has anything to report in a group; where it was not asked about, that stands. */
export const withNothing = (draft: Draft, section: Section, rows: readonly Scope[]): Draft =>
  rows
    .filter((scope) => closingOf(section, scope) !== 'not asked')
    .reduce((so, scope) => withClosing(so, section, scope, 'no concerns'), draft);

/**
 * The draft in which these have something to report in a group, and of the others those of whom nobody said anything
 * or something else have nothing.
 */
export const withSome = (
  draft: Draft,
  section: Section,
  rows: readonly Scope[],
  some: readonly Scope[],
): Draft =>
  some.reduce(
    (so, scope) => withClosing(so, section, scope, 'to report'),
    withNothing(
      draft,
      section,
      rows.filter((scope) => !some.includes(scope)),
    ),
  );
