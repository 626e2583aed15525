import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { dayWords, momentOf } from '#renderer/dates.ts';
import { TakeAway } from '#renderer/files/TakeAway.tsx';
import { BackLink, InsetText, NotificationBanner, PageHeading, SummaryList } from '#renderer/kit/index.ts';
import { Paper } from '#renderer/letters/Paper.tsx';
import { isolated } from '#shared/bidi.ts';
import type { Output } from '#shared/contract.ts';
import { returnPage } from '#shared/returns/document.ts';
import { asIssued, givenOut } from '#shared/returns/given.ts';
import { keptBack } from '#shared/returns/keep-back.ts';
import { inSentence } from '#shared/text.ts';
import { differencesAddress, issueAddress, prepareAddress } from '../addresses.ts';
import { returnForms } from '../ReturnBody.tsx';
import { issueName } from '../words.ts';
import { useIssueAsked } from './useIssue.ts';

/** What was signed off, as it is given out: never worked out again. */
export function IssuePage(): ReactNode {
  const asked = useIssueAsked();
  const { key, period, number } = asked;
  const host = useHost();
  const { data, error } = useRead('returns.issue', asked);
  return (
    <>
      <div className="desk-screen-only">
        <BackLink href={`#${prepareAddress(key, period)}`}>
          {data?.frozen.result.period.label ?? period}
        </BackLink>
        <PageHeading key={`${key} ${period} ${number}`} caption={data?.frozen.definition.name}>
          {data ? `${data.frozen.result.period.label}: ${inSentence(issueName(number))}` : 'Return'}
        </PageHeading>
      </div>
      <Failed failure={error} />
      {!data && !error && <Waiting />}
      {data && (
        <>
          <div className="desk-screen-only">
            <Against asked={asked} />
            <Facts issued={data} />
          </div>
          <TakeAway forms={returnForms} make={(as) => host.call('returns.issueFile', { ...asked, as })} />
          <Paper document={returnPage(givenOut(asIssued(data)))} />
        </>
      )}
    </>
  );
}

type AgainstProps = { asked: ReturnType<typeof useIssueAsked> };

/** Whether another issue took its place, or the records of today say otherwise than it does. */
function Against({ asked: { key, period, number } }: AgainstProps): ReactNode {
  const { data } = useRead('returns.prepare', { key, period });
  const last = data?.issues.at(-1);
  if (!data || !last) return null;
  if (last.number > number)
    return (
      <InsetText>
        <a className="govuk-link" href={`#${issueAddress(key, period, last.number)}`}>
          {issueName(last.number)}
        </a>{' '}
        has taken its place.{' '}
        <a className="govuk-link" href={`#${differencesAddress(key, period, number)}`}>
          See what is different from the records of today
        </a>
      </InsetText>
    );
  if (!data.differs) return <InsetText>Its figures are what the records say today.</InsetText>;
  return (
    <NotificationBanner>
      <p className="govuk-notification-banner__heading">
        Records have changed since it was signed off: some of its figures would be others today.
      </p>
      <p className="govuk-body">
        <a className="govuk-notification-banner__link" href={`#${differencesAddress(key, period, number)}`}>
          See which figures moved, and because of which records
        </a>
      </p>
    </NotificationBanner>
  );
}

/** Who signed it off and as what, and where it went. */
function Facts({ issued: { frozen, issue } }: { issued: Output<'returns.issue'> }): ReactNode {
  const { signed, why, definition, least } = frozen;
  return (
    <SummaryList
      rows={[
        { key: 'Signed off by', value: `${isolated(signed.name)}, ${signed.as}` },
        { key: 'Signed off', value: momentOf(signed.at) },
        why !== null && { key: 'Why it was revised', value: <span className="desk-words">{why}</span> },
        definition.to !== undefined && { key: 'Given to', value: definition.to },
        {
          key: 'Published',
          value: issue.published ? (
            <>
              {dayWords(issue.published.on)}, by {isolated(issue.published.name)}
              <br />
              <span className="desk-words">{issue.published.where}</span>
            </>
          ) : (
            'Not published yet'
          ),
        },
        least !== null && {
          key: 'Small numbers',
          value: `Numbers of people below ${least} are kept back, and with them what they could be worked out from. They stand as ${keptBack}.`,
        },
      ]}
    />
  );
}
