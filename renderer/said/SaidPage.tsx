import type { ReactNode } from 'react';
import { useLocation, useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { InsetText, PageHeading, Select, Table } from '#renderer/kit/index.ts';
import { saidCells, saidHeads } from '#shared/concerns/said.ts';
import type { Output } from '#shared/contract.ts';
import { LeftOut } from './LeftOut.tsx';
import { SaidFiles } from './SaidFiles.tsx';

/** You said, they did, we checked: what came of the concerns of a suite in a quarter, as it may be published. */
export function SaidPage(): ReactNode {
  const begin = useRead('said.begin', {});
  const asked = useParams<{ suite?: string; quarter?: string }>();
  const suite = asked.suite ?? begin.data?.suites[0]?.id;
  const quarter = asked.quarter ?? begin.data?.latest;
  const page = useRead(
    'said.get',
    { suite: suite ?? '', period: quarter ?? '' },
    { wanted: suite !== undefined && quarter !== undefined, keep: true },
  );
  return (
    <>
      <PageHeading caption={page.data && `${page.data.suite}, ${page.data.period.label}`}>
        You said, they did, we checked
      </PageHeading>
      <Failed failure={begin.error ?? page.error} />
      {begin.data && suite && quarter && <Chosen begin={begin.data} suite={suite} quarter={quarter} />}
      {begin.data?.suites.length === 0 && <p className="govuk-body">There are no suites yet.</p>}
      {page.data && suite && quarter ? (
        <Page page={page.data} suite={suite} quarter={quarter} />
      ) : (
        !begin.error && !page.error && begin.data?.suites.length !== 0 && <Waiting />
      )}
    </>
  );
}

interface ChosenProps {
  begin: Output<'said.begin'>;
  suite: string;
  quarter: string;
}

function Chosen({ begin, suite, quarter }: ChosenProps): ReactNode {
  const [, go] = useLocation();
  const quarters = begin.quarters.some(({ id }) => id === quarter)
    ? begin.quarters
    : [{ id: quarter, label: quarter }, ...begin.quarters];
  return (
    <div className="desk-said__choice desk-screen-only">
      <Select
        id="said-suite"
        label="Suite"
        value={suite}
        options={begin.suites.map(({ id, name }) => ({ value: id, text: name }))}
        onChange={(event) => go(`/concerns/said/${event.target.value}/${quarter}`)}
      />
      <Select
        id="said-quarter"
        label="Quarter"
        value={quarter}
        options={quarters.map(({ id, label }) => ({ value: id, text: label }))}
        onChange={(event) => go(`/concerns/said/${suite}/${event.target.value}`)}
      />
    </div>
  );
}

function Page({
  page,
  suite,
  quarter,
}: {
  page: Output<'said.get'>;
  suite: string;
  quarter: string;
}): ReactNode {
  return (
    <>
      <LeftOut page={page} />
      {page.rows.length === 0 ? (
        <InsetText>No concern of this quarter is worded for publication.</InsetText>
      ) : (
        <Table
          dense
          className="desk-said"
          caption={`${page.suite}, ${page.period.label}`}
          captionHidden
          firstCellIsHeader
          head={[...saidHeads]}
          rows={page.rows.map((row) => ({ key: row.id, cells: saidCells(row) }))}
        />
      )}
      <p className="govuk-body-s">
        {page.body}. Days are calendar days from the first letter to the answer. Concerns stand in the quarter
        in which they were raised, and again in one in which they came back.
      </p>
      <SaidFiles suite={suite} period={quarter} />
    </>
  );
}
