import { commonOptions, type Program } from '#commands/command.ts';
import { backup } from './backup.ts';
import { check } from './check.ts';
import { importing } from './import.ts';
import { init } from './init.ts';
import { restore } from './restore.ts';
import { returning } from './return.ts';
import { serve } from './serve.ts';
import { status } from './status.ts';

export const program: Program = {
  title: 'ICV Desk on the command line',
  call: 'npm run -s desk --',
  commands: [init, importing, returning, serve, status, check, backup, restore],
  later: ['join', 'sync', 'rescue', 'deadline'],
  options: {
    ...commonOptions,
    person: { type: 'string', hint: 'NAME', help: 'whose store, where several people have one there' },
  },
};
