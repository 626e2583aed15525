import { type ReactNode, useState } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { BackLink, PageHeading, Radios } from '#renderer/kit/index.ts';
import { ActionsTable } from './ActionsTable.tsx';

const whose = [
  { value: 'all', text: 'Everybody’s' },
  { value: 'mine', text: 'Mine' },
] as const;

/** Everything that meetings agreed and that is not done, what is owed first in front. */
export function ActionsPage(): ReactNode {
  const [of, setOf] = useState<'mine' | 'all'>('all');
  const { data, error } = useRead('sessions.actions', { whose: of }, { keep: true });
  return (
    <>
      <BackLink href="#/sessions">Training and meetings</BackLink>
      <PageHeading>Open actions</PageHeading>
      <div className="desk-screen-only">
        <Radios
          name="whose"
          legend="Whose"
          legendSize="s"
          inline
          small
          items={whose}
          value={of}
          onChange={({ target }) => setOf(target.value as 'mine' | 'all')}
        />
      </div>
      <Failed failure={error} />
      {!data && !error && <Waiting />}
      {data?.length === 0 && <p className="govuk-body">Nothing is open.</p>}
      {data && data.length > 0 && <ActionsTable caption="Agreed and not done" actions={data} />}
    </>
  );
}
