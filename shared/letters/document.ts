import type { Chart } from '#shared/charts/chart.ts';
import { paragraphsOf, printable } from './merge.ts';

/** A part of a document: what every form of it, on screen, on paper or as a file, is made from. */
export type Block =
  | { kind: 'paragraph'; text: string }
  /** The title of the document; with a level a heading beneath it. */
  | { kind: 'heading'; text: string; level?: 2 | 3 }
  /** A page of the web. */
  | { kind: 'link'; text: string; address: string }
  /** Shares of the width, by column. */
  | {
      kind: 'table';
      head: readonly string[];
      widths: readonly number[];
      rows: readonly (readonly string[])[];
    }
  /** A drawing under the sentence that says what it shows, with its numbers as a table. */
  | { kind: 'chart'; chart: Chart };

export type PaperDocument = {
  title: string;
  /** Whose document it is: its author in the properties of a file. */
  by: string;
  /** What must stand on every page, such as that the data are invented. */
  notice: string | null;
  wide: boolean;
  blocks: Block[];
};

export const heading = (text: string, level?: 2 | 3): Block => ({
  kind: 'heading',
  text,
  ...(level && { level }),
});
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** What a part of a document stands under: how its tables are told apart where they are read aloud. */
export const headingAbove = (blocks: readonly Block[], place: number): string | undefined => {
  const above = blocks.slice(0, place).findLast(({ kind }) => kind === 'heading');
  return above?.kind === 'heading' ? above.text : undefined;
};

export type LetterPaper = {
  office: string;
  notice: string | null;
  to: string;
  /** Where they are, in lines. */
  address?: string | undefined;
  /** The day in words. */
  date: string;
  subject: string;
  body: string;
};

/** A letter as a document: who writes, when and to whom, then its subject and its words. */
export const letterDocument = ({
  office,
  notice,
  to,
  address,
  date,
  subject,
  body,
}: LetterPaper): PaperDocument => ({
  title: printable(subject),
  by: office,
  notice,
  wide: false,
  blocks: [
    ...[`${office}\n${date}`, address ? `${to}\n${address}` : to].map(
      (text): Block => ({ kind: 'paragraph', text: printable(text) }),
    ),
    { kind: 'heading', text: printable(subject) },
    ...paragraphsOf(printable(body)).map((text): Block => ({ kind: 'paragraph', text })),
  ],
});

/** The words of a letter as a mail: who writes and when, the mail says itself. */
export const mailText = (notice: string | null, body: string): string =>
  [...(notice ? [notice] : []), ...paragraphsOf(printable(body))].join('\n\n');
