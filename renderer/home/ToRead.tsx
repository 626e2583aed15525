import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useMay } from '#renderer/editing/useMay.ts';
import { TaskList } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';

/** For the office: reports that nobody has read, and answers to its queries. */
export function ToRead(): ReactNode {
  const reads = useMay('visits.readThrough');
  const waiting = useRead('visits.waiting', {}, { wanted: reads });
  if (!reads) return null;
  const { unread = 0, answered = 0 } = waiting.data ?? {};
  return (
    <section aria-labelledby="to-read">
      <h2 className="govuk-heading-m" id="to-read">
        For the office to read
      </h2>
      <Failed failure={waiting.error} />
      {waiting.data && unread + answered === 0 && <p className="govuk-body">Everything is read.</p>}
      {unread + answered > 0 && (
        <TaskList
          idPrefix="to-read-item"
          items={[
            unread > 0 && {
              title: 'Reports not read yet',
              href: '#/visits?show=unread',
              status: count(unread),
            },
            answered > 0 && {
              title: 'Answers to queries',
              href: '#/visits?show=answered',
              status: count(answered),
            },
          ]}
        />
      )}
    </section>
  );
}
