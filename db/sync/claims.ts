import type { Claim } from '#shared/records/claim.ts';
import { isWithOffice, visitState } from '#shared/records/visit.ts';
import { readRecord } from '../records.ts';
import { type Reader, sql, type Writer } from '../sql.ts';

/**
 * Whether a claim goes with the next sync: it names no report that has been taken back meanwhile. The claim waits with
 * it, so that no line says of a visit what its report does not say yet.
 */
export const claimGoes = (r: Reader, { lines }: Claim): boolean =>
  lines.every((line) => {
    const visit = line.for.type === 'visit' && readRecord(r, 'visit', line.for.id)?.document;
    if (!visit) return true;
    const state = visitState(visit);
    return state === 'ready' || isWithOffice(state);
  });

/** Asks anew which of the claims that are open go now: the reports they name may have gone, or been taken back. */
export const readyClaims = (w: Writer): void => {
  const open = sql
    .selectFrom('outgoing')
    .select(['change_id', 'record', 'ready'])
    .where('type', '=', 'claim')
    .where('number', 'is', null);
  for (const { change_id, record, ready } of w.all(open)) {
    const claim = readRecord(w, 'claim', record)?.document;
    const goes = claim && claimGoes(w, claim) ? 1 : 0;
    if (goes !== ready)
      w.run(sql.updateTable('outgoing').set({ ready: goes }).where('change_id', '=', change_id));
  }
};
