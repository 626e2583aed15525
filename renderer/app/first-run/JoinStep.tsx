import type { ReactNode } from 'react';
import {
  BackLink,
  Button,
  ErrorSummary,
  PageHeading,
  SendForm,
  Status,
  SummaryList,
} from '#renderer/kit/index.ts';
import { sentence } from '#shared/errors.ts';
import type { Making, StepProps } from './FirstRun.tsx';

/** What will happen, before anything does: with a code the office is asked, a file needs no network. */
export function JoinStep({ answers, caption, back, make, busy, failure }: StepProps & Making): ReactNode {
  const byFile = answers.beginning === 'file';
  return (
    <SendForm send={make}>
      <BackLink onClick={back}>Back</BackLink>
      {failure && <ErrorSummary key={sentence(failure)} errors={[{ text: sentence(failure) }]} />}
      <PageHeading caption={caption}>Join your office</PageHeading>
      <p className="govuk-body">
        {byFile
          ? 'The invitation file has all that is needed. Where there is no network now, the office is told when this laptop is next online.'
          : 'ICV Desk asks the office now whether the code is good, so this laptop has to be online.'}
      </p>
      <p className="govuk-body">
        The office sends what you may see, and you can practise with a report that goes nowhere at any time.
      </p>
      {!byFile && (
        <SummaryList
          className="desk-narrow"
          rows={[
            { key: 'Address of the office', value: <span className="desk-path">{answers.hub}</span> },
            { key: 'Invitation code', value: <span className="desk-path">{answers.code}</span> },
          ]}
        />
      )}
      <Status message={busy ? 'Joining…' : undefined} />
      <Button>{busy ? 'Joining…' : 'Join the office'}</Button>
    </SendForm>
  );
}
