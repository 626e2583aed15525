import { fail, ok } from '#shared/result.ts';
import { checkAtHead } from './checking.ts';
import { exchangeFiles } from './files.ts';
import { greet } from './greeting.ts';
import { offerAgain } from './offering.ts';
import { receiveAll } from './receiving.ts';
import { leaveOffice } from './revoked.ts';
import { beginRun, type Halt, type Run, refusalIn, type Step, type SyncMeans, type Wish } from './run.ts';
import { sendAll, voidLost } from './sending.ts';

/** How a sync ended. `alone`: this store has no hub. */
export type Ended = { kind: 'done'; sent: number; received: number } | { kind: 'alone' } | Halt;

/** Answers may make changes ready that waited for them; more rounds than this are left to the next sync. */
const mostRounds = 5;

/**
 * One sync, from the greeting to the head: what is ready is sent before anything is received, so that what was written
 * under an earlier scope is delivered before that scope goes. It may be ended at any step, by a failure or by the power,
 * and the next one begins again from what the store remembers. Rejects only for a bug.
 */
export const syncOnce = async (
  means: SyncMeans,
  wish: Wish = { removal: false, check: false },
): Promise<Ended> => {
  const member = await means.store.membership();
  if (!member) return { kind: 'alone' };
  const run = beginRun(means, member, wish);
  try {
    const done = await wholeSync(run);
    if (done.ok) return { kind: 'done', ...done.value };
    return refusalIn(done) === 'revoked' ? await leaveOffice(run) : done.error;
  } finally {
    means.progress(null);
  }
};

const wholeSync = async (run: Run): Promise<Step<{ sent: number; received: number }>> => {
  run.progress({ step: 'greeting', done: 0, of: null });
  const greeted = await greet(run);
  if (!greeted.ok) return greeted;
  if (greeted.value.behind) {
    await run.store.fileSent(null, false);
    const offered = await offerAgain(run, greeted.value.head);
    if (!offered.ok) return offered;
  }
  let sent = 0;
  let received = 0;
  let after = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const pushed = await sendAll(run, after);
    if (!pushed.ok) return pushed;
    sent += pushed.value.numbers.length;
    if (round === 0) {
      const declared = await voidLost(run, greeted.value, pushed.value.numbers);
      if (!declared.ok) return declared;
    }
    if (round > 0 && pushed.value.numbers.length === 0) break;
    after = pushed.value.last;
    const pulled = await receiveAll(run, greeted.value.scope);
    if (!pulled.ok) return pulled;
    received += pulled.value;
  }
  const checked = await checkAtHead(run, greeted.value.scope);
  if (!checked.ok) return checked;
  const exchanged = await exchangeFiles(run);
  if (!exchanged.ok) return exchanged;
  if (run.stopping()) return fail({ kind: 'stopped' });
  const { waiting, files = 0 } = await run.store.counts();
  if (waiting === 0 && files === 0) await run.remember({ receivedAt: run.atOffice() });
  if (sent > 0 || received > 0) await run.log('synced', { sent, received });
  return ok({ sent, received });
};
