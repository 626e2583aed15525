import { readKeys } from '#db/folder.ts';
import { type DataKey, officeWayIn } from '#db/keys.ts';
import { changeOfficeCode } from '#db/rewrap.ts';
import { sealTo } from '#db/sealed.ts';
import type { Sources } from '#shared/ids.ts';
import type { SyncStore } from './port.ts';

/**
 * Sees to it that the office holds a code that opens this store: where the one it has was used, or belongs to keys
 * that are not here any more, a new one is made, and goes to the office with the next greeting.
 */
export const renewOfficeCode = async (
  store: SyncStore,
  directory: string,
  key: DataKey,
  sources: Sources,
): Promise<void> => {
  const member = await store.membership();
  const keys = readKeys(directory);
  if (!member || !keys.ok) return;
  const stands = officeWayIn(keys.value);
  if (stands !== undefined && stands === member.wayIn) return;
  const changed = await changeOfficeCode(directory, key, sources);
  // A disk that is full today is tried again at the next start.
  if (!changed.ok) return;
  const { code, wayIn } = changed.value;
  await store.remember({ wayIn, unlock: sealTo(member.hubKey, Buffer.from(code)) });
  await store.log({ at: new Date(sources.now()).toISOString(), kind: 'unlockRenewed', detail: {} });
};
