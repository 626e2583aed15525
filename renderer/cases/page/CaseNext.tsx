import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { say } from '#renderer/app/state.ts';
import { dayWords } from '#renderer/dates.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { typedDate } from '#renderer/editing/typed.ts';
import { Button, Details, InsetText, moveFocus, Tag } from '#renderer/kit/index.ts';
import type { StepPlace } from '#shared/cases/next-step.ts';
import { answerers } from '#shared/records/case-parts.ts';
import { capital } from '#shared/text.ts';
import type { SectionProps } from '../parts.ts';
import { SmallForm } from '../SmallForm.tsx';
import { caseDoerWords } from '../words.tsx';

/** Where on the page a step is done, and what its button says. */
const leads: Partial<Record<StepPlace, { to: string; text: string }>> = {
  steps: { to: 'steps', text: 'Go to the steps' },
  drafts: { to: 'messages', text: 'Go to the reply' },
  asks: { to: 'asks', text: 'Go to the question' },
  hold: { to: 'holds', text: 'Go to the hold' },
  request: { to: 'request', text: 'Go to the request' },
  followUps: { to: 'followUps', text: 'Go to what is followed up' },
  close: { to: 'end', text: 'Go to closing' },
};

const focusOn = (id: string) => {
  const heading = document.getElementById(id);
  if (heading) moveFocus(heading);
};

/** What is to be done next, by whom, by when and why, and the way there. */
export function CaseNext({ shown }: SectionProps): ReactNode {
  const { next, case: c, may } = shown;
  if (!next) return <p className="govuk-body">Nothing more is owed to it.</p>;
  const lead = leads[next.place];
  const target = lead && `part-${lead.to}`;
  return (
    <InsetText>
      <p className="govuk-body">
        <strong>Next, for {caseDoerWords[next.who]}:</strong> {next.words}
        {next.by && ` ${next.late ? 'It was owed' : 'It is owed'} by ${dayWords(next.by)}.`}{' '}
        {next.late && <Tag colour="red">Overdue</Tag>}
      </p>
      {next.why && <p className="govuk-body-s">Why: {capital(next.why)}</p>}
      {target && (
        <Button
          type="button"
          kind="secondary"
          className="govuk-!-margin-bottom-0"
          onClick={() => focusOn(target)}
        >
          {lead.text}
        </Button>
      )}
      {may.write && next.place === 'assign' && <Take id={c.id} />}
      {may.write && next.place === 'acknowledge' && <Acknowledge id={c.id} />}
      {may.write && next.place === 'answer' && <Answered id={c.id} />}
    </InsetText>
  );
}

function Take({ id }: { id: string }): ReactNode {
  const me = useSession().data?.person.id;
  const assign = useWrite('cases.assign');
  const take = async () => {
    if (!me) return;
    const answer = await assign.run({ id, assignment: newRecordId(), to: me });
    if (answer.ok) say('The case is yours.');
  };
  return (
    <>
      <Failed failure={assign.failure} />
      <Button
        type="button"
        className="govuk-!-margin-bottom-0"
        disabled={assign.busy}
        onClick={() => void take()}
      >
        Take the case
      </Button>
    </>
  );
}

const onDay = (label: string, today: string | undefined) =>
  ({ name: 'on', label, kind: 'day', needed: label, begins: typedDate(today) }) as const;

function Acknowledge({ id }: { id: string }): ReactNode {
  const today = useSession().data?.today;
  const { run, failure } = useWrite('cases.acknowledge');
  if (!today) return null;
  return (
    <Details summary="It was acknowledged outside ICV Desk" className="govuk-!-margin-bottom-0">
      <SmallForm
        failure={failure}
        name={`case acknowledged ${id}`}
        label="Acknowledged"
        button="It was acknowledged"
        done="Written down: acknowledged."
        boxes={[onDay('The day it was acknowledged', today)]}
        send={async ({ on }) => (await run({ id, on })).ok}
      />
    </Details>
  );
}

function Answered({ id }: { id: string }): ReactNode {
  const today = useSession().data?.today;
  const { run, failure } = useWrite('cases.answer');
  if (!today) return null;
  return (
    <Details summary="It was answered outside ICV Desk" className="govuk-!-margin-bottom-0">
      <SmallForm
        failure={failure}
        name={`case answered ${id}`}
        label="Answered"
        button="It was answered"
        done="Written down: answered."
        boxes={[
          onDay('The day it was answered', today),
          {
            name: 'by',
            label: 'Who answered',
            kind: 'choice',
            begins: 'office',
            options: answerers.map((value) => ({ value, text: capital(value) })),
          },
        ]}
        send={async ({ on, by }) =>
          (await run({ id, on, by: answerers.find((one) => one === by) ?? 'office' })).ok
        }
      />
    </Details>
  );
}
