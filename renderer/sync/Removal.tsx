import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { AskFirst } from '#renderer/editing/AskFirst.tsx';
import { NotificationBanner } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';

/** More than is usual would go from this laptop at once: nothing has gone, and somebody is asked. */
export function Removal({ removes, of }: { removes: number; of: number }): ReactNode {
  const allow = useWrite('sync.allowRemoval');
  const some = `${count(removes)} of ${count(of)} records`;
  return (
    <NotificationBanner title="Is this right?" titleId="removal">
      <p className="govuk-notification-banner__heading">
        The office says that {some} here are not yours to see any more.
      </p>
      <p className="govuk-body">
        That is more than is usual, so ICV Desk has taken nothing away and has stopped receiving. If you moved
        to another panel or left a role, it is right. If you do not know why, ring the office first: leaving
        it as it is does no harm, and what you wrote yourself and is not sent stays in either case.
      </p>
      <Failed failure={allow.failure} />
      <AskFirst
        text="Let them go"
        disabled={allow.busy}
        title={`Let ${some} go from this laptop?`}
        confirm="Yes, let them go"
        cancel="No, keep them"
        warning
        onConfirm={async () => {
          const answer = await allow.run({});
          if (answer.ok) say('They go from this laptop. The office still has them.');
        }}
      >
        <p>The office keeps them. They come back if they are yours to see again.</p>
      </AskFirst>
    </NotificationBanner>
  );
}
