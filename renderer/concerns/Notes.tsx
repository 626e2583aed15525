import { type ReactNode, useState } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { momentOf } from '#renderer/dates.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { WordsForm } from '#renderer/editing/WordsForm.tsx';
import type { Output } from '#shared/contract.ts';

type NotesProps = Pick<Output<'concerns.get'>, 'notes' | 'names'> & { id: string };

/** What the staff write beside a concern for themselves. */
export function Notes({ id, notes, names }: NotesProps): ReactNode {
  const write = useWrite('concerns.note');
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
      <p className="govuk-hint">Neither visitors nor the police read these.</p>
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
