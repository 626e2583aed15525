import { resolve } from 'node:path';
import type { Command } from '#commands/command.ts';
import { count } from '#commands/terminal.ts';
import { ok } from '#shared/result.ts';
import { call, withStore } from './store.ts';

export const backup: Command = {
  name: 'backup',
  words: ['FILE'],
  summary: 'Write an encrypted copy of the store to a file',
  options: {},
  run(given, terminal) {
    return withStore(given, terminal, async (desk) => {
      const done = await call(desk, 'store.backUp', { path: resolve(given.words[0] ?? '') });
      if (!done.ok) return done;
      const { path, bytes } = done.value;
      if (terminal.json) await terminal.out(`${JSON.stringify({ path, bytes })}\n`);
      else await terminal.out(`${path}\n`);
      terminal.note(`${count(bytes)} bytes, encrypted: the passphrase of today opens it.`);
      return ok(0);
    });
  },
};
