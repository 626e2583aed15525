import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, type Given, wrong } from '#commands/command.ts';
import { unknownWord } from '#commands/words.ts';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Role, role as roleSchema, roles } from '#shared/roles.ts';
import { inviteByName } from '../office/by-name.ts';
import { idOf, isHere, said, withHub } from './store.ts';

const ofPanels: readonly Role[] = ['visitor', 'panel-coordinator'];

export const invite: Command = {
  name: 'invite',
  words: [],
  summary:
    'Invite somebody: a code for their first laptop, or for another one, and a file for where no network is',
  options: {
    name: { type: 'string', hint: 'NAME', help: 'who is invited (needed)' },
    role: { type: 'string', hint: 'R', help: `one of: ${roles.join(', ')} (needed)` },
    panel: { type: 'string', hint: 'P', help: 'the panel of a visitor or a panel coordinator' },
    id: {
      type: 'string',
      hint: 'ID',
      help: 'of somebody whom a hub put back from a backup has lost: as their laptop shows it',
    },
    out: { type: 'string', hint: 'FILE', help: 'write the invitation file here' },
    url: { type: 'string', hint: 'URL', help: 'the address laptops reach the hub at, from now on' },
  },
  async run(given, terminal) {
    const asked = askedFor(given);
    if (!asked.ok) return asked;
    const out = given.text('out');
    return withHub(given, terminal, async (office) => {
      const url = given.text('url');
      if (url !== undefined) {
        if (!URL.canParse(url))
          return wrong(`"${url}" is not an address. Write it like https://hub.example.uk/.`);
        await office.store.inOrder((s) => s.saveUrl(url));
      }
      const done = await inviteByName(office, asked.value);
      if (!done.ok)
        return done.error.tag === 'refused' ? said(done.error.refused, 'person') : wrong(done.error.text);
      const { person, code, expires, file, panelMade } = done.value;
      if (panelMade) terminal.note(`The panel "${asked.value.panel}" was not there yet, so it was made.`);
      if (out !== undefined) {
        const path = resolve(out);
        const problem = await writeNew(path, file);
        if (problem) return fail(problem);
      }
      const { hub } = JSON.parse(file) as { hub: string };
      await terminal.out(
        terminal.json
          ? `${JSON.stringify({ person, name: asked.value.name, code, expires, hub, ...(out && { file: resolve(out) }) })}\n`
          : `${code}\n`,
      );
      terminal.note(
        `For ${asked.value.name}, once, until ${expires.slice(0, 10)}, at ${hub}. Hand it over so that nobody else reads it.`,
      );
      if (isHere(new URL(hub).hostname))
        terminal.note(
          'No other computer reaches that address. Say the one of the hub with --url, and invite them again.',
        );
      if (ofPanels.includes(asked.value.role) && asked.value.panel === undefined)
        terminal.note(
          'Without a panel they see the suites of none. A coordinator can give them one at their desk.',
        );
      return ok(0);
    });
  },
};

type Asked = { name: string; role: Role; panel: string | undefined; id: string | undefined };

const askedFor = (given: Given): Result<Asked, Failure> => {
  const name = given.text('name')?.trim();
  if (!name || name.length > 200) return wrong('Say who is invited with --name.');
  const typed = given.text('role');
  if (typed === undefined) return wrong(`Say as what with --role: ${roles.join(', ')}.`);
  const role = roleSchema.safeParse(typed);
  if (!role.success) return unknownWord('role', typed, roles);
  const shown = given.text('id');
  const id = shown === undefined ? ok(undefined) : idOf(shown, 'person');
  return id.ok ? ok({ name, role: role.data, panel: given.text('panel'), id: id.value }) : id;
};

/** Only its owner may read it: whoever has it first is the person invited. */
const writeNew = async (path: string, text: string): Promise<Failure | undefined> => {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600 });
    return undefined;
  } catch (error) {
    return { tag: (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'fileExists' : 'cannotWrite', path };
  }
};
