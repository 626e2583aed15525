import { isolated } from '#shared/bidi.ts';
import { count } from '#shared/numbers.ts';
import { capital } from '#shared/text.ts';
import { cut } from './text.ts';

const list = new Intl.ListFormat('en-GB');
/** A name as it stands in a sentence: a very long one would bury it, and the table has the whole. */
const short = (name: string) => isolated(cut(name, 40, 1));
/** Up to three names are said; more are counted. */
const named = (names: readonly string[], kinds: string) =>
  names.length > 3 ? `${count(names.length)} ${kinds}` : list.format(names.map(short));

type Item = { readonly name: string; readonly value: number | null };
type Known<T extends Item> = T & { readonly value: number };
const knownOf = <T extends Item>(items: readonly T[]): Known<T>[] =>
  items.filter((item): item is Known<T> => item.value !== null);

/** How things are where there are most of them, as it is said after their name: "visits *most often began* at noon". */
export type Verb = { readonly often: string; readonly was: string; readonly were: string };
export const being: Verb = { often: 'were most often', was: 'was', were: 'were' };
export const beginning: Verb = { often: 'most often began', was: 'began', were: 'began' };

type Counts = {
  readonly items: readonly Item[];
  /** What is counted: "visit", "visits". */
  readonly thing: string;
  readonly things: string;
  /** What it is counted by, in the plural: "suites". */
  readonly kinds: string;
  /** Where the names do not have what is counted, but say of it when or how it was: "on Monday", "0 to 28 days old". */
  readonly verb?: Verb | undefined;
};

/**
 * What a chart of counts shows, in one sentence: "Hereford had the most visits, 62 of 214.", "Visits most often began on
 * Monday: 31 of 214."
 */
export const saysMost = ({ items, thing, things, kinds, verb }: Counts): string => {
  const known = knownOf(items);
  const total = known.reduce((sum, item) => sum + item.value, 0);
  const whole = known.length === items.length;
  if (!whole && known.length === 0) return `How many ${things} there were is not known or not told.`;
  if (total === 0)
    return whole
      ? `There were no ${things} in this period.`
      : `There were no ${things} where a number is given.`;
  const most = Math.max(...known.map(({ value }) => value));
  const first = known.filter(({ value }) => value === most).map(({ name }) => name);
  const where = verb && first.length <= 3 ? { ...verb, in: named(first, kinds) } : undefined;
  const who = capital(named(first, kinds));
  const each = first.length > 1 ? ' each' : '';
  if (!whole)
    return where
      ? `Where a number is given, ${things} ${where.often} ${where.in}: ${count(most)}${each}.`
      : `${who} had the most ${things} where a number is given, ${count(most)}${each}.`;
  if (total === 1)
    return where ? `The only ${thing} ${where.was} ${where.in}.` : `${who} had the only ${thing}.`;
  if (most === total) {
    const all = `all ${count(total)} ${things}`;
    return where ? `${capital(all)} ${where.were} ${where.in}.` : `${who} had ${all}.`;
  }
  if (first.length === items.length)
    return `${items.length === 2 ? 'Both' : 'All'} ${kinds} had the same number of ${things}, ${count(most)} each.`;
  return where
    ? `${capital(things)} ${where.often} ${where.in}: ${count(most)}${each} of ${count(total)}.`
    : `${who} had the most ${things}, ${count(most)}${each} of ${count(total)}.`;
};

type Rates = {
  readonly items: readonly (Item & { readonly words: string })[];
  /** What the rate is called: "consent rate". */
  readonly rate: string;
  readonly kinds: string;
};

