import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { AskFirst } from '#renderer/editing/AskFirst.tsx';
import { Card, SummaryList, Tag } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import type { SyncStatus, WaitingItem } from '#shared/sync/views.ts';
import { recordAddress } from './addresses.ts';
import { shortMoment } from './fact.ts';
import { sendText, sendWords, whyWords } from './words.ts';

/** So many stand on the page at once; more are asked for. */
const step = 50;

type WaitingListProps = { items: readonly WaitingItem[]; status: SyncStatus };

/** Each change that waits, what needs somebody first. */
export function WaitingList({ items, status }: WaitingListProps): ReactNode {
  const [shown, setShown] = useState(step);
  const needs = (item: WaitingItem) => (item.state === 'attention' ? 0 : 1);
  const sorted = [...items].sort((a, b) => needs(a) - needs(b) || a.since.localeCompare(b.since));
  return (
    <section aria-labelledby="waiting-list">
      <h2 className="govuk-heading-m" id="waiting-list">
        {items.length === 0 ? 'Nothing waits' : `${count(items.length)} waiting`}
      </h2>
      {items.length === 0 && (
        <p className="govuk-body">
          The office has everything that was sent from here. A draft goes to the other visitor alone once its
          leaving time is filled in, and to the office once it is made ready.
        </p>
      )}
      {sorted.slice(0, shown).map((item) => (
        <Item key={item.change} item={item} status={status} />
      ))}
      {sorted.length > shown && (
        <p className="govuk-body">
          <button type="button" className="desk-link-button" onClick={() => setShown(shown + step)}>
            Show {count(Math.min(step, sorted.length - shown))} more
          </button>
        </p>
      )}
    </section>
  );
}

function Item({ item, status }: { item: WaitingItem; status: SyncStatus }): ReactNode {
  const { type, of = type, record, title, state, since, lastTry, why, open } = item;
  const href = recordAddress(of, record);
  const words = sendText(state, status.now);
  return (
    <Card
      title={title}
      headingLevel={3}
      className="desk-narrow"
      actions={href ? [{ text: 'Open', href }] : []}
    >
      <SummaryList
        rows={[
          { key: 'Where it is', value: <Tag colour={sendWords[state].colour}>{words}</Tag> },
          { key: 'Waits since', value: shortMoment(since) },
          { key: 'Last tried', value: lastTry ? shortMoment(lastTry) : 'Not yet' },
          {
            key: 'Why',
            value: state === 'draft' ? 'It goes once it is made ready.' : whyWords(why, status.connection),
          },
        ]}
      />
      {((open && state === 'ready') || (state === 'attention' && type !== 'file')) && (
        <TakeBack item={item} />
      )}
    </Card>
  );
}

/** Possible until sending begins, or where the office said no. After that there are only corrections. */
function TakeBack({ item }: { item: WaitingItem }): ReactNode {
  const back = useWrite('sync.takeBack');
  return (
    <>
      <Failed failure={back.failure} />
      <AskFirst
        text="Take it back"
        disabled={back.busy}
        title={`Take back “${item.title}”?`}
        confirm="Yes, take it back"
        cancel="No, leave it"
        warning
        onConfirm={async () => {
          const answer = await back.run({ change: item.change });
          if (answer.ok) say('Taken back. What it said is kept in the history of the record.');
        }}
      >
        <p>The office does not get it. Its words are kept in the history of the record on this laptop.</p>
      </AskFirst>
    </>
  );
}
