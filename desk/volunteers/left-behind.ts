import { readAll, readRecord, readRecords } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { isolated } from '#shared/bidi.ts';
import { isPractice, visitState } from '#shared/records/visit.ts';
import { addDays, dayWords, weekday } from '#shared/times.ts';

type Left = { id: string; title: string };

/** The states of a report on which its visitors still have something to do. */
const open = ['draft', 'ready', 'queried'];

const suiteName = (r: Reader, id: string | undefined): string =>
  (id && readRecord(r, 'suite', id)?.document.name) ?? 'A suite';

/** The places of the rota that are still somebody's, from this week on. */
const placesOf = (r: Reader, person: string, today: string): Left[] =>
  r
    .all(
      sql
        .selectFrom('shift')
        .select(['id', 'suite', 'week'])
        .where('state', '=', 'planned')
        .where('week', '>=', addDays(today, 1 - weekday(today)))
        .where('goers', 'like', `%${person}%`)
        .orderBy('week'),
    )
    .map(({ id, suite, week }) => ({
      id,
      title: `${isolated(suiteName(r, suite))}, week of ${dayWords(week)}`,
    }));

/** Reports somebody has begun or is asked about. Of a colleague's draft only its pen is known here. */
const reportsOf = (r: Reader, person: string): Left[] => {
  const ids = r
    .all(
      sql
        .selectFrom('visit')
        .select('id')
        .where('state', 'in', open)
        .where((e) => e.or([e('visitor1', '=', person), e('visitor2', '=', person)])),
    )
    .map(({ id }) => id);
  const visits = readRecords(r, 'visit', ids)
    .map(({ document }) => document)
    .filter((v) => !isPractice(v))
    .map((v) => ({ id: v.id, title: `${isolated(suiteName(r, v.suite))}: ${visitState(v)}` }));
  const pens = readAll(r, 'pen')
    .filter((pen) => !pen.done && pen.visitors.includes(person) && !ids.includes(pen.visit))
    .map((pen) => ({ id: pen.visit, title: `${isolated(suiteName(r, pen.suite))}: draft` }));
  return [...visits, ...pens];
};

/** What somebody who leaves would leave behind: somebody else has to take it over. */
export const leftBehind = (r: Reader, person: string, today: string) => ({
  places: placesOf(r, person, today),
  reports: reportsOf(r, person),
});
