import { type ReactNode, useState } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { WordsForm } from '#renderer/editing/WordsForm.tsx';
import { Details } from '#renderer/kit/index.ts';

/** Takes a decision back, which stays on record as it was: the review waits to be decided again. */
export function SetAside({ id }: { id: string }): ReactNode {
  const move = useWrite('reviews.move');
  const [open, setOpen] = useState(false);
  const send = async (why: string) => {
    const answer = await move.run({ id, to: 'returned', why });
    if (answer.ok) say('The decision is set aside.');
    return answer.ok;
  };
  return (
    <Details
      summary="Set the decision aside"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <p className="govuk-body">The decision stays on record, and the review waits to be decided again.</p>
      <WordsForm
        id={id}
        to="setAside"
        label="Why it is set aside"
        button="Set it aside"
        quiet
        failure={move.failure}
        send={send}
      />
    </Details>
  );
}
