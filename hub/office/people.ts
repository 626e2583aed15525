import type { Person } from '#shared/records/person.ts';
import type { Reply } from '#shared/sync/wire.ts';
import { linesOf } from '../lines.ts';
import type { HubRead } from '../port.ts';
import type { Office } from './office.ts';

/** Everybody the office knows, their laptops, and whether the hub takes back what it lost. */
export const people = ({ store }: Office): Promise<Reply<'people'>> =>
  store.read(async (s) => {
    const persons = (await s.documents('person')) as Person[];
    const names = new Map(persons.map(({ id, name }) => [id, name]));
    const open = new Map((await s.openInvitations()).map(({ person, expires }) => [person, expires]));
    return {
      people: persons
        .map(({ id, name, roles }) => ({ id, name, roles, invited: open.get(id) ?? null }))
        .sort((a, b) => a.name.localeCompare(b.name)),
      devices: await devicesOf(s, names),
      recovering: (await s.identity()).recovering,
      unsealed: (await s.saidPurged()).length,
    };
  });

/** One entry for each laptop, whatever devices it has been. */
const devicesOf = async (
  s: HubRead,
  names: ReadonlyMap<string, string>,
): Promise<Reply<'people'>['devices']> => {
  const { epoch } = await s.identity();
  const devices: Reply<'people'>['devices'] = [];
  for (const { all, used, first, current } of linesOf(await s.devices())) {
    const { id, person, name, joined, product, unlock } = current;
    const gaps = await Promise.all(all.map(async (one) => ({ one, ...(await s.gaps(one.id)) })));
    const isRevoked = used.every(({ revoked }) => revoked !== null);
    devices.push({
      id,
      person,
      personName: names.get(person) ?? '',
      name,
      joined: first.joined,
      lastSeen: latest(all.map(({ lastSeen }) => lastSeen)),
      revoked: isRevoked ? current.revoked : null,
      missing: gaps.reduce((sum, { one, missing }) => sum + (one.wentOn === null ? missing.length : 0), 0),
      held: gaps.reduce((sum, { held }) => sum + held, 0),
      unlock: unlock !== null,
      product,
      wentOn: current.id === first.id ? null : joined,
      copies: used.length - 1,
      revokedBefore: isRevoked ? null : latest(all.map(({ revoked }) => revoked)),
      awaited: used.some(({ revoked, through }) => revoked === null && through < epoch),
    });
  }
  return devices.sort((a, b) => a.joined.localeCompare(b.joined));
};

const latest = (moments: readonly (string | null)[]): string | null =>
  moments.reduce((last, one) => (one !== null && (last === null || one > last) ? one : last), null);
