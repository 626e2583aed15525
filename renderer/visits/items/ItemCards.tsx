import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { say } from '#renderer/app/state.ts';
import { Button, Card, ConfirmDialog, moveFocus } from '#renderer/kit/index.ts';
import { itemTitle } from '#shared/forms/items.ts';
import { type ItemSubject, itemIdOf, itemScopes, lists, type Scope } from '#shared/forms/scope.ts';
import { inSentence } from '#shared/text.ts';
import { withRemoved } from '../draft/draft.ts';
import type { Writing } from '../draft/OnReport.tsx';
import { ItemStatus } from '../TaskStatus.tsx';

type ItemCardsProps = Writing & {
  of: ItemSubject;
  /** What stands on the card of one item, beneath its name. */
  children: (scope: Scope) => ReactNode;
};

/** The items of a list as cards, and those put aside with the way back. */
export function ItemCards({ open, base, of, children }: ItemCardsProps): ReactNode {
  const { keeper, kept } = open;
  const { visit } = kept.draft;
  const [asking, setAsking] = useState<string | null>(null);
  const [putAside, setPutAside] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const wayBack = useRef<HTMLButtonElement>(null);
  const title = (id: string) => itemTitle(of, visit, id);
  const gone = (visit[lists[of]] ?? []).filter((item) => item.removed !== undefined);

  const put = (id: string, removed: string | undefined, said: string) => {
    keeper.change((draft) => withRemoved(draft, of, id, removed), 'now');
    say(said);
  };
  const putBack = (id: string) => {
    setPutAside(null);
    put(id, undefined, `${title(id)} was put back.`);
    // The button that was pressed goes away.
    if (list.current) moveFocus(list.current);
  };
  // Nothing takes focus while the question stands; after it, the way back does, which is then in view.
  useLayoutEffect(() => {
    if (putAside) wayBack.current?.focus();
  }, [putAside]);
  const remove = (id: string) => {
    setAsking(null);
    setPutAside(id);
    put(id, new Date().toISOString(), `${title(id)} was removed. It can be put back below.`);
  };

  return (
    <>
      <ul ref={list} className="desk-cards" aria-label="Entered">
        {itemScopes(of, visit).map((scope) => {
          const id = itemIdOf(scope);
          return (
            <li key={id}>
              <Card
                title={title(id)}
                actions={[
                  { text: 'Change', href: `#${base}/${lists[of]}/${id}` },
                  { text: 'Remove', onClick: () => setAsking(id) },
                ]}
              >
                {children(scope)}
                <div className="desk-card__status">
                  <ItemStatus open={open} scope={scope} />
                </div>
              </Card>
            </li>
          );
        })}
      </ul>
      {gone.length > 0 && (
        <ul className="govuk-list desk-removed">
          {gone.map(({ id }) => (
            <li key={id}>
              Removed: {inSentence(title(id))}{' '}
              <Button
                ref={id === putAside ? wayBack : undefined}
                type="button"
                kind="secondary"
                onClick={() => putBack(id)}
              >
                Put back<span className="govuk-visually-hidden"> {inSentence(title(id))}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {asking && (
        <ConfirmDialog
          title={`Remove ${inSentence(title(asking))}?`}
          confirm="Remove"
          cancel="Keep"
          warning
          onConfirm={() => remove(asking)}
          onCancel={() => setAsking(null)}
        >
          You can put it back here afterwards.
        </ConfirmDialog>
      )}
    </>
  );
}
