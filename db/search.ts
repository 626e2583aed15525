import { sql as raw } from 'kysely';
import type { RecordType } from '#shared/records/types.ts';
import { prepared, type Reader, sql, type Writer } from './sql.ts';

/**
 * A place in the index grows with the record's day, so that the index itself gives the newest matches first and a
 * search of common words never ranks a million of them. What has no day (suites, people) stands before all days.
 */
const perDay = 2 ** 20;
const undatedDay = 100_000;
const dayOf = (document: object): number => {
  const date = (document as { date?: string }).date;
  return date ? Math.floor(Date.parse(date) / 86_400_000) : undatedDay;
};

type Change = { type: RecordType; document: { id: string }; before: { id: string } | undefined };

type Entry = { type: RecordType; id: string; words: string; day: number };

/** Keeps the words by which records are found, in the transaction of the records themselves. */
export const writeWords = (
  w: Writer,
  changes: readonly Change[],
  wordsOf: (document: object) => string,
): void => {
  const added: Entry[] = [];
  for (const { type, document, before } of changes) {
    const words = wordsOf(document);
    const day = dayOf(document);
    const sameDay = before !== undefined && dayOf(before) === day;
    if (sameDay && wordsOf(before) === words) continue;
    const place = before && placeOf(w, type, document.id);
    if (place !== undefined && sameDay && words) w.run(replaceText(place, words));
    else {
      if (place !== undefined) remove(w, place);
      if (words) added.push({ type, id: document.id, words, day });
    }
  }
  for (const [day, ofDay] of Map.groupBy(added, (entry) => entry.day)) add(w, day, ofDay);
};

/** Takes away the words by which a record was found. */
export const forgetWords = (w: Writer, type: RecordType, id: string): void => {
  const place = placeOf(w, type, id);
  if (place !== undefined) remove(w, place);
};

const replaceText = prepared((rowid: number, text: string) =>
  sql.replaceInto('search').values({ rowid, text }),
);
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
const insertText = prepared(() => sql.insertInto('search').values({ rowid: 0, text: '' }));

/** Gives new entries of one day the places after the last one of that day. */
const add = (w: Writer, day: number, entries: readonly Entry[]) => {
  const last = w.first(lastBetween(day * perDay, (day + 1) * perDay))?.place;
  const first = last == null ? day * perDay : last + 1;
  w.runAll(
    insertEntry(),
    entries.map(({ type, id }, i) => [first + i, type, id]),
  );
  w.runAll(
    insertText(),
    entries.map(({ words }, i) => [first + i, words]),
  );
};

/** The words a person typed, as a query: all must occur, the last may be unfinished. Nothing in it is syntax. */
export const searchQuery = (text: string): string => {
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
