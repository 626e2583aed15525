import type { Command } from '#commands/command.ts';
import { ok } from '#shared/result.ts';
import { people } from '../office/people.ts';
import { table, withHub } from './store.ts';

export const devices: Command = {
  name: 'devices',
  words: [],
  summary: 'Every laptop that joined: whose it is, when it was last seen, and whether it was revoked',
  options: {},
  run(given, terminal) {
    return withHub(given, terminal, async (office) => {
      const { people: persons, devices: all } = await people(office);
      const roles = new Map(persons.map((person) => [person.id, person.roles.join(', ')]));
      const rows = all.map(({ id, person, personName, name, joined, lastSeen, revoked }) => ({
        id,
        person: personName,
        device: name,
        role: roles.get(person) ?? '',
        joined,
        lastSeen,
        revoked,
      }));
      if (terminal.json) await terminal.out(`${JSON.stringify(rows, null, 2)}\n`);
      else
        await terminal.out(
          table(
            rows.map(({ id, person, device, role, lastSeen, revoked }) => [
              id,
              person,
              device,
              role,
              lastSeen ? `seen ${lastSeen}` : 'not seen yet',
              revoked ? `revoked ${revoked}` : '',
            ]),
          ),
        );
      return ok(0);
    });
  },
};
