import { commonOptions, type Program } from '#commands/command.ts';
import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { check } from './check.ts';
import { devices } from './devices.ts';
import { init } from './init.ts';
import { invite } from './invite.ts';
import { people } from './people.ts';
import { purge } from './purge.ts';
import { quarantine } from './quarantine.ts';
import { recovery } from './recovery.ts';
import { restore } from './restore.ts';
import { revoke } from './revoke.ts';
import { serve } from './serve.ts';
import { unlock } from './unlock.ts';

export const program: Program = {
  title: "The office's hub of ICV Desk on the command line",
  call: 'npm run -s hub --',
  commands: [
    init,
    serve,
    invite,
    people,
    devices,
    revoke,
    quarantine,
    unlock,
    audit,
    check,
    backup,
    restore,
    recovery,
    purge,
  ],
  options: commonOptions,
};
