import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command, Outcome } from '#commands/command.ts';
import type { Terminal } from '#commands/terminal.ts';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Desk } from '../desk.ts';
import { call, withStore } from './store.ts';
import { syncLines, wentWell } from './sync-words.ts';

const steps = {
  greeting: 'Greeting the office',
  sending: 'Sending',
  receiving: 'Receiving',
  checking: 'Comparing with the office',
  repairing: 'Putting right',
  offering: 'Giving the office back what it lost',
} as const;

/** Shows how far a sync has come while `work` goes on. */
export const showingSync = async <T>(desk: Desk, terminal: Terminal, work: () => Promise<T>): Promise<T> => {
  const stop = desk.listen(async (event) => {
    if (event.kind !== 'sync') return;
    const status = await call(desk, 'sync.status', {});
    if (!status.ok || !status.value.now) return;
    const { step, done, of } = status.value.now;
    terminal.progress(`${steps[step]} ${of === null ? done || '' : `${done} of ${of}`}`.trim());
  });
  try {
    return await work();
  } finally {
    stop();
  }
};

/** What a store is after the office ended its access: locked, and nothing in it. */
const endedOr = async (desk: Desk, otherwise: Outcome): Promise<Outcome> => {
  const stores = await call(desk, 'store.status', {});
  const [ended] = stores.ok ? (stores.value.ended ?? []) : [];
  return ended ? fail({ tag: 'accessEnded', kept: ended.kept }) : otherwise;
};

export const sync: Command = {
  name: 'sync',
  words: [],
  summary: 'Send what waits to the office, and receive what is new',
  options: {
    invite: {
      type: 'string',
      hint: 'CODE-OR-FILE',
      help: 'a new invitation, where the hub was put back from a backup and does not know this laptop',
    },
  },
  async run(given, terminal) {
    const invitation = await invitationOf(given.text('invite'));
    if (!invitation.ok) return invitation;
    return withStore(given, terminal, async (desk) => {
      const synced = await showingSync(desk, terminal, () =>
        invitation.value ? call(desk, 'sync.joinAgain', invitation.value) : call(desk, 'sync.now', {}),
      );
      if (!synced.ok) return endedOr(desk, synced);
      const status = synced.value;
      const well = wentWell(status);
      if (terminal.json) await terminal.out(`${JSON.stringify({ ok: well, ...status }, null, 2)}\n`);
      else if (well) await terminal.out(`${syncLines(status).join('\n')}\n`);
      if (!well) for (const line of syncLines(status).slice(-1)) terminal.note(line);
      return ok(well ? 0 : 1);
    });
  },
};

/** What was typed is a file where there is one, and a code otherwise. */
const invitationOf = async (
  typed: string | undefined,
): Promise<Result<{ code: string } | { file: string } | undefined, Failure>> => {
  if (typed === undefined) return ok(undefined);
  const path = resolve(typed);
  if (!existsSync(path)) return ok({ code: typed });
  const file = await readFile(path, 'utf8').catch(() => undefined);
  return file === undefined ? fail({ tag: 'cannotRead', path: typed }) : ok({ file });
};
