import { sql as raw } from 'kysely';
import { type Reader, sql } from '#db/sql.ts';
import type { CaseFilter, CaseRow } from '#shared/case-views.ts';
import { caseClockSettings } from '#shared/cases/clock.ts';
import { type CaseAround, type CaseStep, nextStepOf, waitsFor } from '#shared/cases/next-step.ts';
import type { Output, Parsed } from '#shared/contract.ts';
import { type CaseFile, caseState, ownerOf, standingClosing } from '#shared/records/case-file.ts';
import { ok } from '#shared/result.ts';
import { idsOf, standingContact } from '../contacts/who.ts';
import type { Context, Reads } from '../context.ts';
import { settings } from '../office.ts';
import { placeAfter } from '../paging.ts';
import { figuresAreReady } from '../returns/compute.ts';
import { personName } from '../reviews/around.ts';
import { seesOf } from '../rights.ts';
import { queueCounts, queuedPage, type Wanted, workloads } from './queue.ts';

/** What the next steps of cases are worked out from, on this day and in this office. */
export const caseAround = (r: Reader, ctx: Context): CaseAround => ({
  ...caseClockSettings(settings(r, ctx)),
  today: ctx.today,
});

/** A case in brief, with its next step. */
type Open = { c: CaseFile; next: CaseStep | undefined };

const wantedOf = (r: Reader, { from, ...filter }: CaseFilter): Wanted => ({
  ...filter,
  ...(from && { from: idsOf(r, from) }),
});

const fits = (c: CaseFile, { kind, person, from, area, theme, since, until }: Wanted): boolean =>
  (!kind || c.kind === kind) &&
  (!person || ownerOf(c) === person) &&
  (!from || from.includes(c.from ?? '')) &&
  (!area || c.area === area) &&
  (!theme || c.themes.includes(theme)) &&
  (!since || c.received >= since) &&
  (!until || c.received <= until);

const riskOf = ({ risk }: CaseFile): CaseRow['risk'] => {
  if (!risk) return null;
  const last = risk.told.at(-1);
  return { told: risk.told.length, last: last ? { who: last.who, on: last.on, at: last.at } : null };
};

const rowOf = (r: Reader, { c, next }: Open): CaseRow => ({
  id: c.id,
  reference: c.reference ?? c.imported?.reference ?? null,
  kind: c.kind,
  received: c.received,
  from: standingContact(r, c.from)?.name ?? null,
  owner: personName(r, ownerOf(c)),
  area: c.area ?? null,
  themes: c.themes,
  summary: c.summary ?? null,
  state: caseState(c),
  urgent: c.urgent ?? false,
  risk: riskOf(c),
  confidential: c.confidential !== undefined,
  waits: waitsFor(c),
  outcome: standingClosing(c)?.outcome ?? null,
  next: next ?? null,
});

/** Cases in brief by their ids, in that order. */
const inBriefOf = (r: Reader, ids: readonly string[]): CaseFile[] => {
  const found = r.all(sql.selectFrom('caseFile').select(['id', 'brief']).where('id', 'in', ids));
  const briefs = new Map(found.map(({ id, brief }) => [id, brief]));
  return ids.flatMap((id) => (briefs.has(id) ? [JSON.parse(briefs.get(id) as string) as CaseFile] : []));
};

/** Of a queue no clocks are worked out but those of the page that is shown. */
const queue = (r: Reader, listing: Parsed<'cases.list'>, ctx: Context) => {
  const { ids, next } = queuedPage(r, { ...listing, filter: wantedOf(r, listing.filter) }, ctx);
  const around = caseAround(r, ctx);
  return { rows: inBriefOf(r, ids).map((c) => rowOf(r, { c, next: nextStepOf(c, around) })), next };
};

/**
 * Whether measures know that a case has a theme, or is of an area: by its day, so that the latest are found at once. Of a
 * confidential one they know neither, and it is opened.
 */
const isKnownAs = (column: 'theme' | 'area', name: string) =>
  raw<boolean>`(mark is not null or exists (select 1 from ${raw.table(column === 'theme' ? 'case_theme' : 'case_fact')} as known
    where known.date = received and known.id = caseFile.id and known.${raw.ref(column)} = ${name}))`;

/** What columns tell apart; of areas and themes what measures know, so that none is opened that has not got them. */
const inColumns = (r: Reader, { show, kind, person, from, area, theme, since, until }: Wanted) => {
  let asked = sql.selectFrom('caseFile').select('brief');
  const known = figuresAreReady(r);
  if (theme && known) asked = asked.where(isKnownAs('theme', theme));
  if (area && known) asked = asked.where(isKnownAs('area', area));
  if (show === 'closed') asked = asked.where('state', '=', 'closed');
  if (kind) asked = asked.where('kind', '=', kind);
  if (person) asked = asked.where('owner', '=', person);
  if (from) asked = asked.where('from', 'in', from);
  if (since) asked = asked.where('received', '>=', since);
  return until ? asked.where('received', '<=', until) : asked;
};

/** How many are looked through at once for those that the columns do not tell apart. */
const batch = 500;

/** All of them, or those that are closed: the latest first, by key. */
const archive = (r: Reader, { filter, after, limit }: Parsed<'cases.list'>, ctx: Context) => {
  const around = caseAround(r, ctx);
  const seen = seesOf(r, ctx, 'caseFile');
  const wanted = wantedOf(r, filter);
  const found: CaseFile[] = [];
  let place = placeAfter(after);
  // Mostly the columns tell all apart, and the first look is enough.
  let size = limit + 1;
  for (let more = true; more && found.length <= limit; ) {
    let asked = inColumns(r, wanted);
    const from = place;
    if (from) asked = asked.where((e) => e(e.refTuple('received', 'id'), '<', e.tuple(from.date, from.id)));
    const some = r
      .all(asked.orderBy('received', 'desc').orderBy('id', 'desc').limit(size))
      .map(({ brief }) => JSON.parse(brief) as CaseFile);
    found.push(...some.filter((c) => seen(c) && fits(c, wanted)));
    const last = some.at(-1);
    place = last && { date: last.received, id: last.id };
    more = some.length === size;
    size = batch;
  }
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((c) => rowOf(r, { c, next: nextStepOf(c, around) })),
    next: found.length > limit && last ? `${last.received}/${last.id}` : null,
  };
};

const workloadOf = (r: Reader, ctx: Context): Output<'cases.workload'> =>
  workloads(r, ctx)
    .map((one) => ({ ...one, name: one.person ? (personName(r, one.person) ?? '') : 'Nobody yet' }))
    .sort(
      (a, b) =>
        Number(a.person === null) - Number(b.person === null) || a.name.localeCompare(b.name, 'en-GB'),
    );

export const caseListReads = {
  'cases.list': (r, listing, ctx) =>
    ok(
      listing.filter.show === 'all' || listing.filter.show === 'closed'
        ? archive(r, listing, ctx)
        : queue(r, listing, ctx),
    ),
  'cases.queues': (r, _, ctx) => ok(queueCounts(r, ctx)),
  'cases.workload': (r, _, ctx) => ok(workloadOf(r, ctx)),
} satisfies Partial<Reads>;
