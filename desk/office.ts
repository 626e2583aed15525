import { saveAndSend } from '#db/office.ts';
import { readAll, readRecord } from '#db/records.ts';
import { type Reader, sql, type Writer } from '#db/sql.ts';
import { derivedId, instant } from '#shared/ids.ts';
import { suiteTarget } from '#shared/measures/targets.ts';
import { parsePeriod, yearContaining } from '#shared/periods.ts';
import { isJoining, type Person, standing } from '#shared/records/person.ts';
import { type Setting, settingId } from '#shared/records/setting.ts';
import { suiteStatusOn } from '#shared/records/suite.ts';
import type { RecordType } from '#shared/records/types.ts';
import { officeStates } from '#shared/records/visit.ts';
import { fail, ok } from '#shared/result.ts';
import { hasLeft } from '#shared/sync/access.ts';
import { applyPatch, diff, type Patch } from '#shared/sync/patch.ts';
import { author, type Context, type Reads, type Writes } from './context.ts';
import { isKnown } from './known.ts';
import { followSuite } from './rota/following.ts';
import { savePerson } from './volunteers/people.ts';

/** What stands on every page and export of a store of example data. */
export const inventedNotice = 'Invented data: no real person, suite or visit';

/** The office's settings: every store has them from its first moment. */
export const settings = (r: Reader, { identity }: Pick<Context, 'identity'>): Setting =>
  readRecord(r, 'setting', settingId(identity.office))?.document as Setting;

const byName = <T extends { name: string }>(a: T, b: T) => a.name.localeCompare(b.name, 'en-GB');

const save = (w: Writer, ctx: Context, type: RecordType, id: string, patch: Patch) =>
  w.inTransaction(() => {
    const saved = saveAndSend(w, author(ctx), type, id, patch);
    return saved.ok ? ok({ id, savedAt: instant(ctx.sources) }) : saved;
  });

/** Under what the list of people has somebody: at work, only asking to join, or gone. */
const listedAs = (p: Person, today: string) => {
  if (hasLeft(p, today)) return 'left';
  return isJoining(p) ? 'joining' : 'active';
};

const visitsBySuite = (r: Reader, from: string, to: string) =>
  new Map(
    r
      .all(
        sql
          .selectFrom('visit_fact')
          .select(['suite', (e) => e.fn.countAll<number>().as('visits'), (e) => e.fn.max('date').as('last')])
          .where('date', '>=', from)
          .where('date', '<=', to)
          .groupBy('suite'),
      )
      .map((row) => [row.suite, row]),
  );

const lastVisit = (r: Reader, suite: string): string | null =>
  r.first(
    sql
      .selectFrom('visit')
      .select('date')
      .where('suite', '=', suite)
      .where('state', 'in', officeStates)
      .orderBy('listed_on', 'desc')
      .limit(1),
  )?.date ?? null;

