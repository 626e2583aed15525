import { type Chart, chartTable } from '#shared/charts/chart.ts';
import { chartSvg } from '#shared/charts/svg.ts';
import { type Block, headingAbove, type PaperDocument } from '#shared/letters/document.ts';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => signs[sign] as string);
const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');

const row = (cells: readonly string[]): string => {
  const [first = '', ...rest] = cells;
  return `<tr><th scope="row">${lines(first)}</th>${rest.map((cell) => `<td>${lines(cell)}</td>`).join('')}</tr>`;
};

const table = (head: readonly string[], rows: readonly (readonly string[])[], above: string): string => {
  const heads = head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('');
  const whole = `<thead><tr>${heads}</tr></thead><tbody>\n${rows.map(row).join('\n')}\n</tbody>`;
  return `<div class="table" role="region" aria-label="${escaped(above)}" tabindex="0"><table>${whole}</table></div>`;
};

/** How wide a chart is drawn: for a page, and for a telephone, so that its letters are as large as those around it. */
const chartRooms = [
  { at: 'wide', width: 800, em: 16 },
  { at: 'narrow', width: 280, em: 15 },
] as const;

const figure = (chart: Chart, id: string): string => {
  const drawings = chartRooms.map(
    ({ at, ...room }) => `<div class="chart ${at}">${chartSvg(chart, room, `${id}-${at}`).svg}</div>`,
  );
  const { head, rows } = chartTable(chart);
  const numbers = table(head, rows, chart.title);
  return `<figure><figcaption>${escaped(chart.says)}</figcaption>\n${drawings.join('\n')}\n${numbers}</figure>`;
};

const drawn = (block: Block, id: string, above = 'Table'): string => {
  if (block.kind === 'heading') return `<h${block.level ?? 1}>${lines(block.text)}</h${block.level ?? 1}>`;
  if (block.kind === 'paragraph') return `<p>${lines(block.text)}</p>`;
  if (block.kind === 'link') return `<p><a href="${escaped(block.address)}">${escaped(block.text)}</a></p>`;
  if (block.kind === 'chart') return figure(block.chart, id);
  return table(block.head, block.rows, above);
};

/** One file that needs no other: read in any browser, at any width, by anything that reads aloud. */
const style = `
  body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; font: 1.125rem/1.5 Arial, sans-serif; color: #0b0c0c; background: #fff; }
  h1 { font-size: 1.75rem; line-height: 1.2; }
  h2 { margin-top: 2.5rem; font-size: 1.5rem; line-height: 1.25; }
  h3 { margin-top: 2rem; font-size: 1.1875rem; }
  .table, .chart { overflow-x: auto; }
  figure { margin: 0 0 2rem; }
  figcaption { margin-bottom: 0.5rem; }
  .chart svg { display: block; margin-bottom: 1rem; }
  .wide svg { max-width: 100%; height: auto; }
  .narrow { display: none; }
  @media screen and (max-width: 48em) { .wide { display: none; } .narrow { display: block; } }
  table { width: 100%; border-collapse: collapse; }
  th, td { padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid #767676; text-align: left; vertical-align: top; }
  tbody th { font-weight: normal; }
  @media print { body { margin: 0; max-width: none; font-size: 10pt; } tr, .chart { break-inside: avoid; } }`;

/** Words in a string of a style sheet: whatever is no letter, figure or blank by its number, so that nothing ends it. */
const inStyle = (words: string): string =>
  words.replaceAll(/[^A-Za-z0-9 ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);

/** On paper: as wide as the document asks for, with what must stand on every page. */
const onPaper = ({ notice, wide }: Pick<PaperDocument, 'notice'> & { wide?: boolean }): string =>
  `@page { size: A4${wide ? ' landscape' : ''}; margin: 16mm;${notice ? ` @top-center { content: "${inStyle(notice)}"; font: 9pt Arial, sans-serif; }` : ''} }`;

/** A page that needs no other file; what stands in its body is escaped already. */
export const pageOf = (
  { title, by, notice, wide }: Omit<PaperDocument, 'blocks' | 'wide'> & { wide?: boolean },
  body: string,
): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escaped(by)}">
<title>${escaped(title)}</title>
<style>${style}
  ${onPaper({ notice, ...(wide && { wide }) })}
</style>
</head>
<body>
${notice ? `<p><strong>${escaped(notice)}</strong></p>\n` : ''}<main>
${body}
</main>
</body>
</html>
`;

/** A document as a web page. */
export const htmlOf = (document: PaperDocument): string =>
  pageOf(
    document,
    document.blocks
      .map((block, i) => drawn(block, `chart-${i + 1}`, headingAbove(document.blocks, i)))
      .join('\n'),
  );
