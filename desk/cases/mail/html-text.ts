import { Parser } from 'htmlparser2';

/** What stands in these is not said to anybody. */
const silent = new Set([
  'head',
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'object',
  'iframe',
  'title',
]);
/** What begins and ends a line of its own. */
const blocks = new Set(
  'address article aside blockquote dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);
/** Beyond these a page is no letter: the parser seeks through what is open at each tag. */
const deepest = 2_000;
const mostHtml = 5_000_000;
const linked = /^(?:https?|mailto|tel):/i;

/**
 * The words of a page as plain text, at most so many. The page is read as a stream of tags and letters: no tree is
 * built, nothing is loaded and nothing run, so that it may be as broken as it likes. Where a link leads is
 * written beside its words, since they may say another place.
 */
export const textOfHtml = (html: string, most: number): string => {
  let text = '';
  let hush = 0;
  let depth = 0;
  const links: { to: string; from: number }[] = [];
  const line = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const parser = new Parser({
    onopentagname: (name) => {
      depth += 1;
      if (silent.has(name)) hush += 1;
      else if (name === 'br') text += '\n';
      else if (blocks.has(name)) line();
      if (hush === 0 && name === 'li') text += '- ';
      if (hush === 0 && (name === 'td' || name === 'th') && !/\s$/.test(text)) text += ' ';
    },
    onattribute: (name, value) => {
      if (name === 'href' && hush === 0 && linked.test(value.trim()) && links.length < 1_000)
        links.push({ to: value.trim().slice(0, 500), from: text.length });
    },
    ontext: (words) => {
      if (hush > 0 || text.length > most) return;
      const flowing = words.replaceAll(/\s+/g, ' ');
      text += /(?:^|\s)$/.test(text) ? flowing.trimStart() : flowing;
    },
    onclosetag: (name) => {
      depth -= 1;
      if (silent.has(name)) hush = Math.max(0, hush - 1);
      else if (blocks.has(name)) line();
      if (name === 'p') text += '\n';
      if (name !== 'a') return;
      const link = links.pop();
      const to = link?.to.replace(/^(?:mailto|tel):/i, '');
      if (link && to && !text.slice(link.from).includes(to)) text += ` <${to}>`;
    },
  });
  // A piece at a time, so that what is long or deep enough ends the reading.
  const end = Math.min(html.length, mostHtml);
  for (let at = 0; at < end && text.length <= most && depth <= deepest; at += 5_000)
    parser.write(html.slice(at, Math.min(at + 5_000, end)));
  parser.end();
  return text;
};
