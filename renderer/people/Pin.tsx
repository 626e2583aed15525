import { type ReactNode, useRef, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { say } from '#renderer/app/state.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { Button, ErrorSummary, moveFocus, SendForm, TextInput } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { sentence } from '#shared/errors.ts';
import type { Person } from '#shared/records/person.ts';

type Problem = { id: string; text: string };

/** A person's own PIN on this laptop: whether there is one, and setting it. It is never shown. */
export function Pin({ person }: { person: Person }): ReactNode {
  const may = useMay('people.setPin');
  const me = useSession().data?.person;
  const standing = useRef<HTMLParagraphElement>(null);
  const pins = useRead('people.pins', {}, { wanted: may });
  if (!may || !me || !pins.data) return <Failed failure={pins.error} />;
  const isSet = pins.data.includes(person.id);
  // The first one is set by whoever stands by; another in its place by the person at work here, or a coordinator.
  const maySet = !isSet || me.id === person.id || me.roles.includes('coordinator');
  return (
    <section aria-labelledby="pin-heading">
      <h2 className="govuk-heading-m" id="pin-heading">
        PIN for declaring on this laptop
      </h2>
      <p className="govuk-body">
        With it {isolated(person.name)} declares a report that a colleague wrote on this laptop, after reading
        it through. It stays on this laptop and opens nothing else.
      </p>
      <p ref={standing} className="govuk-body">
        {isSet ? 'A PIN is set.' : 'No PIN is set yet.'}
      </p>
      {maySet && (
        <SetPin
          person={person.id}
          isSet={isSet}
          onSet={() => standing.current && moveFocus(standing.current)}
        />
      )}
    </section>
  );
}

type SetPinProps = {
  person: string;
  isSet: boolean;
  /** The button is out of use while the PIN is set, so that focus has to go on. */
  onSet: () => void;
};

function SetPin({ person, isSet, onSet }: SetPinProps): ReactNode {
  const set = useWrite('people.setPin');
  const [typed, setTyped] = useState({ pin: '', again: '' });
  const [problems, setProblems] = useState<{ attempt: number; errors: Problem[] }>({
    attempt: 0,
    errors: [],
  });
  const { attempt, errors } = problems;
  const submit = async () => {
    const show = (errors: Problem[]) => setProblems({ attempt: attempt + 1, errors });
    if (typed.pin !== typed.again)
      return show([{ id: 'again', text: 'The PIN must be the same both times' }]);
    show([]);
    const answer = await set.run({ id: person, pin: typed.pin });
    if (answer.ok) {
      setTyped({ pin: '', again: '' });
      say('The PIN is set.');
      onSet();
    } else if (answer.error.tag === 'weakPin') show([{ id: 'pin', text: sentence(answer.error) }]);
  };
  const box = (id: 'pin' | 'again', label: string) => (
    <TextInput
      id={id}
      label={label}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      width={10}
      maxLength={50}
      value={typed[id]}
      error={errors.find((e) => e.id === id)?.text}
      onChange={({ target }) => setTyped({ ...typed, [id]: target.value })}
    />
  );
  return (
    <SendForm aria-label="PIN for declaring on this laptop" send={submit}>
      {errors.length > 0 && <ErrorSummary key={attempt} errors={errors} />}
      <Failed failure={set.failure?.tag === 'weakPin' ? null : set.failure} />
      {box('pin', isSet ? 'New PIN' : 'PIN')}
      {box('again', 'The same PIN again')}
      <Button kind="secondary">{isSet ? 'Set a new PIN' : 'Set the PIN'}</Button>
    </SendForm>
  );
}
