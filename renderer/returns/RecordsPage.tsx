import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { BackLink, PageHeading, Pagination, Table } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { dimensionsOf, type ReturnKind } from '#shared/views.ts';
import {
  checkOf,
  type Group,
  keyOf,
  recordsAddress,
  returnAddress,
  returnOf,
  type Told,
} from './addresses.ts';
import { CheckRecords } from './CheckRecords.tsx';
import { placeOf } from './recordPlaces.ts';

/** The records behind a figure of a return, or behind one of its checks. */
export function RecordsPage(): ReactNode {
  const { period = '', measure = '' } = useParams<{ period: string; measure: string }>();
  const [search] = useSearchParams();
  const within = search.get('within') ?? undefined;
  const told = { period, of: returnOf(search), key: keyOf(search), within };
  const check = checkOf(measure);
  if (check !== undefined) return <CheckRecords told={told} check={check} />;
  return <FigureRecordsPage told={told} measure={measure} />;
}

type FigureRecordsPageProps = { told: Told & { of: ReturnKind }; measure: string };

/** The records behind one figure, and what each adds to it. */
function FigureRecordsPage({ told, measure }: FigureRecordsPageProps): ReactNode {
  const { period, of } = told;
  const [search] = useSearchParams();
  const by = dimensionsOf[of].find((one) => one === search.get('by'));
  const key = search.get('key');
  const after = search.get('after');
  const group: Group | undefined = by && key !== null ? { by, key } : undefined;
  const { data, error } = useRead(
    'returns.records',
    { return: of, period, measure, ...group, ...(after !== null && { after }) },
    { keep: true },
  );
  return (
    <>
      <BackLink href={`#${returnAddress({ ...told, period: told.within ?? period }, by)}`}>
        Back to the return
      </BackLink>
      <PageHeading key={`${measure} ${after}`} caption={`Records behind a figure, ${period}`}>
        {data ? [data.title, group?.key].filter(Boolean).join(', ') : 'Records behind a figure'}
      </PageHeading>
      <Failed failure={error} />
      {data ? (
        <>
          <p className="govuk-body">{data.definition}</p>
          <Records data={data} first={after === null} />
          {data.kept !== undefined && data.kept > 0 && (
            <p className="govuk-body">
              Confidential: {count(data.kept)} {data.kept === 1 ? 'case' : 'cases'}, counted in the figure and
              seen only by those named.
            </p>
          )}
          <Pagination
            aria-label="Pages of records"
            previous={
              after !== null && { text: 'First page', href: `#${recordsAddress(told, measure, group)}` }
            }
            next={
              data.next !== null && {
                text: 'Next page',
                href: `#${recordsAddress(told, measure, group, data.next)}`,
              }
            }
          />
        </>
      ) : (
        !error && <Waiting />
      )}
    </>
  );
}

function Records({ data, first }: { data: Output<'returns.records'>; first: boolean }): ReactNode {
  const { rows, total, next, kept = 0 } = data;
  if (total === 0 && kept > 0) return null;
  if (total === 0) return <p className="govuk-body">No records stand behind this figure.</p>;
  const isShare = rows.some((row) => row.of !== null);
  const all = first && next === null;
  return (
    <Table
      dense
      caption={`${count(total)} ${total === 1 ? 'record' : 'records'}${all ? '' : `, ${rows.length} on this page`}`}
      captionSize="s"
      firstCellIsHeader
      head={[
        'Record',
        'Date',
        { content: isShare ? 'Adds to the numerator' : 'Adds to the figure', numeric: true },
        ...(isShare ? [{ content: 'Adds to the denominator', numeric: true }] : []),
      ]}
      rows={rows.map((row) => ({
        key: `${row.type} ${row.id} ${row.date}`,
        cells: [
          <a key="record" className="govuk-link" href={`#${placeOf(row)}`}>
            {row.title}
          </a>,
          row.date === null ? '' : dayWords(row.date),
          { content: row.value === null ? 'not known' : count(row.value), numeric: true },
          ...(isShare ? [{ content: row.of === null ? 'not known' : count(row.of), numeric: true }] : []),
        ],
      }))}
    />
  );
}
