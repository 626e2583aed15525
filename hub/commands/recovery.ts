import { type Command, wrong } from '#commands/command.ts';
import { ok } from '#shared/result.ts';
import { laptopName } from '#shared/sync/laptop-name.ts';
import { people } from '../office/people.ts';
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
      const { devices, recovering } = await people(office);
      const awaited = devices.filter((device) => recovering && device.awaited);
      const done = await closeRecovery(office, null);
      if (!done.ok) return said(done.error, 'recovery');
      await terminal.out(
        terminal.json ? `${JSON.stringify({ recovering: false })}\n` : 'Recovery is closed.\n',
      );
      for (const device of awaited)
        terminal.note(
          `Not through with the recovery: ${device.personName}: ${laptopName(device)}. What was written on it still comes.`,
        );
      return ok(0);
    });
  },
};
