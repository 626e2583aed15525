import { readAll, readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { isJoined } from '#db/sync/membership.ts';
import type { DueRow } from '#shared/calls/retention.ts';
import type { Output } from '#shared/contract.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import type { Disposal } from '#shared/records/disposal.ts';
import { ok } from '#shared/result.ts';
import { capital } from '#shared/text.ts';
import { addMonths } from '#shared/times.ts';
import type { Context, Reads } from '../context.ts';
import { settings } from '../office.ts';
import { namesOf, personName } from '../reviews/around.ts';
import { gone } from '../reviews/steps.ts';
import { sees, seesOf } from '../rights.ts';
import { dueUntil, type Row, unclassedOf } from './around.ts';

const shown = ({ proposed: _, ...row }: Row): DueRow => row;

type Held = Output<'retention.due'>['held'][number];

const heldIn = (r: Reader, ctx: Context): Held[] => {
  const seen = seesOf(r, ctx, 'caseFile');
  const cases = r
    .all(sql.selectFrom('caseFile').select('data').where('frozen', '=', 1))
    .map(({ data }) => JSON.parse(data) as CaseFile)
    .filter(seen);
  const held = (
    type: Held['type'],
    name: string,
    { id, frozen, ...one }: { id: string; frozen?: CaseFile['frozen']; reference?: string | undefined },
  ): Held[] =>
    frozen
      ? [
          {
            ...{ id, type, name, on: frozen.on, why: frozen.why },
            reference: one.reference ?? null,
            by: personName(r, frozen.by) ?? 'Somebody',
          },
        ]
      : [];
  return [
    ...cases.flatMap((c) => held('caseFile', capital(c.kind), c)),
    ...readAll(r, 'review').flatMap((one) => held('review', 'Complaint review', one)),
    ...readAll(r, 'contact').flatMap(({ id, name, frozen }) =>
      held('contact', name, { id, ...(frozen && { frozen }) }),
    ),
  ];
};

const due = (r: Reader, ctx: Context, limit: number): Output<'retention.due'> => {
  const rows = dueUntil(r, ctx, addMonths(ctx.today, 12));
  const [now, coming] = [
    rows.filter((row) => row.due <= ctx.today),
    rows.filter((row) => row.due > ctx.today),
  ];
  return {
    now: now.slice(0, limit).map(shown),
    coming: coming.slice(0, limit).map(shown),
    moreNow: Math.max(0, now.length - limit),
    moreComing: Math.max(0, coming.length - limit),
    held: heldIn(r, ctx),
    unclassed: unclassedOf(r, ctx),
  };
};

const stateOf = ({ decided, carriedOut }: Disposal): Output<'retention.list'>['rows'][number]['state'] => {
  if (carriedOut) return 'carried out';
  return decided ? (decided.approved ? 'approved' : 'refused') : 'proposed';
};

/** What a record that is still here is called, for whoever approves that it goes; of what they may not open its number. */
const titleOf = (r: Reader, ctx: Context, { type, id }: Disposal['items'][number]): string | undefined => {
  const found = readRecord(r, type, id)?.document;
  if (!found || !sees(r, ctx, type, found)) return undefined;
  if (type === 'contact') return (found as { name: string }).name;
  if (type === 'review') return 'Complaint review';
  const { kind, summary } = found as CaseFile;
  return [capital(kind), summary?.slice(0, 120)].filter(Boolean).join(': ');
};

const view = (r: Reader, ctx: Context, d: Disposal): Output<'retention.get'> => {
  const alone = !isJoined(r);
  const pins = new Set(r.all(sql.selectFrom('pin').select('person')).map(({ person }) => person));
  const titles = d.items.flatMap((item) => {
    const title = titleOf(r, ctx, item);
    return title ? [[item.id, title]] : [];
  });
  return {
    disposal: d,
    names: namesOf(r, [d.by, d.decided?.by, d.carriedOut?.by]),
    titles: Object.fromEntries(titles),
    mayDecide: d.by !== ctx.identity.person,
    alone,
    approvers: alone
      ? readAll(r, 'person')
          .filter(({ id }) => pins.has(id) && id !== d.by && id !== ctx.identity.person)
          .map(({ id, name }) => ({ id, name }))
      : [],
    body: settings(r, ctx).body,
  };
};

export const retentionReads = {
  'retention.due': (r, { limit }, ctx) => ok(due(r, ctx, limit)),
  'retention.list': (r, { after, limit }) => {
    const all = readAll(r, 'disposal').toSorted((a, b) => (`${a.on} ${a.id}` < `${b.on} ${b.id}` ? 1 : -1));
    const from = after ? all.findIndex(({ id }) => id === after) + 1 : 0;
    const rows = all.slice(from, from + limit);
    return ok({
      rows: rows.map((d) => ({
        ...{ id: d.id, on: d.on, count: d.items.length, state: stateOf(d) },
        by: personName(r, d.by) ?? 'Somebody',
      })),
      next: from + limit < all.length ? (rows.at(-1)?.id ?? null) : null,
    });
  },
  'retention.get': (r, { id }, ctx) => {
    const found = readRecord(r, 'disposal', id)?.document;
    return found ? ok(view(r, ctx, found)) : gone(r, 'disposal', 'proposal', id);
  },
} satisfies Partial<Reads>;
