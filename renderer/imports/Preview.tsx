import type { ReactNode } from 'react';
import { useState } from 'react';
import { useHost } from '#renderer/app/host.tsx';
import { Button, ButtonGroup, InsetText, Radios, SummaryList } from '#renderer/kit/index.ts';
import type { ImportReport } from '#shared/import-views.ts';
import { count } from '#shared/numbers.ts';
import { accept, discard } from './importing.ts';
import { Problems } from './Problems.tsx';

const list = new Intl.ListFormat('en-GB');
const rows = (number: number) => `${count(number)} ${number === 1 ? 'row' : 'rows'}`;

/** What a file would change, what is wrong with it, and the decision. */
export function Preview({ report }: { report: ImportReport }): ReactNode {
  return (
    <>
      <p className="govuk-body">
        Nothing is imported yet. This is what <strong>{report.file}</strong> holds.
      </p>
      <SummaryList
        rows={[
          { key: 'Rows', value: count(report.rows) },
          { key: 'New', value: count(report.new) },
          {
            key: 'Changed',
            value:
              report.changed > 0 && report.kind === 'visits'
                ? `${count(report.changed)}; each becomes a correction of the report`
                : count(report.changed),
          },
          { key: 'Already here, unchanged', value: count(report.unchanged) },
          { key: 'With problems', value: count(report.bad) },
          report.toCreate.length > 0 && { key: 'Would be made', value: list.format(report.toCreate) },
        ]}
      />
      {report.unknownColumns.length > 0 && (
        <InsetText>
          {report.unknownColumns.length === 1 ? 'This column is' : 'These columns are'} not known and not
          read: {list.format(report.unknownColumns)}.
        </InsetText>
      )}
      {report.problemCount > 0 && <Problems report={report} />}
      <Decision report={report} />
    </>
  );
}

/** With rows that cannot be imported the person chooses; without, one button says what it does. */
function Decision({ report }: { report: ImportReport }): ReactNode {
  const host = useHost();
  const [partial, setPartial] = useState(false);
  const writes = report.new + report.changed > 0 || report.toCreate.length > 0;
  const stop = () => discard(host, report);
  const go = () => accept(host, report);
  if (!writes) {
    return (
      <>
        <p className="govuk-body">
          {report.bad > 0 ? 'No row of it can be imported.' : 'Everything in this file is here already.'}
        </p>
        <Button type="button" onClick={stop}>
          Choose another file
        </Button>
      </>
    );
  }
  if (report.bad === 0) {
    return (
      <ButtonGroup>
        <Button type="button" onClick={go}>
          Import {rows(report.new + report.changed)}
        </Button>
        <Button type="button" kind="secondary" onClick={stop}>
          Do not import
        </Button>
      </ButtonGroup>
    );
  }
  return (
    <>
      <Radios
        name="decision"
        legend="What shall be done with this file?"
        legendSize="m"
        value={partial ? 'partial' : 'nothing'}
        onChange={(event) => setPartial(event.target.value === 'partial')}
        items={[
          { value: 'nothing', text: 'Import nothing', hint: 'Put the file right and try again.' },
          {
            value: 'partial',
            text: `Import the ${report.good === 1 ? 'good row' : `${count(report.good)} good rows`}`,
            hint: `The rejected ${rows(report.bad)} ${report.bad === 1 ? 'is' : 'are'} saved as a file, with the reasons.`,
          },
        ]}
      />
      <Button type="button" onClick={partial ? go : stop}>
        Continue
      </Button>
    </>
  );
}
