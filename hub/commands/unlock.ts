import type { Command } from '#commands/command.ts';
import { ok } from '#shared/result.ts';
import { unlock as unlockDevice } from '../office/devices.ts';
import { idOf, said, withHub } from './store.ts';

export const unlock: Command = {
  name: 'unlock',
  words: ['DEVICE'],
  summary: 'The code that opens a laptop whose passphrase was forgotten, to be read out',
  options: {},
  run(given, terminal) {
    const device = idOf(given.words[0], 'device', 'devices');
    if (!device.ok) return Promise.resolve(device);
    return withHub(given, terminal, async (office) => {
      const done = await unlockDevice(office, null, { device: device.value });
      if (!done.ok) return said(done.error, 'way into that laptop');
      await terminal.out(`${terminal.json ? JSON.stringify(done.value) : done.value.code}\n`);
      terminal.note('Read it out only to somebody you know. That you have seen it is in the audit.');
      return ok(0);
    });
  },
};
