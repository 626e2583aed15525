import { ok } from '#shared/result.ts';
import type { Change } from '#shared/sync/accept.ts';
import type { Reply } from '#shared/sync/wire.ts';
import { type Run, refusalIn, type Step } from './run.ts';

type Answers = Reply<'push'>['answers'];

/** Refusals of a whole push that one bad change in it can be the cause of. */
const mayBeOne = ['badRequest', 'tooLarge', 'unexpected'];

/** This many changes in a row that the hub fails on are no bad changes, but a bad hub. */
const mostInARow = 3;

/** Stores what the hub answered. Cut short before that, the same is sent again, and answered the same. */
type Keep = () => Promise<void>;

/**
 * Sends what is ready, batch after batch, until nothing is left. While one is on its way the next is sealed, and what
 * the hub answered to the one before is stored.
 * @param after the last number that this sync has sent
 */
export const sendAll = async (
  run: Run,
  after: number,
): Promise<Step<{ numbers: number[]; last: number }>> => {
  const numbers: number[] = [];
  let last = after;
  let batch = await run.store.toPush(after);
  if (batch.length === 0) return ok({ numbers, last });
  const { waiting } = await run.store.counts();
  let keep: Keep = async () => {};
  while (batch.length > 0) {
    run.progress({ step: 'sending', done: numbers.length, of: Math.max(waiting, numbers.length) });
    last = (batch.at(-1) as Change).number;
    const [pushed, next] = await Promise.all([pushApart(run, batch), run.store.toPush(last), keep()]);
    keep = pushed.keep;
    if (!pushed.ended.ok) {
      await keep();
      return pushed.ended;
    }
    numbers.push(...batch.map((change) => change.number));
    batch = next;
  }
  await keep();
  return ok({ numbers, last });
};

/**
 * Sends a batch; where the hub cannot take it as a whole, in ever smaller pieces, so that a bad change is alone. However
 * that ended, what was answered is still to be stored: after the answers to the batch before, since with each goes the
 * head of the chain.
 */
const pushApart = async (run: Run, batch: readonly Change[]): Promise<{ ended: Step<null>; keep: Keep }> => {
  let inARow = 0;
  const pieces: (readonly Change[])[] = [batch];
  const kept: Keep[] = [];
  const keep: Keep = async () => {
    for (const one of kept) await one();
  };
  while (pieces.length > 0) {
    const piece = pieces.shift() as readonly Change[];
    const pushed = await run.ask('push', { changes: [...piece] });
    const refused = refusalIn(pushed);
    if (pushed.ok) {
      inARow = 0;
      kept.push(() => answered(run, piece, pushed.value));
    } else if (refused === undefined || !mayBeOne.includes(refused)) return { ended: pushed, keep };
    else if (piece.length > 1) {
      const half = Math.ceil(piece.length / 2);
      pieces.unshift(piece.slice(0, half), piece.slice(half));
    } else if (refused === 'unexpected') {
      inARow += 1;
      if (inARow >= mostInARow) return { ended: pushed, keep };
      await run.log('hubFailsOn', { number: (piece[0] as Change).number });
    } else kept.push(() => parkHere(run, piece[0] as Change, refused));
  }
  return { ended: ok(null), keep };
};

const answered = async (run: Run, sent: readonly Change[], { answers, head }: Reply<'push'>) => {
  const ours = new Set(sent.map((change) => change.id));
  const known: Answers = answers.filter(({ id }) => ours.has(id));
  if (known.length < sent.length) await run.log('unanswered', { count: sent.length - known.length });
  await run.store.answered(known, run.at(), run.offering ? undefined : head);
  if (!run.offering) run.member = { ...run.member, head };
};

/** The hub cannot read this change at all: it waits for its author, and blocks nothing but its own record. */
const parkHere = async (run: Run, change: Change, refused: string) => {
  await run.store.answered([{ id: change.id, answer: { kind: 'refused', reason: refused } }], run.at());
  await run.log('refusedHere', { number: change.number, why: refused });
};

/**
 * Numbers that the hub never got and that were not sent now do not exist any more: the log of this store was damaged.
 * Said aloud, so that nobody waits for them for ever.
 */
export const voidLost = async (
  run: Run,
  { missing, behind }: Pick<Reply<'greet'>, 'missing' | 'behind'>,
  sent: readonly number[],
): Promise<Step<null>> => {
  const here = new Set(sent);
  const lost = behind ? [] : missing.filter((number) => !here.has(number));
  if (lost.length === 0) return ok(null);
  const declared = await run.ask('void', { numbers: lost.slice(0, 10_000) });
  if (!declared.ok) return declared;
  await run.log('voided', { count: lost.length });
  return ok(null);
};
