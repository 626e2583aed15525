import { sources } from '#desk/machine.ts';
import { newDeviceKey, publicKeyOf } from '#desk/sync/proof.ts';
import type { HubStore } from '#hub/port.ts';
import { hashOf, newToken } from '#hub/secrets.ts';
import { instant, newId } from '#shared/ids.ts';
import type { Change } from '#shared/sync/accept.ts';
import { limits } from '#shared/sync/wire.ts';

export type SchemeWish = { devices: number; perPanel: number; toReceive: number };
/** A laptop as a storm has it: no store, only what it needs to speak to the hub. */
export type StormDevice = { id: string; person: string; key: string; token: string };

/**
 * Panels of visitors with a laptop each, and in every panel so many records that none of them has seen. Written into
 * the hub's store as joining would have left it.
 */
export const addScheme = async (
  store: HubStore,
  { devices, perPanel, toReceive }: SchemeWish,
): Promise<StormDevice[]> => {
  const made: StormDevice[] = [];
  const office = newId(sources);
  await store.inOrder(async (s) => {
    await s.make(null, 'person', { id: office, name: 'Coordinator', roles: ['coordinator'] } as never);
    await addDevice(s, office, office);
  });
  const records: { type: 'panel' | 'person' | 'suite'; document: { id: string } }[] = [];
  for (let first = 0; first < devices; first += perPanel) {
    const panel = newId(sources);
    const people = Array.from({ length: Math.min(perPanel, devices - first) }, () => newId(sources));
    records.push({ type: 'panel', document: named(panel, `Panel ${first / perPanel + 1}`) });
    for (const id of people) {
      const more = { roles: ['visitor'], panel, volunteer: { status: 'accredited' } };
      records.push({ type: 'person', document: { ...named(id, `Visitor ${made.length + 1}`), ...more } });
      made.push({ id: newId(sources), person: id, token: newToken(sources), ...newDeviceKey(sources) });
    }
    for (let i = 0; i < toReceive - people.length - 1; i++)
      records.push({
        type: 'suite',
        document: { ...named(newId(sources), `Suite ${i}`), panel, statuses: [], targets: [] } as never,
      });
  }
  for (let from = 0; from < records.length; from += limits.changes)
    await store.inOrder(async (s) => {
      const changes = records.slice(from, from + limits.changes).map(
        ({ type, document }, i): Change => ({
          id: newId(sources),
          device: office,
          number: from + i + 1,
          type,
          record: document.id,
          after: null,
          by: office,
          saw: null,
          at: instant(sources),
          patch: [{ path: [], now: document as never }],
        }),
      );
      for (const { answer } of await s.accept({ device: office, person: office }, changes))
        if (answer.kind !== 'accepted') throw new Error(`the scheme was answered ${JSON.stringify(answer)}`);
    });
  await store.inOrder(async (s) => {
    for (const { id, person, token, key } of made) await addDevice(s, id, person, token, key);
  });
  return made;
};

const named = (id: string, name: string) => ({ id, name });

const addDevice = (
  s: Parameters<Parameters<HubStore['inOrder']>[0]>[0],
  id: string,
  person: string,
  token = newToken(sources),
  key = newDeviceKey(sources).key,
) =>
  s.addDevice({
    ...{ id, person, name: 'Laptop', key: publicKeyOf(key), token: hashOf(token), joined: instant(sources) },
    ...{ next: null, lastSeen: null, revoked: null, product: null, number: 0, unlock: null, witnessed: null },
    seen: 0,
  });
