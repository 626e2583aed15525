import mammoth from 'mammoth';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { partsOf } from './packed.ts';
import type { ReadFile, ReadTable } from './read.ts';

type Node = DefaultTreeAdapterMap['childNode'];
type Element = DefaultTreeAdapterMap['element'];

const isElement = (node: Node): node is Element => 'tagName' in node;

const within = (node: Node | DefaultTreeAdapterMap['document']): Node[] =>
  'childNodes' in node ? node.childNodes : [];

/** Every element of a page in its order. */
export const elementsOf = (html: string): Element[] => {
  const all = (node: Node): Element[] => [...(isElement(node) ? [node] : []), ...within(node).flatMap(all)];
  return within(parse(html)).flatMap(all);
};

const blocks = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'tr',
  'td',
  'th',
  'figure',
  'figcaption',
  'title',
  'li',
  'text',
]);

/** The words of an element: a line break within is one, and no two blocks run into each other. */
const wordsOf = (node: Node): string => {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value;
  if (node.nodeName === 'br') return '\n';
  if (node.nodeName === 'style') return '';
  const inner = within(node).map(wordsOf).join('');
  return blocks.has(node.nodeName) ? `${inner}\n` : inner;
};

const cellWords = (cell: Node): string => wordsOf(cell).replace(/\n$/, '').replace(/\n$/, '');

const rowsOf = (table: Element): Element[] => {
  const all = (node: Node): Element[] =>
    isElement(node) && node.tagName === 'tr' ? [node] : within(node).flatMap(all);
  return all(table);
};

const cellsOf = (row: Element): string[] =>
  within(row)
    .filter((node) => node.nodeName === 'td' || node.nodeName === 'th')
    .map(cellWords);

/** Tables stand under the heading before them. */
const readPage = (html: string): ReadFile => {
  const tables: ReadTable[] = [];
  let title = '';
  for (const element of elementsOf(html)) {
    if (/^h[1-6]$/.test(element.tagName)) title = wordsOf(element).trim();
    if (element.tagName !== 'table') continue;
    const [head = [], ...rows] = rowsOf(element).map(cellsOf);
    tables.push({ title, head, rows });
  }
  return { tables, text: within(parse(html)).map(wordsOf).join('') };
};

export const readHtml = (bytes: Uint8Array): ReadFile =>
  readPage(new TextDecoder('utf-8', { fatal: true }).decode(bytes));

export const readDocx = async (bytes: Uint8Array): Promise<ReadFile> => {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  const page = readPage(value);
  // What stands on every page is in parts of its own.
  const heads = [...(await partsOf(bytes))].filter(([path]) => /header\d+\.xml$/.test(path));
  return { ...page, text: [...heads.map(([, xml]) => readPage(xml).text), page.text].join('\n') };
};
