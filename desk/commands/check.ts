import type { Command } from '#commands/command.ts';
import { ok } from '#shared/result.ts';
import type { SyncStatus } from '#shared/sync/views.ts';
import type { Desk } from '../desk.ts';
import { call, withStore } from './store.ts';
import { connectionLine, wentWell } from './sync-words.ts';

type Compared = {
  reached: boolean;
  connection: SyncStatus['connection'];
  repaired: number;
  differing: number;
};

/** Counts and digests of all that is here against what the office would give; undefined where there is no hub. */
const compare = async (desk: Desk): Promise<Compared | undefined> => {
  const synced = await call(desk, 'sync.now', { check: true });
  if (!synced.ok) return undefined;
  const { checked, connection } = synced.value;
  const reached = wentWell(synced.value) && checked !== undefined;
  return { reached, connection, repaired: checked?.repaired ?? 0, differing: checked?.differing ?? 0 };
};

const wordsOf = ({ reached, connection, repaired, differing }: Compared): string => {
  if (!reached) return `Not compared with the office. ${connection ? connectionLine(connection) : ''}`.trim();
  if (differing > 0) return 'Some of what is here still differs from what the office has: tell the office.';
  return repaired > 0
    ? 'Some of what is here differed from what the office has, and was put right.'
    : 'Everything here agrees with the office.';
};

export const check: Command = {
  name: 'check',
  words: [],
  summary: 'Read the whole store and say whether it is sound, and agrees with the office',
  options: {},
  run(given, terminal) {
    return withStore(given, terminal, async (desk) => {
      const checked = await call(desk, 'store.check', {});
      if (!checked.ok) return checked;
      const { ok: sound, findings } = checked.value;
      const office = sound ? await compare(desk) : undefined;
      const well = sound && (office?.differing ?? 0) === 0;
      if (terminal.json)
        await terminal.out(`${JSON.stringify({ ok: well, findings, ...(office && { office }) }, null, 2)}\n`);
      else await terminal.out(sound ? 'The store is sound.\n' : `${findings.join('\n')}\n`);
      if (!terminal.json && office) await terminal.out(`${wordsOf(office)}\n`);
      if (!sound)
        terminal.note(
          'The store is not sound. Where nothing else is said above, restore the newest backup with "desk restore", and keep this folder.',
        );
      return ok(well ? 0 : 1);
    });
  },
};
