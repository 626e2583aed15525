import { gzipSync } from 'node:zlib';
import { sealTo } from '#db/sealed.ts';
import type { Unsent } from '#db/sync/rest.ts';
import { derivedId, instant } from '#shared/ids.ts';
import { type Answer, type Change, recordKey } from '#shared/sync/accept.ts';
import type { HubWrite } from '../port.ts';
import type { Caller, Work } from './work.ts';

/**
 * What somebody sent who has left meanwhile is refused, and told them; it lies in quarantine besides, where a coordinator
 * finds it and brings it in as its author's work. There it goes by other ids: those it came by have their answer.
 */
export const parkOfThoseWhoLeft = async (
  { sources }: Pick<Work, 'sources'>,
  s: HubWrite,
  changes: readonly Change[],
  answers: readonly { id: string; answer: Answer }[],
  { device, person }: Caller,
): Promise<void> => {
  const ids = new Set(
    answers.flatMap(({ id, answer }) =>
      answer.kind === 'refused' && answer.reason === 'hasLeft' ? [id] : [],
    ),
  );
  if (ids.size === 0) return;
  const { office, publicKey } = await s.identity();
  const parked = (id: string) => (ids.has(id) ? derivedId(office, 'parked', id) : id);
  const sealed = changes
    .filter(({ id }) => ids.has(id))
    .map((one) => ({ ...one, id: parked(one.id), after: one.after && parked(one.after) }));
  for (const own of Map.groupBy(sealed, ({ type, record }) => recordKey(type, record)).values()) {
    const [{ type, record }] = own as [Change];
    const left: Unsent = {
      kind: 'icv-desk-unsent',
      office,
      person: person.id,
      device: device.id,
      sealed: own,
      open: [],
    };
    const data = sealTo(publicKey, gzipSync(JSON.stringify(left)));
    await s.quarantine(device.id, data, instant(sources), { type, record });
  }
};
