import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { dayWords, momentOf, monthWords } from '#renderer/dates.ts';
import { SaveMade } from '#renderer/files/SaveMade.tsx';
import { BackLink, ButtonGroup, ButtonLink, PageHeading, SummaryList, Table } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Output } from '#shared/contract.ts';
import { ComeBack } from './ComeBack.tsx';

const standings = { answered: 'Answered', waiting: 'Waiting', silent: 'Silent' } as const;

/** One sheet: how it goes out, what became of each row, and the file that comes back. */
export function SheetPage(): ReactNode {
  const { id = '' } = useParams();
  const host = useHost();
  const { data, error } = useRead('sheets.get', { id });
  if (error) return <Failed failure={error} />;
  if (!data) return <Waiting />;
  const { sheet, suite, rows, names } = data;
  const silent = rows.filter(({ standing }) => standing === 'silent').length;
  const file = (as: 'xlsx' | 'docx' | 'mail') => () => host.call('sheets.file', { id, as });
  return (
    <>
      <BackLink href="#/concerns/sheets">Monthly sheets</BackLink>
      <PageHeading caption={suite}>Sheet for {monthWords(sheet.month)}</PageHeading>
      <SummaryList
        rows={[
          {
            key: 'Went out',
            value: `${dayWords(sheet.on)}${names[sheet.by] ? ` by ${isolated(names[sheet.by] ?? '')}` : ''}`,
          },
          { key: 'Answers by', value: dayWords(sheet.due) },
          {
            key: 'Answered',
            value: `${rows.filter(({ standing }) => standing === 'answered').length} of ${sheet.rows.length}`,
          },
          silent > 0 && {
            key: 'Silent',
            value: `${silent} of ${sheet.rows.length} not answered by their day; the next sheet asks again`,
          },
        ]}
      />
      <h2 className="govuk-heading-m">Send it out</h2>
      <ButtonGroup>
        <SaveMade make={file('mail')}>Save as mail with the workbook</SaveMade>
        <SaveMade make={file('xlsx')}>Save as workbook</SaveMade>
        <SaveMade make={file('docx')}>Save as Word document</SaveMade>
        <ButtonLink kind="secondary" href={`#/concerns/sheets/${id}/paper`}>
          Print
        </ButtonLink>
      </ButtonGroup>
      <ComeBack id={id} rows={rows} />
      <Rows rows={rows} />
      {sheet.returns.length > 0 && (
        <>
          <h2 className="govuk-heading-m">What came back</h2>
          <ul className="govuk-list govuk-list--bullet">
            {sheet.returns.map((one) => (
              <li key={one.id}>
                {one.file}, {momentOf(one.at)}
                {names[one.by] ? `, ${isolated(names[one.by] ?? '')}` : ''}:{' '}
                {one.accepted.length === 1 ? 'one answer' : `${one.accepted.length} answers`} taken
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Rows({ rows }: { rows: Output<'sheets.get'>['rows'] }): ReactNode {
  return (
    <Table
      dense
      caption="What it asks"
      head={['Number', 'What was raised', 'Where it stands', 'Answer']}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <a key="number" className="govuk-link" href={`#/concerns/${row.id}`}>
            {row.reference}
          </a>,
          { content: row.matter, className: 'desk-words' },
          standings[row.standing],
          { content: row.answer ?? '', className: 'desk-words' },
        ],
      }))}
    />
  );
}
