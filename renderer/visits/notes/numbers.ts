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

/** The lines of the box that no detainee of the report has as their number. */
export const newNumbers = (text: string, visit: Pick<Visit, 'detainees'>): string[] => {
  const known = new Set(detaineesOf(visit).map(({ custodyNumber }) => sameness(custodyNumber ?? '')));
  return linesOf(text).filter((line) => !known.has(sameness(line)));
};

/** How many people have no number, as the second box says. */
const readRows = ({ aside }: Draft): Reading =>
  readNumber(aside.unread[rowsKey] ?? '', 'How many have no number');

const rowsOf = (draft: Draft): number => {
  const read = readRows(draft);
  return 'value' in read ? Number(read.value ?? 0) : 0;
};

/** What keeps the boxes from being taken in, by the box: everything typed then stays in them. */
export const wrongWith = (draft: Draft): Record<string, string> => {
  const { visit, aside } = draft;
  const text = aside.unread[numbersKey] ?? '';
  const rows = readRows(draft);
  const long = linesOf(text).find((line) => line.length > longestNumber);
  const people = detaineesOf(visit).length + newNumbers(text, visit).length + rowsOf(draft);
  return {
    ...(people > mostPeople && {
      [rowsKey]: `These would be ${people} people. At most ${mostPeople} can be entered.`,
    }),
    ...(long && {
      [numbersKey]: `“${long.slice(0, 40)}…” is too long for one number. Write one on each line.`,
    }),
    ...('problem' in rows && { [rowsKey]: rows.problem }),
  };
};

/** Whether something stands in a box that was not taken into the report. */
export const hasWaiting = ({ aside }: Draft): boolean =>
  linesOf(aside.unread[numbersKey] ?? '').length > 0 || (aside.unread[rowsKey] ?? '').trim() !== '';

/**
 * The draft with a stub for every new number of the first box and for so many people without one as the second says;
 * what was typed is taken in and the boxes are empty, so that going back doubles nobody.
 * @param draft one with whose boxes nothing is wrong
 * @param newId an id for each stub
 */
export const withStubs = (draft: Draft, newId: () => string): Draft => {
  const numbers = newNumbers(draft.aside.unread[numbersKey] ?? '', draft.visit);
  const stubs: { custodyNumber?: string }[] = [
    ...numbers.map((custodyNumber) => ({ custodyNumber })),
    ...Array.from({ length: rowsOf(draft) }, () => ({})),
  ];
  // Within one moment ids ascend only once they are put in order, and their order is that of the sheet.
  const ids = stubs.map(newId).toSorted();
  const filled = stubs.reduce(
    (so: Draft, stub, i) => withItem(so, 'detainee', { ...stub, id: ids[i] as string }),
    draft,
  );
  return withUnread(withUnread(filled, numbersKey, undefined), rowsKey, undefined);
};