/** Those who share a rate differ in their counts, so only the rate of "50% (10 of 20)" is said of several. */
const words = (items: Rates['items']) =>
  items.length === 1 ? items[0]?.words : items[0]?.words.replace(/ \(.*/, '');

/** What a chart of rates shows: "Hereford had the highest consent rate, 52% (31 of 60), and Telford the lowest, 38%." */
export const saysRange = ({ items, rate, kinds }: Rates): string => {
  const known = knownOf(items);
  const [one] = known;
  if (!one) return `There is no ${rate} to show in this period.`;
  if (known.length === 1) return `Only ${short(one.name)} has a ${rate} in this period, ${one.words}.`;
  const at = (value: number) => known.filter((item) => item.value === value);
  const all = (some: typeof known) =>
    named(
      some.map((item) => item.name),
      kinds,
    );
  const values = known.map((item) => item.value);
  const [high, low] = [at(Math.max(...values)), at(Math.min(...values))];
  if (high.length === known.length) return `${capital(all(high))} had the same ${rate}, ${words(high)}.`;
  return `${capital(all(high))} had the highest ${rate}, ${words(high)}, and ${all(low)} the lowest, ${words(low)}.`;
};

type Parts = {
  /** The parts of the whole as they are said of a number: "accepted", "were not offered". */
  readonly parts: readonly Item[];
  readonly thing: string;
  readonly things: string;
};

/** What a chart of parts shows: "Of 120 people, 60 accepted, 40 declined and 20 were not offered." */
export const saysParts = ({ parts, thing, things }: Parts): string => {
  const known = knownOf(parts);
  const said = list.format(
    known.map(({ name, value }) => `${count(value)} ${value === 1 ? name.replace(/^were /, 'was ') : name}`),
  );
  if (known.length === 0) return `How many ${things} there were is not known or not told.`;
  if (known.length < parts.length) return `Where a number is given, ${said}.`;
  const total = known.reduce((sum, { value }) => sum + value, 0);
  if (total === 0) return `There were no ${things} in this period.`;
  return `Of ${count(total)} ${total === 1 ? thing : things}, ${said}.`;
};

type OverTime = {
  readonly items: readonly (Item & { readonly words: string })[];
  /** What the line is: "Visits completed". */
  readonly what: string;
  /** What the periods are, in the plural: "years". */
  readonly periods: string;
};

/**
 * What a line shows: "Visits completed: 222 in 2022-23, the highest of the 5 years; the lowest was 98 in 2020-21." Where all
 * others are alike: "2 in March 2026, and 1 in each of the other 11 months."
 */
export const saysOverTime = ({ items, what, periods }: OverTime): string => {
  const known = knownOf(items);
  const title = capital(short(what));
  const last = known.at(-1);
  if (!last) return `${title}: not known in any of these ${periods}.`;
  if (known.length === 1)
    return `${title}: ${last.words} in ${short(last.name)}${items.length > 1 ? `, and not known for other ${periods}` : ''}.`;
  const unknown = items.filter(({ value }) => value === null).map(({ name }) => name);
  const left = unknown.length > 0 ? ` No figure is given for ${named(unknown, periods)}.` : '';
  const of = `${unknown.length > 0 ? '' : 'the '}${known.length} ${periods}`;
  const [same, others] = [
    known.filter(({ value }) => value === last.value),
    known.filter(({ value }) => value !== last.value),
  ];
  const [other] = others;
  if (!other) return `${title}: ${last.words} in each of ${of}.${left}`;
  const values = known.map(({ value }) => value);
  const [highest, lowest] = [Math.max(...values), Math.min(...values)];
  const at = (value: number, called: string) => {
    const there = known.filter((item) => item.value === value).map(({ name }) => name);
    const [one] = known.filter((item) => item.value === value);
    const where = there.length > 3 ? `, in ${count(there.length)} of them` : ` in ${named(there, periods)}`;
    return `the ${called} was ${one?.words}${where}`;
  };
  const isEdge = last.value === highest || last.value === lowest;
  if (!isEdge || same.length > 3)
    return `${title}: ${last.words} in ${short(last.name)}; of ${of} ${at(highest, 'highest')}, and ${at(lowest, 'lowest')}.${left}`;
  const stood = `${title}: ${last.words} in ${list.format(same.map(({ name }) => short(name)))}`;
  if (others.length === 1) return `${stood}, and ${other.words} in ${short(other.name)}.${left}`;
  if (others.every(({ value }) => value === other.value))
    return `${stood}, and ${other.words} in each of the other ${count(others.length)} ${periods}.${left}`;
  return last.value === highest
    ? `${stood}, the highest of ${of}; ${at(lowest, 'lowest')}.${left}`
    : `${stood}, the lowest of ${of}; ${at(highest, 'highest')}.${left}`;
};
