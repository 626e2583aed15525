import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { useOpenForm } from '#renderer/editing/useOpenForm.ts';
import { useBegun } from '#renderer/editing/useWords.ts';
import { WordsForm } from '#renderer/editing/WordsForm.tsx';
import { Button, ButtonGroup } from '#renderer/kit/index.ts';
import type { RotaPlace } from '#shared/rota-views.ts';
import { hasBegun, stops } from './words.tsx';

const moves = ['missed', 'withdrawn'] as const;

/** What whoever plans does with a place as a whole: show it to its panel, withdraw it, say why its week passed without. */
export function PlaceMoves({ place, today }: { place: RotaPlace; today: string }): ReactNode {
  const { id, state, week, reports, objections } = place;
  const publish = useWrite('rota.publish');
  const withdraw = useWrite('rota.withdraw');
  const missed = useWrite('rota.missed');
  const again = useWrite('rota.planAgain');
  const forms = useOpenForm(useBegun(id, moves));
  const { open } = forms;
  const busy = publish.busy || withdraw.busy || missed.busy || again.busy;
  const mayMiss = state === 'planned' && reports.length === 0 && hasBegun(week, today);
  const mayWithdraw = state === 'planned' && reports.length === 0;

  const show = async () => {
    const answer = await publish.run({ ids: [id] });
    if (answer.ok) say(answer.value.published > 0 ? 'It is published.' : 'It stays a draft.');
  };
  const drop = async () => {
    const answer = await withdraw.run({ id });
    if (answer.ok) say('The draft is withdrawn.');
  };
  const planAgain = async () => {
    const answer = await again.run({ id });
    if (answer.ok) say('It is planned again.');
  };
  const done = (move: (typeof moves)[number], isDone: boolean, said: string) => {
    if (!isDone) return false;
    forms.done(move);
    say(said);
    return true;
  };
  return (
    <section aria-labelledby="moves" className="desk-screen-only">
      <h2 className="govuk-heading-m" id="moves">
        The place as a whole
      </h2>
      <Failed
        failure={publish.failure ?? again.failure ?? (open === 'withdrawn' ? null : withdraw.failure)}
      />
      <ButtonGroup>
        {state === 'draft' && (
          <Button
            type="button"
            kind="secondary"
            disabled={busy || stops(objections).length > 0}
            onClick={() => void show()}
          >
            Publish it
          </Button>
        )}
        {state === 'draft' && (
          <Button type="button" kind="secondary" disabled={busy} onClick={() => void drop()}>
            Withdraw the draft
          </Button>
        )}
        {(state === 'withdrawn' || state === 'missed') && (
          <Button type="button" kind="secondary" disabled={busy} onClick={() => void planAgain()}>
            Plan it again
          </Button>
        )}
        {mayMiss && (
          <Button
            type="button"
            kind="secondary"
            aria-expanded={open === 'missed'}
            onClick={() => forms.press('missed')}
          >
            No visit was made
          </Button>
        )}
        {mayWithdraw && (
          <Button
            type="button"
            kind="secondary"
            aria-expanded={open === 'withdrawn'}
            onClick={() => forms.press('withdrawn')}
          >
            Withdraw it
          </Button>
        )}
      </ButtonGroup>
      {state === 'draft' && stops(objections).length > 0 && (
        <p className="govuk-body">It can be published once nothing speaks against it that must not stand.</p>
      )}
      {open === 'missed' && mayMiss && (
        <WordsForm
          {...{ id, to: 'missed', failure: missed.failure }}
          label="Why was no visit made? (no day and no time)"
          button="Say why"
          quiet
          focus={forms.byHand}
          send={async (why) =>
            done('missed', (await missed.run({ id, why })).ok, 'It is written down why no visit was made.')
          }
        />
      )}
      {open === 'withdrawn' && mayWithdraw && (
        <WordsForm
          {...{ id, to: 'withdrawn', failure: withdraw.failure }}
          label="Why is it withdrawn? Those who would have gone no longer have it. (No day and no time)"
          button="Withdraw it"
          quiet
          focus={forms.byHand}
          send={async (why) =>
            done('withdrawn', (await withdraw.run({ id, why })).ok, 'The place is withdrawn.')
          }
        />
      )}
    </section>
  );
}
