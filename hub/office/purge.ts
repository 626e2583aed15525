import { instant } from '#shared/ids.ts';
import type { Person } from '#shared/records/person.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { laptopName } from '#shared/sync/laptop-name.ts';
import type { Message, RefusalTag, Reply } from '#shared/sync/wire.ts';
import type { Device, HubRead, HubStore } from '../port.ts';
import { type By, doneBy, type Office } from './office.ts';

/** Destroys a record wherever the hub has it, and says where else it still lies until the next sync there. */
export const purge = async (
  { store, sources }: Office,
  by: By,
  { type, id, reason }: Message<'purge'>,
): Promise<Result<Reply<'purge'>, RefusalTag>> => {
  const devices = await store.inOrder(async (s) => {
    if (!(await s.document(type, id))) return undefined;
    await s.audit({ kind: 'purge', ...doneBy(by), subject: { type, id }, detail: { type, reason } });
    await s.purge(type, id, instant(sources));
    return Promise.all((await s.outstanding(type, id)).map((device) => named(s, device)));
  });
  return devices ? ok({ outstanding: [...devices, ...(await backups(store))] }) : fail('notFound');
};

const named = async (s: HubRead, device: Device): Promise<string> => {
  const owner = (await s.document('person', device.person)) as Person | undefined;
  return owner ? `${owner.name}: ${laptopName(device)}` : laptopName(device);
};

/** Every backup that was made has it for as long as it is kept. Nobody waits while the whole audit is gone through. */
const backups = async (store: HubStore): Promise<string[]> => {
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
