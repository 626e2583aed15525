import { createHash } from 'node:crypto';
import { instant } from '#shared/ids.ts';
import { recordTypes } from '#shared/records/types.ts';
import { ok } from '#shared/result.ts';
import type { Change } from '#shared/sync/accept.ts';
import { streamOf } from '#shared/sync/access.ts';
import { protocol, type ReceiptHead, type Stream } from '#shared/sync/wire.ts';
import type { HubWrite } from '../port.ts';
import { hashOf, newToken } from '../secrets.ts';
import { rolesNow } from './caller.ts';
import { offer } from './offering.ts';
import { parkOfThoseWhoLeft } from './parking.ts';
import { type Answers, type Caller, refused } from './work.ts';

const maxMissing = 1_000;
/** Beyond these a laptop's numbers and epochs are no numbers that anything was counted by. */
const farthestNumber = 100_000;
const farthestEpoch = 1_000;

/**
 * The beginning of a sync: the token goes on by one, the laptop stands witness to the audit, and both learn where the
 * other stands. A head that this hub does not know means that the hub itself was restored.
 */
const greet: Answers<'greet', Caller> = async (
  { store, sources },
  input,
  { device, person, keys, token },
) => {
  if (input.protocol < protocol.oldest || input.protocol > protocol.newest) return refused('tooOld');
  const next = newToken(sources);
  return store.inOrder(async (s) => {
    const { office, epoch } = await s.identity();
    if (input.office !== office) return refused('foreignOffice');
    if (input.head && input.head.epoch > epoch + farthestEpoch) return refused('badRequest');
    const behind = input.head !== null && !(await s.knows(input.head));
    if (behind && input.head) await recover(s, device.id, input.head.epoch);
    await s.saveDevice(device.id, {
      token,
      next: hashOf(next),
      lastSeen: instant(sources),
      product: input.product,
      // What a restored hub lost of its audit is no sign that somebody took it out.
      witnessed: behind ? null : input.audit,
      seen: behind ? 0 : (input.head?.n ?? 0),
      // It is in use, whatever went on from it: then it was copied.
      wentOn: null,
      ...(!behind && { through: epoch }),
      ...(input.unlock !== undefined && { unlock: input.unlock }),
    });
    const { missing } = await s.gaps(device.id);
    return ok({
      token: next,
      epoch: (await s.identity()).epoch,
      head: behind ? await lastShared(s, input.heads ?? []) : await s.head(),
      behind,
      number: device.number,
      missing: missing.slice(0, maxMissing),
      scope: scopeOf(keys),
      roles: rolesNow({ sources }, person),
      audit: await s.auditHead(),
      types: [...recordTypes],
      now: instant(sources),
    });
  });
};

/** Where the history of this hub and that of a laptop part: the newest head at which both agreed. */
const lastShared = async (s: HubWrite, heads: readonly ReceiptHead[]): Promise<ReceiptHead> => {
  for (const head of heads.toReversed()) if (await s.knows(head)) return head;
  return { epoch: 1, n: 0, receipt: '' };
};

/** One recovery takes back what all laptops have, unless one of them knows of a later time than the new epoch. */
const recover = async (s: HubWrite, device: string, seen: number) => {
  const { epoch } = await s.identity();
  await s.beginRecovery(seen);
  if ((await s.identity()).epoch === epoch) return;
  await s.audit({ kind: 'beginRecovery', person: null, device, subject: null, detail: { seen } });
};

/** Another number for every other set of keys: what a laptop compares to learn that it may see more, or less. */
const scopeOf = (keys: readonly string[]): number =>
  createHash('sha256').update(keys.join('\n')).digest().readUIntBE(0, 6);

/** Thrown to undo what was accepted beside it: two stores used one number, so this one is a copy. */
class NumberReused extends Error {}

