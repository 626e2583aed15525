import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { isHolder, penOf } from '#db/sync/pens.ts';
import { staff } from '#shared/calls/call.ts';
import { instant } from '#shared/ids.ts';
import type { Pen } from '#shared/records/pen.ts';
import { fail, ok } from '#shared/result.ts';
import { diff } from '#shared/sync/patch.ts';
import { author, type Reads, type Writes } from '../context.ts';
import { actorOf, holdsOneOf } from '../session.ts';

const shown = 500;

const nameOf = (r: Reader, id: string): string =>
  readRecord(r, 'person', id)?.document.name ?? 'Somebody not known here';

export const penReads = {
  'pens.list': (r, _, ctx) =>
    ok(
      r
        .all(sql.selectFrom('pen').select('data').where('done', '=', 0).orderBy('id').limit(shown))
        .map((row) => JSON.parse(row.data) as Pen)
        .map((pen) => ({
          id: pen.id,
          visit: pen.visit,
          suite: (pen.suite && readRecord(r, 'suite', pen.suite)?.document.name) ?? null,
          week: pen.week ?? null,
          visitors: pen.visitors.map((id) => ({ id, name: nameOf(r, id) })),
          holder: {
            person: pen.holder.person,
            name: nameOf(r, pen.holder.person),
            since: pen.holder.since,
            here: isHolder(pen, ctx.identity),
          },
        })),
    ),
} satisfies Partial<Reads>;

/** A laptop of somebody, as far as the history here tells: where the pen of theirs will most likely be taken up. */
const deviceOf = (r: Reader, person: string): string | undefined =>
  r.first(
    sql
      .selectFrom('accepted')
      .select('device')
      .where('by', '=', person)
      .orderBy('epoch', 'desc')
      .orderBy('n', 'desc')
      .limit(1),
  )?.device;

export const penWrites = {
  'pens.hand': (w, { visit, to }, ctx) =>
    w.inTransaction(() => {
      const pen = penOf(w, visit);
      if (!pen || pen.done) return fail({ tag: 'notFound', what: 'draft' });
      const { person, device } = ctx.identity;
      const own = pen.holder.person === person;
      const mayMove = own || holdsOneOf(actorOf(w, ctx), staff);
      if (!pen.visitors.includes(to) || !mayMove) return fail({ tag: 'notAllowed' });
      const since = instant(ctx.sources);
      const holder =
        to === person
          ? { person, device, since }
          : { person: to, device: deviceOf(w, to) ?? pen.holder.device, since, handed: person };
      const saved = saveAndSend(w, author(ctx), 'pen', pen.id, diff(pen, { ...pen, holder }, [['holder']]));
      return saved.ok ? ok({ id: pen.id, savedAt: since }) : saved;
    }),
} satisfies Partial<Writes>;
