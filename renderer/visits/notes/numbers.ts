import { detaineesOf, type Visit } from '#shared/records/visit.ts';
import { type Draft, withItem, withUnread } from '../draft/draft.ts';
import { type Reading, readNumber } from '../draft/reading.ts';

/** As many people as one sheet after another could hold, and far below what a report takes. */
export const mostPeople = 200;
const longestNumber = 60;

/** The names under which what stands in the two boxes is kept until it is taken into the report. */
export const numbersKey = 'notes.numbers';
export const rowsKey = 'notes.rows';

/** Two numbers that differ in letters' case or in spaces only are the same person. */
const sameness = (number: string): string => number.replaceAll(/\s/g, '').toUpperCase();

/** The lines of the box that have something on them, each once. */
export const linesOf = (text: string): string[] => {
  const lines = text
    .split('\n')
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .filter(Boolean);
  return lines.filter((line, i) => lines.findIndex((other) => sameness(other) === sameness(line)) === i);
};

/** Lines that are too long to be a custody record number. */
export const tooLong = (text: string): string[] =>
  linesOf(text).filter((line) => line.length > longestNumber);

/** The lines of the box that no detainee of the report has as their number. */
export const newNumbers = (text: string, visit: Pick<Visit, 'detainees'>): string[] => {
  const known = new Set(detaineesOf(visit).map(({ custodyNumber }) => sameness(custodyNumber ?? '')));
  return linesOf(text).filter((line) => !known.has(sameness(line)));
};

/** How many people have no number, as the second box says. */
export const readRows = (unread: Draft['aside']['unread']): Reading =>
  readNumber(unread[rowsKey] ?? '', 'How many have no number');

/**
 * The draft with a stub for every new number of the first box and for so many people without one as the second says;
 * what was typed is taken in and the boxes are empty, so that going back doubles nobody.
 * @param newId an id for each stub
 */
export const withStubs = (draft: Draft, newId: () => string): Draft => {
  const { unread } = draft.aside;
  const numbers = newNumbers(unread[numbersKey] ?? '', draft.visit);
  const read = readRows(unread);
  const rows = 'value' in read ? Number(read.value ?? 0) : 0;
  const room = Math.max(0, mostPeople - detaineesOf(draft.visit).length);
  const stubs = [
    ...numbers.map((custodyNumber) => ({ custodyNumber })),
    ...Array.from({ length: Math.min(rows, mostPeople) }, (): { custodyNumber?: string } => ({})),
  ].slice(0, room);
  // Within one moment ids ascend only once they are put in order, and their order is that of the sheet.
  const ids = stubs.map(newId).toSorted();
  const filled = stubs.reduce(
    (so: Draft, stub, i) => withItem(so, 'detainee', { ...stub, id: ids[i] as string }),
    draft,
  );
  return withUnread(withUnread(filled, numbersKey, undefined), rowsKey, undefined);
};
