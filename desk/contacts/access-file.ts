import { zipSync } from 'fflate';
import type { AccessView } from '#shared/contact-views.ts';
import { ok } from '#shared/result.ts';
import { fileName } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';
import type { Asking, FileCalls } from '../made-files.ts';
import { escaped, pageOf } from '../said/html.ts';

/** What one file of an export carries at most; what is beyond that is named in it, and handed over beside it. */
const mostBytes = 150_000_000;

const link = (path: string, text: string): string =>
  `<a href="${path.split('/').map(encodeURIComponent).join('/')}">${escaped(text)}</a>`;
const list = (items: readonly string[], nothing: string): string =>
  items.length > 0
    ? `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`
    : `<p>${nothing}</p>`;

const table = (caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<div class="table" role="region" aria-label="${escaped(caption)}" tabindex="0"><table>
<thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead>
<tbody>${rows.map(([first = '', ...rest]) => `<tr><th scope="row">${escaped(first)}</th>${rest.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('\n')}</tbody></table></div>`;

const hiddenWords = ({ hidden, joined }: AccessView): string[] => [
  ...(hidden > 0
    ? [
        `${hidden} confidential ${hidden === 1 ? 'case' : 'cases'} of this person may not be opened by whoever made this file, and ${hidden === 1 ? 'is' : 'are'} not in it.`,
      ]
    : []),
  ...(joined
    ? [
        'Confidential cases that were never sent to the computer on which this was made are neither in it nor counted. Ask those who keep them.',
      ]
    : []),
];

/** The first page: what is here, what is not and why, and who else is in it. */
const indexPage = (view: AccessView, today: string, missing: readonly string[]): string => {
  const { name, office, notice, documents, files, marked } = view;
  const title = `Records about ${name}`;
  const groups = Map.groupBy(documents, ({ group }) => group);
  const included = files.filter(({ path }) => !missing.includes(path));
  const body = [
    `<h1>${escaped(title)}</h1>`,
    `<p>${escaped(office)}, ${dayWords(today)}. Collected for a request under Article 15 of the UK GDPR.</p>`,
    '<p><strong>For the office, before it is sent.</strong> Everybody else who was found is marked like this: <mark>[third party: their name]</mark>. Nothing has been taken out. Read every page and every file before any of it goes: a name that the register does not know is not found, and what is in a file is not looked at.</p>',
    ...[...groups].map(
      ([group, all]) =>
        `<h2>${escaped(group)}</h2>\n${list(
          all.map((one) => link(one.path, one.title)),
          '',
        )}`,
    ),
    '<h2>Files</h2>',
    list(
      included.map((one) => `${link(one.path, one.name)} (${escaped(one.of)})`),
      'No file belongs to these cases.',
    ),
    '<h2>What is not here</h2>',
    list(
      [
        ...hiddenWords(view).map(escaped),
        ...files
          .filter(({ path }) => missing.includes(path))
          .map(
            (one) =>
              `The file ${escaped(one.name)} (${escaped(one.of)}): it is not on this computer, or would make this file too large.`,
          ),
        'Numbers by which computers know records, and what the office destroyed by its retention schedule.',
      ],
      '',
    ),
    '<h2>Third parties</h2>',
    marked.length > 0
      ? table(
          'Third parties, and where they are marked',
          ['Marked', 'Why', 'Where', 'Times'],
          marked.map((one) => [one.what, one.why, one.document, String(one.times)]),
        )
      : '<p>Nobody else was found.</p>',
  ].join('\n');
  return pageOf({ title, by: office, notice }, body);
};

/** Everything about one person as one file. */
export const accessFiles = (read: Asking, today: () => string): FileCalls<'contacts.accessFile'> => ({
  'contacts.accessFile': async ({ id }) => {
    const found = await read('contacts.access', { id });
    if (!found.ok) return found;
    const view = found.value;
    const entries: Record<string, Uint8Array> = {};
    const missing: string[] = [];
    let size = 0;
    for (const { record, file, path, bytes } of view.files) {
      const isTooMuch = size + bytes > mostBytes;
      const held = isTooMuch ? undefined : await read('files.read', { type: 'caseFile', id: record, file });
      if (!held?.ok) {
        missing.push(path);
        continue;
      }
      size += bytes;
      entries[path] = Buffer.from(held.value.bytes, 'base64');
    }
    for (const { path, html } of view.documents) entries[path] = Buffer.from(html);
    const all = { 'index.html': Buffer.from(indexPage(view, today(), missing)), ...entries };
    const names = view.files.filter(({ path }) => missing.includes(path)).map(({ name }) => name);
    return ok({
      // Whose records they are is said within: a file name is read by whoever sees the folder.
      name: fileName('zip', 'Subject access', today()),
      mime: 'application/zip',
      bytes: Buffer.from(zipSync(all)).toString('base64'),
      missing: names,
    });
  },
});
