import { resolve } from 'node:path';
import { couldNot, type Given, type Outcome, wrong } from '#commands/command.ts';
import { passphraseOf } from '#commands/passphrase.ts';
import type { Terminal } from '#commands/terminal.ts';
import type { Failure } from '#shared/errors.ts';
import { recordId } from '#shared/records/common.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { RefusalTag } from '#shared/sync/wire.ts';
import { defaultFolder, sources } from '../machine.ts';
import type { Office } from '../office/office.ts';

export const folderOf = (given: Given): string => resolve(given.text('data') ?? defaultFolder());

/** The PostgreSQL database of the office, where it has one. */
export const databaseOf = ({ env }: Terminal): string | null => env.DATABASE_URL || null;

/** Runs work on the opened hub, also while it serves: both are processes of one store. */
export const withHub = async (
  given: Given,
  terminal: Terminal,
  work: (office: Office) => Promise<Outcome>,
): Promise<Outcome> => {
  const passphrase = await passphraseOf(given, terminal);
  if (!passphrase.ok) return passphrase;
  // Loaded late, so that help and wrong words never wait for a database.
  const { openHub } = await import('../store/folder.ts');
  const opened = await openHub(
    folderOf(given),
    { passphrase: passphrase.value },
    databaseOf(terminal),
    sources,
  );
  if (!opened.ok)
    return opened.error.tag === 'noStore'
      ? couldNot('There is no hub in this folder yet. Run "hub init" first.', terminal)
      : opened;
  try {
    return await work({ store: opened.value, sources });
  } finally {
    await opened.value.close();
  }
};

/** Whether a name of a host is this computer's own: no other computer comes here by it. */
export const isHere = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

/** An id as it was typed, or how to find one. */
export const idOf = (typed: string | undefined, what: string, list?: string): Result<string, Failure> => {
  const id = recordId.safeParse(typed?.toLowerCase());
  if (id.success) return ok(id.data);
  const where = list ? ` "hub ${list}" lists them.` : '';
  return wrong(`"${typed}" is not the id of a ${what}.${where}`);
};

/** What the office's own work refuses, in the words of a failure. */
export const said = (tag: RefusalTag, what: string) =>
  fail<Failure>(tag === 'notFound' ? { tag: 'notFound', what } : { tag: 'notAllowed' });

/** Rows in columns, as wide as what is in them. */
export const table = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
};
