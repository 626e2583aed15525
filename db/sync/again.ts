import { type RecordType, recordTypes } from '#shared/records/types.ts';
import type { Change } from '#shared/sync/accept.ts';
import { limits, type Message, type Version } from '#shared/sync/wire.ts';
import { readIdentity, writeIdentity } from '../identity.ts';
import { type Held, readRecords } from '../records.ts';
import { type Reader, sql, type Writer } from '../sql.ts';
import { readMembership, remember } from './membership.ts';
import { isAsked, readBelow, sealedIn } from './outgoing.ts';

type Offer = { offer: Message<'offer'>; next: string | null };

const purgedInAnOffer = 1_000;

/**
 * What a hub that was restored may have lost, beyond the last version it still knows: first the ids of what was
 * purged, then records as this laptop received them. With the first page, own changes that the hub had accepted since
 * then are put back in the line, exactly as they were sent; the next push takes them.
 */
export const toOffer = (w: Writer, head: Version, after: string | null): Offer =>
  w.inTransaction(() => {
    if (after === null) sendAgain(w, head);
    const [kind, ...place] = (after ?? 'purged').split('/');
    return kind === 'purged' ? purgedPage(w, place) : recordsPage(w, head, place);
  });

const purgedPage = (r: Reader, [type = '', id = '']: string[]): Offer => {
  const rows = r.all(
    sql
      .selectFrom('purged')
      .selectAll()
      .where((e) => e.or([e('type', '>', type), e.and([e('type', '=', type), e('record', '>', id)])]))
      .orderBy('type')
      .orderBy('record')
      .limit(purgedInAnOffer),
  );
  const last = rows.at(-1);
  return {
    offer: {
      purged: rows.map(({ type: of, record, at, seal }) => ({
        type: of,
        id: record,
        at,
        ...(seal !== null && { seal }),
      })),
      records: [],
    },
    next: last && rows.length === purgedInAnOffer ? `purged/${last.type}/${last.record}` : 'records//',
  };
};

const isBeyond = ({ epoch, n }: Version, head: Version): boolean =>
  epoch > head.epoch || (epoch === head.epoch && n > head.n);

const recordsPage = (r: Reader, head: Version, [type = '', id = '']: string[]): Offer => {
  const types = recordTypes.toSorted().filter((one) => one >= type);
  const records: Message<'offer'>['records'] = [];
  let bytes = 0;
  for (const one of types) {
    const ids = idsBeyond(r, one, head, one === type ? id : '');
    for (const [i, held] of officeDocuments(r, one, ids).entries()) {
      const record = { type: one, id: ids[i] as string, ...held };
      bytes += Buffer.byteLength(JSON.stringify(record));
      records.push(record);
      if (records.length === limits.changes || bytes >= limits.bytes)
        return { offer: { purged: [], records }, next: `records/${one}/${record.id}` };
    }
  }
  return { offer: { purged: [], records }, next: null };
};

const idsBeyond = (r: Reader, type: RecordType, { epoch, n }: Version, after: string): string[] =>
  r
    .all(
      sql
        .selectFrom(type as 'setting')
        .select('id')
        .where('id', '>', after)
        .where((e) => e.or([e('epoch', '>', epoch), e.and([e('epoch', '=', epoch), e('n', '>', n)])]))
        .orderBy('id')
        .limit(limits.changes),
    )
    .map((row) => row.id);

/** The records as the office held them, without what is unanswered here. */
const officeDocuments = (
  r: Reader,
  type: RecordType,
  ids: readonly string[],
): { version: Version; document: { id: string } }[] => {
  const held = new Map(readRecords(r, type, ids).map((one) => [one.document.id, one as Held<RecordType>]));
  return ids.map((id) => {
    const one = readBelow(r, type, id) ?? (held.get(id) as Held<RecordType>);
    return { version: one.version as Version, document: one.document };
  });
};

const sendAgain = (w: Writer, head: Version): void => {
  const rows = w
    .all(sql.selectFrom('sent').selectAll().where('epoch', '>=', head.epoch).orderBy('epoch').orderBy('n'))
    .filter((row) => isBeyond(row, head));
  const identity = readIdentity(w);
  for (const row of rows) {
    const { change_id, type, record } = row;
    const before = JSON.parse(row.sealed) as Change;
    // What an earlier incarnation sent takes a number of this one; its id tells the office what it is.
    const isOwn = before.device === identity.device;
    if (!isOwn) identity.number += 1;
    const change: Change = isOwn ? before : { ...before, device: identity.device, number: identity.number };
    const { by, at, saw, number } = change;
    const sealed = isOwn ? row.sealed : JSON.stringify(change);
    w.run(
      sql
        .insertInto('outgoing')
        .values({
          change_id,
          type,
          record,
          number,
          base: null,
          saw: saw && JSON.stringify(saw),
          by,
          at,
          sealed,
          answer: null,
          tried_at: null,
          ready: 1,
        })
        .onConflict((c) => c.doNothing()),
    );
    w.run(sql.deleteFrom('sent').where('change_id', '=', change_id));
  }
  writeIdentity(w, identity);
};

/**
 * Goes on as a new device: its numbers begin at one, and what the office has not answered is numbered again in the
 * same order. The changes keep their ids, by which the office knows what it has already.
 */
export const reincarnate = (w: Writer, device: string, key: string, token: string): void =>
  w.inTransaction(() => {
    const rows = w.all(
      sql.selectFrom('outgoing').selectAll().where('sealed', 'is not', null).orderBy('number'),
    );
    const asked = rows.filter(isAsked);
    // A number is unique: all old ones go out of the way first.
    for (const row of rows)
      w.run(
        sql
          .updateTable('outgoing')
          .set({ number: -(row.number as number) })
          .where('change_id', '=', row.change_id),
      );
    for (const [i, row] of asked.entries()) {
      const change: Change = { ...sealedIn(row), device, number: i + 1 };
      w.run(
        sql
          .updateTable('outgoing')
          .set({ number: change.number, sealed: JSON.stringify(change) })
          .where('change_id', '=', row.change_id),
      );
    }
    writeIdentity(w, { ...readIdentity(w), device, number: asked.length });
    const before = readMembership(w);
    const formers = before ? [...(before.formers ?? []), { device: before.device, key: before.key }] : [];
    remember(w, { device, key, token, formers });
  });
