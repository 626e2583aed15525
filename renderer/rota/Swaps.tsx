import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { Button, ButtonGroup } from '#renderer/kit/index.ts';
import { type Swap, SwapLine } from './SwapLine.tsx';
import { nameOf, notSettled } from './words.tsx';

type Answer = 'accepted' | 'declined' | 'withdrawn';

const said: Record<Answer, string> = {
  accepted: 'You have exchanged your places.',
  declined: 'You have said no. Nothing changes.',
  withdrawn: 'You no longer ask for it.',
};

function SwapItem({ swap, answers }: { swap: Swap; answers: readonly [Answer, string][] }): ReactNode {
  const answer = useWrite('rota.answerSwap');
  const press = async (to: Answer) => {
    const made = await answer.run({ id: swap.id, to });
    if (!made.ok) return;
    if (made.value.settled) say(said[to]);
    else say(to === 'accepted' ? `You have said yes. ${notSettled}` : `${said[to]} ${notSettled}`);
  };
  return (
    <li>
      <SwapLine swap={swap} />
      {swap.unsettled && <p className="govuk-body-s">{notSettled}</p>}
      <Failed failure={answer.failure} />
      {swap.state === 'asked' && (
        <ButtonGroup>
          {answers.map(([to, text]) => (
            <Button
              key={to}
              type="button"
              kind="secondary"
              disabled={answer.busy}
              onClick={() => void press(to)}
            >
              {text}
            </Button>
          ))}
        </ButtonGroup>
      )}
    </li>
  );
}

/** Exchanges that somebody asks of the reader. */
export function AskedOfMe({ swaps }: { swaps: readonly Swap[] }): ReactNode {
  if (swaps.length === 0) return null;
  return (
    <section aria-labelledby="asked-of-me">
      <h2 className="govuk-heading-m" id="asked-of-me">
        You are asked to exchange
      </h2>
      <ul className="desk-rota__list">
        {swaps.map((swap) => (
          <SwapItem
            key={swap.id}
            swap={swap}
            answers={[
              ['accepted', `Yes, exchange with ${nameOf(swap.by)}`],
              ['declined', `No, ${nameOf(swap.by)} keeps theirs`],
            ]}
          />
        ))}
      </ul>
    </section>
  );
}

/** Exchanges that the reader asks of others. */
export function AskedByMe({ swaps }: { swaps: readonly Swap[] }): ReactNode {
  if (swaps.length === 0) return null;
  return (
    <section aria-labelledby="asked-by-me">
      <h2 className="govuk-heading-m" id="asked-by-me">
        You asked to exchange
      </h2>
      <ul className="desk-rota__list">
        {swaps.map((swap) => (
          <SwapItem
            key={swap.id}
            swap={swap}
            answers={[['withdrawn', `No longer ask ${nameOf(swap.with)}`]]}
          />
        ))}
      </ul>
    </section>
  );
}
