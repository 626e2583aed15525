import type { Input } from '#shared/contract.ts';

type Create = Input<'store.create'>;

/** How somebody begins: with what the office gave them, or as an office of their own. */
export type Beginning = 'code' | 'file' | 'new';

/** What the five screens ask for. */
export type Answers = Omit<Create, 'start'> & {
  textSize: string;
  beginning: Beginning | null;
  /** Of an invitation: the office's address with the code, or what is in its file. */
  hub: string;
  code: string;
  file: string;
  again: string;
  start: Create['start'] | null;
};

export const blank: Answers = {
  textSize: 'standard',
  beginning: null,
  hub: '',
  code: '',
  file: '',
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

const needed: Record<Beginning, Partial<Record<keyof Answers, string>>> = {
  code: { hub: 'Enter the address of the office', code: 'Enter the invitation code' },
  file: { file: 'Choose the invitation file' },
  new: { person: 'Enter your name', body: 'Enter the name of your office' },
};

/** What is wrong with the second screen: said on Continue, never before. */
export const wrongAboutWho = (answers: Answers): Wrong[] => {
  const { beginning, name } = answers;
  if (beginning === null) return [{ id: 'beginning', text: 'Choose how you begin' }];
  const missing = Object.entries(needed[beginning] as Record<keyof Answers, string>)
    .map(([id, text]) => ({ id: id as keyof Answers, text }))
    .filter(({ id }) => !String(answers[id] ?? '').trim());
  return name.trim()
    ? missing
    : [...missing, { id: 'name', text: 'Enter a short name for the unlock screen' }];
};

/** What joining asks for, of either kind of invitation. */
export const joinInput = ({
  beginning,
  name,
  passphrase,
  hub,
  code,
  file,
}: Answers): Input<'store.join'> => ({
  name: name.trim(),
  passphrase,
  ...(beginning === 'file' ? { file } : { hub: hub.trim(), code: code.trim() }),
});

export const wrongAboutPassphrase = ({
  passphrase,
  again,
}: Pick<Answers, 'passphrase' | 'again'>): (Wrong & { id: 'passphrase' | 'again' })[] => {
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
