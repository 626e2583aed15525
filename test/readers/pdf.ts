import { getDocumentProxy } from 'unpdf';
import type { PDFPageProxy } from 'unpdf/pdfjs';

type Tagged = { role: string; alt?: string; children?: unknown[] };

const isTagged = (node: unknown): node is Tagged =>
  typeof node === 'object' && node !== null && 'role' in node;

const within = (node: Tagged): Tagged[] => [node, ...(node.children ?? []).filter(isTagged).flatMap(within)];

/** What is drawn, and not the figure around it with its words and its table. */
const isPicture = (node: Tagged): boolean => node.role === 'Figure' && within(node).length === 1;

type Piece = { str: string; width: number; transform: number[] };

const readPage = async (page: PDFPageProxy) => {
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const pieces = items.filter((item) => 'str' in item) as Piece[];
  const tree = await page.getStructTree();
  const cutOff = pieces.filter(({ str, width: wide, transform: [, , , , x = 0, y = 0] }) => {
    // Half a point is the rounding of widths of letters.
    return str.trim() !== '' && (x < 0 || x + wide > width + 0.5 || y < 0 || y > height);
  });
  return {
    size: [width, height].map(Math.round).toSorted((a, b) => a - b),
    text: pieces.map(({ str }) => str).join(' '),
    cutOff: cutOff.map(({ str }) => str),
    tags: tree ? within(tree as Tagged) : [],
  };
};

/** What a PDF tells those who read it with something else than their eyes, and whether its words are all on paper. */
export const readPdf = async (bytes: Uint8Array) => {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
  const pages = [];
  for (let n = 1; n <= pdf.numPages; n++) pages.push(await readPage(await pdf.getPage(n)));
  const tags = pages.flatMap((page) => page.tags);
  const told = {
    title: info.Title,
    language: info.Language,
    isTagged: (await pdf.getMarkInfo())?.Marked === true,
    outline: ((await pdf.getOutline()) ?? []).map(({ title }) => title),
    sizes: pages.map(({ size }) => size),
    texts: pages.map(({ text }) => text),
    cutOff: pages.flatMap((page) => page.cutOff),
    roles: new Set(tags.map(({ role }) => role)),
    pictures: tags.filter(isPicture).map(({ alt }) => alt ?? ''),
  };
  await pdf.loadingTask.destroy();
  return told;
};
