import type { Command } from '#commands/command.ts';
import { ok } from '#shared/result.ts';
import { call, withStore } from './store.ts';

export const check: Command = {
  name: 'check',
  words: [],
  summary: 'Read the whole store and say whether it is sound',
  options: {},
  run(given, terminal) {
    return withStore(given, terminal, async (desk) => {
      const checked = await call(desk, 'store.check', {});
      if (!checked.ok) return checked;
      const { ok: sound, findings } = checked.value;
      if (terminal.json) await terminal.out(`${JSON.stringify({ ok: sound, findings }, null, 2)}\n`);
      else await terminal.out(sound ? 'The store is sound.\n' : `${findings.join('\n')}\n`);
      if (!sound)
        terminal.note(
          'The store is not sound. Restore the newest backup with "desk restore", and keep this folder.',
        );
      return ok(sound ? 0 : 1);
    });
  },
};
