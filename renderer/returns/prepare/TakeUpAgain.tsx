import type { ReactNode } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { SmallForm } from '#renderer/cases/SmallForm.tsx';
import { Details } from '#renderer/kit/index.ts';

type ReopeningProps = {
  of: { key: string; period: string };
  /** What is done once it was taken up again. */
  onDone?: () => void;
};

/** The reason of a revision, kept as it is typed. */
export function Reopening({ of, onDone }: ReopeningProps): ReactNode {
  const reopen = useWrite('returns.reopen');
  return (
    <SmallForm
      name={`return reopen ${of.key} ${of.period}`}
      label="Take it up again"
      boxes={[
        {
          name: 'why',
          label: 'Why it is taken up again',
          hint: 'Printed in the revision. What was signed stays as it is.',
          kind: 'words',
          needed: 'Enter why it is taken up again',
        },
      ]}
      button="Take it up again as a revision"
      done="It is in work again, as a revision."
      failure={reopen.failure}
      send={async ({ why = '' }, id) => {
        const answer = await reopen.run({ ...of, id, why });
        if (answer.ok) onDone?.();
        return answer.ok;
      }}
    />
  );
}

/** The same on the page of a return that was signed off, out of the way of what comes next. */
export function TakeUpAgain({ of, open }: Pick<ReopeningProps, 'of'> & { open: boolean }): ReactNode {
  return (
    <Details summary="Take it up again as a revision" open={open}>
      <Reopening of={of} />
    </Details>
  );
}
