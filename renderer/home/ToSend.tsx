import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { Tag, TaskList } from '#renderer/kit/index.ts';
import { recordAddress } from '#renderer/sync/addresses.ts';
import { shortMoment } from '#renderer/sync/fact.ts';
import { isSent, useSyncStatus, useWaiting } from '#renderer/sync/useSync.ts';
import { sendText, sendWords } from '#renderer/sync/words.ts';
import { count } from '#shared/numbers.ts';

/** So many are named here; the waiting list has them all. */
const shown = 5;

/** What waits to be sent. A store that is its own office receives at once, so there nothing ever waits. */
export function ToSend(): ReactNode {
  const status = useSyncStatus();
  const sent = isSent(status.data);
  const waiting = useWaiting(sent);
  // A draft is among what is unfinished: it waits for its writer.
  const items = waiting.data?.filter(({ state }) => state !== 'draft') ?? [];
  const known = status.data && (!sent || waiting.data);
  return (
    <section aria-labelledby="to-send">
      <h2 className="govuk-heading-m" id="to-send">
        Waiting to be sent
      </h2>
      <Failed failure={status.error ?? waiting.error} />
      {known && items.length === 0 && (
        <p className="govuk-body">Nothing. Every finished report is with the office.</p>
      )}
      {items.length > 0 && (
        <>
          <TaskList
            idPrefix="to-send-item"
            items={items.slice(0, shown).map(({ title, type, of = type, record, state, since }) => ({
              title,
              href: recordAddress(of, record),
              hint: `Since ${shortMoment(since)}`,
              status: <Tag colour={sendWords[state].colour}>{sendText(state, status.data?.now ?? null)}</Tag>,
            }))}
          />
          <p className="govuk-body">
            <a className="govuk-link" href="#/sync">
              {items.length > shown ? `All ${count(items.length)}, and why they wait` : 'Why they wait'}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
