import { sql as raw } from 'kysely';
import { readRecord, readRecords } from '#db/records.ts';
import { findRecords } from '#db/search.ts';
import { type Reader, sql } from '#db/sql.ts';
import { isJoined } from '#db/sync/membership.ts';
import { staff, writers } from '#shared/calls/call.ts';
import type { RecordType } from '#shared/contract.ts';
import { instant } from '#shared/ids.ts';
import { ok } from '#shared/result.ts';
import type { Actor, Role } from '#shared/roles.ts';
import type { Context, Reads, Writes } from './context.ts';
import { settings } from './office.ts';
import { inventedNotice } from './returns.ts';

/** Whether somebody holds one of some roles. */
export const holdsOneOf = (actor: Actor, among: readonly Role[]): boolean =>
  actor.roles.some((role) => among.includes(role));

/** The person of this store, with the roles they have now. */
export const actorOf = (r: Reader, { identity }: Pick<Context, 'identity'>): Actor => {
  // Where their own record was destroyed they have no role any more; what they wrote can still go.
  const own = readRecord(r, 'person', identity.person)?.document;
  return { person: identity.person, name: own?.name ?? '', roles: own?.roles ?? [] };
};

export const sessionReads = {
  'session.get': (r, _, ctx) => {
    const { person, name, roles } = actorOf(r, ctx);
    const { body, invented } = settings(r, ctx);
    return ok({
      person: { id: person, name, roles: [...roles] },
      body,
      notice: invented ? inventedNotice : null,
      standalone: !isJoined(r),
      today: ctx.today,
      openedAt: instant(ctx.sources),
    });
  },
  'preferences.get': (r) =>
    ok(
      Object.fromEntries(
        r.all(sql.selectFrom('preference').selectAll()).map((p) => [p.key, JSON.parse(p.value)]),
      ),
    ),
  // Suites and people have no day and are found before what has one: without reports the others are all there.
  'search.find': (r, { text, limit }, ctx) => {
    const actor = actorOf(r, ctx);
    const isHidden = (type: RecordType): boolean => {
      if (type === 'concernNote') return !holdsOneOf(actor, staff);
      return (type === 'visit' || type === 'concern') && !holdsOneOf(actor, writers);
    };
    const found = findRecords(r, text, limit).filter(({ type }) => !isHidden(type));
    const hits = new Map(
      [...Map.groupBy(found, (hit) => hit.type)].flatMap(([type, ofType]) =>
        described(
          r,
          type,
          ofType.map((hit) => hit.id),
        ).map(({ found: by, ...hit }) => [by ?? hit.id, hit]),
      ),
    );
    const shown = found.flatMap((hit) => hits.get(hit.id) ?? []);
    // A concern may be found by its own words and by those of its notes.
    return ok(shown.filter((hit, i) => shown.findIndex(({ id }) => id === hit.id) === i));
  },
} satisfies Partial<Reads>;

type Hit = {
  type: 'visit' | 'concern' | 'suite' | 'panel' | 'person';
  id: string;
  title: string;
  detail: string;
  date: string | null;
};

const calledByName = { suite: 'Suite', panel: 'Panel', person: 'Person' } as const;

/** A concern in a line; `found` is the record by whose words it was found, itself or a note beside it. */
const concernHit = (r: Reader, found: string, id: string, detail?: string): (Hit & { found: string })[] => {
  const c = readRecord(r, 'concern', id)?.document;
  if (!c) return [];
  const suite = c.suite && readRecord(r, 'suite', c.suite)?.document.name;
  const title = [suite || 'Concern', c.reference].filter(Boolean).join(', ');
  return [
    { found, type: 'concern', id, title, detail: (detail ?? c.matter).slice(0, 160), date: c.raisedOn },
  ];
};

/** How found records of one type are shown, each in a line. */
const described = (r: Reader, type: RecordType, ids: string[]): (Hit & { found?: string })[] => {
  if (type === 'concern') return ids.flatMap((id) => concernHit(r, id, id));
  if (type === 'concernNote')
    return readRecords(r, type, ids).flatMap(({ document: note }) =>
      concernHit(r, note.id, note.concern, note.words),
    );
  if (type === 'suite' || type === 'panel' || type === 'person') {
    const named = r.all(
      sql
        .selectFrom(type as 'suite')
        .select(['id', 'name'])
        .where('id', 'in', ids),
    );
    return named.map(({ id, name }) => ({ type, id, title: name, detail: calledByName[type], date: null }));
  }
  if (type !== 'visit') return [];
  return r
    .all(
      sql
        .selectFrom('visit as v')
        .leftJoin('suite as s', 's.id', 'v.suite')
        .select(['v.id', 'v.date', 'v.reference', 's.name as suite'])
        .select(
          raw<string>`substr(coalesce(v.data ->> 'comments', v.data ->> 'praiseWords', v.data ->> 'delayReason', ''), 1, 160)`.as(
            'detail',
          ),
        )
        .where('v.id', 'in', ids),
    )
    .map(({ suite, reference, ...hit }) => ({
      type,
      ...hit,
      title: [suite ?? 'Visit', reference].filter(Boolean).join(', '),
    }));
};

export const sessionWrites = {
  'preferences.set': (w, { key, value }) => {
    const text = JSON.stringify(value);
    w.run(
      sql
        .insertInto('preference')
        .values({ key, value: text })
        .onConflict((c) => c.column('key').doUpdateSet({ value: text })),
    );
    return ok({});
  },
} satisfies Partial<Writes>;
