import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { isJoined } from '#db/sync/membership.ts';
import { instant } from '#shared/ids.ts';
import { ok } from '#shared/result.ts';
import type { Actor, Role } from '#shared/roles.ts';
import type { Context, Reads, Writes } from './context.ts';
import { inventedNotice, settings } from './office.ts';

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
} satisfies Partial<Reads>;

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
