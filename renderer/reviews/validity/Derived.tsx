import type { ReactNode } from 'react';
import { SummaryList, Tag } from '#renderer/kit/index.ts';
import { inTimeNote } from '#shared/reviews/in-time.ts';
import { capital } from '#shared/text.ts';
import { Explained } from '../Clocks.tsx';
import type { ReviewShown } from '../parts.ts';
import { resultWords } from '../words.tsx';

/** What is never typed: which body decides follows from seven answers, and whether it came in time from its dates. */
export function Derived({ shown: { review, validity, inTime } }: { shown: ReviewShown }): ReactNode {
  const checks = validity.checks.filter(({ id }) => id === 'thisBody' || id === 'inTime');
  return (
    <SummaryList
      rows={checks.map(({ id, title, result, reason, missing }) => ({
        key: title,
        value: (
          <>
            <Tag colour={result === 'fail' ? 'red' : result === 'open' ? 'yellow' : 'green'}>
              {resultWords[result]}
            </Tag>{' '}
            {reason && `${capital(reason)}.`} {missing && `To be said: ${missing}.`}
            {id === 'inTime' && inTime.deadline && (
              <>
                <Explained of="last day to apply" clock={inTime.deadline} />
                <p className="govuk-body-s govuk-!-margin-top-2 govuk-!-margin-bottom-0">
                  To confirm: {inTimeNote}
                </p>
              </>
            )}
          </>
        ),
        actions: [
          {
            href: `#/reviews/${review.id}/${id === 'thisBody' ? 'body' : 'application'}`,
            text: id === 'thisBody' ? 'Seven questions' : 'Dates',
            hiddenText: `: ${title}`,
          },
        ],
      }))}
    />
  );
}
