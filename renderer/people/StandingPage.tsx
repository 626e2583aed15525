import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { SaveMade } from '#renderer/files/SaveMade.tsx';
import { ButtonGroup, PageHeading, Table } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { capital } from '#shared/text.ts';
import { PeoplePlaces } from './PeoplePlaces.tsx';
import { StandingTag } from './StandingTag.tsx';

type Standing = Output<'volunteers.standing'>;

/** Everybody who serves, by name, with what keeps a volunteer from serving once it has run out. */
export function StandingPage(): ReactNode {
  const host = useHost();
  const read = useRead('volunteers.standing', {});
  return (
    <>
      <PageHeading>What runs out</PageHeading>
      <PeoplePlaces />
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {read.data && (
        <>
          <Soon {...read.data} />
          <Everybody {...read.data} />
          <div className="desk-screen-only">
            <ButtonGroup>
              <SaveMade make={() => host.call('volunteers.standingFile', {})}>Save as CSV</SaveMade>
            </ButtonGroup>
          </div>
        </>
      )}
    </>
  );
}

const nameLink = (id: string, name: string): ReactNode => (
  <a className="govuk-link" href={`#/people/${id}`}>
    {name}
  </a>
);

function Soon({ soon }: Standing): ReactNode {
  if (soon.length === 0)
    return <p className="govuk-body">Nothing has run out, and nothing will in the next 90 days.</p>;
  return (
    <Table
      dense
      caption="Has run out, or will in the next 90 days"
      head={['Day', 'Name', 'What', 'Where it stands']}
      rows={soon.map(({ id, name, what, until, state }) => ({
        key: `${id} ${what}`,
        cells: [
          { content: dayWords(until), className: 'desk-nowrap' },
          nameLink(id, name),
          what,
          <StandingTag key="stands" state={state} />,
        ],
      }))}
    />
  );
}

function Everybody({ people, needed }: Standing): ReactNode {
  if (people.length === 0) return <p className="govuk-body">Nobody serves yet.</p>;
  return (
    <>
      {needed === 0 && (
        <p className="govuk-body">
          Which training volunteers need is written down under{' '}
          <a className="govuk-link" href="#/settings">
            Settings
          </a>
          .
        </p>
      )}
      <Table
        dense
        caption="Everybody who serves"
        firstCellIsHeader
        head={['Name', 'Panel', 'Volunteer', 'Vetting', 'Accreditation', 'Training', 'Three-year review']}
        rows={people.map((p) => ({
          key: p.id,
          cells: [
            nameLink(p.id, p.name),
            p.panelName ?? '',
            capital(p.status),
            <StandingTag key="vetting" {...p.vetting} />,
            <StandingTag key="accreditation" {...p.accreditation} />,
            <StandingTag key="training" {...p.training} />,
            <StandingTag key="review" {...p.review} />,
          ],
        }))}
      />
    </>
  );
}
