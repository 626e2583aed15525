import type { Command } from '#commands/command.ts';
import { ok } from '#shared/result.ts';
import { laptopCode, laptopName } from '#shared/sync/laptop-name.ts';
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
      const rows = all.map(({ id, person, personName, name, joined, lastSeen, revoked, ...line }) => ({
        id,
        person: personName,
        device: name,
        role: roles.get(person) ?? '',
        joined,
        lastSeen,
        revoked,
        code: laptopCode(id),
        wentOn: line.wentOn,
        copies: line.copies,
        revokedBefore: line.revokedBefore,
      }));
      if (terminal.json) await terminal.out(`${JSON.stringify(rows, null, 2)}\n`);
      else
        await terminal.out(
          table(
            rows.map(({ id, person, device, role, lastSeen, revoked, ...line }) => [
              id,
              person,
              laptopName({ id, name: device }),
              role,
              lastSeen ? `seen ${lastSeen}` : 'not seen yet',
              revoked ? `revoked ${revoked}` : '',
              [
                ...(line.wentOn ? [`went on as another device on ${line.wentOn.slice(0, 10)}`] : []),
                ...(line.copies > 0 ? ['copied: in use on more than one computer'] : []),
                ...(line.revokedBefore
                  ? [`what it was before was revoked ${line.revokedBefore}, and this was not`]
                  : []),
              ].join('; '),
            ]),
          ),
        );
      return ok(0);
    });
  },
};
