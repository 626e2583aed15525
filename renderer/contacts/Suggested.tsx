import type { ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useRead } from '#renderer/app/host.tsx';
import { Radios } from '#renderer/kit/index.ts';
import { inALine } from './words.tsx';

type SuggestedProps = {
  /** Who is looked for, as the heading above the boxes says it. */
  of: string;
  /** What is typed of them. */
  name: string;
  mail: string;
  /** Whom somebody chose; nobody of the register where it is blank. */
  chosen: string;
  /** Whom the record names already: they go on being offered when somebody else is looked at. */
  standing?: string;
  field: UseFormRegisterReturn;
};

/** Those of the register who may be meant by what is typed, each with why. Nobody is chosen by itself. */
export function Suggested(props: SuggestedProps): ReactNode {
  const { of, name, mail, chosen, standing = '', field } = props;
  const typed = { names: name.trim() ? [name] : [], mails: mail.trim() ? [mail] : [] };
  const isTyped = name.trim() !== '' || mail.trim() !== '';
  const wanted = name.trim().length > 1 || mail.trim().length > 3;
  const found = useRead('contacts.suggest', typed, { wanted, keep: true }).data ?? [];
  const named = [
    useRead('contacts.get', { id: standing }, { wanted: standing !== '' }).data,
    useRead('contacts.get', { id: chosen }, { wanted: chosen !== '' }).data,
  ].filter((one) => one !== undefined);
  const suggested = (isTyped ? found : []).map(({ contact, why }) => ({ contact, why: why.join(', ') }));
  const offered = new Map(
    [...named.map((contact) => ({ contact, why: '' })), ...suggested].map((one) => [one.contact.id, one]),
  );
  if (offered.size === 0) return null;
  return (
    <Radios
      legend={`Who is meant: ${of.toLowerCase()}`}
      legendSize="s"
      small
      value={chosen}
      items={[
        ...[...offered.values()].map(({ contact, why }) => ({
          value: contact.id,
          text: inALine(contact),
          ...(why && { hint: why }),
        })),
        {
          value: '',
          text: name.trim() ? `None of these: write ${name.trim()} down` : 'Nobody that is known',
        },
      ]}
      {...field}
    />
  );
}
