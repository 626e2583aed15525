import type { Database } from 'better-sqlite3';
import { visitReads } from '#desk/visits.ts';
import type { Input, Output } from '#shared/contract.ts';
import { visitListing, visitSorts } from '#shared/visit-views.ts';
import { beside, type Measurement, mustAgree } from './measure.ts';
import { type Inside, must } from './store.ts';

type Page = Output<'visits.list'>;

const orders = {
  date: 'v.listed_on',
  reference: "ifnull(v.reference, '')",
  held: 'ifnull(v.held, -1)',
  delay: 'ifnull(v.delay, -1)',
} as const;

/** A page of the list as somebody would write it who has only this one to write. */
const byHand = (db: Database, sort: keyof typeof orders, where: string) => {
  const order = orders[sort];
  const page = db.prepare<unknown[], Page['rows'][number]>(`
    select v.id, v.reference, v.date, v.arrived, s.name as suite, v.outcome, v.method, v.purpose, v.held, v.offered,
      v.accepted, v.delay, v.unexplained, v.state, v.corrections, concat_ws(' and ', a.name, b.name) as visitors,
      (select case when severity = 'immediate' or area = 'allegation' then 'immediate'
        when topic = 'Reprisal' then 'reprisal' end as urgent
        from concern where source = v.id and urgent is not null order by urgent limit 1) as urgent
    from visit v left join suite s on s.id = v.suite left join person a on a.id = v.visitor1
      left join person b on b.id = v.visitor2
    where v.state not in ('discarded', 'practice') ${where} order by ${order} desc, v.id desc limit 50`);
  return (...parameters: unknown[]) => page.all(...parameters);
};

/** The first page in every order people can choose, of one suite, and the page after by key. */
export const lists = async ({ r, db }: Inside, rounds: number, records: string): Promise<Measurement[]> => {
  const list = (input: Input<'visits.list'>): Page => {
    const answer = visitReads['visits.list'](r, visitListing.parse(input));
    return must(answer);
  };
  const measured: Measurement[] = [];
  const compare = async (what: string, ours: () => Page, peer: () => Page['rows']) => {
    mustAgree(what, ours().rows, peer());
    measured.push(await beside(`list, ${records}: ${what}`, rounds, ours, peer));
  };
  for (const sort of visitSorts) {
    const peer = byHand(db, sort, '');
    await compare(
      `first page by ${sort}`,
      () => list({ sort }),
      () => peer(),
    );
  }
  const suite = (db.prepare('select id from suite order by name').get() as { id: string }).id;
  const ofSuite = byHand(db, 'date', 'and v.suite = ?');
  await compare(
    'first page of one suite',
    () => list({ filter: { suite } }),
    () => ofSuite(suite),
  );
  const after = list({ limit: 200 }).next as string;
  const [date, id] = JSON.parse(after) as [string, string];
  const next = byHand(db, 'date', 'and (v.listed_on, v.id) < (?, ?)');
  await compare(
    'a later page by key',
    () => list({ after }),
    () => next(date, id),
  );
  return measured;
};
