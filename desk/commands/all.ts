import { backup } from './backup.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { importing } from './import.ts';
import { init } from './init.ts';
import { restore } from './restore.ts';
import { returning } from './return.ts';
import { serve } from './serve.ts';
import { status } from './status.ts';

/** Every command there is, in the order of help. */
export const commands: readonly Command[] = [
  init,
  importing,
  returning,
  serve,
  status,
  check,
  backup,
  restore,
];

/** Words that are promised and belong to later work. */
export const laterCommands: readonly string[] = ['join', 'sync', 'rescue', 'deadline'];
