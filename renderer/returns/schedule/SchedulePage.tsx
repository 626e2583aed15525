import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { Details, PageHeading, Table } from '#renderer/kit/index.ts';
import type { ScheduledReturn } from '#shared/calls/return-life.ts';
import type { Output } from '#shared/contract.ts';
import { issueAddress, namedAddress } from '../addresses.ts';
import { ReturnsPage } from '../ReturnsPage.tsx';
import { rhythmWords } from '../words.ts';
import { AnyPeriod } from './AnyPeriod.tsx';
import { DueTable } from './DueTable.tsx';

/** What is due and which returns the office makes; whoever makes none reads the figures of any period here. */
export function SchedulePage(): ReactNode {
  return useMay('returns.schedule') ? <Schedule /> : <ReturnsPage />;
}

function Schedule(): ReactNode {
  const due = useRead('returns.schedule', {});
  const all = useRead('returns.schedule', { show: 'all' });
  const named = useRead('returns.named', {});
  const error = due.error ?? all.error ?? named.error;
  const isWhole = due.data && named.data && all.data;
  return (
    <>
      <PageHeading>Returns</PageHeading>
      <Failed failure={error} />
      {!error && !isWhole && <Waiting />}
      {due.data && <Due due={due.data} />}
      {named.data && all.data && <Named named={named.data} all={all.data} />}
      {/* Nothing moves away under whoever has come to it. */}
      {(isWhole || error) && <AnyPeriod />}
    </>
  );
}

function Due({ due }: { due: readonly ScheduledReturn[] }): ReactNode {
  const today = useSession().data?.today ?? '';
  const [ended, running] = [
    due.filter(({ period }) => period.to < today),
    due.filter(({ period }) => period.to >= today),
  ];
  return (
    <section aria-labelledby="returns-due">
      <h2 className="govuk-heading-m" id="returns-due">
        What is due
      </h2>
      {ended.length === 0 ? (
        <p className="govuk-body">No return for a period that has ended is outstanding.</p>
      ) : (
        <DueTable caption="Returns of periods that have ended" rows={ended} />
      )}
      {running.length > 0 && (
        <Details summary="Returns of periods that still run">
          <DueTable caption="Returns of periods that still run" rows={running} />
        </Details>
      )}
    </section>
  );
}

type NamedProps = { named: Output<'returns.named'>; all: readonly ScheduledReturn[] };

/** The returns by name, each with what was last given out of it. */
function Named({ named, all }: NamedProps): ReactNode {
  const may = useMay('returns.define');
  return (
    <section aria-labelledby="returns-named">
      <h2 className="govuk-heading-m" id="returns-named">
        The returns of the office
      </h2>
      <Table
        dense
        caption="Returns by name"
        captionHidden
        firstCellIsHeader
        head={['Return', 'To', 'How often', 'Last issue']}
        rows={named
          .filter(({ retired }) => !retired)
          .map(({ key, name, to, every }) => ({
            key,
            cells: [
              <a key="name" className="govuk-link" href={`#${namedAddress(key)}`}>
                {name}
              </a>,
              to ?? '',
              rhythmWords[every],
              <LastIssue key="last" of={all.filter((one) => one.key === key)} />,
            ],
          }))}
      />
      {may && (
        <p className="govuk-body desk-screen-only">
          <a className="govuk-link" href="#/settings/returns">
            Change what the returns consist of, or make another
          </a>
        </p>
      )}
    </section>
  );
}

function LastIssue({ of }: { of: readonly ScheduledReturn[] }): ReactNode {
  const last = of
    .filter(({ issues }) => issues > 0)
    .toSorted((a, b) => b.period.to.localeCompare(a.period.to))[0];
  if (!last) return 'None yet';
  const { key, period, issues } = last;
  return (
    <a className="govuk-link" href={`#${issueAddress(key, period.id, issues - 1)}`}>
      {period.label}
      {issues > 1 && `, revision ${issues - 1}`}
      <span className="govuk-visually-hidden">, {last.name}</span>
    </a>
  );
}
