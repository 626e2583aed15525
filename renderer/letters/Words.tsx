import type { ReactNode } from 'react';
import { Waiting } from '#renderer/app/Failed.tsx';
import { useSession } from '#renderer/app/session.ts';
import { dayWords } from '#renderer/dates.ts';
import { Textarea, TextInput } from '#renderer/kit/index.ts';
import { letterDocument } from '#shared/letters/document.ts';
import { Paper } from './Paper.tsx';

type LetterWords = { subject: string; body: string };
type WordsFieldsProps = {
  words: LetterWords;
  onWords: (change: Partial<LetterWords>) => void;
  hint?: string;
};

/** The subject and the words of one letter. */
export function WordsFields({ words, onWords, hint }: WordsFieldsProps): ReactNode {
  return (
    <>
      <TextInput
        label="Subject"
        id="subject"
        maxLength={200}
        value={words.subject}
        onChange={({ target }) => onWords({ subject: target.value })}
      />
      <Textarea
        label="Words"
        hint={['A blank line begins a new paragraph.', hint].filter(Boolean).join(' ')}
        id="body"
        rows={18}
        maxLength={30_000}
        value={words.body}
        onChange={({ target }) => onWords({ body: target.value })}
      />
    </>
  );
}

/** What keeps a letter from being issued. */
export function Problems({ problems }: { problems: readonly string[] }): ReactNode {
  if (problems.length === 0) return null;
  return (
    <section aria-labelledby="problems" className="desk-problems desk-problems--must">
      <h2 className="govuk-heading-m" id="problems">
        Put right before it is issued
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {problems.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

type HowItLooksProps = { to: string; address?: string | undefined; words: LetterWords };

/** The letter as it will be printed. */
export function HowItLooks({ to, address, words }: HowItLooksProps): ReactNode {
  const session = useSession().data;
  return (
    <>
      <h2 className="govuk-heading-m">How it will look</h2>
      {session ? (
        <Paper
          document={letterDocument({
            ...{ office: session.body, notice: session.notice, to, address },
            ...{ date: dayWords(session.today), subject: words.subject, body: words.body },
          })}
        />
      ) : (
        <Waiting />
      )}
    </>
  );
}
