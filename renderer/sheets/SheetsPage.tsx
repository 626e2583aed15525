import { type FormEvent, type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords, monthWords } from '#renderer/dates.ts';
import { BackLink, Button, PageHeading, Select, Table } from '#renderer/kit/index.ts';
import { monthsAround } from './months.ts';

/** The monthly sheets: which went out, what came back, where nobody answered; and making the next. */
export function SheetsPage(): ReactNode {
  const sheets = useRead('sheets.list', {});
  const { data } = sheets;
  return (
    <>
      <BackLink href="#/concerns">Concerns</BackLink>
      <PageHeading>Monthly sheets</PageHeading>
      <p className="govuk-body">
        The police have no account here. Each month a sheet asks a suite about the concerns that await an
        answer; it goes out by mail and comes back filled in.
      </p>
      <Failed failure={sheets.error} />
      <Begin />
      <h2 className="govuk-heading-m">Sheets that went out</h2>
      {!data && !sheets.error && <Waiting />}
      {data?.length === 0 && <p className="govuk-body">None yet.</p>}
      {data && data.length > 0 && (
        <Table
          dense
          caption="Sheets that went out"
          captionHidden
          head={[
            'Month',
            'Suite',
            'Answer by',
            { content: 'Asked', numeric: true },
            { content: 'Answered', numeric: true },
            { content: 'Silent', numeric: true },
          ]}
          rows={data.map((sheet) => ({
            key: sheet.id,
            cells: [
              <a key="month" className="govuk-link" href={`#/concerns/sheets/${sheet.id}`}>
                {monthWords(sheet.month)}
                <span className="govuk-visually-hidden">, {sheet.suite}</span>
              </a>,
              sheet.suite,
              dayWords(sheet.due),
              { content: sheet.rows, numeric: true },
              { content: sheet.answered, numeric: true },
              { content: sheet.silent, numeric: true },
            ],
          }))}
        />
      )}
    </>
  );
}

/** For which suite and month a sheet is looked at before it is made. */
function Begin(): ReactNode {
  const [, go] = useLocation();
  const session = useRead('session.get', {}).data;
  const suites = useRead('suites.list', {});
  const [chosen, setChosen] = useState<{ suite?: string; month?: string }>({});
  if (!session || !suites.data) return <Waiting />;
  const suite = chosen.suite ?? suites.data[0]?.id;
  const month = chosen.month ?? session.today.slice(0, 7);
  if (!suite) return <p className="govuk-body">There is no suite yet.</p>;
  const begin = (event: FormEvent) => {
    event.preventDefault();
    go(`/concerns/sheets/new/${suite}/${month}`);
  };
  return (
    <form aria-label="A new sheet" className="desk-in-row" onSubmit={begin}>
      <Select
        id="suite"
        label="Suite"
        value={suite}
        onChange={({ target }) => setChosen({ ...chosen, suite: target.value })}
        options={suites.data.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <Select
        id="month"
        label="Month"
        value={month}
        onChange={({ target }) => setChosen({ ...chosen, month: target.value })}
        options={monthsAround(session.today).map((value) => ({ value, text: monthWords(value) }))}
      />
      <Button>Look at what it would ask</Button>
    </form>
  );
}
