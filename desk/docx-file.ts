import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, PaperDocument } from '#shared/letters/document.ts';

/** A4, and margins, in twentieths of a point. */
const page = { width: 11_906, height: 16_838, margin: 1_134 };
const font = 'Arial';

const linesOf = (text: string, run: { bold?: boolean } = {}): TextRun[] =>
  text.split('\n').map((line, i) => new TextRun({ text: line, ...run, ...(i > 0 && { break: 1 }) }));

const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
const borders = { top: line, bottom: line, left: line, right: line };

const cell = (text: string, width: number, bold = false): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    borders,
    ...(bold && { shading: { fill: 'E8E8E8' } }),
    children: [new Paragraph({ style: 'InTable', children: linesOf(text, { bold }) })],
  });

const table = ({ head, widths, rows }: Extract<Block, { kind: 'table' }>, room: number): Table => {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.floor((width / whole) * room));
  const cells = (row: readonly string[], bold: boolean) =>
    columns.map((width, i) => cell(row[i] ?? '', width, bold));
  return new Table({
    columnWidths: columns,
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: [
      new TableRow({ tableHeader: true, children: cells(head, true) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, false) })),
    ],
  });
};

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

const drawn = (block: Block, room: number): Paragraph | Table => {
  if (block.kind === 'table') return table(block, room);
  if (block.kind === 'heading')
    return new Paragraph({ heading: headings[block.level ?? 1], children: linesOf(block.text) });
  if (block.kind === 'link') {
    const children = [new TextRun({ text: block.text, style: 'Hyperlink' })];
    return new Paragraph({ children: [new ExternalHyperlink({ link: block.address, children })] });
  }
  return new Paragraph({ children: linesOf(block.text) });
};

const small = (text: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, size: 18 })] });

const footer = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [
        new TextRun({ size: 18, children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
      ],
    }),
  ],
});

/** A document as a Word file. Its properties name the office and nobody's computer. */
export const docxFile = async ({ title, by, notice, wide, blocks }: PaperDocument): Promise<Uint8Array> => {
  const room = (wide ? page.height : page.width) - 2 * page.margin;
  const document = new Document({
    title,
    creator: by,
    lastModifiedBy: by,
    styles: {
      default: {
        document: {
          run: { font, size: 22, language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 200, line: 276 } },
        },
        heading1: {
          run: { font, size: 24, bold: true, color: '000000' },
          paragraph: { spacing: { before: 120, after: 200 } },
        },
        heading2: {
          run: { font, size: 24, bold: true, color: '000000' },
          paragraph: { spacing: { before: 360, after: 160 } },
        },
        heading3: {
          run: { font, size: 22, bold: true, color: '000000' },
          paragraph: { spacing: { before: 280, after: 120 } },
        },
      },
      paragraphStyles: [
        { id: 'InTable', name: 'In a table', paragraph: { spacing: { after: 0, line: 252 } } },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: page.width,
              height: page.height,
              orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        ...(notice && { headers: { default: new Header({ children: [small(notice)] }) } }),
        footers: { default: footer },
        children: blocks.map((block) => drawn(block, room)),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};
