import { type ReactNode, useState } from 'react';
import { Checkboxes, TextInput } from '#renderer/kit/index.ts';

type PassphraseInputProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  onValue: (value: string) => void;
  /** A new passphrase, not one to be filled in from memory. */
  isNew?: boolean;
};

/** A passphrase of several words is long to type blind, so it can be shown. */
export function PassphraseInput(props: PassphraseInputProps): ReactNode {
  const { id, label, hint, error, value, onValue, isNew } = props;
  const [shown, setShown] = useState(false);
  return (
    <>
      <TextInput
        {...{ id, label, hint, error, value }}
        type={shown ? 'text' : 'password'}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        spellCheck={false}
        autoCapitalize="none"
        maxLength={1_000}
        onChange={(event) => onValue(event.target.value)}
      />
      <Checkboxes
        name={`${id}-shown`}
        small
        values={shown ? ['yes'] : []}
        onValues={(values) => setShown(values.length > 0)}
        items={[{ value: 'yes', text: 'Show what I type' }]}
      />
    </>
  );
}
