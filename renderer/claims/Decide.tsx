import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { WordsForm } from '#renderer/editing/WordsForm.tsx';
import { Button } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Output } from '#shared/contract.ts';
import { money } from './words.tsx';

/** What a coordinator does about somebody else's claim: approves what it comes to, or gives it back and says why. */
export function Decide({ view }: { view: Output<'claims.get'> }): ReactNode {
  const { claim, may, total, name } = view;
  const { id } = claim;
  const approve = useWrite('claims.approve');
  const back = useWrite('claims.return');
  if (!may.decide && !may.takeBack) return null;
  const approveIt = async () => {
    const answer = await approve.run({ id, pence: total.pence });
    if (answer.ok) say(`${money(total.pence)} are approved for ${isolated(name)}.`);
  };
  const giveBack = async (words: string) => {
    const answer = await back.run({ id, words });
    if (answer.ok) say(`The claim is given back to ${isolated(name)}.`);
    return answer.ok;
  };
  return (
    <section className="desk-screen-only">
      <h2 className="govuk-heading-m">{may.decide ? 'Decide on it' : 'Take the approval back'}</h2>
      {may.decide && (
        <>
          <Failed failure={approve.failure} />
          <Button type="button" disabled={approve.busy} onClick={() => void approveIt()}>
            Approve {money(total.pence)}
          </Button>
        </>
      )}
      <WordsForm
        id={id}
        to="returned"
        label="What is to be mended?"
        button="Give it back"
        quiet
        failure={back.failure}
        send={giveBack}
      />
    </section>
  );
}
