import { type ReactNode, useState } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { momentOf } from '#renderer/dates.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { WordsForm } from '#renderer/editing/WordsForm.tsx';
import type { ReviewShown } from './parts.ts';

/** What the caseworkers write beside a review for themselves. */
export function Notes({ review: { id }, notes, names }: ReviewShown): ReactNode {
  const write = useWrite('reviews.note');
  const [note, setNote] = useState(newRecordId);
  const send = async (words: string) => {
    const written = await write.run({ id, note, words });
    if (!written.ok) return false;
    setNote(newRecordId());
    say('The note is added.');
    return true;
  };
  return (
    <section aria-labelledby="notes" className="desk-screen-only">
      <h2 className="govuk-heading-m" id="notes">
        Notes of the office
      </h2>
      <p className="govuk-hint">Neither assessors nor the force read these.</p>
      {notes.map(({ id: key, by, at, words }) => (
        <div key={key} className="desk-note">
          <p className="govuk-body-s govuk-!-margin-bottom-1">
            {[names[by], momentOf(at)].filter(Boolean).join(', ')}
          </p>
          <p className="govuk-body desk-words">{words}</p>
        </div>
      ))}
      <WordsForm
        {...{ id, to: 'note', busy: write.busy, failure: write.failure, send }}
        label="A new note"
        button="Add the note"
        quiet
      />
    </section>
  );
}
