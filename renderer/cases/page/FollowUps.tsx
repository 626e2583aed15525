import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { dayWords } from '#renderer/dates.ts';
import { Button, Details } from '#renderer/kit/index.ts';
import type { SectionProps } from '../parts.ts';
import { SmallForm } from '../SmallForm.tsx';
import { Section } from './Section.tsx';

/** What is to be looked at again after the answer, and by when. */
export function FollowUps({ shown: { case: c, may } }: SectionProps): ReactNode {
  if (c.followUps.length === 0 && !may.write) return null;
  return (
    <Section id="followUps" title="Follow-up">
      <ul className="govuk-list govuk-list--bullet">
        {c.followUps.map(({ id, due, what, done }) => (
          <li key={id}>
            <span className="desk-words">{what}</span>:{' '}
            {done ? `done on ${dayWords(done)}` : `by ${dayWords(due)}`}{' '}
            {!done && may.write && <FollowedUp id={c.id} followUp={id} what={what} />}
          </li>
        ))}
      </ul>
      {may.write && <NewFollowUp id={c.id} />}
    </Section>
  );
}

function FollowedUp({ id, followUp, what }: { id: string; followUp: string; what: string }): ReactNode {
  const { run, busy, failure } = useWrite('cases.followedUp');
  const press = async () => {
    const answer = await run({ id, followUp });
    if (answer.ok) say('Written down: followed up.');
  };
  return (
    <>
      <Failed failure={failure} />
      <Button
        type="button"
        kind="secondary"
        className="govuk-!-margin-bottom-1"
        disabled={busy}
        onClick={() => void press()}
      >
        Done<span className="govuk-visually-hidden">: {what}</span>
      </Button>
    </>
  );
}

function NewFollowUp({ id }: { id: string }): ReactNode {
  const { run, failure } = useWrite('cases.followUp');
  return (
    <Details summary="Note something to be looked at again">
      <SmallForm
        failure={failure}
        name={`case follow-up ${id}`}
        label="Follow-up"
        button="Note it"
        done="The follow-up is noted."
        boxes={[
          { name: 'what', label: 'What', kind: 'words', needed: 'Enter what is to be looked at' },
          { name: 'due', label: 'By', kind: 'day', needed: 'Enter the day' },
        ]}
        send={async ({ what = '', due = '' }, followUp) => (await run({ id, followUp, what, due })).ok}
      />
    </Details>
  );
}
