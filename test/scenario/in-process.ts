import { PassThrough, Writable } from 'node:stream';
import type { Program } from '#commands/command.ts';
import { carryOut, runOn } from '#commands/run.ts';
import { program as deskProgram } from '#desk/commands/all.ts';
import { program as hubProgram } from '#hub/commands/all.ts';
import { type Ended, passphrase } from './desk-process.ts';

/** A command with the words, streams and exit code that a process has, in this one: what costs is to start another. */
const commandOf =
  (program: Program, own: NodeJS.ProcessEnv) =>
  async (args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> => {
    const said = { out: '', err: '' };
    const into = (name: keyof typeof said) =>
      new Writable({
        decodeStrings: false,
        write: (piece, _encoding, done) => {
          said[name] += piece;
          done();
        },
      });
    // Nobody is at the terminal, as beside a process.
    const streams = { stdin: new PassThrough().end(), stdout: into('out'), stderr: into('err') };
    const wholeEnv = { ...process.env, ...own, ICV_PASSPHRASE: passphrase, ...env };
    const code = await runOn(streams, wholeEnv, args, (argv, terminal) => carryOut(program, argv, terminal));
    return { code, ...said };
  };

/** One command of the desk from start to end. */
export const desk = commandOf(deskProgram, { DISPLAY: '', WAYLAND_DISPLAY: '' });

/** One command of the hub from start to end. */
export const hub = commandOf(hubProgram, { DATABASE_URL: '' });
