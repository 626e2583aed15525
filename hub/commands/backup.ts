import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from '#commands/command.ts';
import { count } from '#commands/terminal.ts';
import { ok } from '#shared/result.ts';
import { withHub } from './store.ts';

export const backup: Command = {
  name: 'backup',
  words: ['FILE'],
  summary: "Write an encrypted copy of the office's store to a file",
  options: {},
  run(given, terminal) {
    return withHub(given, terminal, async ({ store }) => {
      const path = resolve(given.words[0] ?? '');
      const done = await store.backUp(path);
      if (!done.ok) return done;
      const bytes = statSync(path).size;
      await terminal.out(terminal.json ? `${JSON.stringify({ path, bytes })}\n` : `${path}\n`);
      terminal.note(`${count(bytes)} bytes, encrypted: the passphrase of today opens it.`);
      return ok(0);
    });
  },
};
