import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import { type Reader, sql, type Writer } from '#db/sql.ts';
import { isJoined } from '#db/sync/membership.ts';
import { purgeRecord } from '#db/sync/removal.ts';
import { markId } from '#shared/cases/mark.ts';
import { isApproved } from '#shared/cases/retention.ts';
import type { Failure } from '#shared/errors.ts';
import { instant } from '#shared/ids.ts';
import type { Disposal } from '#shared/records/disposal.ts';
import type { RecordType } from '#shared/records/types.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { diff } from '#shared/sync/patch.ts';
import { recordsOf } from '../contacts/who.ts';
import { author, type Context, type Writes } from '../context.ts';
import { provePin } from '../pins.ts';
import { doing, gone, putOnce } from '../reviews/steps.ts';
import { mayMake } from '../rights.ts';
import { dueUntil } from './around.ts';

type Item = Disposal['items'][number];
type Saved = Result<{ id: string; savedAt: string }, Failure>;

const saved = (id: string, ctx: Context): Saved => ok({ id, savedAt: instant(ctx.sources) });

/** Changes a disposal that is there; undefined is a change that came through before. */
const onDisposal = (
  w: Writer,
  ctx: Context,
  id: string,
  change: (d: Disposal) => Result<Disposal | undefined, Failure>,
): Saved => {
  const before = readRecord(w, 'disposal', id)?.document;
  if (!before) return gone(w, 'disposal', 'proposal', id);
  const changed = change(before);
  if (!changed.ok) return changed;
  const patch = changed.value ? diff(before, changed.value) : [];
  if (patch.length === 0) return saved(id, ctx);
  const put = saveAndSend(w, author(ctx), 'disposal', id, patch);
  return put.ok ? saved(id, ctx) : put;
};

/** Keeps a record whatever the schedule says, or lets it go again. */
const hold = (w: Writer, ctx: Context, type: Item['type'], id: string, why: string | null): Saved => {
  const before = readRecord(w, type, id)?.document;
  if (!before) return gone(w, type, 'record', id);
  const { by, on } = doing(ctx);
  const { frozen: _, ...rest } = before;
  const after = why === null ? rest : { ...before, frozen: { on, by, why } };
  if (!mayMake(w, ctx, type, before, after as typeof before)) return fail({ tag: 'notTheirCase' });
  const put = saveAndSend(w, author(ctx), type, id, diff(before, after as typeof before));
  return put.ok ? saved(id, ctx) : put;
};

const propose = (
  w: Writer,
  ctx: Context,
  {
    id,
    items,
    why,
  }: { id: string; items: readonly { id: string; type: Item['type'] }[]; why?: string | undefined },
): Saved => {
  if (readRecord(w, 'disposal', id)) return saved(id, ctx);
  const due = new Map(dueUntil(w, ctx, ctx.today).map((row) => [row.id, row]));
  const rows = items.map((item) => due.get(item.id));
  if (rows.some((row, i) => !row || row.why !== null || row.type !== items[i]?.type))
    return fail({ tag: 'notDue' });
  const { by, on } = doing(ctx);
  return putOnce(w, ctx, 'disposal', {
    id,
    on,
    by,
    ...(why?.trim() && { why: why.trim() }),
    items: rows.flatMap((row): Item[] =>
      row
        ? [
            {
              ...{ id: row.id, type: row.type, class: row.class, from: row.from, due: row.due },
              ...(row.reference && { reference: row.reference }),
              ...(row.authority && { authority: row.authority }),
            },
          ]
        : [],
    ),
  } as Disposal);
};

/** Who decides: whoever has this laptop, or in an office of one store somebody else who proves with a PIN who they are. */
const decider = (
  w: Writer,
  ctx: Context,
  { person, pin }: { person?: string | undefined; pin?: string | undefined },
): Result<string, Failure> => {
  const own = ctx.identity.person;
  if (person === undefined || person === own) return ok(own);
  // Where there is a hub, a second person has a laptop of their own.
  if (isJoined(w)) return fail({ tag: 'secondPerson' });
  const proved = provePin(w, person, pin);
  return proved.ok ? ok(person) : proved;
};

