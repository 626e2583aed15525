import { type ReactNode, useState } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import {
  Button,
  ErrorSummary,
  InsetText,
  PageHeading,
  Panel,
  Radios,
  SendForm,
} from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { PeoplePlaces } from './PeoplePlaces.tsx';

/** Equality monitoring: asked of everybody, of their own free will, and read in totals alone. */
export function MonitoringPage(): ReactNode {
  const form = useRead('monitoring.form', {});
  const [given, setGiven] = useState(false);
  return (
    <>
      <PageHeading>Equality monitoring</PageHeading>
      <PeoplePlaces />
      <Failed failure={form.error} />
      {form.isLoading && <Waiting />}
      {form.data && !given && <Questions form={form.data} onGiven={() => setGiven(true)} />}
      {given && (
        <Panel title="Thank you" headingLevel={2}>
          Your answers are kept without your name.
        </Panel>
      )}
    </>
  );
}

type Form = Output<'monitoring.form'>;

function Explanation({ least }: { least: number }): ReactNode {
  return (
    <InsetText>
      <p className="govuk-body">
        The office asks this to see whether its volunteers are like the people of its area. You need not
        answer any of it.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          What you answer is kept in a record that names nobody: no name, no panel, no day but the year.
        </li>
        <li>
          Only totals are shown or saved, and small numbers, from one to {least - 1}, are not told. No page
          and no file shows what one person answered.
        </li>
        <li>
          The office’s log knows that this laptop sent an answer, as it knows of everything that is sent.
          Whoever keeps the hub could find out by it which answer came from here. Leave this page empty if you
          would rather they could not.
        </li>
        <li>
          It cannot be changed or taken back, since nobody can tell which answer is yours. Answer once a year.
        </li>
      </ul>
    </InsetText>
  );
}

function Questions({ form, onGiven }: { form: Form; onGiven: () => void }): ReactNode {
  const answer = useWrite('monitoring.answer');
  // Nothing of it is kept on the laptop before it is given.
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const isBlank = Object.keys(answers).length === 0;
  const submit = async () => {
    setAttempt(attempt + 1);
    if (isBlank) return;
    const sent = await answer.run({ answers });
    if (sent.ok) onGiven();
  };
  return (
    <SendForm aria-label="Equality monitoring" send={submit}>
      {attempt > 0 && isBlank && (
        <ErrorSummary
          key={attempt}
          errors={[{ id: form.questions[0]?.id ?? '', text: 'Answer a question, or leave the page' }]}
        />
      )}
      <Explanation least={form.least} />
      <Failed failure={answer.failure} />
      {form.questions.map(({ id, question, options }) => (
        <Radios
          key={id}
          name={id}
          legend={question}
          legendSize="s"
          small
          items={options.map((option) => ({ value: option.id, text: option.name }))}
          value={answers[id] ?? ''}
          onChange={({ target }) => setAnswers({ ...answers, [id]: target.value })}
        />
      ))}
      <Button>Give these answers</Button>
    </SendForm>
  );
}
