import { type FormEvent, type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { Failed } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { dayWords } from '#renderer/dates.ts';
import { Button, ButtonGroup, Checkboxes, InsetText } from '#renderer/kit/index.ts';
import { useSettled } from '#renderer/search/useSettled.ts';
import type { Failure } from '#shared/errors.ts';
import type { LetterDraft, OpenLetter } from './useLetterDraft.ts';
import { HowItLooks, Problems, WordsFields } from './Words.tsx';

const likeness = { name: 'a name', dateOfBirth: 'a date of birth', offence: 'an offence' } as const;

type WordsFormProps = { open: OpenLetter; words: NonNullable<LetterDraft['words']>; concern: string };

/** The words of this one letter, what stands in their way, how they will look, and issuing them. */
export function WordsForm({ open, words, concern }: WordsFormProps): ReactNode {
  const { draft, change, done } = open;
  const host = useHost();
  const [, go] = useLocation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
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

  const issue = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await host.call('letters.issue', {
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
      <ButtonGroup>
        <Button disabled={busy}>Issue the letter</Button>
        <Button type="button" kind="secondary" onClick={() => change({ words: null, notNames: [] })}>
          Begin again from the template
        </Button>
        <a className="govuk-link" href={`#/concerns/${concern}`}>
          Finish it later
        </a>
      </ButtonGroup>
    </form>
  );
}
