import type { Contact } from '#shared/records/contact.ts';

/** What stands before or behind a name and is no part of it. */
const titles: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr doctor prof professor sir dame lady lord rev revd reverend fr cllr councillor hon mp jp obe mbe cbe'.split(
    ' ',
  ),
);

/** Letters as everybody types them: without accents, apostrophes and capitals. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’`]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const wordsOf = (text: string): string[] => folded(text).split(' ').filter(Boolean);

/** A name in the order in which it is said, without titles: "Smith, Dr José" as `jose smith`. */
export const nameWords = (name: string): string[] => {
  const [last = '', ...first] = name.split(',');
  const all = wordsOf([...first, last].join(' '));
  const own = all.filter((word) => !titles.has(word));
  return own.length > 0 ? own : all;
};

/** A telephone number as far as it tells one line from another, however it was written. */
export const phoneKey = (telephone: string): string | undefined => {
  const digits = telephone.replaceAll(/\(0\)|\D/g, '').replace(/^(?:00)?44/, '0');
  return digits.length >= 6 ? digits.slice(-10) : undefined;
};

const postcode = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b/gi;
/** The postcodes in an address, or in whatever was typed. */
export const postcodesIn = (text: string): string[] =>
  [...text.matchAll(postcode)].map(([, out = '', into = '']) => `${out}${into}`.toLowerCase());

/** What is known of somebody when they are looked for. */
export type Sought = {
  names?: readonly string[];
  mails?: readonly string[];
  telephones?: readonly string[];
  addresses?: readonly string[];
};

const nameKeys = (name: string): string[] => {
  const words = nameWords(name);
  const [first, last] = [words[0], words.at(-1)];
  return [
    ...(words.length > 0 ? [`name:${words.toSorted().join(' ')}`] : []),
    ...(first && last && words.length > 1 ? [`initial:${first[0]} ${last}`] : []),
  ];
};

/** By what two descriptions of somebody may be of the same person: the beginning of each key says what it is. */
export const likeKeys = ({ names = [], mails = [], telephones = [], addresses = [] }: Sought): string[] => [
  ...new Set([
    ...names.flatMap(nameKeys),
    ...mails.flatMap((mail) => (mail.trim() ? `mail:${mail.trim().toLowerCase()}` : [])),
    ...telephones.flatMap((number) => {
      const key = phoneKey(number);
      return key ? `phone:${key}` : [];
    }),
    ...addresses.flatMap(postcodesIn).map((code) => `post:${code}`),
  ]),
];

/** Every name, mail, number and address of somebody, as they are looked for. */
export const soughtIn = (c: Contact): Required<Sought> => {
  const present = (...all: (string | undefined)[]) => all.filter((one): one is string => Boolean(one));
  return {
    names: present(c.name, ...(c.aliases ?? []), c.organisation),
    mails: present(c.mail, ...(c.otherMails ?? [])),
    telephones: present(c.telephone),
    addresses: present(c.address, ...(c.otherAddresses ?? [])),
  };
};

/** Words by which somebody is found in the register, as far as they have been typed. */
export const typedWords = (text: string): string[] => [...new Set(wordsOf(text))];

/** All keys of a record of the register, kept beside it (`contact_key`). */
export const contactKeys = (c: Contact): string[] => {
  const sought = soughtIn(c);
  const all = Object.values(sought).flat();
  // Numbers and postcodes are typed with and without their spaces.
  const joined = [
    ...sought.telephones.flatMap((one) => one.replaceAll(/\D/g, '') || []),
    ...sought.addresses.flatMap(postcodesIn),
  ];
  return [
    ...new Set([
      ...likeKeys(sought),
      ...[...all.flatMap(wordsOf), ...joined].map((word) => `word:${word}`),
      ...(c.notSame ?? []).map((id) => `not:${id}`),
    ]),
  ];
};

export const likenesses = [
  'the same e-mail address',
  'the same telephone number',
  'the same name',
  'another name of theirs',
  'the same initial and surname',
  'the same postcode',
  'a name that begins so',
] as const;
export type Likeness = (typeof likenesses)[number];

/** How much each kind of likeness says, for the order of suggestions alone. */
export const weights = { mail: 8, phone: 6, name: 5, initial: 3, post: 2 } as const;
/** From here on two records are suggested as one person. */
export const likely = weights.name;

/** Why somebody may be the one who is looked for. */
export const likenessOf = (sought: Sought, contact: Contact): Likeness[] => {
  const wanted = new Set(likeKeys(sought));
  const shares = (kind: keyof typeof weights, of: Sought) =>
    likeKeys(of).some((key) => key.startsWith(`${kind}:`) && wanted.has(key));
  const known = soughtIn(contact);
  const isNamed = shares('name', { names: [contact.name] });
  const isOther = !isNamed && shares('name', known);
  const is = (likeness: Likeness, so: boolean): Likeness[] => (so ? [likeness] : []);
  return [
    ...is('the same e-mail address', shares('mail', known)),
    ...is('the same telephone number', shares('phone', known)),
    ...is('the same name', isNamed),
    ...is('another name of theirs', isOther),
    ...is('the same initial and surname', !isNamed && !isOther && shares('initial', known)),
    ...is('the same postcode', shares('post', known)),
  ];
};
