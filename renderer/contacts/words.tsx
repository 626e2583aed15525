import type { ReactNode } from 'react';
import { SummaryList } from '#renderer/kit/index.ts';
import type { RestrictionState } from '#shared/contacts/restrictions.ts';
import { count } from '#shared/numbers.ts';
import type { Channel } from '#shared/records/case-parts.ts';
import type { Contact, MergeField } from '#shared/records/contact.ts';

export const fieldNames: Readonly<Record<MergeField, string>> = {
  name: 'Name',
  aliases: 'Other names',
  organisation: 'Organisation',
  address: 'Address',
  otherAddresses: 'Other addresses',
  mail: 'Email',
  otherMails: 'Other emails',
  telephone: 'Telephone',
  prefers: 'Prefers to be reached by',
  adjustments: 'Reasonable adjustments',
  notes: 'Notes',
};

export const stateWords: Readonly<Record<RestrictionState, string>> = {
  'to come': 'To come',
  'in force': 'In force',
  due: 'To be looked at again',
  ended: 'Ended',
};

export const channelNames: Readonly<Record<Channel, string>> = {
  email: 'email',
  letter: 'letter',
  phone: 'telephone',
  'web form': 'web form',
  social: 'social media',
  'in person': 'in person',
};

/** So many of something: "1 case", "2 cases". */
export const many = (number: number, what: string): string =>
  `${count(number)} ${what}${number === 1 ? '' : 's'}`;

/** A value of a record as it is read: lists and addresses line by line. */
export const valueWords = (value: Contact[MergeField]): string =>
  (Array.isArray(value) ? value.join('\n') : value) ?? '';

/** Somebody of the register in a line, told apart from others of their name. */
export const inALine = ({ name, organisation, mail, address }: Contact): string =>
  [name, organisation, mail, address?.split('\n').at(-1)].filter(Boolean).join(', ');

/** What one record says of somebody; what is blank is left out. */
export function Said({ contact, blank = false }: { contact: Contact; blank?: boolean }): ReactNode {
  const fields = Object.entries(fieldNames) as [MergeField, string][];
  return (
    <SummaryList
      rows={fields.map(
        ([field, key]) =>
          (blank || valueWords(contact[field]) !== '') && {
            key,
            value: <span className="desk-words">{valueWords(contact[field]) || '–'}</span>,
          },
      )}
    />
  );
}
