import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { useOpenForm } from '#renderer/editing/useOpenForm.ts';
import { useBegun } from '#renderer/editing/useWords.ts';
import { WordsForm } from '#renderer/editing/WordsForm.tsx';
import { Button, ButtonGroup, ButtonLink } from '#renderer/kit/index.ts';
import type { Concern, ConcernState } from '#shared/records/concern.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { useBegunForm } from './begun.ts';
import { mainStep, mayWrite, type Step, stepsFrom, stepWords } from './steps.ts';
import { TellForm } from './TellForm.tsx';

const moves = ['addressed', 'resolved', 'coordinator', 'closed'] as const;
type Move = (typeof moves)[number];
const isMove = (step: Step | undefined): step is Move => (moves as readonly string[]).includes(step ?? '');

const askedFor: Record<Move, { label: string; said: string }> = {
  addressed: { label: 'How was it addressed already?', said: 'It stands as already addressed.' },
  resolved: { label: 'How was it resolved on the visit?', said: 'It stands as resolved on the visit.' },
  coordinator: { label: 'Why?', said: 'It is with the coordinator.' },
  closed: { label: 'Why is it closed?', said: 'The concern is closed.' },
};

type StepsProps = {
  concern: Concern;
  state: ConcernState;
  /** What is owed to it is late. */
  late: boolean;
  onMoved: (said: string) => void;
};

/** What the staff do about a concern: only what its life allows from where it stands. */
export function Steps({ concern, state, late, onMoved }: StepsProps): ReactNode {
  const { id, reference } = concern;
  const move = useWrite('concerns.move');
  const words = useBegun(id, moves);
  const boxes = useBegunForm(id);
  const forms = useOpenForm<Step>(words ?? boxes);
  const offered = stepsFrom(state);
  const form = offered.find((step) => step === forms.open);
  // Where a form is open, its own button is the main one.
  const main = form ? undefined : mainStep(concern, late);

  const moved = (by: Step, said: string) => {
    if (forms.done(by)) onMoved(said);
    else say(said);
  };
  const moveTo = async (to: Move, words: string) => {
    const answer = await move.run({ id, to, words });
    if (answer.ok) moved(to, askedFor[to].said);
    return answer.ok;
  };
  const press = (step: Step) => {
    // Taking it on for the first time needs no words.
    if (step === 'coordinator' && state === 'raised') return void moveTo(step, '');
    forms.press(step);
    // The hand goes on in the form that was opened; those of a few words do so themselves.
    const first = { tell: `who-${id}`, answer: 'from' }[step as string];
    if (first) setTimeout(() => document.getElementById(first)?.focus());
  };
  return (
    <div className="desk-screen-only">
      <Failed failure={form ? null : move.failure} />
      {mayWrite(state) && !reference && (
        <p className="govuk-body">A letter can be written once the office has given it a number.</p>
      )}
      <ButtonGroup>
        {mayWrite(state) && reference && (
          <ButtonLink href={`#/concerns/${id}/letter`} {...(main !== 'write' && { kind: 'secondary' })}>
            {concern.escalations.length > 0 ? 'Write to the police again' : 'Write to the police'}
          </ButtonLink>
        )}
        {offered.map((step) => (
          <Button
            key={step}
            type="button"
            {...(main !== step && { kind: 'secondary' })}
            disabled={move.busy}
            {...(!(step === 'coordinator' && state === 'raised') && { 'aria-expanded': form === step })}
            onClick={() => press(step)}
          >
            {stepWords(step, state)}
          </Button>
        ))}
      </ButtonGroup>
      {form === 'tell' && (
        <TellForm
          id={id}
          label="this concern"
          main
          onTold={() => moved('tell', 'It is written down who was told.')}
        />
      )}
      {form === 'answer' && (
        <AnswerForm id={id} onAnswered={() => moved('answer', 'The answer is entered.')} />
      )}
      {isMove(form) && (
        <WordsForm
          key={form}
          {...{ id, to: form, failure: move.failure }}
          label={askedFor[form].label}
          button={stepWords(form, state)}
          focus={forms.byHand}
          send={(words) => moveTo(form, words)}
        />
      )}
    </div>
  );
}
