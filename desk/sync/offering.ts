import { ok } from '#shared/result.ts';
import type { ReceiptHead } from '#shared/sync/wire.ts';
import type { Run, Step } from './run.ts';
import { sendAll } from './sending.ts';

/**
 * The hub was restored and asks for what it lost: first what was purged, so that nothing destroyed comes back; then
 * this laptop's own changes; then what it had received. Ended in the middle it begins anew, and nothing is taken twice.
 */
export const offerAgain = async (run: Run, head: ReceiptHead): Promise<Step<null>> => {
  await run.log('hubRestored');
  run.offering = true;
  let after: string | null = null;
  let offered = 0;
  let ownSent = false;
  for (;;) {
    const { offer, next } = await run.store.toOffer(head, after);
    run.progress({ step: 'offering', done: offered, of: null });
    if (offer.purged.length > 0) {
      const taken = await run.ask('offer', { purged: offer.purged, records: [] });
      if (!taken.ok) return taken;
    }
    if (!ownSent && (offer.records.length > 0 || next === null)) {
      const sent = await sendAll(run, 0);
      if (!sent.ok) return sent;
      ownSent = true;
    }
    if (offer.records.length > 0) {
      const taken = await run.ask('offer', { purged: [], records: offer.records });
      if (!taken.ok) return taken;
      offered += taken.value.taken;
    }
    if (next === null) break;
    after = next;
  }
  run.offering = false;
  await run.log('offered', { count: offered });
  return ok(null);
};
