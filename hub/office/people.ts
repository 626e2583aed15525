import type { Person } from '#shared/records/person.ts';
import type { Reply } from '#shared/sync/wire.ts';
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
    };
  });

const devicesOf = async (
  s: HubRead,
  names: ReadonlyMap<string, string>,
): Promise<Reply<'people'>['devices']> => {
  const devices: Reply<'people'>['devices'] = [];
  for (const { id, person, name, joined, lastSeen, revoked, product, unlock } of await s.devices()) {
    const { missing, held } = await s.gaps(id);
    devices.push({
      id,
      person,
      personName: names.get(person) ?? '',
      name,
      joined,
      lastSeen,
      revoked,
      missing: missing.length,
      held,
      unlock: unlock !== null,
      product,
    });
  }
  return devices.sort((a, b) => a.joined.localeCompare(b.joined));
};
