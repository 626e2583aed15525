import { marksVersion } from '#shared/cases/mark.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import type { CaseMark } from '#shared/records/case-mark.ts';
import { type Change, type OfficeMeans, type OfficeState, officeState } from '#shared/sync/accept.ts';
import { markAfter, markKey } from '#shared/sync/marks.ts';
import { diff, putting } from '#shared/sync/patch.ts';
import { idOf } from '#shared/sync/state.ts';
import { acceptAll } from './acceptance.ts';
import { readIdentity } from './identity.ts';
import { metaOf, setMeta } from './meta.ts';
import { readRecord } from './records.ts';
import { type Reader, sql, type Writer } from './sql.ts';
import { isJoined } from './sync/membership.ts';
import { isPurged } from './sync/removal.ts';

/**
 * Whether each confidential case of this store has the mark that it is counted by. A laptop of an office with a hub makes
 * none: the hub does, and the marks come like any record.
 */
export const marksAreMade = (r: Reader): boolean =>
  isJoined(r) || metaOf(r, 'marks') === String(marksVersion);

/** An office begins with the marks of this version: there is no case yet. */
export const beginMarks = (w: Writer): void => setMeta(w, 'marks', String(marksVersion));

const batchSize = 500;

/**
 * Makes the marks of the next cases that a store had before there were any, as far as they are missing or say something
 * else; the cases stay as they are. The place is kept with what was made, so that it goes on where it was cut short.
 */
export const makeMarks = (w: Writer, means: OfficeMeans): void =>
  w.inTransaction(() => {
    const [version, reached = ''] = metaOf(w, 'marksMaking')?.split(':') ?? [];
    const after = version === String(marksVersion) ? reached : '';
    const rows = w.all(
      sql
        .selectFrom('caseFile as own')
        .leftJoin('outgoing', (join) =>
          join.onRef('outgoing.record', '=', 'own.id').on('outgoing.type', '=', 'caseFile'),
        )
        .select(['own.id', 'own.data', 'outgoing.base'])
        .where('own.id', '>', after)
        .where('own.n', 'is not', null)
        .orderBy('own.id')
        .limit(batchSize),
    );
    accept(
      w,
      means,
      rows.flatMap((row) => markOfOne(w, JSON.parse(row.base ?? row.data))),
    );
    const last = rows.at(-1)?.id;
    if (rows.length === batchSize) return setMeta(w, 'marksMaking', `${marksVersion}:${last}`);
    beginMarks(w);
    w.run(sql.deleteFrom('meta').where('key', '=', 'marksMaking'));
  });

type Made = { before: CaseMark | undefined; mark: CaseMark };

const markOfOne = (r: Reader, c: CaseFile): Made[] => {
  const key = markKey(c.id);
  const held = readRecord(r, 'caseMark', idOf(key));
  const state: OfficeState = officeState(readIdentity(r));
  const purged = isPurged(r, 'caseMark', idOf(key)) ? 'purged' : null;
  state.records.set(
    key,
    held?.version ? { document: held.document, version: held.version, keys: [] } : purged,
  );
  return [...markAfter(state, c).values()].map((mark) => ({ before: held?.document, mark }));
};

/** The office's own changes, each with a number and a link of the chain like any other. */
const accept = (w: Writer, means: OfficeMeans, made: readonly Made[]): void => {
  if (made.length === 0) return;
  const identity = readIdentity(w);
  const { office, device, number, epoch, n } = identity;
  const changes = made.map(
    ({ before, mark }, i): Change => ({
      id: means.newId(),
      device,
      number: number + 1 + i,
      type: 'caseMark',
      record: mark.id,
      after: null,
      saw: before ? { epoch, n } : null,
      by: office,
      at: means.now(),
      patch: before ? diff(before, mark) : [putting([], mark)],
    }),
  );
  for (const answer of acceptAll(w, identity, means, changes))
    if (!('receipt' in answer)) throw new Error('a mark that the office made was not accepted');
};
