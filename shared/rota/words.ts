import type { Volunteer } from './rota.ts';

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A number as it stands in a sentence: three, 12. */
export const inWords = (n: number): string => small[n] ?? String(n);

/** How often: once, twice, three times. */
export const times = (n: number): string => ['never', 'once', 'twice'][n] ?? `${inWords(n)} times`;

export const visitsWords = (n: number): string => `${n} ${n === 1 ? 'visit' : 'visits'}`;

const list = new Intl.ListFormat('en-GB');
/** Words as a list within a sentence: a, b and c. */
export const listed = (words: readonly string[]): string => list.format(words);

/** By name, as a list for people is read; two of one name keep an order of their own. */
export const byName = (a: Volunteer, b: Volunteer): number =>
  a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1);
