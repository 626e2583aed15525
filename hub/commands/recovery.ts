import { type Command, wrong } from '#commands/command.ts';
import { ok } from '#shared/result.ts';
import { closeRecovery } from '../office/purge.ts';
import { said, withHub } from './store.ts';

export const recovery: Command = {
  name: 'recovery',
  words: ['close'],
  summary: 'After a restore, once all laptops have synced: give references again',
  options: {},
  run(given, terminal) {
    if (given.words[0] !== 'close')
      return Promise.resolve(wrong(`"recovery" takes "close", not "${given.words[0]}".`));
    return withHub(given, terminal, async (office) => {
      const done = await closeRecovery(office, null);
      if (!done.ok) return said(done.error, 'recovery');
      await terminal.out(
        terminal.json ? `${JSON.stringify({ recovering: false })}\n` : 'Recovery is closed.\n',
      );
      return ok(0);
    });
  },
};