/** What goes with a record: it says who worked on it, or is another entry of the same person. */
const alongWith = (r: Reader, { type, id }: Item): { type: RecordType; id: string }[] => {
  const of = <T extends RecordType>(named: T, ids: readonly { id: string }[]) =>
    ids.map((one) => ({ type: named, id: one.id }));
  if (type === 'caseFile')
    return [
      ...of('caseOpening', r.all(sql.selectFrom('caseOpening').select('id').where('of', '=', id))),
      ...of('caseMark', r.all(sql.selectFrom('caseMark').select('id').where('id', '=', markId(id)))),
    ];
  if (type === 'contact')
    return of(
      'contact',
      recordsOf(r, id).filter((one) => one.id !== id),
    );
  const letters = r
    .all(sql.selectFrom('letter').select(['id', 'data']))
    .filter(({ data }) =>
      (JSON.parse(data) as { about: { id: string }[] }).about.some((one) => one.id === id),
    );
  return [
    ...of('letter', letters),
    ...of('reviewNote', r.all(sql.selectFrom('reviewNote').select('id').where('review', '=', id))),
    ...of('recommendation', r.all(sql.selectFrom('recommendation').select('id').where('review', '=', id))),
  ];
};

const keptWords = 'It is held, or needed again.';

/** Destroys what may still go, in a store that is its own office. What is held or needed again by now stays. */
const destroy = (w: Writer, ctx: Context, d: Disposal): Disposal => {
  const { by, on, at } = doing(ctx);
  const due = new Map(dueUntil(w, ctx, ctx.today).map((row) => [row.id, row]));
  const isHere = ({ type, id }: Item) => readRecord(w, type, id) !== undefined;
  const mayGo = ({ id }: Item) => {
    const row = due.get(id);
    return row !== undefined && (row.why === null || row.proposed);
  };
  const kept = d.items.filter((item) => isHere(item) && !mayGo(item));
  for (const item of d.items.filter((one) => isHere(one) && mayGo(one)))
    for (const { type, id } of [item, ...alongWith(w, item)]) {
      purgeRecord(w, type, id, at);
      w.touched.add(type);
    }
  return {
    ...d,
    carriedOut: {
      ...{ on, by },
      kept: kept.map(({ id }) => ({ id, why: keptWords })),
      outstanding: [
        'Backups of this store, and copies of its folder, made before this day: destroy them, or keep them under lock.',
      ],
    },
  };
};

/** That it was carried out, once it was approved by somebody else than whoever proposed it. */
const carryOut = (w: Writer, ctx: Context, id: string, done: (d: Disposal) => Disposal): Saved =>
  onDisposal(w, ctx, id, (d) => {
    if (d.carriedOut) return ok(undefined);
    if (!d.decided) return fail({ tag: 'secondPerson' });
    return isApproved(d) ? ok(done(d)) : fail({ tag: 'movedOn' });
  });

export const retentionWrites = {
  'retention.hold': (w, { id, type, why }, ctx) => w.inTransaction(() => hold(w, ctx, type, id, why)),
  'retention.propose': (w, asked, ctx) => w.inTransaction(() => propose(w, ctx, asked)),
  'retention.decide': (w, { id, approved, why, person, pin }, ctx) =>
    w.inTransaction(() => {
      const by = decider(w, ctx, { person, pin });
      if (!by.ok) return by;
      return onDisposal(w, ctx, id, (d) => {
        if (d.decided) return d.decided.by === by.value ? ok(undefined) : fail({ tag: 'movedOn' });
        if (d.by === by.value) return fail({ tag: 'secondPerson' });
        if (!approved && !why?.trim()) return fail({ tag: 'noReason' });
        const words = why?.trim() && { why: why.trim() };
        return ok({ ...d, decided: { approved, by: by.value, on: ctx.today, ...words } });
      });
    }),
  'retention.destroy': (w, { id }, ctx) =>
    w.inTransaction(() =>
      isJoined(w) ? fail({ tag: 'hasHub' }) : carryOut(w, ctx, id, (d) => destroy(w, ctx, d)),
    ),
  'retention.destroyed': (w, { id, kept, outstanding }, ctx) =>
    w.inTransaction(() => {
      const { by, on } = doing(ctx);
      return carryOut(w, ctx, id, (d) => ({ ...d, carriedOut: { on, by, kept, outstanding } }));
    }),
} satisfies Partial<Writes>;
