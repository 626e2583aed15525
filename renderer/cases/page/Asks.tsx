import type { ReactNode } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { dayWords } from '#renderer/dates.ts';
import { typedDate } from '#renderer/editing/typed.ts';
import { Card, Details, Tag } from '#renderer/kit/index.ts';
import type { ForceAsk } from '#shared/records/case-parts.ts';
import { addDays } from '#shared/times.ts';
import type { SectionProps } from '../parts.ts';
import { SmallForm } from '../SmallForm.tsx';
import { Section } from './Section.tsx';

/** What the force was asked: by when, how often it was reminded, what it answered, and whether it was done. */
export function Asks({ shown: { case: c, may, state } }: SectionProps): ReactNode {
  const today = useSession().data?.today;
  if (!today || (c.asks.length === 0 && !may.write)) return null;
  const mayAsk = may.write && state === 'open';
  return (
    <Section id="asks" title="Asked of the force">
      {c.asks.map((ask) => (
        <Asked key={ask.id} id={c.id} {...{ ask, today }} may={may.write} />
      ))}
      {mayAsk && <NewAsk id={c.id} today={today} />}
    </Section>
  );
}

/** Days that the force is given where nobody says otherwise. */
const usual = 10;

function NewAsk({ id, today }: { id: string; today: string }): ReactNode {
  const { run, failure } = useWrite('cases.ask');
  return (
    <Details summary="Ask the force something">
      <SmallForm
        failure={failure}
        name={`case ask ${id}`}
        label="A question to the force"
        button="Write down the question"
        done="The question is written down."
        boxes={[
          { name: 'to', label: 'Who is asked', kind: 'line', needed: 'Enter who is asked' },
          { name: 'question', label: 'What is asked', kind: 'words', needed: 'Enter what is asked' },
          {
            ...{ name: 'due', label: 'By when an answer is needed', kind: 'day', needed: 'Enter the day' },
            begins: typedDate(addDays(today, usual)),
          },
        ]}
        send={async ({ to = '', question = '', due = today }, ask) =>
          (await run({ id, ask, to, question, due })).ok
        }
      />
    </Details>
  );
}

type AskedProps = { id: string; ask: ForceAsk; today: string; may: boolean };

function Asked({ id, ask, today, may }: AskedProps): ReactNode {
  const isLate = ask.answered === undefined && ask.due < today;
  return (
    <Card title={`${ask.to}, asked on ${dayWords(ask.on)}`} headingLevel={3}>
      <p className="govuk-body desk-words">{ask.question}</p>
      <p className="govuk-body">
        {ask.answered
          ? `Answered on ${dayWords(ask.answered)}.`
          : `An answer is needed by ${dayWords(ask.due)}.`}{' '}
        {isLate && <Tag colour="red">Overdue</Tag>}
        {ask.chased.length > 0 && ` Reminded on ${ask.chased.map(({ on }) => dayWords(on)).join(', ')}.`}
      </p>
      {ask.answer && <p className="govuk-body desk-words">{ask.answer}</p>}
      {ask.done && (
        <p className="govuk-body">
          Confirmed on {dayWords(ask.done.on)} that it was done.
          {ask.done.words && <span className="desk-words"> {ask.done.words}</span>}
        </p>
      )}
      {may && !ask.answered && <Chase {...{ id, ask, today }} />}
      {may && !ask.answered && <Answer {...{ id, ask, today }} />}
      {may && ask.answered && !ask.done && <Done {...{ id, ask, today }} />}
    </Card>
  );
}

type AskProps = Omit<AskedProps, 'may'>;
const onDay = (today: string) =>
  ({ name: 'on', label: 'On', kind: 'day', needed: 'Enter the day', begins: typedDate(today) }) as const;

function Chase({ id, ask, today }: AskProps): ReactNode {
  const { run, failure } = useWrite('cases.chase');
  return (
    <Details summary={`Remind them: ${ask.to}`}>
      <SmallForm
        failure={failure}
        name={`case chase ${ask.id}`}
        label={`Reminder to ${ask.to}`}
        button="They were reminded"
        done="The reminder is written down."
        boxes={[onDay(today)]}
        send={async ({ on }, chase) => (await run({ id, ask: ask.id, chase, on })).ok}
      />
    </Details>
  );
}

function Answer({ id, ask, today }: AskProps): ReactNode {
  const { run, failure } = useWrite('cases.askAnswered');
  return (
    <Details summary={`They answered, or no answer is needed: ${ask.to}`}>
      <SmallForm
        failure={failure}
        name={`case ask answered ${ask.id}`}
        label={`Answer of ${ask.to}`}
        button="Write down the answer"
        done="The answer is written down."
        boxes={[onDay(today), { name: 'answer', label: 'What they answered', kind: 'words' }]}
        send={async ({ on, answer }) => (await run({ id, ask: ask.id, on, answer })).ok}
      />
    </Details>
  );
}

function Done({ id, ask, today }: AskProps): ReactNode {
  const { run, failure } = useWrite('cases.askDone');
  return (
    <Details summary={`Confirm that it was done: ${ask.to}`}>
      <SmallForm
        failure={failure}
        name={`case ask done ${ask.id}`}
        label={`What ${ask.to} did`}
        button="It was done"
        done="Written down: it was done."
        boxes={[
          onDay(today),
          { name: 'words', label: 'How that is known (can be left blank)', kind: 'words' },
        ]}
        send={async ({ on, words }) => (await run({ id, ask: ask.id, on, words })).ok}
      />
    </Details>
  );
}
