import { type FormEvent, type ReactNode, useState } from 'react';
import { Button, ButtonGroup, PageHeading, Select, TextInput } from '#renderer/kit/index.ts';
import type { Input, Output } from '#shared/contract.ts';
import { type Failure, sentence } from '#shared/errors.ts';
import { Bare } from './Bare.tsx';
import { useUnlock } from './locking.ts';
import { PassphraseInput } from './PassphraseInput.tsx';

type Stores = Output<'store.status'>['stores'];

/** The lock. `returning` when somebody's page waits behind it. */
export function Unlock({ stores, returning }: { stores: Stores; returning: boolean }): ReactNode {
  const unlock = useUnlock();
  const [name, setName] = useState(stores[0]?.name ?? '');
  const [byCode, setByCode] = useState(false);
  const [secret, setSecret] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const store = stores.find((s) => s.name === name);
  const error = failure ? sentence(failure) : undefined;

  const open = async (input: Input<'store.unlock'>) => {
    setBusy(true);
    setFailure(null);
    const answer = await unlock({ ...(stores.length > 1 ? { name } : {}), ...input });
    setBusy(false);
    if (answer.ok) return;
    setFailure(answer.error);
    document.getElementById('secret')?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void open(byCode ? { recoveryCode: secret } : { passphrase: secret });
  };
  const secretField = { id: 'secret', value: secret, error, onValue: setSecret };

  return (
    <Bare>
      <PageHeading>Unlock ICV Desk</PageHeading>
      {returning && <p className="govuk-body">The page you were on opens again where you left it.</p>}
      <form onSubmit={submit} noValidate>
        {stores.length > 1 && (
          <Select
            label="Whose store?"
            name="store"
            value={name}
            options={stores.map((s) => ({ value: s.name, text: s.name }))}
            onChange={(event) => setName(event.target.value)}
          />
        )}
        {byCode ? (
          <TextInput
            label="Recovery code"
            hint="From the sheet printed when ICV Desk was set up. Capitals and dashes do not matter."
            id="secret"
            autoComplete="off"
            spellCheck={false}
            value={secret}
            error={error}
            onChange={(event) => setSecret(event.target.value)}
          />
        ) : (
          <PassphraseInput
            label="Passphrase"
            hint={stores.length === 1 && store ? `Of the store “${store.name}”` : undefined}
            {...secretField}
          />
        )}
        <ButtonGroup>
          <Button disabled={busy}>{busy ? 'Unlocking…' : 'Unlock'}</Button>
          {store?.keychain && (
            <Button type="button" kind="secondary" disabled={busy} onClick={() => void open({})}>
              Unlock with this computer's keychain
            </Button>
          )}
          {store?.recovery && (
            <button
              type="button"
              className="desk-link-button"
              onClick={() => {
                setByCode(!byCode);
                setSecret('');
                setFailure(null);
              }}
            >
              {byCode ? 'Use the passphrase instead' : 'Use the recovery code instead'}
            </button>
          )}
        </ButtonGroup>
      </form>
    </Bare>
  );
}
