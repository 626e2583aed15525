import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { isJoined } from '#db/sync/membership.ts';
import { newId } from '#shared/ids.ts';
import { type Claim, claimState } from '#shared/records/claim.ts';
import { fail, ok } from '#shared/result.ts';
import { putting } from '#shared/sync/patch.ts';
import { author, type Context, type Reads, type Writes } from '../context.ts';
import { inventedNotice, settings } from '../office.ts';
import { paymentRows } from './figures.ts';
import { moved } from './steps.ts';

const noExport = { tag: 'notFound', what: 'export' } as const;

const exported = (r: Reader, name: string): Claim[] =>
  r
    .all(sql.selectFrom('claim').select('data').where('paid_with', '=', name))
    .map(({ data }) => JSON.parse(data) as Claim);

/** Approved claims that have not left yet. */
const ready = (r: Reader): Claim[] =>
  r
    .all(
      sql.selectFrom('claim').select('data').where('state', '=', 'approved').where('paid_with', 'is', null),
    )
    .map(({ data }) => JSON.parse(data) as Claim);

/**
 * Whether the office has taken that these claims left with this export. Until then somebody else may have exported one
 * of them first, without a network, and no file is made.
 */
const isTaken = (r: Reader, claims: readonly Claim[]): boolean =>
  !isJoined(r) ||
  r.first(
    sql
      .selectFrom('outgoing')
      .select('change_id')
      .where('type', '=', 'claim')
      .where(
        'record',
        'in',
        claims.map(({ id }) => id),
      ),
  ) === undefined;

/** The newest exports; their names begin with their day. */
const shown = 24;

const exports = (r: Reader) =>
  r
    .all(
      sql
        .selectFrom('claim')
        .select('paid_with')
        .distinct()
        .where('paid_with', 'is not', null)
        .orderBy('paid_with', 'desc')
        .limit(shown),
    )
    .map(({ paid_with }) => {
      const name = paid_with as string;
      const claims = exported(r, name);
      return {
        name,
        claims: claims.length,
        pence: claims.reduce((sum, { approved }) => sum + (approved?.pence ?? 0), 0),
        paid: claims.filter((one) => claimState(one) === 'paid').length,
        taken: isTaken(r, claims),
      };
    });

export const paymentReads = {
  'claims.payment': (r) => ok({ ready: paymentRows(r, ready(r)), exports: exports(r) }),
  'claims.exported': (r, input, ctx) => {
    const claims = exported(r, input.export);
    if (claims.length === 0) return fail(noExport);
    if (!isTaken(r, claims)) return fail({ tag: 'exportWaits' });
    const { body, invented } = settings(r, ctx);
    return ok({ rows: paymentRows(r, claims), body, notice: invented ? inventedNotice : null });
  },
} satisfies Partial<Reads>;

/** The day and a few letters, so that two exports of one day differ, also on two laptops. */
const exportName = ({ today, sources }: Context): string =>
  `${today} ${newId(sources).slice(-4).toUpperCase()}`;

export const paymentWrites = {
  'claims.export': (w, { claims }, ctx) =>
    w.inTransaction(() => {
      const name = exportName(ctx);
      for (const id of claims) {
        const claim = readRecord(w, 'claim', id)?.document;
        if (!claim) return fail({ tag: 'notFound', what: 'claim' });
        if (claimState(claim) !== 'approved' || claim.paidWith !== undefined) return fail({ tag: 'movedOn' });
        const saved = saveAndSend(w, author(ctx), 'claim', id, [putting(['paidWith'], name)]);
        if (!saved.ok) return saved;
      }
      return ok({ export: name });
    }),
  'claims.paid': (w, input, ctx) =>
    w.inTransaction(() => {
      const claims = exported(w, input.export);
      if (claims.length === 0) return fail(noExport);
      if (!isTaken(w, claims)) return fail({ tag: 'exportWaits' });
      const due = claims.filter((one) => claimState(one) === 'approved');
      for (const claim of due) {
        const saved = saveAndSend(w, author(ctx), 'claim', claim.id, moved(ctx, claim, 'paid'));
        if (!saved.ok) return saved;
      }
      return ok({ paid: due.length });
    }),
} satisfies Partial<Writes>;
