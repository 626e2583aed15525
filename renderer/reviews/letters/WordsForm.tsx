import type { ReactNode } from 'react';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { InsetText } from '#renderer/kit/index.ts';
import { IssueForm } from '#renderer/letters/IssueForm.tsx';
import { HowItLooks, Problems, WordsFields } from '#renderer/letters/Words.tsx';
import { useSettled } from '#renderer/search/useSettled.ts';
import type { OpenReviewLetter } from './useReviewLetter.ts';

type WordsFormProps = {
  review: string;
  open: OpenReviewLetter;
  words: NonNullable<OpenReviewLetter['draft']['words']>;
};

/** The words of this one letter, what stands in their way, how they will look, and issuing them. */
export function WordsForm({ review, open, words }: WordsFormProps): ReactNode {
  const { draft, change, done } = open;
  const host = useHost();
  const [subject, body] = [useSettled(words.subject), useSettled(words.body)];
  const [to, address] = [draft.to ?? '', draft.address ?? ''];
  const plan = {
    ...{ id: review, template: draft.template ?? '', who: draft.who ?? 'applicant', to },
    ...(words.due && { due: words.due }),
  };
  const check = useRead(
    'reviewLetters.check',
    { ...plan, subject: subject.trim() || '–', body },
    { keep: true },
  );

  const issue = () => {
    const { subject, body } = words;
    return host.call('reviewLetters.issue', {
      ...{ ...plan, letter: draft.id, subject, body },
      ...(address && { address }),
    });
  };

  return (
    <IssueForm
      letter={draft.id}
      checked={check.error}
      issue={issue}
      done={done}
      again={() => change({ words: null })}
      later={`#/reviews/${review}`}
    >
      <InsetText>
        To {to}
        {words.due && `; the day it quotes is ${dayWords(words.due)}`}. What you change here stands in this
        letter alone.
      </InsetText>
      <WordsFields words={words} onWords={(part) => change({ words: { ...words, ...part } })} />
      <Problems problems={check.data?.problems ?? []} />
      <HowItLooks to={to} address={address} words={words} />
    </IssueForm>
  );
}
