import { instant } from '#shared/ids.ts';
import type { Person } from '#shared/records/person.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { laptopName } from '#shared/sync/laptop-name.ts';
import type { Message, RefusalTag, Reply } from '#shared/sync/wire.ts';
import type { Device, HubRead, HubStore, HubWrite } from '../port.ts';
import { goesAlong, type Named } from './goes-along.ts';
import { type By, doneBy, type Office } from './office.ts';

/** What a purge did: where the record may still lie, and what was destroyed with it, or kept it from being destroyed. */
export type Certificate = Reply<'purge'> & {
  destroyed?: string[];
  /** What follows from it and is still open: nothing was destroyed. */
  open?: Named[];
};

/**
 * Destroys a record wherever the hub has it, with what says its words elsewhere, and says where they still lie: until the
 * next sync there, or for as long as people leave them. Nothing is destroyed while something that follows from it is open.
 */
export const purge = async (
  { store, sources }: Office,
  by: By,
  { type, id, reason }: Message<'purge'>,
): Promise<Result<Certificate, RefusalTag>> => {
  const done = await store.inOrder(async (s) => {
    if (!(await s.document(type, id))) return undefined;
    const { open, goes, stays } = await goesAlong(s, type, id);
    if (open.length > 0) return { outstanding: [], open };
    await destroy(s, by, [{ type, id }, ...goes], reason, instant(sources));
    // Who has not come past the last of them may hold any of them.
    const last = goes.at(-1) ?? { type, id };
    const behind = await s.outstanding(last.type, last.id);
    const devices = await Promise.all(behind.map((device) => named(s, device)));
    return {
      outstanding: [...stays.map(({ name }) => name), ...devices],
      destroyed: goes.map(({ name }) => name),
    };
  });
  if (!done) return fail('notFound');
  if ('open' in done) return ok(done);
  return ok({ ...done, outstanding: [...done.outstanding, ...(await backups(store))] });
};

/** Destroys records in a transaction that has looked at what goes with them, and writes down that it did. */
export const destroy = async (
  s: HubWrite,
  by: By,
  all: readonly Pick<Named, 'type' | 'id'>[],
  reason: string,
  at: string,
): Promise<void> => {
  for (const { type, id } of all) {
    await s.audit({ kind: 'purge', ...doneBy(by), subject: { type, id }, detail: { type, reason } });
    await s.purge(type, id, at);
  }
};

/** What a laptop is called, and by whom it is used. */
export const named = async (s: HubRead, device: Device): Promise<string> => {
  const owner = (await s.document('person', device.person)) as Person | undefined;
  return owner ? `${owner.name}: ${laptopName(device)}` : laptopName(device);
};

/** Every backup that was made has it for as long as it is kept. Nobody waits while the whole audit is gone through. */
export const backups = async (store: HubStore): Promise<string[]> => {
  const made: string[] = [];
  for (let after = 0; ; ) {
    const from = after;
    const entries = await store.read((s) => s.auditTrail(from, 1_000));
    made.push(...entries.filter(({ kind }) => kind === 'backup').map(({ at }) => `Backup of ${at}`));
    const last = entries.at(-1);
    if (!last) return made;
    after = last.seq;
  }
};

/** Ends taking back what a restored hub had lost: references are given again. */
export const closeRecovery = (
  { store }: Office,
  by: By,
): Promise<Result<Reply<'closeRecovery'>, RefusalTag>> =>
  store.inOrder(async (s) => {
    if (!(await s.identity()).recovering) return ok({});
    await s.closeRecovery();
    await s.audit({ kind: 'closeRecovery', ...doneBy(by), subject: null, detail: {} });
    return ok({});
  });
