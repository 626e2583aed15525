/** The columns of the monthly sheet, in the order in which it goes out. */
export const sheetColumns = [
  { id: 'number', title: 'Number', width: 1.4 },
  { id: 'raisedOn', title: 'Date raised', width: 1.4 },
  { id: 'matter', title: 'What was raised', width: 3.4 },
  { id: 'area', title: 'Area', width: 1.7 },
  { id: 'done', title: 'What was done', width: 3.4 },
  { id: 'by', title: 'By whom', width: 1.6 },
  { id: 'on', title: 'Date done or planned', width: 1.6 },
] as const;
export type SheetColumn = (typeof sheetColumns)[number]['id'];

/** What people make of the headings when they copy them into a table of their own. */
const alsoCalled: Partial<Record<SheetColumn, readonly string[]>> = {
  number: ['concern number', 'no', 'ref', 'reference', 'concern'],
  done: ['what has been done', 'action taken', 'response', 'answer'],
  by: ['who', 'by', 'done by'],
  on: ['date done', 'date planned', 'date done planned', 'date', 'done or planned'],
};

const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();

const byHeading = new Map<string, SheetColumn>(
  sheetColumns.flatMap(({ id, title }) =>
    [title, ...(alsoCalled[id] ?? [])].map((name): [string, SheetColumn] => [plain(name), id]),
  ),
);

/** Which column a heading means, however it is written. */
export const columnOf = (heading: string): SheetColumn | undefined => byHeading.get(plain(heading));
