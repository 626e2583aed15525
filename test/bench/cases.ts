import { caseListReads } from '#desk/cases/listing.ts';
import { contactReads } from '#desk/contacts/reading.ts';
import { themeReads } from '#desk/engagements/themes.ts';
import { searchReads } from '#desk/search.ts';
import { casesCalls } from '#shared/calls/cases.ts';
import { likeKeys } from '#shared/contacts/keys.ts';
import type { Input } from '#shared/contract.ts';
import { beside, type Measurement, mustAgree } from './measure.ts';
import { type Inside, must } from './store.ts';

type Row = Record<string, unknown>;

const typed = [
  { text: 'as', query: '"as"*' },
  { text: 'quad bi', query: '"quad" "bi"*' },
  { text: 'lorries crossing', query: '"lorries" "crossing"*' },
  { text: 'zzz', query: '"zzz"*' },
];

/** The rows of a queue as somebody would read them who has only this page to write, clocks and sentences left out. */
const queueByHand = (where: string) => `
  select c.id, c.reference, c.kind, c.received, n.name as "from", p.name as owner, q.due
  from case_queue q join caseFile c on c.id = q.id left join contact n on n.id = c."from"
    left join person p on p.id = c.owner
  where ${where} order by q.rank limit 50`;

/** Search, queues, the archive, trends and who may be meant, each beside one statement over the same file. */
export const cases = async (
  { r, ctx, db }: Inside,
  rounds: number,
  records: string,
  people: string,
): Promise<Measurement[]> => {
  const measured: Measurement[] = [];
  const compare = async (name: string, ours: () => unknown[], peer: () => unknown[]) => {
    mustAgree(name, ours(), peer());
    measured.push(await beside(`correspondence, ${name}`, rounds, ours, peer));
  };
  const found = db.prepare<unknown[], Row>(`
    select e.type, e.id, 'Case, ' || c.reference as title, substr(c.kind || ', ' || (c.data ->> 'summary'), 1, 160) as detail,
      c.received as date
    from (select rowid as place from search where search match ? order by rowid desc limit 20) f
      join search_entry e on e.place = f.place join caseFile c on e.type = 'caseFile' and c.id = e.id
    order by f.place desc`);
  for (const { text, query } of typed)
    await compare(
      `${records}: search "${text}"`,
      () => must(searchReads['search.find'](r, { text, limit: 20 }, ctx)),
      () => found.all(query),
    );
  const listed = (input: Input<'cases.list'>) =>
    must(caseListReads['cases.list'](r, casesCalls['cases.list'].input.parse(input), ctx)).rows;
  const some = db.prepare(`select owner from case_queue where owner is not null limit 1`).get() as Row;
  const of = String(some.owner);
  const queues = [
    ['what is owed first', {}, 'true'],
    ['what is late', { filter: { show: 'late' } }, `q.due < '${ctx.today}'`],
    ['of somebody', { filter: { person: of } }, `q.owner = '${of}'`],
    ['of one kind', { filter: { kind: 'FOI request' } }, `q.kind = 'FOI request'`],
  ] as const satisfies [string, Input<'cases.list'>, string][];
  for (const [name, input, where] of queues) {
    const hand = db.prepare<unknown[], Row>(queueByHand(where));
    await compare(
      `${records}: queue, ${name}`,
      () =>
        listed(input).map(({ id, reference, kind, received, from, owner, next }) => ({
          ...{ id, reference, kind, received, from, owner, due: next?.by ?? null },
        })),
      () => hand.all(),
    );
  }
  const counts = db.prepare<unknown[], Row>(`
    select count(*) as open, sum(owner is null) as unassigned, sum(ifnull(due < ?, 0)) as late from case_queue`);
  await compare(
    `${records}: how many stand in each queue`,
    () => {
      const { open, unassigned, late } = must(caseListReads['cases.queues'](r, {}, ctx));
      return [{ open, unassigned, late }];
    },
    () => counts.all(ctx.today),
  );
  const archive = db.prepare<unknown[], Row>(`
    select c.id from caseFile c where c.state = 'closed' order by c.received desc, c.id desc limit 50`);
  await compare(
    `${records}: closed, the first page`,
    () => listed({ filter: { show: 'closed' } }).map(({ id }) => ({ id })),
    () => archive.all(),
  );
  const ofTheme = db.prepare<unknown[], Row>(`
    select c.id from case_theme t join caseFile c on c.id = t.id
    where t.theme = ? and t.area = ? order by c.received desc, c.id desc limit 50`);
  await compare(
    `${records}: all of a theme in an area`,
    () =>
      listed({ filter: { show: 'all', theme: 'Road safety', area: 'Shropshire' } }).map(({ id }) => ({ id })),
    () => ofTheme.all('Road safety', 'Shropshire'),
  );
  const trends = () => must(themeReads['themes.get'](r, { weeks: 13 }, ctx));
  const begins = trends().weeks[0];
  const told = db.prepare<unknown[], Row>(`
    select theme, count(*) as total from case_theme where date between ? and ? group by 1 order by 1`);
  const ends = db
    .prepare<unknown[], { day: string }>(`select date(?, '+6 days') as day`)
    .get(trends().weeks.at(-1)) as { day: string };
  await compare(
    `${records}: thirteen weeks of themes`,
    () =>
      trends()
        .rows.map(({ theme, total }) => ({ theme, total }))
        .filter(({ total }) => total > 0)
        .sort((a, b) => (a.theme < b.theme ? -1 : 1)),
    () => told.all(begins, ends.day),
  );
  const person = db.prepare(
    `select name, mail from (select name, data ->> 'mail' as mail from contact limit 1)`,
  );
  const { name, mail } = person.get() as { name: string; mail: string };
  const nobody = { names: [], mails: [], telephones: [], addresses: [] };
  for (const [what, sought] of [
    ['by a mail', { mails: [mail] }],
    ['by a name', { names: [name] }],
  ] satisfies [string, { mails?: string[]; names?: string[] }][]) {
    const keys = likeKeys(sought);
    const like = db.prepare<unknown[], { id: string }>(`
      select c.id from contact_key k join contact c on c.id = k.contact
      where k.key in (${keys.map(() => '?').join()}) and k.contact in
        (select contact from contact_key where key = ?) group by 1 order by count(*) desc, 1 limit 1`);
    await compare(
      `${people} people: who is meant ${what}`,
      () =>
        must(contactReads['contacts.suggest'](r, { ...nobody, ...sought, limit: 8 }))
          .slice(0, 1)
          .map(({ contact }) => ({ id: contact.id })),
      () => like.all(...keys, keys[0]),
    );
  }
  return measured;
};
