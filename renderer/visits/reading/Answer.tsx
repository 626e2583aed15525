import type { ReactNode } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { WordsForm } from '#renderer/editing/WordsForm.tsx';

type AnswerProps = { id: string; label: string; onMoved: (said: string) => void };

/** The answer to the office's query. */
export function Answer({ id, label, onMoved }: AnswerProps): ReactNode {
  const answer = useWrite('visits.answerQuery');
  const send = async (words: string) => {
    const answered = await answer.run({ id, words });
    if (answered.ok) onMoved('The answer was sent to the office.');
    return answered.ok;
  };
  return (
    <WordsForm {...{ id, label, send, failure: answer.failure }} to="answered" button="Send the answer" />
  );
}
