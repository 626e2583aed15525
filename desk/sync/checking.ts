import { ok } from '#shared/result.ts';
import { type Digest, type ReceiptHead, type Reply, type Stream, streams } from '#shared/sync/wire.ts';
import { receiveAll } from './receiving.ts';
import type { Run, Step } from './run.ts';

const anHour = 3_600_000;

/** The office goes on working meanwhile: after this many tries the comparison is left to the next sync. */
const mostTries = 3;

/**
 * Compares what is here with what the hub would give, by count and digest, and repairs only the sets that differ. At
 * most once an hour, unless somebody asks: it reads every record's version.
 */
export const checkAtHead = async (run: Run, scope: number): Promise<Step<null>> => {
  const last = run.member.checkedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(run.member.checkedAt);
  // A clock that was put back must not put off the comparison for years.
  const since = Math.abs(run.sources.now() - last);
  if (!run.wish.check && since < anHour) return ok(null);
  run.progress({ step: 'checking', done: 0, of: null });
  const first = await compare(run, scope);
  if (!first.ok || first.value === undefined) return first.ok ? ok(null) : first;
  for (const [i, set] of first.value.entries()) {
    run.progress({ step: 'repairing', done: i, of: first.value.length });
    const repaired = await repair(run, set);
    if (!repaired.ok) return repaired;
  }
  let differing = 0;
  if (first.value.length > 0) {
    const second = await compare(run, scope);
    if (!second.ok) return second;
    differing = second.value?.length ?? 0;
    for (const { type } of second.value ?? []) await run.log('differs', { type });
  }
  const at = run.at();
  run.checked({ at, repaired: first.value.length - differing, differing });
  await run.remember({ checkedAt: at });
  return ok(null);
};

type Set = { stream: Stream; key: string; type: string };

/** The sets that differ; undefined where both could not be looked at while they stood still. */
const compare = async (run: Run, scope: number): Promise<Step<Set[] | undefined>> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const theirs = await run.ask('digests', {});
    if (!theirs.ok) return theirs;
    for (const file of theirs.value.awaiting ?? []) await run.store.fileSent(file, false);
    const member = await run.store.membership();
    if (sameHead(theirs.value.head, member?.head ?? null)) {
      const sets: Set[] = [];
      for (const stream of streams)
        sets.push(...differing(stream, await run.store.digests(stream), theirs.value[stream]));
      return ok(sets);
    }
    const caughtUp = await receiveAll(run, scope);
    if (!caughtUp.ok) return caughtUp;
  }
  return ok(undefined);
};

const sameHead = (a: ReceiptHead, b: ReceiptHead | null): boolean =>
  b !== null && a.epoch === b.epoch && a.n === b.n && a.receipt === b.receipt;

const nameOf = ({ key, type }: Digest) => `${type} ${key}`;

const differing = (stream: Stream, ours: readonly Digest[], theirs: readonly Digest[]): Set[] => {
  const here = new Map(ours.map((one) => [nameOf(one), one]));
  const there = new Map(theirs.map((one) => [nameOf(one), one]));
  return [...new Map([...here, ...there]).entries()].flatMap(([name, { key, type }]) => {
    const [one, other] = [here.get(name), there.get(name)];
    const agrees = (one?.count ?? 0) === (other?.count ?? 0) && (!one || !other || one.xor === other.xor);
    return agrees ? [] : [{ stream, key, type }];
  });
};

const repair = async (run: Run, { stream, key, type }: Set): Promise<Step<null>> => {
  let after: string | null = null;
  let first = true;
  let repaired = 0;
  for (;;) {
    const page: Step<Reply<'set'>> = await run.ask('set', { stream, key, type, after });
    if (!page.ok) return page;
    repaired += await run.store.repair(stream, key, type, page.value, first);
    first = false;
    if (page.value.next === null || page.value.next === after) break;
    after = page.value.next;
  }
  await run.log('repaired', { type, count: repaired });
  return ok(null);
};
