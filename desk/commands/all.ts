import { commonOptions, type Program } from '#commands/command.ts';
import { backup } from './backup.ts';
import { check } from './check.ts';
import { concerns } from './concerns.ts';
import { deadlines } from './deadline.ts';
import { importing } from './import.ts';
import { init } from './init.ts';
import { join } from './join.ts';
import { rescue } from './rescue.ts';
import { restore } from './restore.ts';
import { returning } from './return.ts';
import { namedReturns } from './returns.ts';
import { serve } from './serve.ts';
import { status } from './status.ts';
import { sync } from './sync.ts';

export const program: Program = {
  title: 'ICV Desk on the command line',
  call: 'npm run -s desk --',
  commands: [
    init,
    join,
    importing,
    returning,
    namedReturns,
    concerns,
    deadlines,
    serve,
    sync,
    status,
    check,
    backup,
    restore,
    rescue,
  ],
  options: {
    ...commonOptions,
    person: { type: 'string', hint: 'NAME', help: 'whose store, where several people have one there' },
  },
};
