import { count } from '#shared/numbers.ts';
import { capital } from '#shared/text.ts';

const list = new Intl.ListFormat('en-GB');
/** Up to three names are said; more are counted. */
const named = (names: readonly string[], kinds: string) =>
  names.length > 3 ? `${names.length} ${kinds}` : list.format(names);

type Counts = {
  readonly items: readonly { readonly name: string; readonly value: number }[];
  /** What is counted, in the plural: "visits". */
  readonly things: string;
  /** What it is counted by, in the plural: "suites". */
  readonly kinds: string;
};

/** What a chart of counts shows, in one sentence: "Hereford had the most visits, 62 of 214." */
export const saysMost = ({ items, things, kinds }: Counts): string => {
  const total = items.reduce((sum, item) => sum + item.value, 0);
  if (total === 0) return `There were no ${things} in this period.`;
  const most = Math.max(...items.map((item) => item.value));
  const first = items.filter((item) => item.value === most).map((item) => item.name);
  if (most === total) return `${capital(named(first, kinds))} had all ${count(total)} ${things}.`;
  if (first.length === items.length)
    return `All ${kinds} had the same number of ${things}, ${count(most)} each.`;
  const each = first.length > 1 ? ' each' : '';
  return `${capital(named(first, kinds))} had the most ${things}, ${count(most)}${each} of ${count(total)}.`;
};

type Rates = {
  readonly items: readonly { readonly name: string; readonly value: number | null; readonly words: string }[];
  /** What the rate is called: "consent rate". */
  readonly rate: string;
  readonly kinds: string;
};

/** Those who share a rate differ in their counts, so only the rate of "50% (10 of 20)" is said of several. */
const words = (items: Rates['items']) =>
  items.length === 1 ? items[0]?.words : items[0]?.words.replace(/ \(.*/, '');

/** What a chart of rates shows: "Hereford had the highest consent rate, 52% (31 of 60), and Telford the lowest, 38%." */
export const saysRange = ({ items, rate, kinds }: Rates): string => {
  const known = items.filter((item): item is typeof item & { value: number } => item.value !== null);
  const [one] = known;
  if (!one) return `There is no ${rate} to show in this period.`;
  if (known.length === 1) return `Only ${one.name} has a ${rate} in this period, ${one.words}.`;
  const at = (value: number) => known.filter((item) => item.value === value);
  const all = (items: typeof known) =>
    named(
      items.map((item) => item.name),
      kinds,
    );
  const values = known.map((item) => item.value);
  const [high, low] = [at(Math.max(...values)), at(Math.min(...values))];
  if (high.length === known.length) return `${all(high)} had the same ${rate}, ${words(high)}.`;
  return `${all(high)} had the highest ${rate}, ${words(high)}, and ${all(low)} the lowest, ${words(low)}.`;
};
