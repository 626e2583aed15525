import { type FormEvent, type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { Failed } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { dayWords } from '#renderer/dates.ts';
import { Button, ButtonGroup, InsetText } from '#renderer/kit/index.ts';
import { HowItLooks, Problems, WordsFields } from '#renderer/letters/Words.tsx';
import { useSettled } from '#renderer/search/useSettled.ts';
import type { Failure } from '#shared/errors.ts';
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
  const [, go] = useLocation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
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

  const issue = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const { subject, body } = words;
    const answer = await host.call('reviewLetters.issue', {
      ...{ ...plan, letter: draft.id, subject, body },
      ...(address && { address }),
    });
    setBusy(false);
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    await done();
    say('The letter is issued.');
    go(`/letters/${draft.id}`);
  };

  return (
    <form noValidate aria-label="The words of the letter" onSubmit={(event) => void issue(event)}>
      <Failed failure={failure ?? check.error} />
      <InsetText>
        To {to}
        {words.due && `; the day it quotes is ${dayWords(words.due)}`}. What you change here stands in this
        letter alone.
      </InsetText>
      <WordsFields words={words} onWords={(part) => change({ words: { ...words, ...part } })} />
      <Problems problems={check.data?.problems ?? []} />
      <HowItLooks to={to} address={address} words={words} />
      <ButtonGroup>
        <Button disabled={busy}>Issue the letter</Button>
        <Button type="button" kind="secondary" onClick={() => change({ words: null })}>
          Begin again from the template
        </Button>
        <a className="govuk-link" href={`#/reviews/${review}`}>
          Finish it later
        </a>
      </ButtonGroup>
    </form>
  );
}
