import { sql as raw } from 'kysely';
import { readRecords } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import {
  type Likeness,
  likeKeys,
  likely,
  likenessOf,
  type Sought,
  typedWords,
  weights,
} from '#shared/contacts/keys.ts';
import type { Contact } from '#shared/records/contact.ts';
import { standingContact } from './who.ts';

/** Everything that begins with a key. */
const upTo = (key: string): string => `${key}\u{10ffff}`;

/** The records of the register that hold every word typed, the last of them perhaps unfinished. */
const idsWith = (words: readonly string[]) => {
  const [first = '', ...more] = words;
  const holding = (word: string) =>
    sql
      .selectFrom('contact_key')
      .select('contact')
      .where('key', '>=', `word:${word}`)
      .where('key', '<', upTo(`word:${word}`));
  return more.reduce((asked, word) => asked.where('contact', 'in', holding(word)), holding(first));
};

export type Listing = {
  text: string;
  show: 'all' | 'restricted' | 'due';
  today: string;
  after: readonly [string, string] | undefined;
  limit: number;
};

/** A page of the register by name. Whoever is found under a record that was merged stands as the one they are. */
export const listed = (r: Reader, { text, show, today, after, limit }: Listing): Contact[] => {
  const words = typedWords(text);
  let asked = sql.selectFrom('contact').select('data').where('merged_into', 'is', null);
  if (words.length > 0) {
    const merged = r
      .all(
        sql
          .selectFrom('contact')
          .select('id')
          .where('merged_into', 'is not', null)
          .where('id', 'in', idsWith(words)),
      )
      .flatMap(({ id }) => standingContact(r, id)?.id ?? []);
    asked = asked.where((e) =>
      e.or([e('id', 'in', idsWith(words)), ...(merged.length > 0 ? [e('id', 'in', merged)] : [])]),
    );
  }
  if (show === 'restricted') asked = asked.where('restriction_review', 'is not', null);
  if (show === 'due') asked = asked.where('restriction_review', '<=', today);
  if (after) asked = asked.where(raw<boolean>`(name collate nocase, id) > (${after[0]}, ${after[1]})`);
  return r
    .all(asked.orderBy(raw`name collate nocase`).orderBy('id').limit(limit))
    .map(({ data }) => JSON.parse(data) as Contact);
};

/** How much a key says by which records were found. */
const weightOf = (key: string) => raw<number>`case substr(${raw.ref(key)}, 1, 4)
  when 'mail' then ${raw.lit(weights.mail)} when 'phon' then ${raw.lit(weights.phone)}
  when 'name' then ${raw.lit(weights.name)} when 'init' then ${raw.lit(weights.initial)}
  else ${raw.lit(weights.post)} end`;

export type Suggested = { contact: Contact; why: Likeness[] };

/** Who may be the one who is looked for, the likeliest first, each with why. Nobody is ever chosen. */
export const suggested = (r: Reader, sought: Sought, limit: number): Suggested[] => {
  const keys = likeKeys(sought);
  const like =
    keys.length === 0
      ? []
      : r.all(
          sql
            .selectFrom('contact_key')
            .select('contact')
            .where('key', 'in', keys)
            .groupBy('contact')
            .orderBy(raw`sum(${weightOf('key')})`, 'desc')
            .orderBy('contact')
            .limit(limit * 2),
        );
  const words = typedWords((sought.names ?? []).join(' '));
  const begun =
    words.length === 0 || like.length >= limit
      ? []
      : r.all(idsWith(words).orderBy('contact').limit(limit)).map(({ contact }) => contact);
  const found = [...new Set([...like.map(({ contact }) => contact), ...begun])];
  const held = new Map(readRecords(r, 'contact', found).map(({ document }) => [document.id, document]));
  const people = new Map<string, Suggested>();
  for (const id of found) {
    const own = held.get(id);
    const contact = own && standingContact(r, id);
    if (!own || !contact) continue;
    const why = likenessOf(sought, own);
    const reasons: Likeness[] = why.length > 0 ? why : ['a name that begins so'];
    const known = people.get(contact.id);
    people.set(contact.id, { contact, why: [...new Set([...(known?.why ?? []), ...reasons])] });
  }
  return [...people.values()].slice(0, limit);
};

export type Pair = { a: string; b: string; weight: number };

/** A key that so many share tells nobody from anybody: "Anonymous", the mail of a council. */
const sharedByMany = 50;

/** Two records that may be of one person, the likeliest first; those who were said to be two people stay apart. */
export const alike = (r: Reader, after: Pair | undefined, limit: number): Pair[] => {
  const place = after
    ? raw<boolean>`(-total, a, b) > (${-after.weight}, ${after.a}, ${after.b})`
    : raw<boolean>`true`;
  const apart = (one: string, other: string) =>
    raw<boolean>`not exists (select 1 from contact_key where key = 'not:' || ${raw.ref(other)} and contact = ${raw.ref(one)})`;
  const query = raw<Pair>`
    with shared as materialized (
      select key from contact_key where key < 'word:' and key not like 'not:%'
      group by key having count(*) between 2 and ${raw.lit(sharedByMany)}
    ), pair as (
      select one.contact as a, other.contact as b, sum(${weightOf('one.key')}) as total
      from shared join contact_key as one on one.key = shared.key
      join contact_key as other on other.key = one.key and other.contact > one.contact
      group by 1, 2
    )
    select a, b, total as weight from pair
    join contact as x on x.id = a and x.merged_into is null
    join contact as y on y.id = b and y.merged_into is null
    where total >= ${raw.lit(likely)} and ${place} and ${apart('a', 'b')} and ${apart('b', 'a')}
    order by total desc, a, b limit ${limit}`;
  return r.all({ compile: () => query.compile(sql) });
};
