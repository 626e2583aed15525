import type { Command } from '#commands/command.ts';
import { ok } from '#shared/result.ts';
import { people as everybody } from '../office/people.ts';
import { table, withHub } from './store.ts';

export const people: Command = {
  name: 'people',
  words: [],
  summary: 'Who belongs to the office, with their roles, and who is invited',
  options: {},
  run(given, terminal) {
    return withHub(given, terminal, async (office) => {
      const { people: all } = await everybody(office);
      if (terminal.json) await terminal.out(`${JSON.stringify(all, null, 2)}\n`);
      else
        await terminal.out(
          table(
            all.map(({ name, roles, invited }) => [
              name,
              roles.join(', '),
              invited ? `invited until ${invited.slice(0, 10)}` : '',
            ]),
          ),
        );
      return ok(0);
    });
  },
};
