import type { ReactNode } from 'react';
import type { Section } from '#shared/forms/definition.ts';
import { closingOf, closingPath } from '#shared/forms/scope.ts';
import { closingWords } from '#shared/forms/spoken.ts';
import { closings } from '#shared/records/detainee.ts';
import { withAnswer } from '../draft/draft.ts';
import type { Editing } from './editing.ts';
import { OneOf } from './OneOf.tsx';

/** The id of the choice at the head of a group. */
export const closingId = (section: string): string => `group-${section}`;

/** One answer for a whole group: nothing to report closes it, something opens its questions at once. */
export function Closing({ section, editing }: { section: Section; editing: Editing }): ReactNode {
  const { keeper, scope } = editing;
  const set = (closing: string | undefined) =>
    keeper.change((draft) => withAnswer(draft, closingPath(section, scope), closing), 'now');
  return (
    <OneOf
      id={closingId(section.id)}
      question="Anything to report?"
      about={section.title}
      value={closingOf(section, scope) ?? null}
      items={closings.map((value) => ({ value, text: closingWords[value] }))}
      pick={set}
      clear={() => set(undefined)}
    />
  );
}
