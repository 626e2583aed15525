import type { ReactNode } from 'react';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { Checkboxes, InsetText } from '#renderer/kit/index.ts';
import { useSettled } from '#renderer/search/useSettled.ts';
import { IssueForm } from './IssueForm.tsx';
import type { LetterDraft, OpenLetter } from './useLetterDraft.ts';
import { HowItLooks, Problems, WordsFields } from './Words.tsx';

const likeness = { name: 'a name', dateOfBirth: 'a date of birth', offence: 'an offence' } as const;

type WordsFormProps = { open: OpenLetter; words: NonNullable<LetterDraft['words']>; concern: string };

/** The words of this one letter, what stands in their way, how they will look, and issuing them. */
export function WordsForm({ open, words, concern }: WordsFormProps): ReactNode {
  const { draft, change, done } = open;
  const host = useHost();
  const { about, template, notNames } = draft;
  const addressee = draft.addressee ?? 'custody inspector';
  const to = draft.to ?? '';
  const [subject, body] = [useSettled(words.subject), useSettled(words.body)];
  const check = useRead(
    'letters.check',
    { about, template, addressee, to, subject: subject.trim() || '–', body },
    { keep: true },
  );
  const put = (part: Partial<typeof words>) => change({ words: { ...words, ...part } });
  const { problems = [], doubts = [] } = check.data ?? {};

  const issue = () =>
    host.call('letters.issue', {
      id: draft.id,
      about,
      template,
      addressee,
      to,
      due: words.due,
      subject: words.subject,
      body: words.body,
      notNames,
    });

  return (
    <IssueForm
      letter={draft.id}
      checked={check.error}
      issue={issue}
      done={done}
      again={() => change({ words: null, notNames: [] })}
      later={`#/concerns/${concern}`}
    >
      <InsetText>
        To {to}; an answer is asked for by {dayWords(words.due)}. What you change here stands in this letter
        alone.
      </InsetText>
      <WordsFields words={words} onWords={put} hint="Name no detainee." />
      <Problems problems={problems} />
      {doubts.length > 0 && (
        <Checkboxes
          name="notNames"
          legend="This looks like a name, a date of birth or an offence. Tick what is none"
          legendSize="s"
          hint="Whatever is one must be taken out of the words."
          values={notNames}
          onValues={(values) => change({ notNames: values })}
          items={doubts.map((one) => ({
            value: one.words,
            text: `“${one.words}” is not ${likeness[one.kind]}`,
          }))}
        />
      )}
      <HowItLooks to={to} words={words} />
    </IssueForm>
  );
}
