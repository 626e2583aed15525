import { type ReactNode, useState } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { WordsForm } from '#renderer/editing/WordsForm.tsx';
import { Details } from '#renderer/kit/index.ts';

/** Gives a returned review back to its assessor, with the reason. */
export function GiveBack({ id, isNext }: { id: string; isNext: boolean }): ReactNode {
  const move = useWrite('reviews.move');
  const [open, setOpen] = useState(isNext);
  const send = async (why: string) => {
    const answer = await move.run({ id, to: 'assigned', why });
    if (answer.ok) say('The review is given back to the assessor.');
    return answer.ok;
  };
  return (
    <Details
      summary="Give it back to the assessor"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <WordsForm
        id={id}
        to="returned"
        label="Why it is given back"
        button="Give it back"
        quiet
        failure={move.failure}
        send={send}
      />
    </Details>
  );
}
