import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { Details, SummaryList, Tag } from '#renderer/kit/index.ts';
import type { ReviewShown } from './parts.ts';

type ClockView = {
  due: string | null;
  basis: string;
  explanation: string;
  provisional: boolean;
};

/** How a last day came about: what was skipped, and the law or setting it rests on. */
export function Explained({ of, clock }: { of: string; clock: ClockView }): ReactNode {
  return (
    <Details
      className="govuk-!-margin-top-1 govuk-!-margin-bottom-0"
      summary={
        <>
          How this day comes about<span className="govuk-visually-hidden">: {of}</span>
        </>
      }
    >
      <p className="govuk-body">{clock.explanation}</p>
      {clock.provisional && (
        <p className="govuk-body">
          The bank holidays of its year are not loaded yet, so that this day may move.
        </p>
      )}
    </Details>
  );
}

const dueWords = ({ due }: ClockView) => (due ? dayWords(due) : 'The clock stands still');

/** Every clock of the review, each with the paragraph that explains it. */
export function Clocks({ shown: { deadlines, inTime } }: { shown: ReviewShown }): ReactNode {
  return (
    <section aria-labelledby="clocks">
      <h2 className="govuk-heading-m" id="clocks">
        Clocks
      </h2>
      <SummaryList
        rows={[
          ...deadlines.map((clock) => ({
            key: clock.title,
            value: (
              <>
                {dueWords(clock)}
                {clock.done && `, done on ${dayWords(clock.done)}`}{' '}
                {clock.late && <Tag colour="red">{clock.done ? 'Late' : 'Overdue'}</Tag>}
                <Explained of={clock.title} clock={clock} />
              </>
            ),
          })),
          inTime.deadline && {
            key: 'Last day to apply',
            value: (
              <>
                {dueWords(inTime.deadline)}, made on {dayWords(inTime.madeOn)}{' '}
                {inTime.timing !== 'in time' && <Tag colour="red">Late</Tag>}
                <Explained of="last day to apply" clock={inTime.deadline} />
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
