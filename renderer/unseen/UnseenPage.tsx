import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { InsetText, PageHeading, WarningText } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';

type Page = Output<'unseen.get'>;

/**
 * What past visits have not seen, for the coordinator's eyes: it schedules nothing, is in no file and is not printed,
 * since a sheet of paper could tell custody where nobody comes.
 */
export function UnseenPage(): ReactNode {
  const page = useRead('unseen.get', {});
  return (
    <>
      <PageHeading>What we have not seen</PageHeading>
      <div className="desk-screen-only">
        <WarningText>
          For the coordinator alone. It plans no visit. Do not pass it on: visits are unannounced, and whoever
          knows where nobody goes could guess where nobody will come.
        </WarningText>
        <Failed failure={page.error} />
        {page.data ? <Sentences page={page.data} /> : !page.error && <Waiting what="Looking back…" />}
      </div>
      <p className="desk-print-only">This page is read on the screen and is not printed.</p>
    </>
  );
}

function Sentences({ page }: { page: Page }): ReactNode {
  const { sentences, against, cannotSay, today } = page;
  return (
    <>
      <h2 className="govuk-heading-m">Suites, hours and people least seen</h2>
      <p className="govuk-body">
        The longest first. A suite without a visit stands here after 4 weeks; hours, days, children and women
        and girls after 8.
      </p>
      {sentences.length === 0 && <InsetText>Nothing has been left unseen for so long.</InsetText>}
      <ul className="govuk-list govuk-list--spaced">
        {sentences.map((one) => (
          <li key={one.key}>
            <strong>{one.text}</strong>
            <br />
            <Behind one={one} today={today} />
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">Against the force’s figures</h2>
      <p className="govuk-body">
        Over the last twelve months: suites with a smaller share of the visits than of the people detained;
        children, and women and girls, of whom fewer than one in twenty was spoken to.
      </p>
      {against.length === 0 && <InsetText>No suite stands out, or the force has given no figures.</InsetText>}
      <ul className="govuk-list govuk-list--spaced">
        {against.map((one) => (
          <li key={one.key}>
            {one.text}
            <br />
            <a className="govuk-link" href={`#${visitsOf(one.suite, one.from, one.to)}`}>
              The suite’s visits of these months
            </a>
            {' · '}
            <a className="govuk-link" href="#/throughput">
              The force’s figures
            </a>
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">What the numbers cannot say</h2>
      <ul className="govuk-list govuk-list--bullet">
        {cannotSay.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}

const visitsOf = (suite: string, from: string, to: string): string =>
  `/visits?${new URLSearchParams({ suite, from, to, show: 'received' })}`;

/** The last record that was such, and the emptiness since: the visits of these weeks, none of which was. */
function Behind({ one, today }: { one: Page['sentences'][number]; today: string }): ReactNode {
  const { last, visits, since, suite } = one;
  return (
    <>
      {last ? (
        <>
          The last was{' '}
          <a className="govuk-link" href={`#/visits/${last.id}`}>
            {[last.reference, `of ${dayWords(last.date)}`].filter(Boolean).join(' ')}
          </a>
          .{' '}
        </>
      ) : (
        'There is none in the time looked at. '
      )}
      {visits > 0 ? (
        <a className="govuk-link" href={`#${visitsOf(suite, since, today)}`}>
          {visits === 1 ? 'The other visit since' : `The ${count(visits)} other visits since`}
        </a>
      ) : (
        'The suite had no other visit since.'
      )}
    </>
  );
}
