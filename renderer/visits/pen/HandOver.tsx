import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { AskFirst } from '#renderer/editing/AskFirst.tsx';
import { ButtonGroup } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Pen } from './usePen.ts';

type HandOverProps = {
  pen: Pen;
  /** The office hands over where a laptop is lost: it has to know what that means for what is on it. */
  lost?: boolean;
  /** What is typed and not saved yet goes first. */
  before?: () => Promise<boolean>;
};

/** Hands the pen of a draft to the other of the pair. */
export function HandOver({ pen, lost = false, before }: HandOverProps): ReactNode {
  const hand = useWrite('pens.hand');
  const { holder, visit, visitors } = pen;
  // A lost laptop's own person may go on, too, on the one they have instead.
  const others = visitors.filter(({ id }) => lost || id !== holder.person);
  const give = async (to: { id: string; name: string }) => {
    if (before && !(await before())) return;
    const answer = await hand.run({ visit, to: to.id });
    if (answer.ok) say(`${isolated(to.name)} writes this report now.`);
  };
  return (
    <>
      <Failed failure={hand.failure} />
      <ButtonGroup>
        {others.map((other) => (
          <AskFirst
            key={other.id}
            text={textOf(other, holder)}
            disabled={hand.busy}
            title={`Hand this report over to ${isolated(other.name)}?`}
            confirm="Yes, hand it over"
            cancel="No"
            onConfirm={() => give(other)}
          >
            <p>
              {isolated(other.name)} goes on with what {lost ? 'the office has' : 'has been sent'} of it.{' '}
              {lost
                ? 'What is still on the lost laptop and comes later is not lost: it is shown beside the new answers, to choose from.'
                : 'You can then read it here, and no longer write in it unless it is handed back.'}
            </p>
          </AskFirst>
        ))}
      </ButtonGroup>
    </>
  );
}

const textOf = (other: { id: string; name: string }, holder: Pen['holder']): string =>
  other.id === holder.person
    ? `Let ${isolated(other.name)} go on on another laptop`
    : `Hand over to ${isolated(other.name)}`;
