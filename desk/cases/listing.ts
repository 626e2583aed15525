import { type Reader, sql } from '#db/sql.ts';
import type { CaseFilter, CaseRow } from '#shared/case-views.ts';
import { caseClockSettings } from '#shared/cases/clock.ts';
import { type CaseAround, type CaseStep, nextStepOf, openAsks, waitsFor } from '#shared/cases/next-step.ts';
import type { Output, Parsed } from '#shared/contract.ts';
import { type CaseFile, caseState, ownerOf, standingClosing } from '#shared/records/case-file.ts';
import { ok } from '#shared/result.ts';
import { addDays } from '#shared/times.ts';
import { idsOf, standingContact } from '../contacts/who.ts';
import type { Context, Reads } from '../context.ts';
import { settings } from '../office.ts';
import { placeAfter } from '../paging.ts';
import { personName } from '../reviews/around.ts';
import { seesOf } from '../rights.ts';

/** What the next steps of cases are worked out from, on this day and in this office. */
export const caseAround = (r: Reader, ctx: Context): CaseAround => ({
  ...caseClockSettings(settings(r, ctx)),
  today: ctx.today,
});

/** A case in brief, with its next step. */
type Open = { c: CaseFile; next: CaseStep | undefined };

/** Those that are open and that whoever asks may open. Nothing of what was said in them is read. */
const openCases = (r: Reader, ctx: Context): Open[] => {
  const around = caseAround(r, ctx);
  const seen = seesOf(r, ctx, 'caseFile');
  return r
    .all(sql.selectFrom('caseFile').select('brief').where('state', '=', 'open'))
    .map(({ brief }) => JSON.parse(brief) as CaseFile)
    .filter(seen)
    .map((c) => ({ c, next: nextStepOf(c, around) }));
};

/** Days ahead that count as due soon. */
const soon = 7;

const isDue = ({ next }: Open, today: string): boolean =>
  next !== undefined && next.by !== null && !next.late && next.by <= addDays(today, soon);

const isShown = (one: Open, show: CaseFilter['show'], { identity, today }: Context): boolean => {
  const { c, next } = one;
  switch (show) {
    case 'mine':
      return ownerOf(c) === identity.person;
    case 'unassigned':
      return ownerOf(c) === undefined;
    case 'due':
      return isDue(one, today);
    case 'late':
      return next?.late === true;
    case 'force':
      return openAsks(c).length > 0;
    case 'approval':
    case 'hold':
      return waitsFor(c) === show;
    case 'risk':
      return c.risk !== undefined;
    default:
      return true;
  }
};

/** A filter with all records by which cases may name one person. */
type Wanted = Omit<CaseFilter, 'from'> & { from?: readonly string[] | undefined };
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

/** Whether life or safety may be at stake and nobody was told: before everything else. */
const isUntold = ({ risk }: CaseFile): boolean => risk !== undefined && risk.told.length === 0;

/** By what a queue is sorted. Of what is owed by the same day the urgent stand first; what has no day stands last. */
const keyOf = (sort: Parsed<'cases.list'>['sort'], names: (id: string | undefined) => string) => {
  const due = ({ c, next }: Open) =>
    `${isUntold(c) ? 0 : 1} ${next?.by ?? '9999-12-31'} ${c.risk || c.urgent ? 0 : 1} ${c.received} ${c.id}`;
  switch (sort) {
    case 'received':
      return ({ c }: Open) => `${c.received} ${c.id}`;
    case 'kind':
      return (one: Open) => `${one.c.kind} ${due(one)}`;
    case 'person':
      return (one: Open) => `${names(ownerOf(one.c))} ${due(one)}`;
    default:
      return due;
  }
};

const remembered = (ask: (id: string) => string) => {
  const known = new Map<string, string>();
  return (id: string | undefined): string => {
    if (id === undefined) return '~';
    const before = known.get(id) ?? ask(id);
    known.set(id, before);
    return before;
  };
};

/** A queue is worked out from cases in brief: a page of it begins behind the case that was the last of one. */
const queue = (r: Reader, { filter, sort, descending, after, limit }: Parsed<'cases.list'>, ctx: Context) => {
  const key = keyOf(
    sort,
    remembered((id) => personName(r, id) ?? ''),
  );
  const wanted = wantedOf(r, filter);
  const all = openCases(r, ctx)
    .filter((one) => isShown(one, filter.show, ctx) && fits(one.c, wanted))
    .map((one) => ({ one, at: key(one) }))
    .sort((a, b) => (a.at < b.at === descending ? 1 : -1))
    .map(({ one }) => one);
  const from = after === undefined ? 0 : all.findIndex(({ c }) => c.id === after) + 1;
  const shown = all.slice(from, from + limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((one) => rowOf(r, one)),
    next: from + limit < all.length && last ? last.c.id : null,
  };
};

const inColumns = ({ show, kind, person, from, since, until }: Wanted) => {
  let asked = sql.selectFrom('caseFile').select('brief');
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
  for (let more = true; more && found.length <= limit; ) {
    let asked = inColumns(wanted);
    const from = place;
    if (from) asked = asked.where((e) => e(e.refTuple('received', 'id'), '<', e.tuple(from.date, from.id)));
    const some = r
      .all(asked.orderBy('received', 'desc').orderBy('id', 'desc').limit(batch))
      .map(({ brief }) => JSON.parse(brief) as CaseFile);
    found.push(...some.filter((c) => seen(c) && fits(c, wanted)));
    const last = some.at(-1);
    place = last && { date: last.received, id: last.id };
    more = some.length === batch;
  }
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((c) => rowOf(r, { c, next: nextStepOf(c, around) })),
    next: found.length > limit && last ? `${last.received}/${last.id}` : null,
  };
};

const workloadOf = (r: Reader, ctx: Context): Output<'cases.workload'> => {
  const by = Map.groupBy(openCases(r, ctx), ({ c }) => ownerOf(c));
  return [...by]
    .map(([person, own]) => ({
      person: person ?? null,
      name: person ? (personName(r, person) ?? '') : 'Nobody yet',
      open: own.length,
      due: own.filter((one) => isDue(one, ctx.today)).length,
      late: own.filter(({ next }) => next?.late).length,
    }))
    .sort(
      (a, b) =>
        Number(a.person === null) - Number(b.person === null) || a.name.localeCompare(b.name, 'en-GB'),
    );
};

const counted = ['mine', 'unassigned', 'due', 'late', 'force', 'approval', 'hold', 'risk'] as const;

export const caseListReads = {
  'cases.list': (r, listing, ctx) =>
    ok(
      listing.filter.show === 'all' || listing.filter.show === 'closed'
        ? archive(r, listing, ctx)
        : queue(r, listing, ctx),
    ),
  'cases.queues': (r, _, ctx) => {
    const all = openCases(r, ctx);
    const counts = counted.map((show) => [show, all.filter((one) => isShown(one, show, ctx)).length]);
    return ok({ open: all.length, ...Object.fromEntries(counts) } as Output<'cases.queues'>);
  },
  'cases.workload': (r, _, ctx) => ok(workloadOf(r, ctx)),
} satisfies Partial<Reads>;
