import SqliteFile from 'better-sqlite3';
import PostalMime from 'postal-mime';
import { beforeAll, expect, test } from 'vitest';
import { migrations } from '#db/migrations/index.ts';
import { readIdentity } from '#db/office.ts';
import { writeRecords } from '#db/records.ts';
import { type Writer, writer } from '#db/sql.ts';
import type { Context } from '#desk/context.ts';
import { mailFiles } from '#desk/letters/file-calls.ts';
import { mailReads } from '#desk/letters/mails.ts';
import { fillStore } from '#desk/setup.ts';
import type { Input } from '#shared/contract.ts';
import { newId, type Sources } from '#shared/ids.ts';
import { personContactId } from '#shared/records/person-file.ts';
import type { RecordType } from '#shared/records/types.ts';

const today = '2026-11-20';
const sources: Sources = {
  now: () => Date.parse(`${today}T09:00:00Z`),
  random: (count) => crypto.getRandomValues(new Uint8Array(count)),
};
const fresh = () => newId(sources);

let w: Writer;
let ctx: Context;
const put = (type: RecordType, document: { id: string }) =>
  writeRecords(w, [
    { type, document, before: undefined, version: null, savedAt: `${today}T09:00:00.000Z` },
  ] as never);

const [north, south] = [fresh(), fresh()];
const [millford, oakham] = [fresh(), fresh()];
const [ada, ben, cleo, dan] = [fresh(), fresh(), fresh(), fresh()];
const [planned, late] = [fresh(), fresh()];

beforeAll(() => {
  const db = new SqliteFile(':memory:');
  for (const migration of migrations) migration.up(db);
  w = writer(db);
  fillStore(w, sources, { person: 'Alexandra Office', body: 'Office of a policing body', start: 'empty' });
  ctx = { identity: readIdentity(w), sources, today, folder: '' };
  for (const [id, name] of [
    [north, 'North'],
    [south, 'South'],
  ] as const)
    put('panel', { id, name } as never);
  for (const [id, name, panel] of [
    [millford, 'Millford', north],
    [oakham, 'Oakham', south],
  ] as const)
    put('suite', { id, name, panel, statuses: [], targets: [] } as never);
  for (const [id, name, panel] of [
    [ada, 'Ada Abel', north],
    [ben, 'Ben Bell', north],
    [cleo, 'Cleo Crane', north],
    [dan, 'Dan Dale', south],
  ] as const) {
    put('person', { id, name, roles: ['visitor'], panel, volunteer: { status: 'accredited' } } as never);
    const mail = `${name.split(' ')[0]?.toLowerCase()}@volunteer.example`;
    if (id !== ben)
      put('personContact', { id: personContactId(ctx.identity.office, id), person: id, mail } as never);
  }
  const event = (to: string) => [{ id: fresh(), from: 'draft', to, by: ada, at: `${today}T08:00:00.000Z` }];
  const place = (
    id: string,
    week: string,
    suite: string,
    panel: string,
    pair: [string, string?],
    to?: string,
  ) =>
    put('shift', {
      ...{ id, week, suite, panel, first: pair[0], despite: [] },
      ...(pair[1] && { second: pair[1] }),
      events: to ? event(to) : [],
    } as never);
  place(planned, '2026-11-23', millford, north, [ada, ben], 'planned');
  place(late, '2026-11-02', millford, north, [cleo, ada], 'planned');
  place(fresh(), '2026-11-30', millford, north, [cleo], 'planned');
  place(fresh(), '2026-11-23', oakham, south, [dan], 'planned');
  place(fresh(), '2026-11-23', millford, north, [cleo]);
});

type About = Input<'mails.draft'>['about'];
const draft = (about: About) => {
  const found = mailReads['mails.draft'](w, { about }, ctx);
  if (!found.ok) throw new Error(found.error.tag);
  return found.value;
};
const mailOf = async (about: About) => {
  const read = async () => mailReads['mails.draft'](w, { about }, ctx);
  const made = await mailFiles(read as never, { now: sources.now, newId: fresh })['mails.file']({ about });
  if (!made.ok) throw new Error(made.error.tag);
  return { ...made.value, mail: await PostalMime.parse(Buffer.from(made.value.bytes, 'base64')) };
};

const week = { kind: 'rotaReminder', panel: north, quarter: '2026-27Q3', week: '2026-11-23' } as const;
const quarter = { ...week, week: undefined };

test('a reminder of a week is of the planned places of its panel, and knows no day and no time', () => {
  const { to, subject, body } = draft(week);
  expect(to.map(({ name }) => name)).toEqual(['Ada Abel', 'Ben Bell']);
  expect(subject).toBe('Custody visits: the week of 23 November 2026');
  expect(body).toContain('Week of 23 November 2026: Millford, Ada Abel and Ben Bell');
  expect(body).not.toMatch(/Oakham|Cleo|\d\d:\d\d|\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/);
});

test('a reminder of a quarter names each place once, and everybody who goes once', () => {
  const { to, body } = draft(quarter);
  expect(to.map(({ name }) => name)).toEqual(['Ada Abel', 'Ben Bell', 'Cleo Crane']);
  expect(body.match(/^Week of/gm)).toHaveLength(3);
  expect(body).toContain('Week of 30 November 2026: Millford, Cleo Crane');
});

test('several stand in Bcc, where nobody reads the address of another, and who has none is named', async () => {
  const { mail, without, name } = await mailOf(quarter);
  expect(mail.to).toBeUndefined();
  expect(mail.bcc?.map(({ address }) => address)).toEqual([
    'ada@volunteer.example',
    'cleo@volunteer.example',
  ]);
  expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
  expect(without).toEqual(['Ben Bell']);
  expect(name).toMatch(/\.eml$/);
});

test('a mail to one alone is addressed to them', async () => {
  const { mail } = await mailOf({ ...week, panel: south });
  expect(mail.to?.map(({ address }) => address)).toEqual(['dan@volunteer.example']);
  expect(mail.bcc).toBeUndefined();
});

test('a report that has not come is asked of the pair of its week', () => {
  const { to, body } = draft({ kind: 'lateReport', id: late });
  expect(to.map(({ name }) => name)).toEqual(['Ada Abel', 'Cleo Crane']);
  expect(body).toMatch(/^Dear Ada Abel and Cleo Crane\n/);
  expect(body).toContain('You stood in the rota for Millford in the week of 2 November 2026');
});

test('what is not there, and a panel without places, is nothing to write about', () => {
  for (const about of [
    { kind: 'lateReport', id: fresh() },
    { kind: 'cover', id: fresh() },
    { kind: 'thanksReport', id: fresh() },
    { kind: 'thanksConcern', id: fresh() },
    { ...week, week: '2026-12-07' },
  ] as const)
    expect(mailReads['mails.draft'](w, { about }, ctx)).toMatchObject({
      ok: false,
      error: { tag: 'notFound' },
    });
});