export const officeReads = {
  'settings.get': (r, _, ctx) => ok(settings(r, ctx)),
  'suites.list': (r, { year }, ctx) => {
    const { yearBegins } = settings(r, ctx);
    const period = year ? parsePeriod(year, yearBegins) : ok(yearContaining(ctx.today, yearBegins));
    if (!period.ok) return period;
    const { from, to } = period.value;
    const panels = new Map(readAll(r, 'panel').map((p) => [p.id, p.name]));
    const counts = visitsBySuite(r, from, to);
    return ok(
      readAll(r, 'suite')
        .sort(byName)
        .map((s) => ({
          ...s,
          panelName: (s.panel && panels.get(s.panel)) ?? null,
          status: suiteStatusOn(s, ctx.today),
          visits: counts.get(s.id)?.visits ?? 0,
          target: suiteTarget(s, from, to),
          lastVisit: lastVisit(r, s.id),
        })),
    );
  },
  'suites.get': (r, { id }) => {
    const held = readRecord(r, 'suite', id);
    return held ? ok(held.document) : fail({ tag: 'notFound', what: 'suite' });
  },
  'panels.list': (r) => {
    const suites = Map.groupBy(readAll(r, 'suite'), (s) => s.panel);
    const people = Map.groupBy(readAll(r, 'person'), (p) => p.panel);
    return ok(
      readAll(r, 'panel')
        .sort(byName)
        .map((p) => ({ ...p, suites: suites.get(p.id)?.length ?? 0, people: people.get(p.id)?.length ?? 0 })),
    );
  },
  'people.list': (r, { text, panel, show }, ctx) => {
    const panels = new Map(readAll(r, 'panel').map((p) => [p.id, p.name]));
    const wanted = text?.trim().toLowerCase();
    return ok(
      readAll(r, 'person')
        .filter((p) => isKnown(r, ctx, p))
        .filter((p) => (!panel || p.panel === panel) && (!wanted || p.name.toLowerCase().includes(wanted)))
        .filter((p) => show === 'all' || show === listedAs(p, ctx.today))
        .sort(byName)
        .map((p) => ({
          ...p,
          panelName: (p.panel && panels.get(p.panel)) ?? null,
          vetting: standing(p.volunteer?.vettingExpires, ctx.today),
        })),
    );
  },
  'people.get': (r, { id }, ctx) => {
    const held = readRecord(r, 'person', id);
    return held && isKnown(r, ctx, held.document)
      ? ok(held.document)
      : fail({ tag: 'notFound', what: 'person' });
  },
  'throughput.list': (r, { year }, ctx) => {
    const period = parsePeriod(year, settings(r, ctx).yearBegins);
    if (!period.ok) return period;
    const first = period.value.from.slice(0, 7);
    const last = period.value.to.slice(0, 7);
    const start = Number(first.slice(0, 4)) * 12 + Number(first.slice(5)) - 1;
    const months = Array.from(
      { length: 12 },
      (_, i) => `${Math.floor((start + i) / 12)}-${String(((start + i) % 12) + 1).padStart(2, '0')}`,
    );
    return ok({
      months: months.filter((m) => m <= last),
      suites: readAll(r, 'suite')
        .sort(byName)
        .map(({ id, name }) => ({ id, name })),
      figures: readAll(r, 'throughput').filter((t) => t.month >= first && t.month <= last),
    });
  },
} satisfies Partial<Reads>;

const isCoordinator = (p: Person | undefined): boolean => p?.roles?.includes('coordinator') ?? false;

/** Whether a change would leave nobody who may change suites, people and settings, or give that role to anybody again. */
const endsCoordination = (w: Writer, id: string, patch: Patch): boolean => {
  const people = readAll(w, 'person');
  const person = people.find((p) => p.id === id);
  if (!person || !isCoordinator(person) || people.some((p) => p.id !== id && isCoordinator(p))) return false;
  return !isCoordinator(applyPatch(person, patch).document);
};

export const officeWrites = {
  'settings.save': (w, { patch }, ctx) => save(w, ctx, 'setting', settingId(ctx.identity.office), patch),
  'suites.save': (w, { id, patch }, ctx) =>
    w.inTransaction(() => {
      const before = readRecord(w, 'suite', id)?.document;
      const saved = save(w, ctx, 'suite', id, patch);
      const after = saved.ok && readRecord(w, 'suite', id)?.document;
      if (after) followSuite(w, ctx, before, after);
      return saved;
    }),
  'panels.save': (w, { id, patch }, ctx) => save(w, ctx, 'panel', id, patch),
  'people.save': (w, { id, patch }, ctx) =>
    endsCoordination(w, id, patch) ? fail({ tag: 'lastCoordinator' }) : savePerson(w, ctx, id, patch),
  'throughput.save': (w, figures, ctx) => {
    const id = derivedId(ctx.identity.office, 'throughput', `${figures.suite}:${figures.month}`);
    const before = readRecord(w, 'throughput', id)?.document;
    // A figure that is taken out again stays as a record without one: "not supplied" is not "none".
    const { total, under18, female, ...place } = figures;
    const given = Object.fromEntries(
      Object.entries({ total, under18, female }).filter(([, value]) => value != null),
    );
    return save(w, ctx, 'throughput', id, diff(before, { id, ...place, ...given }));
  },
} satisfies Partial<Writes>;
