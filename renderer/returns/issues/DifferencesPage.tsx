import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { dayWords } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { BackLink, PageHeading, Table } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { inSentence } from '#shared/text.ts';
import { issueAddress, prepareAddress } from '../addresses.ts';
import { Reopening } from '../prepare/TakeUpAgain.tsx';
import { issueName } from '../words.ts';
import { MovedFigure } from './MovedFigure.tsx';
import { MovedParts } from './MovedParts.tsx';
import { useIssueAsked } from './useIssue.ts';

/** What an issue would say otherwise by the records of today: figure by figure, down to the records. */
export function DifferencesPage(): ReactNode {
  const asked = useIssueAsked();
  const { key, period, number } = asked;
  const issued = useRead('returns.issue', asked).data;
  const { data, error } = useRead('returns.differences', asked);
  const name = inSentence(issueName(number));
  return (
    <>
      <BackLink href={`#${issueAddress(key, period, number)}`}>What was signed off</BackLink>
      <PageHeading
        key={`${key} ${period} ${number}`}
        caption={issued && `${issued.frozen.definition.name}, ${issued.frozen.result.period.label}, ${name}`}
      >
        What is different by now
      </PageHeading>
      <Failed failure={error} />
      {!data && !error && <Waiting what="Comparing with the records of today…" />}
      {data && (
        <>
          <p className="govuk-body">
            {issued && `Signed off on ${dayWords(issued.frozen.signed.on)}, `}compared with the records of{' '}
            {dayWords(data.asOf)}. What was signed off stays as it is.
          </p>
          {isSame(data) ? (
            <p className="govuk-body">Every figure is what it was signed off as.</p>
          ) : (
            <>
              {data.figures.length > 0 && <Overview figures={data.figures} />}
              {data.figures.map((figure) => (
                <MovedFigure key={figure.measure} figure={figure} />
              ))}
              <MovedParts {...data} />
            </>
          )}
          <Revise {...{ asked }} />
        </>
      )}
    </>
  );
}

/** Whether whole, parts and tables are what they were. */
const isSame = ({ figures, parts, tables }: Output<'returns.differences'>): boolean =>
  figures.length + parts.length + tables.length === 0;

type Figures = Output<'returns.differences'>['figures'];

function Overview({ figures }: { figures: Figures }): ReactNode {
  return (
    <Table
      dense
      caption={`${figures.length === 1 ? 'One figure moved' : `${count(figures.length)} figures moved`}`}
      captionSize="m"
      firstCellIsHeader
      head={[
        'Figure',
        { content: 'Signed off as', numeric: true },
        { content: 'Now', numeric: true },
        { content: 'By how much', numeric: true },
        { content: 'Records', numeric: true },
      ]}
      rows={figures.map(({ measure, title, was, now, by, count: records }) => ({
        key: measure,
        cells: [
          title,
          { content: was.display, numeric: true },
          { content: now.display, numeric: true },
          { content: by, numeric: true },
          { content: count(records), numeric: true },
        ],
      }))}
    />
  );
}

type ReviseProps = { asked: ReturnType<typeof useIssueAsked> };

/** The way to a revision, from the issue that stands. */
function Revise({ asked: { key, period, number } }: ReviseProps): ReactNode {
  const { data } = useRead('returns.prepare', { key, period });
  const may = useMay('returns.reopen');
  if (!data || !may) return null;
  const isLast = data.issues.at(-1)?.number === number;
  const isOut = data.state === 'signed' || data.state === 'published';
  return (
    <section aria-labelledby="revise" className="desk-screen-only">
      <h2 className="govuk-heading-m" id="revise">
        Issue a revision
      </h2>
      {isLast && isOut ? (
        <Reopening of={{ key, period }} onDone={() => go(prepareAddress(key, period))} />
      ) : (
        <p className="govuk-body">
          <a className="govuk-link" href={`#${prepareAddress(key, period)}`}>
            {isLast
              ? 'It is in work again: go on with it'
              : 'A later issue took its place: see where it stands'}
          </a>
        </p>
      )}
    </section>
  );
}
