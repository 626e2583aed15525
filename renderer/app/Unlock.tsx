import { type FormEvent, type ReactNode, useState } from 'react';
import { Button, ButtonGroup, PageHeading, Select, TextInput } from '#renderer/kit/index.ts';
import type { Input, Output } from '#shared/contract.ts';
import { type Failure, sentence } from '#shared/errors.ts';
import { Bare } from './Bare.tsx';
import { shortest, wrongAboutPassphrase } from './first-run/answers.ts';
import { useUnlock } from './locking.ts';
import { PassphraseInput } from './PassphraseInput.tsx';

type Stores = Output<'store.status'>['stores'];

/** How somebody unlocks: as always, with their printed code, or with the one that the office reads out. */
type By = 'passphrase' | 'recovery' | 'office';

const insteadWords: Record<By, string> = {
  passphrase: 'Use the passphrase instead',
  recovery: 'Use the recovery code instead',
  office: 'Use the code from the office instead',
};
const hints = {
  recovery: 'From the sheet printed when ICV Desk was set up. Capitals and dashes do not matter.',
  office:
    'Ring the office: it asks who you are and reads the code out to you. Capitals and dashes do not matter.',
};

/** The lock. `returning` when somebody's page waits behind it. */
export function Unlock({ stores, returning }: { stores: Stores; returning: boolean }): ReactNode {
  const unlock = useUnlock();
  const [name, setName] = useState(stores[0]?.name ?? '');
  const [by, setBy] = useState<By>('passphrase');
  const [secret, setSecret] = useState('');
  const [fresh, setFresh] = useState({ passphrase: '', again: '' });
  const [wrongFresh, setWrongFresh] = useState<ReturnType<typeof wrongAboutPassphrase>>([]);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const store = stores.find((s) => s.name === name);
  const error = failure ? sentence(failure) : undefined;
  const ways = (['passphrase', 'recovery', 'office'] as const).filter(
    (way) => way !== by && (way === 'passphrase' || store?.[way]),
  );

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
    if (by === 'passphrase') return void open({ passphrase: secret });
    if (by === 'recovery') return void open({ recoveryCode: secret });
    const wrong = wrongAboutPassphrase(fresh);
    setWrongFresh(wrong);
    if (wrong[0]) document.getElementById(`new-${wrong[0].id}`)?.focus();
    else void open({ recoveryCode: secret, newPassphrase: fresh.passphrase });
  };
  const change = (way: By) => {
    setBy(way);
    setSecret('');
    setFailure(null);
    setWrongFresh([]);
  };
  const freshField = (id: 'passphrase' | 'again') => ({
    id: `new-${id}`,
    isNew: true,
    value: fresh[id],
    error: wrongFresh.find((w) => w.id === id)?.text,
    onValue: (value: string) => setFresh({ ...fresh, [id]: value }),
  });

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
            onChange={(event) => {
              setName(event.target.value);
              change('passphrase');
            }}
          />
        )}
        {by === 'passphrase' ? (
          <PassphraseInput
            id="secret"
            label="Passphrase"
            hint={stores.length === 1 && store ? `Of the store “${store.name}”` : undefined}
            value={secret}
            error={error}
            onValue={setSecret}
          />
        ) : (
          <TextInput
            label={by === 'recovery' ? 'Recovery code' : 'Code from the office'}
            hint={hints[by]}
            id="secret"
            autoComplete="off"
            spellCheck={false}
            value={secret}
            error={error}
            onChange={(event) => setSecret(event.target.value)}
          />
        )}
        {by === 'office' && (
          <>
            <PassphraseInput
              label="New passphrase"
              hint={`In place of the one you forgot. At least ${shortest} characters; four or five unrelated words are good.`}
              {...freshField('passphrase')}
            />
            <PassphraseInput label="The same new passphrase again" {...freshField('again')} />
          </>
        )}
        <ButtonGroup>
          <Button disabled={busy}>{busy ? 'Unlocking…' : 'Unlock'}</Button>
          {store?.keychain && (
            <Button type="button" kind="secondary" disabled={busy} onClick={() => void open({})}>
              Unlock with this computer's keychain
            </Button>
          )}
          {ways.map((way) => (
            <button key={way} type="button" className="desk-link-button" onClick={() => change(way)}>
              {insteadWords[way]}
            </button>
          ))}
        </ButtonGroup>
      </form>
    </Bare>
  );
}
