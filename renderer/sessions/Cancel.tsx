import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { useBegun } from '#renderer/editing/useWords.ts';
import { WordsForm } from '#renderer/editing/WordsForm.tsx';
import { Button, Details } from '#renderer/kit/index.ts';
import type { Session } from '#shared/records/session.ts';

/** Cancels a session with a reason, or lets it take place after all. */
export function Cancel({ session: { id, cancelled } }: { session: Session }): ReactNode {
  const cancel = useWrite('sessions.cancel');
  const begun = useBegun(id, ['cancelled']);
  if (cancelled !== undefined) {
    const back = async () => {
      const answer = await cancel.run({ id });
      if (answer.ok) say('It takes place after all.');
    };
    return (
      <div className="desk-screen-only">
        <Failed failure={cancel.failure} />
        <Button type="button" kind="secondary" disabled={cancel.busy} onClick={() => void back()}>
          It takes place after all
        </Button>
      </div>
    );
  }
  return (
    <Details
      key={begun}
      summary="Cancel it"
      className="desk-screen-only"
      {...(begun !== undefined && { open: true })}
    >
      <WordsForm
        id={id}
        to="cancelled"
        label="Why is it cancelled?"
        button="Cancel it"
        quiet
        failure={cancel.failure}
        send={async (words) => {
          const answer = await cancel.run({ id, words });
          if (answer.ok) say('It is cancelled.');
          return answer.ok;
        }}
      />
    </Details>
  );
}
