import { type ReactNode, useState } from 'react';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { momentOf } from '#renderer/dates.ts';
import { newRecordId } from './newRecordId.ts';
import { WordsForm } from './WordsForm.tsx';

type OfficeNotesProps = {
  /** What the notes are about, and the call that adds one. */
  id: string;
  call: 'concerns.note' | 'reviews.note' | 'cases.note';
  /** Who does not read them. */
  hint: string;
  notes: readonly { id: string; by: string; at: string; words: string }[];
  names: Readonly<Record<string, string>>;
};

/** What the staff write beside a case for themselves, and a box for the next. */
export function OfficeNotes({ id, call, hint, notes, names }: OfficeNotesProps): ReactNode {
  const write = useWrite(call);
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
      <p className="govuk-hint">{hint}</p>
      {notes.map(({ id: key, by, at, words }) => (
        <div key={key} className="desk-note">
          <p className="govuk-body-s govuk-!-margin-bottom-1">
            {[names[by], momentOf(at)].filter(Boolean).join(', ')}
          </p>
          <p className="govuk-body desk-words">{words}</p>
        </div>
      ))}
      <WordsForm
        {...{ id, to: 'note', failure: write.failure, send }}
        label="A new note"
        button="Add the note"
        quiet
      />
    </section>
  );
}
