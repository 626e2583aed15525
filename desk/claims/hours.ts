import { sql as raw } from 'kysely';
import { readAll } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { addHours, type Hours, hoursOfSession, hoursOfVisit, noHours } from '#shared/claims/hours.ts';
import type { Output } from '#shared/contract.ts';
import {
  type ParsedPeriod,
  parsePeriod,
  previousPeriod,
  quarterContaining,
  yearContaining,
} from '#shared/periods.ts';
import type { Session } from '#shared/records/session.ts';
import { officeStates, visitorsOf } from '#shared/records/visit.ts';
import { ok } from '#shared/result.ts';
import type { Context, Reads } from '../context.ts';
import { settings } from '../office.ts';

type Given = { person: string; day: string; hours: Hours };

/** What was given in a stretch of days, one by one: visits that the office has, and sessions attended. */
const givenIn = (r: Reader, from: string, to: string, person?: string): Given[] => {
  const visits = sql
    .selectFrom('visit')
    .select(['visitor1', 'visitor2', 'date'])
    .select(raw<number | null>`data ->> 'volunteerMinutes'`.as('minutes'))
    .where('listed_on', '>=', from)
    .where('listed_on', '<=', to)
    .where('state', 'in', officeStates);
  const own = person
    ? visits.where((e) => e.or([e('visitor1', '=', person), e('visitor2', '=', person)]))
    : visits;
  const ofVisits = r.all(own).flatMap(({ visitor1, visitor2, date, minutes }): Given[] => {
    const visit = {
      visitor1: visitor1 ?? undefined,
      visitor2: visitor2 ?? undefined,
      volunteerMinutes: minutes ?? undefined,
    };
    const hours = hoursOfVisit(visit);
    return visitorsOf(visit).map((one) => ({ person: one, day: date as string, hours }));
  });
  const ofSessions = r
    .all(sql.selectFrom('session').select('data').where('on', '>=', from).where('on', '<=', to))
    .map(({ data }) => JSON.parse(data) as Session)
    .filter(({ cancelled }) => cancelled === undefined)
    .flatMap((session): Given[] =>
      session.attendance
        .filter(({ was }) => was === 'present')
        .map(({ id }) => ({ person: id, day: session.on, hours: hoursOfSession(session) })),
    );
  return [...ofVisits, ...ofSessions].filter((one) => !person || one.person === person);
};

const sum = (all: readonly Given[]): Hours => all.reduce((so, { hours }) => addHours(so, hours), noHours);

/** The hours of one person in the office's year that contains a day, month by month. */
export const hoursOfPerson = (
  r: Reader,
  ctx: Context,
  person: string,
): Pick<Output<'claims.mine'>, 'year' | 'months' | 'total'> => {
  const year = yearContaining(ctx.today, settings(r, ctx).yearBegins);
  const given = givenIn(r, year.from, year.to, person);
  const months = Map.groupBy(given, ({ day }) => day.slice(0, 7));
  return {
    year: year.label,
    months: [...months]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, all]) => ({ month, hours: sum(all) })),
    total: sum(given),
  };
};

/** The periods that hours are usually asked for: this year and the last, and this year's quarters so far. */
const offered = (today: string, yearBegins: number): ParsedPeriod[] => {
  const year = yearContaining(today, yearBegins);
  const quarters: ParsedPeriod[] = [];
  for (let q = quarterContaining(today, yearBegins); q.from >= year.from; q = previousPeriod(q, yearBegins))
    quarters.push(q);
  return [year, previousPeriod(year, yearBegins), ...quarters];
};

export const hoursReads = {
  'claims.hours': (r, { period }, ctx) => {
    const { yearBegins } = settings(r, ctx);
    const asked = period ? parsePeriod(period, yearBegins) : ok(yearContaining(ctx.today, yearBegins));
    if (!asked.ok) return asked;
    const { id, from, to, label } = asked.value;
    const given = Map.groupBy(givenIn(r, from, to), ({ person }) => person);
    const people = readAll(r, 'person')
      .filter((one) => given.has(one.id))
      .map((one) => ({ id: one.id, name: one.name, panel: one.panel, hours: sum(given.get(one.id) ?? []) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    const panels = readAll(r, 'panel').sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    const ofPanel = (name: string, panel: string | undefined) => {
      const own = people.filter((one) =>
        panel ? one.panel === panel : !panels.some((p) => p.id === one.panel),
      );
      return {
        name,
        people: own.map(({ panel: _, ...one }) => one),
        total: own.reduce((so, { hours }) => addHours(so, hours), noHours),
      };
    };
    return ok({
      period: id,
      label,
      periods: offered(ctx.today, yearBegins).map((one) => ({ id: one.id, label: one.label })),
      panels: [...panels.map((p) => ofPanel(p.name, p.id)), ofPanel('No panel', undefined)].filter(
        (one) => one.people.length > 0,
      ),
    });
  },
} satisfies Partial<Reads>;
