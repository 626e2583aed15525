import { type ReactNode, useState } from 'react';
import { useSearch } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { Button, PageHeading, Select } from '#renderer/kit/index.ts';
import { readQuery } from '#renderer/listing/address.ts';
import { claimShows } from '#shared/claim-views.ts';
import { BeginForm } from './BeginForm.tsx';
import { ClaimsTable } from './ClaimsTable.tsx';
import { MinePage } from './MinePage.tsx';
import { stateText } from './words.tsx';

/** The claims of everybody for those who decide on them; to anybody else it shows their own. */
export function ClaimsPage(): ReactNode {
  return useMay('claims.list') ? <Everybodys /> : <MinePage />;
}

const places = [
  ['#/claims/pay', 'Payment: export approved claims'],
  ['#/claims/hours', 'Hours by panel'],
  ['#/claims/mine', 'Your own hours and claims'],
  ['#/settings', 'Settings, where the rates stand'],
] as const;

function Everybodys(): ReactNode {
  const mine = useRead('claims.mine', {}).data;
  const show = readQuery(useSearch()).oneOf('state', claimShows) ?? 'submitted';
  return (
    <>
      <PageHeading>Claims</PageHeading>
      <ul className="govuk-list">
        {places.map(([href, text]) => (
          <li key={href}>
            <a className="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      {mine?.alone && <BeginForm people={mine.people} today={mine.today} />}
      <Select
        label="Show"
        id="state"
        value={show}
        onChange={({ target }) => go(`/claims?state=${target.value}`)}
        options={claimShows.map((value) => ({
          value,
          text: value === 'all' ? 'All claims' : stateText(value),
        }))}
      />
      <Pages key={show} show={show} />
    </>
  );
}

/** A list that goes on from where it ended. */
function Pages({ show, after }: { show: (typeof claimShows)[number]; after?: string }): ReactNode {
  const read = useRead('claims.list', { show, ...(after && { after }) });
  const [more, setMore] = useState(false);
  const { rows, next } = read.data ?? {};
  return (
    <>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {rows && (
        <ClaimsTable
          caption={after ? 'More claims' : 'Claims, the oldest month first'}
          captionHidden
          rows={rows}
          none={show === 'submitted' ? 'No claim waits for a decision.' : 'There is none.'}
        />
      )}
      {next && !more && (
        <Button type="button" kind="secondary" onClick={() => setMore(true)}>
          Show more
        </Button>
      )}
      {next && more && <Pages show={show} after={next} />}
    </>
  );
}
