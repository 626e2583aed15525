import type { ReactNode } from 'react';
import { useMay } from '#renderer/editing/useMay.ts';
import type { ReturnState } from '#shared/records/period-return.ts';
import { Publish } from './Publish.tsx';
import { type InWork, ofPeriod, unanswered } from './parts.ts';
import { LookAgain, SayChecked } from './SayChecked.tsx';
import { Sign } from './Sign.tsx';
import { TakeUpAgain } from './TakeUpAgain.tsx';

const titles: Readonly<Record<ReturnState, string>> = {
  draft: 'Say that it is checked',
  checked: 'Sign it off',
  signed: 'Publish it',
  published: 'Issue a revision',
};

type MovesProps = InWork & {
  /** Words are typed that are not saved. */
  unsaved: boolean;
};

/** What can be done with a return as it stands, one step after another. */
export function Moves({ shown, unsaved }: MovesProps): ReactNode {
  const { state, movedSinceChecked } = shown;
  if (!useMay('returns.check')) return null;
  return (
    <section aria-labelledby="return-moves" className="desk-screen-only">
      <h2 className="govuk-heading-m" id="return-moves">
        {titles[state]}
      </h2>
      {state === 'draft' && <SayChecked shown={shown} open={unanswered(shown)} unsaved={unsaved} />}
      {state === 'checked' && (
        <>
          {!movedSinceChecked && <Sign shown={shown} />}
          <LookAgain shown={shown} main={movedSinceChecked} />
        </>
      )}
      {state === 'signed' && <Publish shown={shown} />}
      {(state === 'signed' || state === 'published') && (
        <TakeUpAgain of={ofPeriod(shown)} open={shown.differs} />
      )}
    </section>
  );
}
