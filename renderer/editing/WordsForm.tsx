import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { Button, ErrorSummary, SendForm, Textarea } from '#renderer/kit/index.ts';
import { type Failure, sentence } from '#shared/errors.ts';
import { useWords, type WordsFor } from './useWords.ts';

type WordsFormProps = {
  /** The record that the words are about, and what they are for. */
  id: string;
  to: WordsFor;
  label: string;
  button: string;
  /** Sentences to begin from; words may then also be left out. */
  offered?: readonly string[] | undefined;
  /** Its button is not the main one of the page. */
  quiet?: boolean;
  /** The form was just opened by hand, so the hand goes on in it. */
  focus?: boolean;
  failure: Failure | null;
  /** Whether they were sent. */
  send: (words: string) => Promise<boolean>;
};

/** A few words to somebody, kept as they are typed, and a button that sends them. */
export function WordsForm(props: WordsFormProps): ReactNode {
  const { id, to, label, button, offered, quiet, focus = false, failure, send } = props;
  const words = useWords(id, to);
  const [attempt, setAttempt] = useState(0);
  const box = useRef<HTMLTextAreaElement>(null);
  const there = words !== null;
  useEffect(() => {
    if (focus && there) box.current?.focus();
  }, [focus, there]);
  if (!words) return <Waiting />;
  const missing = !offered && !words.text.trim();
  const error = attempt > 0 && missing ? sentence({ tag: 'noWords' }) : undefined;

  const submit = async () => {
    setAttempt(attempt + 1);
    if (missing || !(await send(words.text))) return;
    // What was sent is taken out of the box, which is nothing that is missing.
    setAttempt(0);
    await words.sent();
  };
  const offer = (text: string) => {
    // After what is there already: a sentence that is offered takes the place of none that was written.
    words.write([words.text.trim(), text].filter(Boolean).join(' '));
    box.current?.focus();
  };
  return (
    <SendForm send={submit}>
      {error && <ErrorSummary key={attempt} errors={[{ id: to, text: error }]} />}
      <Failed failure={failure} />
      {offered && (
        <fieldset className="desk-plain-fieldset desk-thanks">
          <legend className="govuk-body">Sentences to begin from. Change them as you like:</legend>
          {offered.map((text) => (
            <button key={text} type="button" className="desk-link-button" onClick={() => offer(text)}>
              {text}
            </button>
          ))}
        </fieldset>
      )}
      <Textarea
        ref={box}
        label={label}
        labelSize="s"
        id={to}
        rows={4}
        maxLength={30_000}
        value={words.text}
        error={error}
        onChange={({ target }) => words.write(target.value)}
        onBlur={() => words.hurry()}
      />
      <Button {...(quiet && { kind: 'secondary' })}>{button}</Button>
    </SendForm>
  );
}
