import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { useOpenForm } from '#renderer/editing/useOpenForm.ts';
import { useBegun } from '#renderer/editing/useWords.ts';
import { WordsForm } from '#renderer/editing/WordsForm.tsx';
import { Button, ButtonGroup, Details } from '#renderer/kit/index.ts';
import type { VisitState } from '#shared/records/visit.ts';
import { Answer } from './Answer.tsx';
import { canMove, type Step } from './steps.ts';

const thanks = [
  'Thank you both for a clear and careful report.',
  'Thank you. What you raised is being followed up.',
  'Thank you for going at an hour when few others look in.',
];

const withWords = {
  queried: { button: 'Ask the visitors', label: 'What do you ask the visitors?', send: 'Send the query' },
  accepted: {
    button: 'Accept',
    label: 'Thanks to the visitors (you can leave this blank)',
    send: 'Accept the report',
  },
} as const;
type WithWords = keyof typeof withWords;
const writing = Object.keys(withWords) as WithWords[];

type OfficeStepsProps = {
  id: string;
  state: VisitState;
  /** Whether the person at work is one of its visitors, who answers for themselves. */
  ownVisit: boolean;
  onMoved: (said: string) => void;
};

/** What the office does with a report that it reads through: marks it as read, asks its visitors, accepts it. */
export function OfficeSteps({ id, state, ownVisit, onMoved }: OfficeStepsProps): ReactNode {
  const move = useWrite('visits.readThrough');
  const forms = useOpenForm<Step>(useBegun<WithWords>(id, ['queried', 'accepted']));
  const form = writing.find((to) => to === forms.open && canMove(state, to));

  const moveTo = async (to: Step, words?: string) => {
    const answer = await move.run({ id, to, ...(words !== undefined && { words }) });
    if (!answer.ok) return false;
    if (forms.done(to)) onMoved(said[to]);
    else say(said[to]);
    return true;
  };
  return (
    <>
      <Failed failure={form ? null : move.failure} />
      <ButtonGroup>
        {canMove(state, 'read') && (
          <Button type="button" kind="secondary" disabled={move.busy} onClick={() => void moveTo('read')}>
            Mark as read
          </Button>
        )}
        {writing
          .filter((to) => canMove(state, to))
          .map((to) => (
            <Button
              key={to}
              type="button"
              kind="secondary"
              aria-expanded={form === to}
              onClick={() => forms.press(to)}
            >
              {withWords[to].button}
            </Button>
          ))}
      </ButtonGroup>
      {form && (
        <WordsForm
          key={form}
          {...{ id, to: form, failure: move.failure }}
          label={withWords[form].label}
          button={withWords[form].send}
          offered={form === 'accepted' ? thanks : undefined}
          focus={forms.byHand}
          send={(words) => moveTo(form, words)}
        />
      )}
      {canMove(state, 'answered') && !ownVisit && (
        <Details summary="Write down an answer they gave by telephone">
          <Answer id={id} label="Their answer" onMoved={onMoved} />
        </Details>
      )}
    </>
  );
}

const said: Record<Step, string> = {
  read: 'Marked as read.',
  queried: 'The query was sent to the visitors.',
  accepted: 'The report is accepted.',
};
