import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { useSession } from '#renderer/app/session.ts';
import { Button, ConfirmDialog, ErrorSummary, SendForm } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { isPractice } from '#shared/records/visit.ts';
import type { OpenDraft } from '../draft/useVisitDraft.ts';
import { useNames } from '../useNames.ts';
import { Declarations } from './Declarations.tsx';
import { declaredBy, owing } from './declared.ts';
import { notTicked, Tick } from './Tick.tsx';

type MakeReadyProps = { open: OpenDraft; name: string };

/**
 * The end of a report: whoever sends it declares it by ticking the statement, the other visitor here with their own PIN
 * or later, and then it goes. An exercise ends the same way and goes nowhere.
 */
export function MakeReady({ open, name }: MakeReadyProps): ReactNode {
  const { id, keeper, kept, report } = open;
  const [ticked, setTicked] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState(false);
  const [going, setGoing] = useState(false);
  const names = useNames(open);
  const me = useSession().data?.person;
  const ready = useWrite('visits.ready');
  const practice = isPractice(report.visit);
  const declared = declaredBy(kept.draft.visit, report.declarations, names);
  const own = owing(declared).find(({ person }) => person === me?.id);
  const others = owing(declared).filter(({ person }) => person !== me?.id);
  const wrong = own && !ticked && attempt > 0 ? [notTicked] : [];

  const ask = async () => {
    setAttempt(attempt + 1);
    if (!own || ticked) setAsking(true);
  };
  const confirm = async () => {
    const on = onward();
    setAsking(false);
    setGoing(true);
    // Nothing typed may stay behind when the report goes.
    const answer = (await keeper.flush()) ? await ready.run({ id }) : undefined;
    setGoing(false);
    if (answer?.ok) on(`/visits/${id}/receipt`);
  };
  return (
    <SendForm aria-labelledby="declare" send={ask} held={going}>
      <h2 className="govuk-heading-m" id="declare">
        Declare and {practice ? 'finish' : 'send'}
      </h2>
      {wrong.length > 0 && <ErrorSummary key={attempt} errors={wrong} />}
      <Failed failure={ready.failure} />
      <Declarations
        id={id}
        declared={declared}
        me={me?.id ?? ''}
        canDeclare={(person) => person !== me?.id}
      />
      {others.map((other) => (
        <p key={other.person} className="govuk-body">
          {isolated(other.name)} reads the report through and declares on this laptop with their own PIN, or
          later on their own: the report then goes at once, marked as awaiting that declaration.
        </p>
      ))}
      {own && <Tick name={own.name} ticked={ticked} error={wrong[0]?.text} onTick={setTicked} />}
      <Button>{buttonText(practice, going)}</Button>
      {asking && (
        <ConfirmDialog
          title={practice ? `Finish the exercise “${name}”?` : `Send the report “${name}”?`}
          confirm={practice ? 'Yes, finish it' : 'Yes, make it ready'}
          cancel="Not yet"
          onConfirm={() => void confirm()}
          onCancel={() => setAsking(false)}
        >
          {practice ? (
            <p>Nothing is sent and nothing is counted. The next page shows what would have happened.</p>
          ) : (
            <p>The office receives it, and after that it can only be corrected, with a reason.</p>
          )}
          {others.map((other) => (
            <p key={other.person}>
              {isolated(other.name)} has not declared it yet, and can do so afterwards.
            </p>
          ))}
        </ConfirmDialog>
      )}
    </SendForm>
  );
}

const buttonText = (practice: boolean, busy: boolean) => {
  if (busy) return practice ? 'Finishing…' : 'Sending…';
  return practice ? 'Finish the exercise' : 'Make ready';
};
