import type { Contact } from '#shared/records/contact.ts';

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const digits = (text: string): string => text.replaceAll(/\D/g, '').replace(/^(0044|44)/, '0');

/** Words that say nothing of who somebody is. */
const titles: readonly string[] = [
  'mr',
  'mrs',
  'miss',
  'ms',
  'mx',
  'dr',
  'sir',
  'dame',
  'lord',
  'lady',
  'rev',
  'and',
];

const isWordIn = (text: string, word: string): boolean => text.split(/[^\p{L}\p{N}]+/u).includes(plain(word));

/**
 * What of an entry of the disclosure log tells who asked: their name or part of it, their mail, their telephone, as they
 * are known in the register. A common word that is also their name is found too: better once too often.
 */
export const namesRequester = (
  text: string,
  who: Pick<Contact, 'name' | 'aliases' | 'mail' | 'otherMails' | 'telephone' | 'organisation'>,
): string[] => {
  const written = plain(text);
  const names = [who.name, ...(who.aliases ?? [])]
    .flatMap((name) => name.split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 1 && !titles.includes(plain(word)));
  const mails = [who.mail, ...(who.otherMails ?? [])].filter((mail) => mail !== undefined && mail !== '');
  const telephone = digits(who.telephone ?? '');
  const { organisation = '' } = who;
  return [
    ...new Set([
      ...names.filter((word) => isWordIn(written, word)),
      ...mails.filter((mail) => written.includes(plain(mail as string))).map(String),
      ...(telephone.length > 5 && digits(text).includes(telephone) ? [who.telephone as string] : []),
      ...(organisation && written.includes(plain(organisation)) ? [organisation] : []),
    ]),
  ];
};
