import { type ReactNode, useState } from 'react';
import { drafts } from '#renderer/app/drafts.ts';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import { Button, ErrorSummary, InsetText, SendForm, TextInput } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { sentence } from '#shared/errors.ts';
import { notTicked, Tick } from './Tick.tsx';

type DeclareFormProps = {
  id: string;
  person: string;
  name: string;
  /** The person at this laptop declares: they have unlocked it, so no PIN is asked. */
  mine: boolean;
  /** Where to go once it is declared. */
  then: string;
};

type Problem = { id: string; text: string };

/** The statement, and the PIN of somebody who declares on a laptop that is not theirs. */
export function DeclareForm({ id, person, name, mine, then }: DeclareFormProps): ReactNode {
  const pins = useRead('people.pins', {});
  const declare = useWrite('visits.declare');
  const [ticked, setTicked] = useState(false);
  const [pin, setPin] = useState('');
  const [problems, setProblems] = useState<{ attempt: number; errors: Problem[] }>({
    attempt: 0,
    errors: [],
  });
  const { attempt, errors } = problems;
  const errorOf = (field: string) => errors.find((e) => e.id === field)?.text;
  const missing = [
    ...(ticked ? [] : [notTicked]),
    ...(mine || pin ? [] : [{ id: 'pin', text: `Enter the PIN of ${isolated(name)}` }]),
  ];

  const submit = async () => {
    const on = onward();
    const show = (errors: Problem[]) => setProblems({ attempt: attempt + 1, errors });
    show(missing);
    // What is declared is what the store holds; nothing typed may still be on its way there.
    if (missing.length > 0 || !(await drafts.flush())) return;
    const answer = await declare.run({ id, person, ...(!mine && { pin }) });
    if (answer.ok) {
      say(`${isolated(name)} has declared the report.`);
      return on(then);
    }
    setPin('');
    if (answer.error.tag === 'wrongPin') show([{ id: 'pin', text: sentence(answer.error) }]);
  };

  if (!mine && pins.data && !pins.data.includes(person)) return <NoPin person={person} name={name} />;
  return (
    <SendForm aria-label={`Declaration of ${isolated(name)}`} send={submit}>
      {errors.length > 0 && <ErrorSummary key={attempt} errors={errors} />}
      <Failed failure={pins.error ?? (declare.failure?.tag === 'wrongPin' ? null : declare.failure)} />
      <Tick name={name} ticked={ticked} error={errorOf('declared')} onTick={setTicked} />
      {!mine && (
        <TextInput
          label={`PIN of ${isolated(name)}`}
          hint="Only they know it. It is asked for on this laptop and goes nowhere."
          id="pin"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          width={10}
          maxLength={50}
          value={pin}
          error={errorOf('pin')}
          onChange={({ target }) => setPin(target.value)}
        />
      )}
      <Button>{declare.busy ? 'Declaring…' : 'Declare'}</Button>
    </SendForm>
  );
}

function NoPin({ person, name }: { person: string; name: string }): ReactNode {
  return (
    <InsetText>
      <p>{sentence({ tag: 'noPin' })}</p>
      <a className="govuk-link" href={`#/people/${person}`}>
        Set a PIN for {isolated(name)}
      </a>
    </InsetText>
  );
}
