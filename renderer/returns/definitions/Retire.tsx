import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { say } from '#renderer/app/state.ts';
import { AskFirst } from '#renderer/editing/AskFirst.tsx';
import { useMay } from '#renderer/editing/useMay.ts';
import { Button } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';

type Named = Output<'returns.named'>[number];

/** A return that is made no more, or is made again: what was signed off of it stays. */
export function Retire({ definition }: { definition: Named }): ReactNode {
  const define = useWrite('returns.define');
  const today = useSession().data?.today;
  if (!useMay('returns.define') || !today) return null;
  const { retired, own: _, id: __, ...rest } = definition;
  const set = async (until: string | undefined) => {
    const answer = await define.run({ ...rest, ...(until && { retired: until }) });
    if (answer.ok) say(until ? 'It is made no more.' : 'It is made again.');
  };
  return (
    <section aria-labelledby="retire">
      <h2 className="govuk-heading-m" id="retire">
        {retired ? 'Make it again' : 'Make it no more'}
      </h2>
      <p className="govuk-body">
        {retired
          ? 'It is made no more, and is not among what is due. What was signed off can still be opened.'
          : 'It then is no longer among what is due. What was signed off stays and can still be opened.'}
      </p>
      <Failed failure={define.failure} />
      {retired ? (
        <Button type="button" kind="secondary" disabled={define.busy} onClick={() => void set(undefined)}>
          Make it again
        </Button>
      ) : (
        <AskFirst
          text="Make it no more"
          disabled={define.busy}
          title={`Make “${rest.name}” no more?`}
          confirm="Make it no more"
          warning
          onConfirm={() => set(today)}
        >
          It goes from the list of what is due. It can be made again at any time.
        </AskFirst>
      )}
    </section>
  );
}