const push: Answers<'push', Caller> = async ({ store, metrics, sources }, { changes }, caller) => {
  const { device } = caller;
  const sender = { device: device.id, person: device.person };
  const work = async (s: HubWrite) => {
    if (await areNoNumbers(s, changes)) return null;
    const answers = await s.accept(sender, changes as Change[]);
    if (answers.some(({ answer }) => answer.kind === 'refused' && answer.reason === 'numberReused'))
      throw new NumberReused();
    await parkOfThoseWhoLeft({ sources }, s, changes as Change[], answers, caller);
    return { answers, head: await s.head() };
  };
  try {
    const pushed = await store.inOrder(work);
    if (!pushed) return refused('badRequest');
    for (const { answer } of pushed.answers) metrics.change(answer.kind);
    return ok(pushed);
  } catch (error) {
    if (error instanceof NumberReused) return refused('staleToken');
    throw error;
  }
};

/** Each number counts a change: who is far ahead of what came from there has not counted. */
const areNoNumbers = async (
  s: HubWrite,
  changes: readonly { device: string; number: number }[],
): Promise<boolean> => {
  for (const [id, own] of Map.groupBy(changes, ({ device }) => device)) {
    const reached = (await s.device(id))?.number ?? 0;
    if (own.some(({ number }) => number > reached + farthestNumber)) return true;
  }
  return false;
};

const voidNumbers: Answers<'void', Caller> = async ({ store }, { numbers }, { device }) =>
  store.inOrder(async (s) => {
    const own = numbers.map((number) => ({ device: device.id, number }));
    if (await areNoNumbers(s, own)) return refused('badRequest');
    await s.void(device.id, numbers);
    const detail = { count: numbers.length, first: numbers[0] ?? null, last: numbers.at(-1) ?? null };
    await s.audit({ kind: 'void', person: device.person, device: device.id, subject: null, detail });
    return ok({});
  });

const keysOf = (stream: Stream, keys: readonly string[]): string[] =>
  keys.filter((key) => streamOf(key) === stream);

/**
 * A page of a stream. Those of the shared one are kept: a page that others follow is the same until something under
 * its keys goes, the last one until anything is accepted at all.
 */
const pull: Answers<'pull', Caller> = async ({ store, pages }, { stream, cursor }, caller) => {
  const keys = keysOf(stream, caller.keys);
  const page = async () => ({ ...(await store.read((s) => s.page(stream, keys, cursor))), keys });
  if (stream === 'own') return ok(await page());
  const { loss, head } = await store.read(async (s) => ({
    loss: await s.lastLoss(keys),
    head: await s.head(),
  }));
  const followed = [head.epoch, loss, cursor ?? '', ...keys].join('\n');
  const last = `${head.n}\n${followed}`;
  const make = async () => {
    const reply = await page();
    return { reply, name: reply.remaining > 0 ? followed : last };
  };
  return ok(await (pages.get(followed) ?? pages.get(last) ?? pages.make(last, make)));
};

const digests: Answers<'digests', Caller> = async ({ store }, _input, { keys }) =>
  store.read(async (s) => {
    const all = await s.digests(keys);
    const of = (stream: Stream) => all.filter(({ key }) => streamOf(key) === stream);
    return ok({
      head: await s.head(),
      shared: of('shared'),
      own: of('own'),
      awaiting: await s.awaiting(keys),
    });
  });

const set: Answers<'set', Caller> = async ({ store }, { stream, key, type, after }, { keys }) => {
  if (!keysOf(stream, keys).includes(key)) return refused('notAllowed');
  return ok(await store.read((s) => s.set(key, type, after)));
};

const quarantine: Answers<'quarantine', Caller> = async ({ store, sources }, { sealed }, { device }) =>
  store.inOrder(async (s) => {
    const kept = await s.quarantine(device.id, sealed, instant(sources));
    const detail = { kept, bytes: sealed.length };
    await s.audit({ kind: 'quarantine', person: device.person, device: device.id, subject: null, detail });
    return ok({ kept });
  });

export const syncing = { greet, push, void: voidNumbers, pull, digests, set, offer, quarantine };
