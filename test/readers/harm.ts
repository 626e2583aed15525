import { partsOf } from './packed.ts';
import { elementsOf } from './pages.ts';
import { readCsv } from './plain.ts';

const found = (where: string, text: string, what: RegExp): string[] =>
  [...text.matchAll(what)].map(([one]) => `${where}: ${one}`);

/** Elements that a page of ours is made of; whatever else stood in it would have come in with somebody's words. */
const ofPages = new Set(
  'html head meta title style body p strong main h1 h2 h3 br a div table thead tbody tr th td figure figcaption svg g path rect text tspan line circle polyline polygon defs pattern desc details summary'.split(
    ' ',
  ),
);

const harmOfPage = (html: string): string[] =>
  elementsOf(html).flatMap(({ tagName, attrs }) => [
    ...(ofPages.has(tagName) ? [] : [`<${tagName}>`]),
    ...attrs.flatMap(({ name, value }) =>
      name.startsWith('on') || (/^(href|src)$/.test(name) && !/^(https?:\/\/|#)/.test(value))
        ? [`${name}="${value}"`]
        : [],
    ),
  ]);

const harmOfParts = async (bytes: Uint8Array): Promise<string[]> =>
  [...(await partsOf(bytes))].flatMap(([path, text]) => [
    ...found(path, path, /vbaProject|externalLink|Basic\/|Scripts\//g),
    ...found(
      path,
      text,
      /<f[ >]|table:formula=|<office:(?:scripts|event-listeners)|<w:(?:object|control|altChunk)\b/g,
    ),
    ...found(path, text, /<w:instrText[^>]*>(?!(?:PAGE|NUMPAGES)<)[^<]*/g),
    ...found(path, text, /<w:fldSimple|Target="(?!https?:)[a-z]+:[^"]*"|xlink:href="(?!#)[^"]*"/g),
  ]);

/** A spreadsheet reads a cell of a CSV file as a formula by its first sign alone; what is below nought is a number. */
const harmOfCsv = (bytes: Uint8Array): string[] =>
  readCsv(bytes).tables.flatMap(({ head, rows }) =>
    [head, ...rows]
      .flat()
      .filter((cell): cell is string => typeof cell === 'string' && /^(?:[=+@\t\r]|-(?![\d.]+$))/.test(cell)),
  );

/** Whatever in a file could do something when it is opened. */
export const harmIn = async (format: string, bytes: Uint8Array): Promise<string[]> => {
  if (format === 'json') return [];
  if (format === 'csv') return harmOfCsv(bytes);
  return format === 'html' ? harmOfPage(new TextDecoder().decode(bytes)) : harmOfParts(bytes);
};
