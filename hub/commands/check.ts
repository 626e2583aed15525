import type { Command } from '#commands/command.ts';
import { ok } from '#shared/result.ts';
import { withHub } from './store.ts';

export const check: Command = {
  name: 'check',
  words: [],
  summary: 'Read the whole store, its receipts and its audit, and say whether they are sound',
  options: {},
  run(given, terminal) {
    return withHub(given, terminal, async ({ store }) => {
      const findings = await store.check();
      const sound = findings.length === 0;
      if (terminal.json) await terminal.out(`${JSON.stringify({ ok: sound, findings }, null, 2)}\n`);
      else await terminal.out(sound ? 'The store is sound.\n' : `${findings.join('\n')}\n`);
      if (!sound)
        terminal.note(
          'The store is not sound. Where nothing else is said above, restore the newest backup with "hub restore", and keep this folder.',
        );
      return ok(sound ? 0 : 1);
    });
  },
};
