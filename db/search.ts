import { sql as raw } from 'kysely';
import type { RecordType } from '#shared/records/types.ts';
import { prepared, type Reader, sql, type Writer } from './sql.ts';

/**
 * A place in the index grows with the record's day, so that the index itself gives the newest matches first and a
 * search of common words never ranks a million of them. What has no day (suites, people) stands before all days.
 */
const perDay = 2 ** 20;
const undatedDay = 100_000;
/** The day of a report, a concern, a record check, a case or a review, a letter, a note. */
type Day = 'date' | 'raisedOn' | 'checkedOn' | 'received' | 'on' | 'at';
const dayOf = (document: object): number => {
  const { date, raisedOn, checkedOn, received, on, at } = document as { [D in Day]?: string };
  // Of a case `at` is the time of the day on which it was received.
  const day = date ?? raisedOn ?? checkedOn ?? received ?? on ?? at;
  return day ? Math.floor(Date.parse(day) / 86_400_000) : undatedDay;
};

type Change = { type: RecordType; document: { id: string }; before: { id: string } | undefined };

/** What is to stand at a place of the index; an entry is named where it is new there. */
type Text = { place: number; words: string; entry?: { type: RecordType; id: string } };
type Entry = { type: RecordType; id: string; words: string; day: number };

/** Keeps the words by which records are found, in the transaction of the records themselves. */
export const writeWords = (
  w: Writer,
  changes: readonly Change[],
  wordsOf: (document: object) => string,
): void => {
  const added: Entry[] = [];
  const replaced: Text[] = [];
  const removed: number[] = [];
  for (const { type, document, before } of changes) {
    const words = wordsOf(document);
    const day = dayOf(document);
    const sameDay = before !== undefined && dayOf(before) === day;
    if (sameDay && wordsOf(before) === words) continue;
    const place = before && placeOf(w, type, document.id);
    if (place !== undefined && sameDay && words) replaced.push({ place, words });
    else {
      if (place !== undefined) removed.push(place);
      if (words) added.push({ type, id: document.id, words, day });
    }
  }
  for (const place of ascending(removed, (one) => one)) remove(w, place);
  const fresh = [...Map.groupBy(added, (entry) => entry.day)].flatMap(([day, ofDay]) =>
    placed(w, day, ofDay),
  );
  put(w, [...replaced, ...fresh]);
};

const ascending = <T>(all: readonly T[], place: (one: T) => number): T[] =>
  all.toSorted((a, b) => place(a) - place(b));

/** Takes away the words by which a record was found. */
export const forgetWords = (w: Writer, type: RecordType, id: string): void => {
  const place = placeOf(w, type, id);
  if (place !== undefined) remove(w, place);
};

const replaceText = prepared(() => sql.replaceInto('search').values({ rowid: 0, text: '' }));
const entryOf = prepared((type: RecordType, id: string) =>
  sql.selectFrom('search_entry').select('place').where('type', '=', type).where('id', '=', id),
);
const placeOf = (r: Reader, type: RecordType, id: string): number | undefined =>
  r.first(entryOf(type, id))?.place;

const removeEntry = prepared((place: number) => sql.deleteFrom('search_entry').where('place', '=', place));
const removeText = prepared((place: number) => sql.deleteFrom('search').where('rowid', '=', place));
const remove = (w: Writer, place: number) => {
  w.run(removeEntry(place));
  w.run(removeText(place));
};

const lastBetween = prepared((from: number, to: number) =>
  sql
    .selectFrom('search_entry')
    .select((e) => e.fn.max('place').as('place'))
    .where('place', '>=', from)
    .where('place', '<', to),
);
const insertEntry = prepared(() =>
  sql.insertInto('search_entry').values({ place: 0, type: 'visit', id: '' }),
);

/** Gives new entries of one day the places after the last one of that day. */
const placed = (r: Reader, day: number, entries: readonly Entry[]): Text[] => {
  const last = r.first(lastBetween(day * perDay, (day + 1) * perDay))?.place;
  const first = last == null ? day * perDay : last + 1;
  return entries.map(({ type, id, words }, i) => ({ place: first + i, words, entry: { type, id } }));
};

/**
 * Writes texts in the order of their places: the index gathers what comes in ascending order, and writes out all that
 * it has gathered whenever an earlier place follows.
 */
const put = (w: Writer, texts: readonly Text[]) => {
  const inOrder = ascending(texts, ({ place }) => place);
  w.runAll(
    insertEntry(),
    inOrder.flatMap(({ place, entry }) => (entry ? [[place, entry.type, entry.id]] : [])),
  );
  w.runAll(
    replaceText(),
    inOrder.map(({ place, words }) => [place, words]),
  );
};

/** The words a person typed, as a query: all must occur, the last may be unfinished. Nothing in it is syntax. */
const searchQuery = (text: string): string => {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word, i) => (i === words.length - 1 ? `"${word}"*` : `"${word}"`)).join(' ');
};

/** The newest records that hold the words, at most `limit`. */
export const findRecords = (r: Reader, text: string, limit: number): { type: RecordType; id: string }[] => {
  const query = searchQuery(text);
  if (!query) return [];
  return r.all(
    sql
      .selectFrom((from) =>
        from
          .selectFrom('search')
          .select('rowid as place')
          .where(raw<boolean>`search match ${query}`)
          .orderBy('rowid', 'desc')
          .limit(limit)
          .as('found'),
      )
      .innerJoin('search_entry as entry', 'entry.place', 'found.place')
      .select(['entry.type', 'entry.id'])
      .orderBy('found.place', 'desc'),
  );
};
