/**
 * Brings the HTML of a template and that of a component into one form: a line for each tag and text, attributes in
 * order, white space collapsed. What the templates say only to their scripts is taken out or turned into what the
 * script would have made of it, because those scripts never run inside React.
 */
export function normalise(html: string): string[] {
  const lines: string[] = [];
  const pieces = html
    .replaceAll('<!-- -->', '')
    .matchAll(/<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^>"])*)>|[^<]+/g);
  for (const [piece, closing, tag, attributes] of pieces) {
    const name = tag?.toLowerCase();
    if (name === 'x-raw') continue;
    if (!name) addText(lines, piece);
    else if (closing) lines.push(`</${name}>`);
    else lines.push(`<${[name, ...attributesOf(attributes ?? '')].join(' ')}>`);
  }
  return lines.map((line) => line.trim()).filter((line) => line && !voidEnd.test(line));
}

const voidEnd = /^<\/(input|path|br|hr|img)>$/;

/** Texts that follow each other without a tag between them are one. */
function addText(lines: string[], piece: string): void {
  const text = decode(piece).replace(/\s+/g, ' ');
  const last = lines.at(-1);
  if (last !== undefined && !last.startsWith('<')) lines[lines.length - 1] = last + text;
  else lines.push(text);
}

/** Hooks of govuk-frontend's scripts, which have nothing to take hold of here. */
const hooks = new Set(['data-module', 'data-prevent-double-click', 'data-disable-auto-focus']);

function attributesOf(text: string): string[] {
  const result: string[] = [];
  for (const [, name, value = ''] of text.matchAll(/([^\s=/"]+)(?:="([^"]*)")?/g)) {
    const lower = name!.toLowerCase();
    if (hooks.has(lower)) continue;
    // The radios' script turns this into the real attribute as soon as it runs.
    if (lower === 'data-aria-controls') result.push(`aria-controls="${decode(value)}"`);
    else if (lower === 'class') result.push(...classNames(value));
    else result.push(`${lower}="${decode(value)}"`);
  }
  return result.sort();
}

/** Without the class by which the script hides the questions under a choice: our style sheet does it. */
function classNames(value: string): string[] {
  const names = value.split(/\s+/).filter((name) => name && !name.endsWith('__conditional--hidden'));
  return names.length > 0 ? [`class="${names.sort().join(' ')}"`] : [];
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', ctdot: '⋯' };

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, code: string) => {
    if (code.startsWith('#x')) return String.fromCodePoint(Number.parseInt(code.slice(2), 16));
    if (code.startsWith('#')) return String.fromCodePoint(Number(code.slice(1)));
    return entities[code] ?? whole;
  });
}
