import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { isJoined } from '#db/sync/membership.ts';
import type { AccessView } from '#shared/contact-views.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import type { Letter } from '#shared/records/letter.ts';
import type { Person } from '#shared/records/person.ts';
import type { Review } from '#shared/records/review.ts';
import { ok, type Result } from '#shared/result.ts';
import { capital } from '#shared/text.ts';
import type { Context } from '../context.ts';
import { settings } from '../office.ts';
import { recommendationsOf } from '../reviews/around.ts';
import { escaped, pageOf } from '../said/html.ts';
import { casesOf, reviewsOf } from './beside.ts';
import { contactHistory } from './history.ts';
import { marking } from './marking.ts';
import { type Telling, told } from './told.ts';
import { recordsOf, standingContact } from './who.ts';

type Part = { path: string; title: string; group: string; body: (telling: Telling) => string };

/** A name that every file system takes, and that leads nowhere else. */
const safe = (text: string): string =>
  text
    .replaceAll(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim()
    .slice(0, 80)
    .trim() || 'record';

/** What a file is kept under: its own name, with the ending of what is really in it. */
const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'text/plain': 'txt',
  'message/rfc822': 'eml',
};

const numberOf = ({ reference, imported }: Pick<CaseFile, 'reference' | 'imported'>): string =>
  reference ?? imported?.reference ?? 'without a number';

const section = (title: string, html: string): string => (html ? `<h2>${escaped(title)}</h2>\n${html}` : '');

const notesOf = (r: Reader, id: string): object[] =>
  r
    .all(sql.selectFrom('reviewNote').select('data').where('review', '=', id).orderBy('at').orderBy('id'))
    .map(({ data }) => JSON.parse(data));

const lettersOf = (r: Reader, id: string): Letter[] =>
  r
    .all(
      sql.selectFrom('letter').select('data').where('about', 'like', `%${id}%`).orderBy('date').orderBy('id'),
    )
    .map(({ data }) => JSON.parse(data));

const casePart = (c: CaseFile, path: string): Part => ({
  path,
  title: `${capital(c.kind)}, ${numberOf(c)}`,
  group: 'Cases',
  body: (telling) => told(telling, c),
});

const reviewPart = (r: Reader, v: Review, path: string): Part => ({
  path,
  title: `Complaint review, ${numberOf(v)}`,
  group: 'Complaint reviews',
  body: (telling) =>
    [
      told(telling, v),
      ...recommendationsOf(r, v.id).map((one) =>
        section('Recommendation to the force', told(telling, one, 3)),
      ),
      ...notesOf(r, v.id).map((one) => section('Note', told(telling, one, 3))),
      ...lettersOf(r, v.id).map((one) => section('Letter', told(telling, one, 3))),
    ].join('\n'),
});

/** Names what stands as an id: other people as third parties, whoever works for the office by what they do there. */
const namer =
  (r: Reader, own: ReadonlySet<string>): Telling['nameOf'] =>
  (id) => {
    const person = readRecord(r, 'person', id)?.document;
    if (person) return { text: `Somebody of the office (${person.roles.join(', ') || 'staff'})` };
    const contact = standingContact(r, id);
    if (!contact) return undefined;
    return own.has(contact.id) ? { text: contact.name } : { text: contact.name, why: 'represents them' };
  };

const allNames = (r: Reader): string[] =>
  r.all(sql.selectFrom('person').select('data')).map(({ data }) => (JSON.parse(data) as Person).name);

/**
 * Everything the office holds about one person (UK GDPR, Article 15), as pages that can be read with nothing but a
 * browser, with who else is in them marked. Undefined where nobody of that id is in the register.
 */
export const accessOf = (r: Reader, ctx: Context, id: string): Result<AccessView, never> | undefined => {
  const records = recordsOf(r, id);
  const [contact] = records;
  if (!contact) return undefined;
  const ids = records.map((one) => one.id);
  const { cases, hidden } = casesOf(r, ctx, ids);
  const { body, invented } = settings(r, ctx);
  const numbered = (folder: string, number: string, i: number) => `${folder}/${i + 1} ${safe(number)}.html`;
  const parts: Part[] = [
    {
      path: 'person.html',
      title: 'What is kept of the person',
      group: 'The person',
      body: (telling) =>
        [
          ...records.map((one, i) =>
            section(
              i === 0 ? 'Record' : 'Record that turned out to be of the same person',
              told(telling, one, 3),
            ),
          ),
          section(
            'What happened',
            contactHistory(r, records)
              .map((one) => told(telling, { ...one, by: undefined }, 3))
              .join(''),
          ),
        ].join('\n'),
    },
    ...cases.map((c, i) => casePart(c, numbered('cases', numberOf(c), i))),
    ...reviewsOf(r, ids).map((v, i) => reviewPart(r, v, numbered('reviews', numberOf(v), i))),
  ];
  const telling: Telling = { ...marking(r, records, allNames(r)), nameOf: namer(r, new Set(ids)) };
  const notice = invented ? 'Invented data' : null;
  const documents = parts.map(({ path, title, group, body: write }) => {
    telling.begin(title);
    const page = `<p><a href="${path.includes('/') ? '../' : ''}index.html">All records</a></p>\n<h1>${escaped(title)}</h1>\n${write(telling)}`;
    return { path, title, group, html: pageOf({ title, by: body, notice }, page) };
  });
  const files = cases.flatMap((c, i) =>
    (c.files ?? []).map((file, n) => ({
      ...{ record: c.id, file: file.id, name: file.name, bytes: file.bytes },
      path: `files/${i + 1} ${safe(numberOf(c))}/${n + 1} ${safe(file.name.replace(/\.\w{1,5}$/, ''))}.${endings[file.kind] ?? 'bin'}`,
      of: `${capital(c.kind)}, ${numberOf(c)}`,
    })),
  );
  return ok({
    name: contact.name,
    office: body,
    notice,
    documents,
    files,
    marked: telling.marked(),
    hidden,
    joined: isJoined(r),
  });
};
