import { type RawBuilder, sql as raw } from 'kysely';
import { placeAfter, readPlace } from '#db/place.ts';
import { readAll, readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { isJoined } from '#db/sync/membership.ts';
import type { LineView } from '#shared/claim-views.ts';
import { totalOf } from '#shared/claims/amounts.ts';
import { ratesOf } from '#shared/claims/rates.ts';
import type { Output, Parsed } from '#shared/contract.ts';
import { type Claim, claimState, isWritable, linesOf } from '#shared/records/claim.ts';
import { fail, ok } from '#shared/result.ts';
import type { Context, Reads } from '../context.ts';
import { settings } from '../office.ts';
import { titleOf } from '../sync/titles.ts';
import { claimsOf, claimTitle, figuresOf, nameOf, rowsOf } from './figures.ts';
import { hoursOfPerson, hoursReads } from './hours.ts';
import { paymentReads } from './payment.ts';
import { claimableFor, claimableIn, dayOf, lastDayOf, newsOf } from './things.ts';

const isCoordinator = (r: Reader, { identity }: Context): boolean =>
  readRecord(r, 'person', identity.person)?.document.roles.includes('coordinator') ?? false;

/** Whether somebody writes in a claim here: their own, or, where the store is its own office, anybody's. */
export const isTheirs = (r: Reader, ctx: Context, { person }: Pick<Claim, 'person'>): boolean =>
  person === ctx.identity.person || !isJoined(r);

/** Oldest month first, and each month by name: what has waited longest is looked at first. */
const order = raw`c.month || ' ' || ifnull(p.name, '')`;

/** What waits for a decision waits for somebody else than its claimant. */
const shown = (show: Parsed<'claims.list'>['show'], { identity }: Context): RawBuilder<unknown> => {
  if (show === 'all') return raw`true`;
  return show === 'submitted'
    ? raw`c.state = 'submitted' and c.person <> ${identity.person}`
    : raw`c.state = ${show}`;
};

const list: Reads['claims.list'] = (r, { show, after, limit }, ctx) => {
  const place = readPlace(after);
  const rows = r.all({
    compile: () =>
      raw<{ data: string; place: string; id: string }>`
        select c.data, c.id, ${order} as place from claim c left join person p on p.id = c.person
        where ${shown(show, ctx)}
          and ${place ? placeAfter(order, raw`c.id`, place, false) : raw`true`}
        order by ${order}, c.id limit ${limit + 1}`.compile(sql),
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return ok({
    rows: rowsOf(
      r,
      ctx,
      page.map(({ data }) => JSON.parse(data) as Claim),
    ),
    next: rows.length > limit && last ? JSON.stringify([last.place, last.id]) : null,
  });
};

/** Months of the last half year and this one, in which there is something that stands in no claim yet. */
const toClaim = (r: Reader, { identity, today }: Context, claims: readonly Claim[]) => {
  const claimed = new Set(claims.flatMap(linesOf).map((line) => line.for.id));
  const months = Array.from({ length: 7 }, (_, i) => {
    const [year, month] = today.split('-').map(Number) as [number, number];
    return new Date(Date.UTC(year, month - 1 - i, 1)).toISOString().slice(0, 7);
  });
  const closed = new Set(claims.filter((c) => !isWritable(claimState(c))).map(({ month }) => month));
  return months.flatMap((month) => {
    if (closed.has(month)) return [];
    const left = claimableIn(r, identity.person, `${month}-01`, lastDayOf(month)).filter(
      ({ id }) => !claimed.has(id),
    );
    return left.length > 0 ? [{ month, for: left.length }] : [];
  });
};

const linesShown = (r: Reader, ctx: Context, claim: Claim, all: readonly Claim[]): LineView[] => {
  const figures = figuresOf(r, ctx, all);
  const others = all.filter(({ id }) => id !== claim.id);
  return linesOf(claim)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((line) => {
      const news = newsOf(r, claim, line);
      const isHere = news !== 'destroyed' && news !== 'notHere';
      const also = others.find((one) =>
        linesOf(one).some(({ for: { id }, kind }) => id === line.for.id && kind === line.kind),
      );
      return {
        line,
        what: isHere ? titleOf(r, line.for.type, line.for.id) : null,
        ...(figures.get(line.id) ?? { pence: null, cut: false }),
        news,
        now: news === 'moved' ? (dayOf(r, line.for) ?? null) : null,
        also: also ? { id: also.id, title: claimTitle(also) } : null,
      };
    });
};

const view = (r: Reader, ctx: Context, claim: Claim): Output<'claims.get'> => {
  const all = claimsOf(r, claim.person);
  const state = claimState(claim);
  const lines = linesShown(r, ctx, claim, all);
  const isOwn = claim.person === ctx.identity.person;
  const theirs = isTheirs(r, ctx, claim);
  const decides = isCoordinator(r, ctx) && !isOwn;
  const claimed = new Set(
    all
      .filter(({ id }) => id !== claim.id)
      .flatMap(linesOf)
      .map((line) => line.for.id),
  );
  const write = theirs && isWritable(state);
  const people = new Set([claim.person, ...claim.events.map(({ by }) => by)]);
  return {
    claim,
    state,
    name: nameOf(r, claim.person),
    lines,
    total: totalOf(linesOf(claim), new Map(lines.map(({ line, pence }) => [line.id, { pence }]))),
    claimable: write ? claimableFor(r, claim, claimed) : [],
    rates: ratesOf(settings(r, ctx)),
    may: {
      write,
      withdraw: theirs && state === 'submitted',
      decide: decides && state === 'submitted',
      takeBack: decides && state === 'approved' && claim.paidWith === undefined,
    },
    names: Object.fromEntries([...people].map((id) => [id, nameOf(r, id)])),
  };
};

export const claimReads = {
  'claims.list': list,
  'claims.mine': (r, _, ctx) => {
    const { person } = ctx.identity;
    const own = claimsOf(r, person);
    const alone = !isJoined(r);
    return ok({
      ...hoursOfPerson(r, ctx, person),
      claims: rowsOf(r, ctx, own.toReversed()),
      toClaim: toClaim(r, ctx, own),
      alone,
      people: alone
        ? readAll(r, 'person')
            .map(({ id, name }) => ({ id, name }))
            .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
        : [],
      today: ctx.today,
    });
  },
  'claims.get': (r, { id }, ctx) => {
    const held = readRecord(r, 'claim', id);
    return held ? ok(view(r, ctx, held.document)) : fail({ tag: 'notFound', what: 'claim' });
  },
  ...paymentReads,
  ...hoursReads,
} satisfies Partial<Reads>;
