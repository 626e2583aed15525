import type { Command } from '#commands/command.ts';
import { ok } from '#shared/result.ts';
import { revoke as revokeDevice } from '../office/devices.ts';
import { idOf, said, withHub } from './store.ts';

export const revoke: Command = {
  name: 'revoke',
  words: ['DEVICE'],
  summary: "End a laptop's access: its next request is refused",
  options: { reason: { type: 'string', hint: 'WORDS', help: 'why, for the audit' } },
  run(given, terminal) {
    const device = idOf(given.words[0], 'device', 'devices');
    if (!device.ok) return Promise.resolve(device);
    return withHub(given, terminal, async (office) => {
      const done = await revokeDevice(office, null, {
        device: device.value,
        reason: given.text('reason') ?? '',
      });
      if (!done.ok) return said(done.error, 'device');
      await terminal.out(terminal.json ? `${JSON.stringify({ revoked: device.value })}\n` : 'Revoked.\n');
      terminal.note(
        'What it has not sent goes to quarantine at its next sync. Switched off, it is protected by its encryption alone.',
      );
      return ok(0);
    });
  },
};
