import type { Input } from '#shared/contract.ts';

type Create = Input<'store.create'>;

/** What the five screens ask for. */
export type Answers = Omit<Create, 'start'> & {
  textSize: string;
  again: string;
  start: Create['start'] | null;
};

export const blank: Answers = {
  textSize: 'standard',
  person: '',
  body: '',
  name: '',
  passphrase: '',
  again: '',
  start: null,
};

/** The shortest passphrase that the store takes. */
export const shortest = 12;

type Wrong = { id: keyof Answers; text: string };

/** What is wrong with the second screen: said on Continue, never before. */
export const wrongAboutWho = ({ person, body, name }: Answers): Wrong[] => [
  ...(person.trim() ? [] : [{ id: 'person' as const, text: 'Enter your name' }]),
  ...(body.trim() ? [] : [{ id: 'body' as const, text: 'Enter the name of your office' }]),
  ...(name.trim() ? [] : [{ id: 'name' as const, text: 'Enter a short name for the unlock screen' }]),
];

export const wrongAboutPassphrase = ({ passphrase, again }: Answers): Wrong[] => {
  if (passphrase.length < shortest)
    return [{ id: 'passphrase', text: `Choose a passphrase of at least ${shortest} characters` }];
  return passphrase === again ? [] : [{ id: 'again', text: 'The two passphrases are not the same' }];
};

/** Initials of a name: what the unlock screen shows unless one says otherwise. */
export const initials = (person: string): string =>
  person
    .split(/[\s-]+/)
    .map((part) => part[0]?.toUpperCase() ?? '')
    .join('');
