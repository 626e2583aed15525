import type { ReactNode } from 'react';
import { Button, ButtonGroup, Panel } from '#renderer/kit/index.ts';
import type { ImportKind, ImportReport } from '#shared/import-views.ts';
import { count } from '#shared/numbers.ts';
import { startAgain } from './importing.ts';

/** Where what was imported can be seen. */
const places: Readonly<Record<ImportKind, { href: string; text: string }>> = {
  suites: { href: '#/suites', text: 'See the suites' },
  volunteers: { href: '#/people', text: 'See the people' },
  throughput: { href: '#/throughput', text: 'See the throughput' },
  visits: { href: '#/visits', text: 'See the visits' },
  reviews: { href: '#/reviews', text: 'See the reviews' },
  correspondence: { href: '#/cases', text: 'See the correspondence' },
};

interface DoneProps {
  report: ImportReport;
  rows: number;
  /** Whether rows were left out and saved as a file. */
  rejected: boolean;
}

export function Done({ report, rows, rejected }: DoneProps): ReactNode {
  return (
    <>
      <Panel headingLevel={2} title={`${count(rows)} ${rows === 1 ? 'row' : 'rows'} imported`}>
        from {report.file}
      </Panel>
      <p className="govuk-body">
        {count(report.new)} new, {count(report.changed)} changed, {count(report.unchanged)} already here.
      </p>
      {rejected && (
        <p className="govuk-body">
          {count(report.bad)} rejected: they are in the file <strong>rejected-{report.file}</strong>, with the
          reasons. Put them right and import that file.
        </p>
      )}
      <ButtonGroup>
        <Button type="button" onClick={startAgain}>
          Import another file
        </Button>
        <a className="govuk-link" href={places[report.kind].href}>
          {places[report.kind].text}
        </a>
      </ButtonGroup>
    </>
  );
}
