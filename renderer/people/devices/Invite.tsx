import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { Button, Details, ErrorSummary, Radios, Select, SendForm, TextInput } from '#renderer/kit/index.ts';
import type { Input, Output } from '#shared/contract.ts';
import { type Role, roles } from '#shared/roles.ts';
import { roleNames } from '../roleNames.ts';
import { Invitation } from './Invitation.tsx';

type Typed = { who: 'existing' | 'new' | null; person: string; name: string; role: string; panel: string };
const blank: Typed = { who: null, person: '', name: '', role: 'visitor', panel: '' };

/** Invites somebody who is on the list of people already, or a new person with a role and a panel. */
export function Invite({ onInvited }: { onInvited: () => void }): ReactNode {
  const people = useRead('people.list', { show: 'active' });
  const panels = useRead('panels.list', {});
  const invite = useWrite('hub.invite');
  const [typed, setTyped] = useState(blank);
  const [attempt, setAttempt] = useState(0);
  const [made, setMade] = useState<{ name: string; invitation: Output<'hub.invite'> }>();
  const errors = attempt > 0 ? wrongIn(typed) : [];
  const errorOf = (id: string) => errors.find((e) => e.id === id)?.text;
  const change = (some: Partial<Typed>) => setTyped({ ...typed, ...some });

  const submit = async () => {
    setAttempt(attempt + 1);
    if (wrongIn(typed).length > 0) return;
    const answer = await invite.run(inputOf(typed));
    if (!answer.ok) return;
    const name = people.data?.find(({ id }) => id === typed.person)?.name ?? typed.name.trim();
    setMade({ name, invitation: answer.value });
    setTyped(blank);
    setAttempt(0);
    onInvited();
  };
  return (
    <>
      {made && <Invitation key={made.invitation.code} {...made} onDone={() => setMade(undefined)} />}
      <Details summary="Invite somebody">
        <SendForm aria-label="Invite somebody" send={submit}>
          {errors.length > 0 && <ErrorSummary key={attempt} errors={errors} />}
          <Failed failure={invite.failure} />
          <Radios
            name="invite-who"
            legend="Who is invited?"
            legendSize="s"
            value={typed.who}
            error={errorOf('invite-who')}
            onChange={({ target }) => change({ who: target.value as Typed['who'] })}
            items={[
              {
                value: 'existing',
                text: 'Somebody on the list of people',
                conditional: (
                  <Select
                    id="invite-person"
                    label="Person"
                    value={typed.person}
                    error={errorOf('invite-person')}
                    options={[
                      { value: '', text: 'Choose a person' },
                      ...(people.data ?? []).map(({ id, name }) => ({ value: id, text: name })),
                    ]}
                    onChange={({ target }) => change({ person: target.value })}
                  />
                ),
              },
              {
                value: 'new',
                text: 'A new person',
                conditional: (
                  <>
                    <TextInput
                      id="invite-name"
                      label="Name"
                      autoComplete="off"
                      maxLength={200}
                      value={typed.name}
                      error={errorOf('invite-name')}
                      onChange={({ target }) => change({ name: target.value })}
                    />
                    <Select
                      id="invite-role"
                      label="Role"
                      value={typed.role}
                      options={roles.map((value) => ({ value, text: roleNames[value] }))}
                      onChange={({ target }) => change({ role: target.value })}
                    />
                    <Select
                      id="invite-panel"
                      label="Panel"
                      value={typed.panel}
                      options={[
                        { value: '', text: 'No panel' },
                        ...(panels.data ?? []).map(({ id, name }) => ({ value: id, text: name })),
                      ]}
                      onChange={({ target }) => change({ panel: target.value })}
                    />
                  </>
                ),
              },
            ]}
          />
          <Button>{invite.busy ? 'Inviting…' : 'Make the invitation'}</Button>
        </SendForm>
      </Details>
    </>
  );
}

const wrongIn = ({ who, person, name }: Typed) => {
  if (who === null) return [{ id: 'invite-who', text: 'Choose who is invited' }];
  if (who === 'existing') return person ? [] : [{ id: 'invite-person', text: 'Choose a person' }];
  return name.trim() ? [] : [{ id: 'invite-name', text: 'Enter the name of the person' }];
};

const inputOf = ({ who, person, name, role, panel }: Typed): Input<'hub.invite'> =>
  who === 'existing' ? { person } : { name: name.trim(), role: role as Role, ...(panel && { panel }) };
