import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { Tag, TaskList } from '#renderer/kit/index.ts';
import { isSent, useSyncStatus, useWaiting } from '#renderer/sync/useSync.ts';
import { unsentOf, whereIs } from '#renderer/visits/list/where.ts';
import { visitName } from '#renderer/visits/words.ts';

/** Drafts, the newest first. A long list goes on in the list of visits. */
export function Unfinished(): ReactNode {
  const drafts = useRead('visits.list', { filter: { show: 'unfinished' }, limit: 10 });
  const { next } = drafts.data ?? {};
  const sent = isSent(useSyncStatus().data);
  const unsent = unsentOf(useWaiting(sent).data ?? []);
  // What is ready is among what waits to be sent.
  const rows = drafts.data?.rows.filter(({ state }) => state !== 'ready') ?? [];
  return (
    <section aria-labelledby="unfinished">
      <h2 className="govuk-heading-m" id="unfinished">
        Unfinished
      </h2>
      <Failed failure={drafts.error} />
      {drafts.data && rows.length === 0 && <p className="govuk-body">No report is unfinished.</p>}
      {rows.length > 0 && (
        <TaskList
          idPrefix="unfinished-item"
          items={rows.map((row) => {
            const { text, colour } = whereIs(row, unsent);
            return {
              title: visitName(row.suite, row.date),
              href: `#/visits/${row.id}/edit`,
              status: <Tag colour={colour}>{text}</Tag>,
            };
          })}
        />
      )}
      {next && (
        <p className="govuk-body">
          <a className="govuk-link" href="#/visits?show=unfinished">
            All unfinished reports
          </a>
        </p>
      )}
    </section>
  );
}
