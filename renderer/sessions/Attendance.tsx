import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { Button, Radios, Select } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Output } from '#shared/contract.ts';
import { attendances, type Attendance as Was } from '#shared/records/session.ts';
import { attendanceWords, invitedWords } from './words.tsx';

type Shown = Output<'sessions.get'>;
type Person = { id: string; name: string; was: Was | undefined };

const unknown = 'Somebody not known here';

const peopleOf = ({ session, names }: Shown): Person[] =>
  session.attendance
    .map(({ id, was }) => ({ id, name: names[id] ?? unknown, was }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));

/** Who is invited and who came. Whoever may write takes attendance by single letters, one person after the other. */
export function Attendance({ shown }: { shown: Shown }): ReactNode {
  const people = peopleOf(shown);
  const present = people.filter(({ was }) => was === 'present').length;
  return (
    <section aria-labelledby="attendance">
      <h2 className="govuk-heading-m" id="attendance">
        Who is invited
      </h2>
      <p className="govuk-body">
        {people.length === 0 ? 'Nobody yet.' : `${invitedWords({ invited: people.length, present })}.`}
      </p>
      {shown.mayChange ? (
        <>
          <Invite shown={shown} />
          {people.length > 0 && <Taking session={shown.session.id} people={people} />}
        </>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {people.map(({ id, name, was }) => (
            <li key={id}>{[name, was && attendanceWords[was].toLowerCase()].filter(Boolean).join(': ')}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Invite({ shown: { session, others, panelName } }: { shown: Shown }): ReactNode {
  const invite = useWrite('sessions.invite');
  const [one, setOne] = useState('');
  const send = async (people?: string[]) => {
    const answer = await invite.run({ id: session.id, ...(people && { people }) });
    if (!answer.ok) return;
    setOne('');
    say(`${answer.value.invited === 1 ? 'One is' : `${answer.value.invited} are`} invited.`);
  };
  if (others.length === 0) return null;
  const all = `Invite all ${others.length} ${panelName ? `others of ${panelName}` : 'others of the scheme'}`;
  return (
    <div className="desk-screen-only">
      <Failed failure={invite.failure} />
      <Button type="button" kind="secondary" disabled={invite.busy} onClick={() => void send()}>
        {session.attendance.length === 0 ? all.replace(' others', '') : all}
      </Button>
      <div className="desk-in-row">
        <Select
          label="Or somebody alone"
          id="invite"
          value={one}
          onChange={({ target }) => setOne(target.value)}
          options={[
            { value: '', text: 'Choose somebody' },
            ...others.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <Button
          type="button"
          kind="secondary"
          disabled={invite.busy || one === ''}
          onClick={() => void send([one])}
        >
          Invite
        </Button>
      </div>
    </div>
  );
}

const byLetter: Readonly<Record<string, Was>> = { p: 'present', s: 'apologies', a: 'absent' };

const nameOf = (person: string): string => `attendance-${person}`;
/** The button of a person's that Tab would come to. */
const stopOf = (person: string): HTMLElement | null => {
  const all = [...document.querySelectorAll<HTMLInputElement>(`input[name="${nameOf(person)}"]`)];
  return all.find(({ checked }) => checked) ?? all[0] ?? null;
};

function Taking({ session, people }: { session: string; people: readonly Person[] }): ReactNode {
  const attend = useWrite('sessions.attend');
  const uninvite = useWrite('sessions.uninvite');
  // What was just said stands at once: attendance is taken faster than a list is read again.
  const [said, setSaid] = useState<Readonly<Record<string, Was>>>({});
  useEffect(() => {
    setSaid((now) =>
      Object.fromEntries(
        Object.entries(now).filter(([id, was]) => people.find((one) => one.id === id)?.was !== was),
      ),
    );
  }, [people]);
  const sayOf = async (person: Person, was: Was) => {
    setSaid((now) => ({ ...now, [person.id]: was }));
    const answer = await attend.run({ id: session, person: person.id, was });
    if (!answer.ok) setSaid(({ [person.id]: _, ...rest }) => rest);
  };
  const press = (event: KeyboardEvent, at: number) => {
    const was = byLetter[event.key.toLowerCase()];
    const person = people[at];
    if (!was || !person || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    void sayOf(person, was);
    const next = people[at + 1];
    if (next) stopOf(next.id)?.focus();
    say(`${isolated(person.name)}: ${attendanceWords[was].toLowerCase()}.`);
  };
  const remove = async ({ id, name }: Person) => {
    const answer = await uninvite.run({ id: session, person: id });
    if (answer.ok) say(`${isolated(name)} is not invited any more.`);
  };
  return (
    <>
      <p className="govuk-body" id="by-letter">
        From the keyboard: P present, S sent apologies, A absent; the next person follows by themselves.
      </p>
      <Failed failure={attend.failure ?? uninvite.failure} />
      <ul className="govuk-list desk-attendance">
        {people.map((person, at) => {
          const { id, name, was } = person;
          const now = said[id] ?? was;
          return (
            <li key={id} className="desk-attendance__one" onKeyDown={(event) => press(event, at)}>
              <Radios
                name={nameOf(id)}
                legend={name}
                legendSize="s"
                inline
                small
                aria-describedby="by-letter"
                items={attendances.map((value) => ({ value, text: attendanceWords[value] }))}
                value={now ?? null}
                onChange={({ target }) => void sayOf(person, target.value as Was)}
              />
              {now === undefined && (
                <button
                  type="button"
                  className="govuk-link desk-link-button desk-screen-only"
                  onClick={() => void remove(person)}
                >
                  Do not invite<span className="govuk-visually-hidden"> {name}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
