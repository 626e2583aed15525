import type { LetterConcern } from '#shared/letters/concerns.ts';
import type { Block, PaperDocument } from '#shared/letters/document.ts';
import { withoutNumbers } from '#shared/letters/doubts.ts';
import { paragraphsOf, printable } from '#shared/letters/merge.ts';
import { type Concern, type ConcernState, concernState } from '#shared/records/concern.ts';
import type { SuiteSheet } from '#shared/records/suite-sheet.ts';
import { capital } from '#shared/text.ts';
import { dayWords, monthWords } from '#shared/times.ts';
import { sheetColumns } from './columns.ts';

/** The states in which something is owed by the police, or will be once they are asked. */
export const askedStates = ['raised', 'coordinator', 'escalated'] as const satisfies ConcernState[];

/**
 * Whether a concern stands on the monthly sheet: open, without an answer, and for custody to read. What is for the
 * office alone is left out without a sign (Code of Practice 2013: no reprisals).
 */
export const isAsked = (c: Pick<Concern, 'events' | 'sharing'>): boolean =>
  c.sharing === 'custody' && (askedStates as readonly ConcernState[]).includes(concernState(c));

/** The words of a concern as custody reads them: those for publication, else its own, never with a custody number. */
export const askedWords = ({ concern, numbers }: LetterConcern): string =>
  printable(withoutNumbers((concern.publication ?? concern.matter).trim(), numbers));

/** Whether the police have answered a row: on any way, since the sheet went out. */
export const isAnswered = (c: Pick<Concern, 'answers'>, sheet: Pick<SuiteSheet, 'id' | 'on'>): boolean =>
  c.answers.some((answer) => answer.sheet === sheet.id || answer.on >= sheet.on);

/** A row of the sheet as it goes out; what the police fill in is empty. */
export type AskedRow = { reference: string; raisedOn: string; matter: string; area: string };

/** A day as a table has it: 03/11/2022. */
const tableDay = (date: string): string => date.split('-').toReversed().join('/');

const askedCells = ({ reference, raisedOn, matter, area }: AskedRow): string[] =>
  [reference, tableDay(raisedOn), matter, capital(area), '', '', ''].map(printable);

export type SheetPaper = {
  office: string;
  notice: string | null;
  suite: string;
  sheet: Pick<SuiteSheet, 'month' | 'due'>;
  rows: readonly AskedRow[];
  cover: { subject: string; body: string };
};

export const sheetTitle = (suite: string, month: string): string =>
  `Concerns awaiting an answer: ${suite}, ${monthWords(month)}`;

/** The sheet as a document: what is asked, by when, and the table to fill in. */
export const sheetDocument = ({ office, notice, suite, sheet, rows, cover }: SheetPaper): PaperDocument => ({
  title: printable(sheetTitle(suite, sheet.month)),
  by: office,
  notice,
  wide: true,
  blocks: [
    { kind: 'heading', text: printable(sheetTitle(suite, sheet.month)) },
    ...paragraphsOf(printable(cover.body)).map((text): Block => ({ kind: 'paragraph', text })),
    { kind: 'paragraph', text: `Please send this back by ${dayWords(sheet.due)}.` },
    {
      kind: 'table',
      head: sheetColumns.map(({ title }) => title),
      widths: sheetColumns.map(({ width }) => width),
      rows: rows.map(askedCells),
    },
  ],
});
