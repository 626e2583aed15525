import { type ReactNode, useState } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { momentOf } from '#renderer/dates.ts';
import { Details } from '#renderer/kit/index.ts';

const first = 50;

/** What was sent and received lately, a line for each, the newest first. */
export function SyncLog(): ReactNode {
  const [limit, setLimit] = useState(first);
  const log = useRead('sync.log', { limit }, { keep: true });
  const lines = log.data ?? [];
  return (
    <Details summary="What was sent and received lately">
      <Failed failure={log.error} />
      {!log.data && !log.error && <Waiting />}
      {log.data && lines.length === 0 && <p className="govuk-body">Nothing yet.</p>}
      <ol className="govuk-list desk-log">
        {lines.map(({ at, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same to the letter
          <li key={index}>
            <time dateTime={at}>{momentOf(at)}</time> {text}
          </li>
        ))}
      </ol>
      {lines.length === limit && limit === first && (
        <button type="button" className="desk-link-button" onClick={() => setLimit(1_000)}>
          Show more
        </button>
      )}
    </Details>
  );
}
