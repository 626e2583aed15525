import { paragraphsOf, printable } from './merge.ts';

/** A part of a document: what every form of it, on screen, on paper or as a file, is made from. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  /** Shares of the width, by column. */
  | {
      kind: 'table';
      head: readonly string[];
      widths: readonly number[];
      rows: readonly (readonly string[])[];
    };

export type PaperDocument = {
  title: string;
  /** Whose document it is: its author in the properties of a file. */
  by: string;
  /** What must stand on every page, such as that the data are invented. */
  notice: string | null;
  wide: boolean;
  blocks: Block[];
};

export type LetterPaper = {
  office: string;
  notice: string | null;
  to: string;
  /** The day in words. */
  date: string;
  subject: string;
  body: string;
};

/** A letter as a document: who writes, when and to whom, then its subject and its words. */
export const letterDocument = ({ office, notice, to, date, subject, body }: LetterPaper): PaperDocument => ({
  title: printable(subject),
  by: office,
  notice,
  wide: false,
  blocks: [
    ...[`${office}\n${date}`, to].map((text): Block => ({ kind: 'paragraph', text: printable(text) })),
    { kind: 'heading', text: printable(subject) },
    ...paragraphsOf(printable(body)).map((text): Block => ({ kind: 'paragraph', text })),
  ],
});

/** A document as plain text, for the body of a mail. */
export const plainText = ({ notice, blocks }: PaperDocument): string =>
  [
    ...(notice ? [notice] : []),
    ...blocks.map((block) =>
      block.kind === 'table'
        ? [block.head, ...block.rows].map((row) => row.join(' | ')).join('\n')
        : block.text,
    ),
  ].join('\n\n');
