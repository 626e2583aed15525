import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { Status, SummaryList, Tag } from '#renderer/kit/index.ts';
import type { Input, Output } from '#shared/contract.ts';
import { named } from '#shared/deadlines/deadline.ts';
import { calendarWords, lengthWords, type RuleShown, Standing } from './words.tsx';

type WorkedOutProps = Output<'deadlines.rules'> & { question: Input<'deadlines.work'> };

/** The last day, the paragraph that explains it, and what the clock rests on. */
export function WorkedOut({ question, rules, calendar }: WorkedOutProps): ReactNode {
  const read = useRead('deadlines.work', question);
  const rule = rules.find(({ id }) => id === question.rule);
  if (!read.data || !rule) return read.error ? <Failed failure={read.error} /> : <Waiting />;
  const { due, explanation, provisional } = read.data;
  const says = due ? named(due) : 'No last day while the clock stands';
  return (
    <section aria-labelledby="worked-out">
      <Status message={`${rule.title}: ${says}`} />
      <h2 className="govuk-heading-m" id="worked-out">
        {rule.title}
      </h2>
      <p className="govuk-heading-l govuk-!-margin-bottom-2">
        {says} {provisional && <Tag colour="orange">Provisional</Tag>}
      </p>
      <p className="govuk-body">
        <Standing rule={rule} />
      </p>
      {provisional && (
        <p className="govuk-body">
          Bank holidays are known for {calendar.first} to {calendar.last}. This day lies on years beyond and
          may move.
        </p>
      )}
      <p className="govuk-body">{explanation}</p>
      <About rule={rule} />
    </section>
  );
}

/** The rule itself, as this office has it. */
function About({ rule }: { rule: RuleShown }): ReactNode {
  return (
    <>
      <h3 className="govuk-heading-s">The rule</h3>
      <SummaryList
        rows={[
          { key: 'Starts with', value: rule.starts },
          { key: 'Length', value: lengthWords(rule) },
          rule.calendar !== null && {
            key: 'Working days of',
            value: calendarWords[rule.calendar],
          },
          rule.pauses !== null && { key: 'Stands', value: rule.pauses },
          rule.restarts !== null && { key: 'Starts anew', value: rule.restarts },
          ...rule.extensions.map(({ title, basis, confirm }) => ({
            key: `More time: ${title}`,
            value: confirm ? `${basis} (to confirm)` : basis,
          })),
          { key: 'Rests on', value: rule.basis },
          rule.since !== null && { key: 'Since', value: dayWords(rule.since) },
          rule.note !== null && { key: rule.confirm ? 'To confirm' : 'Note', value: rule.note },
        ]}
      />
    </>
  );
}
