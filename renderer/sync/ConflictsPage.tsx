import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { NotificationBanner, PageHeading, Status } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import type { Contested } from '#shared/sync/views.ts';
import { ConflictForm } from './ConflictForm.tsx';

/** Questions that people answered differently, one after the other; those of one record where the address names it. */
export function ConflictsPage(): ReactNode {
  const [params] = useSearchParams();
  const record = params.get('record');
  const conflicts = useRead('sync.conflicts', record ? { record } : {});
  const [settled, setSettled] = useState<Contested>();
  const all = conflicts.data ?? [];
  const left = all.length === 1 ? 'One question' : `${count(all.length)} questions`;
  return (
    <>
      <PageHeading>Different answers to one question</PageHeading>
      <Failed failure={conflicts.error} />
      {!conflicts.data && !conflicts.error && <Waiting />}
      {settled && (
        <NotificationBanner key={settled.id} type="success" title="Settled" titleId="settled">
          <p className="govuk-notification-banner__heading">{settled.question}</p>
          <p className="govuk-body">
            Your choice goes to the office with the next sending, and everybody then sees it. The other
            answers stay in the history. If somebody has written yet another one meanwhile, you are asked
            again.
          </p>
        </NotificationBanner>
      )}
      <Status message={conflicts.data && !settled ? `${left} to settle` : undefined} />
      {conflicts.data && all.length === 0 && (
        <p className="govuk-body">
          {settled ? 'Nothing is left to settle.' : 'There are none. Nothing has to be settled.'}
        </p>
      )}
      {all.length > 0 && (
        <>
          <p className="govuk-body">
            Each question below was answered by more than one person, without knowing of each other. Every
            answer is kept. Choose which one stands.
          </p>
          {all.map((contested) => (
            <ConflictForm key={contested.id} contested={contested} onSettled={() => setSettled(contested)} />
          ))}
        </>
      )}
    </>
  );
}
