import type { ReactNode } from 'react';
import { Select } from '#renderer/kit/index.ts';
import { itemTitle } from '#shared/forms/items.ts';
import { within } from '#shared/forms/scope.ts';
import { detaineesOf } from '#shared/records/visit.ts';
import { withAnswer } from '../draft/draft.ts';
import type { Editing } from '../section/editing.ts';

/** Whom a matter is about: the suite, or one of the detainees by custody number. */
export function AboutField({ editing, id = 'about' }: { editing: Editing; id?: string }): ReactNode {
  const { scope, keeper } = editing;
  const chosen = (within(scope, ['detainee']) as string | undefined) ?? '';
  const standing = detaineesOf(scope.visit).map(({ id }) => id);
  // Whom it was about once stays choosable, also when they were removed since.
  const ids = chosen && !standing.includes(chosen) ? [...standing, chosen] : standing;
  return (
    <Select
      id={id}
      name={id}
      label="Whom is it about?"
      labelSize="s"
      options={[
        { value: '', text: 'The suite, nobody in particular' },
        ...ids.map((id) => ({ value: id, text: itemTitle('detainee', scope.visit, id) })),
      ]}
      value={chosen}
      onChange={({ target }) =>
        keeper.change(
          (draft) => withAnswer(draft, [...scope.path, 'detainee'], target.value || undefined),
          'now',
        )
      }
    />
  );
}
