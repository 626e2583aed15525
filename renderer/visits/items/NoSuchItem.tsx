import type { ReactNode } from 'react';
import { Button, ButtonGroup, ButtonLink, PageHeading } from '#renderer/kit/index.ts';
import { itemTitle } from '#shared/forms/items.ts';
import { type ItemSubject, lists } from '#shared/forms/scope.ts';
import { withRemoved } from '../draft/draft.ts';
import type { Writing } from '../draft/OnReport.tsx';

type NoSuchItemProps = Writing & {
  of: ItemSubject;
  id: string;
  /** Where the list stands, if not beneath the report under its own name. */
  list?: string;
};

/** Stands where an item was removed, with the way back, or where there never was one. */
export function NoSuchItem({
  open,
  base,
  of,
  id,
  list = `${base}/${lists[of]}`,
}: NoSuchItemProps): ReactNode {
  const { visit } = open.kept.draft;
  const removed = (visit[lists[of]] ?? []).some((item) => item.id === id);
  const putBack = () => open.keeper.change((draft) => withRemoved(draft, of, id, undefined), 'now');
  return (
    <>
      <PageHeading>{removed ? 'This was removed' : 'This is not in the report'}</PageHeading>
      <p className="govuk-body">
        {removed ? `${itemTitle(of, visit, id)} was removed.` : 'Perhaps it was never saved.'}
      </p>
      <ButtonGroup>
        <ButtonLink href={`#${list}`}>Back to the list</ButtonLink>
        {removed && (
          <Button type="button" kind="secondary" onClick={putBack}>
            Put it back
          </Button>
        )}
      </ButtonGroup>
    </>
  );
}
