import { type FocusEvent, type ReactNode, useEffect, useRef } from 'react';
import { useMay } from '#renderer/editing/useMay.ts';
import { moveFocus } from '#renderer/kit/index.ts';
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
  const { heading, ...followed } = useGoOn(state);
  if (!useMay('returns.check')) return null;
  return (
    <section aria-labelledby="return-moves" className="desk-screen-only" {...followed}>
      <h2 className="govuk-heading-m" id="return-moves" ref={heading}>
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

/** Whoever moved it on goes on at the next step: the button that they pressed has gone, and focus with it. */
const useGoOn = (state: ReturnState) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(state);
  const isHere = useRef(false);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (isHere.current && document.activeElement === document.body && heading.current)
      moveFocus(heading.current);
  }, [state]);
  return {
    heading,
    onFocus: () => {
      isHere.current = true;
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) isHere.current = false;
    },
  };
};
