import type { z } from 'zod';
import { readRecord, readRecords } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { isolated } from '#shared/bidi.ts';
import type { mailAbout } from '#shared/calls/mails.ts';
import type { Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { merge } from '#shared/letters/merge.ts';
import { parsePeriod } from '#shared/periods.ts';
import { isOpenConcern } from '#shared/records/concern.ts';
import { personContactId } from '#shared/records/person-file.ts';
import { goersOf, type Shift, shiftState } from '#shared/records/shift.ts';
import { visitorsOf, visitState } from '#shared/records/visit.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { listed } from '#shared/rota/words.ts';
import { dayWords } from '#shared/times.ts';
import type { Context, Reads } from '../context.ts';
import { inventedNotice, settings } from '../office.ts';
import { rotaReads } from '../rota/reading.ts';
import { firstTemplate } from './templates.ts';

type About = z.infer<typeof mailAbout>;
type To = Output<'mails.draft'>['to'];
/** Whom a mail goes to, how they are addressed, and what its words are filled with. */
type Meant = { to: readonly string[]; greeting?: string; values: Record<string, string | undefined> };

const none = (what: string) => fail({ tag: 'notFound', what } as const);

const weekWords = (week: string) => `the week of ${dayWords(week)}`;
const nameOf = (r: Reader, type: 'person' | 'suite', id: string | undefined): string | undefined =>
  id === undefined ? undefined : readRecord(r, type, id)?.document.name;
const namesOf = (r: Reader, ids: readonly string[]): string[] =>
  ids.flatMap((id) => nameOf(r, 'person', id) ?? []);

const plannedPlace = (r: Reader, id: string): Shift | undefined => {
  const place = readRecord(r, 'shift', id)?.document;
  return place && shiftState(place) === 'planned' ? place : undefined;
};
const ofPlace = (r: Reader, { suite, week }: Shift) => ({
  suite: nameOf(r, 'suite', suite),
  week: weekWords(week),
});

/** The planned places of a panel in a stretch of weeks, in their order. */
const placesOf = (r: Reader, panel: string | null, from: string, to: string): Shift[] =>
  r
    .all(
      sql
        .selectFrom('shift')
        .select('data')
        .where('state', '=', 'planned')
        .where('week', '>=', from)
        .where('week', '<=', to)
        .where('panel', 'is', panel)
        .orderBy('week')
        .orderBy('suite')
        .orderBy('id'),
    )
    .map(({ data }) => JSON.parse(data) as Shift);

/** What each kind of mail is about; a place of the rota gives its suite, its week and its pair, and nothing else. */
const meant: {
  [K in About['kind']]: (
    r: Reader,
    about: Extract<About, { kind: K }>,
    ctx: Context,
  ) => Result<Meant, Failure>;
} = {
  rotaReminder: (r, { panel, quarter, week }, ctx) => {
    const period = parsePeriod(quarter, settings(r, ctx).yearBegins);
    if (!period.ok) return period;
    const { from, to, label } = period.value;
    const places = week === undefined ? placesOf(r, panel, from, to) : placesOf(r, panel, week, week);
    const lines = places.map((place) => {
      const who = listed(namesOf(r, goersOf(place)).map(isolated)) || 'nobody yet';
      return `Week of ${dayWords(place.week)}: ${isolated(nameOf(r, 'suite', place.suite) ?? 'a suite')}, ${who}`;
    });
    return ok({
      to: places.flatMap(goersOf),
      greeting: 'all',
      values: { weeks: week === undefined ? label : weekWords(week), places: lines.join('\n') },
    });
  },
  lateReport: (r, { id }) => {
    const place = plannedPlace(r, id);
    return place ? ok({ to: goersOf(place), values: ofPlace(r, place) }) : none('planned place of the rota');
  },
  cover: (r, { id }, ctx) => {
    const place = plannedPlace(r, id);
    if (!place) return none('planned place of the rota');
    const seeks = (place.cover ?? []).map((one) => one.id);
    const pair = [place.first, place.second].filter((one) => one !== undefined);
    const stays = pair.filter((one) => !seeks.includes(one));
    const asked: Pick<Reads, 'rota.couldTake'> = rotaReads;
    const [instead] = seeks;
    const could = asked['rota.couldTake'](r, { id, ...(pair.length > 1 && instead && { instead }) }, ctx);
    if (!could.ok) return could;
    const values = {
      ...ofPlace(r, place),
      partner: listed(namesOf(r, stays)) || 'somebody who is looked for as well',
    };
    return ok({
      to: could.value.map((one) => one.id).filter((one) => !pair.includes(one)),
      greeting: 'all',
      values,
    });
  },
  thanksReport: (r, { id }) => {
    const visit = readRecord(r, 'visit', id)?.document;
    if (!visit?.date || visitState(visit) !== 'accepted') return none('accepted report');
    const suite = nameOf(r, 'suite', visit.suite);
    return ok({ to: visitorsOf(visit), values: { suite, visited: dayWords(visit.date) } });
  },
  thanksConcern: (r, { id }) => {
    const concern = readRecord(r, 'concern', id)?.document;
    if (!concern || isOpenConcern(concern)) return none('concern that is settled');
    const { reference, area, raisedOn, suite } = concern;
    return ok({
      to: concern.raisedBy,
      values: {
        ...{ reference, area, raisedOn: dayWords(raisedOn) },
        suite: nameOf(r, 'suite', suite) ?? 'custody',
      },
    });
  },
};

/** Volunteers by name, with the address that the office has of each. */
const addressed = (r: Reader, ids: readonly string[], ctx: Context): To =>
  readRecords(r, 'person', [...new Set(ids)])
    .map(({ document: { id, name } }) => {
      const contact = readRecord(r, 'personContact', personContactId(ctx.identity.office, id))?.document;
      return { id, name, mail: contact?.mail ?? null };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));

export const mailReads = {
  'mails.draft': (r, { about }, ctx) => {
    const found = (meant[about.kind] as (r: Reader, about: About, ctx: Context) => Result<Meant, Failure>)(
      r,
      about,
      ctx,
    );
    if (!found.ok) return found;
    const to = addressed(r, found.value.to, ctx);
    if (to.length === 0) return none('volunteer to write to');
    const { body, invented } = settings(r, ctx);
    const template = firstTemplate(r, about.kind, ctx) ?? { subject: '', body: '' };
    const words = merge(template, {
      office: body,
      sender: nameOf(r, 'person', ctx.identity.person),
      to: found.value.greeting ?? listed(to.map(({ name }) => name)),
      ...found.value.values,
    });
    return ok({ ...words, notice: invented ? inventedNotice : null, to });
  },
} satisfies Partial<Reads>;
