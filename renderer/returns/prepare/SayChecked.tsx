import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { Button, InsetText } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import { type InWork, ofPeriod } from './parts.ts';

type SayCheckedProps = InWork & { open: number; unsaved: boolean };

/** Says that figures, words and reasons were looked at, as they stand on the page. */
export function SayChecked({ shown, open, unsaved }: SayCheckedProps): ReactNode {
  const check = useWrite('returns.check');
  const [id] = useState(newRecordId);
  if (open > 0)
    return (
      <InsetText>
        {open === 1 ? 'One check does' : `${count(open)} checks do`} not hold and{' '}
        {open === 1 ? 'has' : 'have'} no reason yet. Once each has one, or has come right, it can be said that
        this return is checked.
      </InsetText>
    );
  if (unsaved)
    return (
      <InsetText>
        Words or links were typed above and are not saved yet. Save them first, so that they are part of what
        is checked.
      </InsetText>
    );
  const run = async () => {
    const answer = await check.run({ ...ofPeriod(shown), id });
    if (answer.ok) say('It is said that this return is checked.');
  };
  return (
    <>
      <p className="govuk-body">
        The figures, the reasons for checks that do not hold, and the words above were looked at as they stand
        now. Whatever changes before it is signed off is pointed out.
      </p>
      <Failed failure={check.failure} />
      <Button type="button" disabled={check.busy} onClick={() => void run()}>
        It is checked
      </Button>
    </>
  );
}

/** Takes back that it was checked, so that it can be looked at anew. */
export function LookAgain({ shown, main }: InWork & { main: boolean }): ReactNode {
  const reopen = useWrite('returns.reopen');
  const [id] = useState(newRecordId);
  const run = async () => {
    const answer = await reopen.run({ ...ofPeriod(shown), id, why: '' });
    if (answer.ok) say('It is a draft again.');
  };
  return (
    <>
      {main && (
        <p className="govuk-body">
          It cannot be signed off: figures, words or reasons are no longer those that were checked. Take it up
          again, look at what it says now, and say that it is checked.
        </p>
      )}
      <Failed failure={reopen.failure} />
      <Button
        type="button"
        {...(!main && { kind: 'secondary' })}
        disabled={reopen.busy}
        onClick={() => void run()}
      >
        Take it up again
      </Button>
    </>
  );
}
