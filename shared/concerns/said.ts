import { foundIn } from '#shared/forms/names.ts';
import { custodyNumbersIn } from '#shared/letters/doubts.ts';
import { concernFacts } from '#shared/measures/concern-facts.ts';
import { type Concern, concernState, type Finding } from '#shared/records/concern.ts';

/**
 * One concern as it may be published: in the wording for publication, with months for days, and without its number.
 * Of what visitors found later only the finding is told, never their words.
 */
export type SaidRow = {
  id: string;
  said: string;
  area: Concern['area'];
  /** The months of raising, and of coming back after it was called fixed: `2026-05`. */
  raised: string;
  did: string;
  /** Calendar days from the first letter to the answer. */
  days: number | null;
  checked: string;
  cameBack: string | null;
};

/** What a suite's quarter comes to, and what was left out of it: only the staff are told of that. */
export type Said = {
  rows: SaidRow[];
  /** Concerns without a wording for publication; those for the office alone, which custody may not read. */
  unworded: string[];
  officeOnly: string[];
  /** Concerns whose wording or answer holds a custody number, or what looks like a name, a date of birth or an offence. */
  doubtful: string[];
};

type Within = { from: string; to: string };

/** What words are held against: custody numbers in them, and names, where those of places are no names of people. */
export type SaidMeans = { numbers: readonly string[]; places: readonly string[]; year: number };

const isWithin = (day: string, { from, to }: Within) => day >= from && day <= to;

const cameBackOn = (c: Concern): string[] =>
  concernFacts(c)
    .happened.filter(({ what }) => what === 'came back')
    .map(({ date }) => date);

/** A concern belongs to the quarter in which it was raised, and to any in which it came back. */
const isOfQuarter = (c: Concern, quarter: Within): boolean =>
  isWithin(c.raisedOn, quarter) || cameBackOn(c).some((day) => isWithin(day, quarter));

/**
 * You said, they did, we checked: the concerns of a suite and quarter as the public may read them. Nothing that was
 * written for the office alone is among it, and no day, number or later words by which somebody could be known.
 */
export const said = (concerns: readonly Concern[], quarter: Within, means: SaidMeans): Said => {
  const own = concerns
    .filter((c) => isOfQuarter(c, quarter))
    .toSorted((a, b) =>
      a.raisedOn === b.raisedOn ? (a.id < b.id ? -1 : 1) : a.raisedOn < b.raisedOn ? -1 : 1,
    );
  const shared = own.filter((c) => c.sharing === 'custody');
  const worded = shared.filter((c) => c.publication?.trim());
  const ids = (list: readonly Concern[]) => list.map(({ id }) => id);
  return {
    rows: worded.filter((c) => !looksNamed(c.publication as string, means)).map((c) => rowOf(c, means)),
    unworded: ids(shared.filter((c) => !c.publication?.trim())),
    officeOnly: ids(own.filter((c) => c.sharing === 'office')),
    doubtful: ids(
      worded.filter(
        (c) =>
          looksNamed(c.publication as string, means) ||
          c.answers.slice(-1).some(({ words }) => looksNamed(words, means)),
      ),
    ),
  };
};

const looksNamed = (words: string, { numbers, places, year }: SaidMeans): boolean =>
  foundIn(words, places, year).length > 0 || custodyNumbersIn(words, numbers).length > 0;

const rowOf = (c: Concern, means: SaidMeans): SaidRow => ({
  id: c.id,
  said: c.publication?.trim() ?? '',
  area: c.area,
  raised: c.raisedOn.slice(0, 7),
  did: did(c, means),
  days: concernFacts(c).happened.findLast(({ what }) => what === 'answered')?.days ?? null,
  checked: checked(c),
  cameBack: cameBackOn(c).at(-1)?.slice(0, 7) ?? null,
});

/** What the police did about it: their own words where they may be printed. */
const did = (c: Concern, means: SaidMeans): string => {
  const answer = c.answers.at(-1);
  if (answer)
    return looksNamed(answer.words, means)
      ? 'Custody answered; the answer is not printed.'
      : answer.words.trim();
  const state = concernState(c);
  if (state === 'addressed') return 'Staff had seen to it before the visitors raised it.';
  if (state === 'resolved') return 'It was put right during the visit.';
  return c.escalations.length > 0 ? 'No answer yet.' : 'The police have not been asked in writing.';
};

const findingWords: Readonly<Record<Finding, string>> = {
  'put right': 'Visitors found it put right',
  'not put right': 'Visitors found it not put right',
  'could not check': 'Visitors could not check it',
};

/** What the last pair found that could tell; that it could not be checked is told where nobody could. */
const checked = (c: Concern): string => {
  const last = c.found.findLast(({ finding }) => finding !== 'could not check') ?? c.found.at(-1);
  if (!last) return isNothingToCheck(c) ? '' : 'Not checked yet.';
  return `${findingWords[last.finding]} (${monthWords(last.on.slice(0, 7))}).`;
};

/** What staff had seen to, or put right there and then, is not looked at again. */
const isNothingToCheck = (c: Concern): boolean => ['addressed', 'resolved'].includes(concernState(c));

const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A month as people write it: `2026-05` is May 2026. */
export const monthWords = (month: string): string => months.format(new Date(`${month}-01T00:00Z`));

/** What came of it and how long it took, in one cell: the same on screen, on paper and in a file. */
const checkedWords = ({ checked, cameBack }: SaidRow): string =>
  [checked, cameBack && `It came back in ${monthWords(cameBack)} after it was called fixed.`]
    .filter(Boolean)
    .join(' ');

/** The heads of the table, and one row of it. */
export const saidHeads = ['You said', 'Raised', 'They did', 'Days to answer', 'We checked'] as const;
export const saidCells = (row: SaidRow): string[] => [
  row.said,
  monthWords(row.raised),
  row.did,
  row.days === null ? '' : String(row.days),
  checkedWords(row),
];
