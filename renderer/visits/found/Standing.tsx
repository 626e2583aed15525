import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { Details } from '#renderer/kit/index.ts';
import type { StandingConcern } from '#shared/forms/found.ts';
import { capital } from '#shared/text.ts';

/** What a concern is called where its words stand beside it. */
export const titleOf = ({ reference, area }: StandingConcern): string =>
  reference ? `${reference}: ${area}` : capital(area);

/** What was raised, when, and what the police answered. */
export function Standing({ concern }: { concern: StandingConcern }): ReactNode {
  const { raisedOn, matter, answer } = concern;
  return (
    <>
      <p className="govuk-body">
        Raised on {dayWords(raisedOn)}: <span className="desk-words">{matter}</span>
      </p>
      {answer ? (
        <Details summary={`What the police answered on ${dayWords(answer.on)}`}>
          <p className="govuk-body desk-words">
            {answer.from}: {answer.words}
          </p>
        </Details>
      ) : (
        <p className="govuk-body">The police have not answered yet.</p>
      )}
    </>
  );
}
