import { newId } from '#shared/ids.ts';
import { ok } from '#shared/result.ts';
import { protocol, type Reply } from '#shared/sync/wire.ts';
import { withAgreed } from './heads.ts';
import { newDeviceKey, publicKeyOf } from './proof.ts';
import { failed, type Run, refusalIn, type Step } from './run.ts';

/** Whether the hub is the one this store belongs to, and speaks a language that this version knows. */
const meet = async (run: Run): Promise<Step<Reply<'hello'>>> => {
  const met = await run.ask('hello', {});
  if (!met.ok) return met;
  const { office, key, oldest, newest, now } = met.value;
  if (office !== run.member.office || key !== run.member.hubKey)
    return failed({ tag: 'refused', refused: 'foreignOffice' });
  if (oldest > protocol.newest || newest < protocol.oldest)
    return failed({ tag: 'refused', refused: 'tooOld' });
  run.clockAhead = run.sources.now() - Date.parse(now);
  run.reached(run.clockAhead);
  return met;
};

const reachedNow = (run: Run) => ({ reachedAt: run.atOffice(), clockAhead: run.clockAhead });

/** The first time a store that was made from a file reaches the hub. The same device may ask twice: answers get lost. */
const registerHere = async (run: Run): Promise<Step<null>> => {
  const { code, device, name, key, unlock, person } = run.member;
  if (code === null) return ok(null);
  const joined = await run.ask('join', {
    code,
    device,
    name,
    key: publicKeyOf(key),
    person,
    ...(unlock !== null && { unlock }),
  });
  if (!joined.ok) return joined;
  if (joined.value.office !== run.member.office || joined.value.person !== run.member.person)
    return failed({ tag: 'refused', refused: 'foreignOffice' });
  await run.remember({ token: joined.value.token, code: null, unlock: null, ...reachedNow(run) });
  await run.log('joined');
  return ok(null);
};

type Former = { device: string; key: string };

/**
 * This file is a copy, or was put back from an image: it goes on as a new device of the same person before anything
 * is sent, so that no number is used twice. Unanswered changes keep their ids.
 */
const reincarnate = async (run: Run, from: Former): Promise<Step<null>> => {
  const device = newId(run.sources);
  const { key, publicKey } = newDeviceKey(run.sources);
  const reborn = await run.ask('reincarnate', { device, key: publicKey }, from);
  if (!reborn.ok) return reborn;
  const { token } = reborn.value;
  await run.store.reincarnate(device, key, token);
  run.member = { ...run.member, device, key, token };
  await run.log('incarnated');
  return ok(null);
};

/**
 * A hub put back from its backup has never heard of an incarnation that began since: this store goes on from the newest
 * device it was that the hub knows. Undefined where there is none.
 */
const reincarnateFormer = async (run: Run): Promise<Step<null> | undefined> => {
  for (const former of (run.member.formers ?? []).toReversed()) {
    const reborn = await reincarnate(run, former);
    if (refusalIn(reborn) !== 'notJoined') return reborn;
  }
  return undefined;
};

const sayWhereWeStand = async (run: Run, newest: number): Promise<Step<Reply<'greet'>>> => {
  const { office, head, heads = [], audit, unlock } = run.member;
  const greeted = await run.ask('greet', {
    protocol: Math.min(newest, protocol.newest),
    product: run.product,
    types: [...run.types],
    office,
    head,
    heads: [...heads],
    number: await run.store.number(),
    audit,
    now: run.at(),
    ...(unlock !== null && { unlock }),
  });
  if (!greeted.ok) return greeted;
  const { token, audit: witnessed, types, behind } = greeted.value;
  const agreed = head !== null && !behind && { heads: withAgreed(heads, head) };
  // Before it is used: a token that was used and forgotten would make this store a stranger.
  await run.remember({ token, audit: witnessed, types, unlock: null, ...reachedNow(run), ...agreed });
  return greeted;
};

/** Begins a sync: who answers, who asks, and where both stand. */
export const greet = async (run: Run): Promise<Step<Reply<'greet'>>> => {
  const met = await meet(run);
  if (!met.ok) return met;
  const registered = await registerHere(run);
  if (!registered.ok) return registered;
  const greeted = await sayWhereWeStand(run, met.value.newest);
  const stale = refusalIn(greeted) === 'staleToken';
  // The hub has seen numbers that this file never gave: it is older than the laptop that gave them.
  const reused = greeted.ok && greeted.value.number > (await run.store.number());
  const reborn =
    stale || reused
      ? await reincarnate(run, run.member)
      : refusalIn(greeted) === 'notJoined'
        ? await reincarnateFormer(run)
        : undefined;
  if (!reborn) return greeted;
  return reborn.ok ? sayWhereWeStand(run, met.value.newest) : reborn;
};
