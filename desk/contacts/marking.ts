import { type Reader, sql } from '#db/sql.ts';
import type { Marked } from '#shared/contact-views.ts';
import { likeKeys, nameWords, phoneKey, postcodesIn, soughtIn } from '#shared/contacts/keys.ts';
import type { Contact } from '#shared/records/contact.ts';
import { escaped } from '../said/html.ts';

export type ThirdParty = Marked['why'];
type Found = { from: number; to: number; why: ThirdParty };

/** The most words that a name is looked for in. */
const longest = 4;

/** The keys among these that somebody of the register has, with who that is. */
const known = (r: Reader, keys: readonly string[]): Map<string, string[]> => {
  const found = new Map<string, string[]>();
  for (let i = 0; i < keys.length; i += 500)
    for (const { key, contact } of r.all(
      sql
        .selectFrom('contact_key')
        .select(['key', 'contact'])
        .where('key', 'in', keys.slice(i, i + 500)),
    ))
      found.set(key, [...(found.get(key) ?? []), contact]);
  return found;
};

const nameKey = (text: string): string => `name:${nameWords(text).toSorted().join(' ')}`;

/** Every two to four words that stand together, the longest first. */
const phrases = (text: string): { from: number; to: number; key: string }[] => {
  const tokens = [...text.matchAll(/[\p{L}\p{M}'’]+/gu)];
  return Array.from({ length: longest - 1 }, (_, i) => longest - i).flatMap((size) =>
    tokens.slice(0, Math.max(0, tokens.length - size + 1)).flatMap((first, at) => {
      const last = tokens[at + size - 1] as RegExpExecArray;
      const [from, to] = [first.index, last.index + last[0].length];
      // A name does not go on behind a full stop or in the next line.
      const words = text.slice(from, to);
      return /[.\n;:!?]\s/.test(words.replace(/\b(?:Mr|Mrs|Ms|Dr|\p{L})\.\s/gu, ''))
        ? []
        : [{ from, to, key: nameKey(words) }];
    }),
  );
};

const mails = /[^\s<>()[\],;:"]+@[^\s<>()[\],;:"]+/g;
const numbers = /\+?\d[\d ()-]{7,}\d/g;
const postcodes = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi;

const matches = (text: string, pattern: RegExp, isOwn: (found: string) => boolean): Found[] =>
  [...text.matchAll(pattern)].flatMap(({ 0: found, index }) =>
    isOwn(found) ? [] : [{ from: index, to: index + found.length, why: 'of the register' as const }],
  );

export type Marking = {
  /** Words as they are to be read, with everybody else in them marked. */
  mark: (text: string, why?: ThirdParty) => string;
  /** What was marked so far, by document. */
  marked: () => Marked[];
  /** The document that is being written. */
  begin: (document: string) => void;
};

/**
 * Marks who else is named in the records of somebody: people of the register and of the office by their names, and every
 * e-mail address, telephone number and postcode that is not their own. It marks more rather than less, and takes nothing
 * away: what is left out is for whoever answers the request to decide (Data Protection Act 2018, Schedule 2,
 * paragraph 16).
 */
export const marking = (r: Reader, own: readonly Contact[], staff: readonly string[]): Marking => {
  const ownIds = new Set(own.map(({ id }) => id));
  const ownKeys = new Set(own.flatMap((one) => likeKeys(soughtIn(one))));
  const ofOffice = new Set(staff.map(nameKey).filter((key) => key.includes(' ')));
  const tally = new Map<string, Marked>();
  let document = '';

  const named = (text: string): Found[] => {
    const all = phrases(text);
    const registered = known(r, [...new Set(all.map(({ key }) => key))]);
    return all.flatMap(({ key, ...at }): Found[] => {
      if (ownKeys.has(key)) return [];
      if (ofOffice.has(key)) return [{ ...at, why: 'of the office' }];
      return registered.get(key)?.some((id) => !ownIds.has(id)) ? [{ ...at, why: 'of the register' }] : [];
    });
  };

  const others = (text: string): Found[] => [
    ...matches(text, mails, (mail) => ownKeys.has(`mail:${mail.toLowerCase().replace(/[.>]+$/, '')}`)),
    ...matches(text, numbers, (number) => {
      const key = phoneKey(number);
      return key === undefined || ownKeys.has(`phone:${key}`);
    }),
    ...matches(text, postcodes, (code) => postcodesIn(code).every((one) => ownKeys.has(`post:${one}`))),
    ...named(text),
  ];

  const count = (what: string, why: ThirdParty) => {
    const key = `${document}\n${why}\n${what.toLowerCase()}`;
    const times = (tally.get(key)?.times ?? 0) + 1;
    tally.set(key, { document, what: tally.get(key)?.what ?? what, why, times });
    return `<mark>[third party: ${escaped(what)}]</mark>`;
  };

  const isOwn = (text: string) =>
    likeKeys({ names: [text.replace(mails, '')], mails: text.match(mails) ?? [] }).some(
      (key) => /^(?:name|mail):/.test(key) && ownKeys.has(key),
    );

  return {
    begin: (next) => {
      document = next;
    },
    marked: () => [...tally.values()],
    mark: (text, why) => {
      if (why) return isOwn(text) ? escaped(text) : count(text, why);
      let at = 0;
      let html = '';
      const inOrder = others(text).toSorted((a, b) => a.from - b.from || b.to - a.to);
      for (const { from, to, why: reason } of inOrder) {
        if (from < at) continue;
        html += escaped(text.slice(at, from)) + count(text.slice(from, to), reason);
        at = to;
      }
      return html + escaped(text.slice(at));
    },
  };
};
