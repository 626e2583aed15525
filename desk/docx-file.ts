import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LineRuleType,
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
import { type Chart, chartTable } from '#shared/charts/chart.ts';
import { chartSvg } from '#shared/charts/svg.ts';
import type { Block, PaperDocument } from '#shared/letters/document.ts';

/** A4, and margins, in twentieths of a point. */
const page = { width: 11_906, height: 16_838, margin: 1_134 };
const font = 'Arial';
/** What a page has room for, and what of it is left to the heading and sentence of a picture. */
type Room = { across: number; down: number };
const heads = 1_500;

const linesOf = (text: string, run: { bold?: boolean } = {}): TextRun[] =>
  text.split('\n').map((line, i) => new TextRun({ text: line, ...run, ...(i > 0 && { break: 1 }) }));

const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
/** Said once of a table: said of every cell it makes a long return twice as slow to write. */
const ruled = {
  borders: {
    ...{ top: line, bottom: line, left: line, right: line },
    ...{ insideHorizontal: line, insideVertical: line },
  },
  margins: { marginUnitType: WidthType.DXA, top: 60, bottom: 60, left: 90, right: 90 },
};

const cell = (text: string, width: number, bold = false): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(bold && { shading: { fill: 'E8E8E8' } }),
    children: [new Paragraph({ style: 'InTable', children: linesOf(text, { bold }) })],
  });

type Tabled = Pick<Extract<Block, { kind: 'table' }>, 'head' | 'widths' | 'rows'>;

const table = ({ head, widths, rows }: Tabled, room: number): Table => {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.floor((width / whole) * room));
  const cells = (row: readonly string[], bold: boolean) =>
    columns.map((width, i) => cell(row[i] ?? '', width, bold));
  return new Table({
    ...ruled,
    columnWidths: columns,
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: [
      new TableRow({ tableHeader: true, children: cells(head, true) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, false) })),
    ],
  });
};

/** How high the letters of a drawing are, and how many twentieths of a point one of its units is. */
const drawn = { em: 14, dot: 15 };

/**
 * A chart as a picture with its sentence for those who do not see it, and its numbers beneath. It stands as the SVG that
 * the page has, and as dots for what does not draw that.
 */
const figure = async (chart: Chart, id: string, { across, down }: Room): Promise<(Paragraph | Table)[]> => {
  const { pngOf } = await import('./chart-picture.ts');
  const { svg, drawing } = chartSvg(chart, { width: Math.floor(across / drawn.dot), em: drawn.em }, id);
  const shrunk = Math.min(1, down / drawn.dot / drawing.height, across / drawn.dot / drawing.width);
  const transformation = { width: drawing.width * shrunk, height: drawing.height * shrunk };
  const picture = new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(svg),
    fallback: { type: 'png', data: await pngOf(svg) },
    transformation,
    altText: { name: id, title: chart.title, description: chart.says },
  });
  const { head, rows } = chartTable(chart);
  const widths = head.map((_, i) => (i === 0 ? 60 : 40));
  return [
    new Paragraph({ keepNext: true, children: linesOf(chart.says) }),
    new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.AUTO }, children: [picture] }),
    table({ head, widths, rows }, across),
  ];
};

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

const part = async (block: Block, place: number, room: Room): Promise<(Paragraph | Table)[]> => {
  if (block.kind === 'chart') return await figure(block.chart, `chart-${place + 1}`, room);
  if (block.kind === 'table') return [table(block, room.across)];
  if (block.kind === 'heading')
    return [
      new Paragraph({
        heading: headings[block.level ?? 1],
        keepNext: true,
        children: linesOf(block.text),
      }),
    ];
  if (block.kind === 'link') {
    const children = [new TextRun({ text: block.text, style: 'Hyperlink' })];
    return [new Paragraph({ children: [new ExternalHyperlink({ link: block.address, children })] })];
  }
  return [new Paragraph({ children: linesOf(block.text) })];
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
  const [across, down] = wide ? [page.height, page.width] : [page.width, page.height];
  const room: Room = { across: across - 2 * page.margin, down: down - 2 * page.margin - heads };
  const parts = await Promise.all(blocks.map((block, i) => part(block, i, room)));
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
        children: parts.flat(),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};
