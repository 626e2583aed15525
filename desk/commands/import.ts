import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type Command, couldNot, type Outcome } from '#commands/command.ts';
import { count, counted, type Terminal } from '#commands/terminal.ts';
import { unknownWord } from '#commands/words.ts';
import type { Failure } from '#shared/errors.ts';
import { type ImportKind, type ImportReport, importKinds } from '#shared/import-views.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Desk } from '../desk.ts';
import { endList, listProblems, summary, writeRejects } from './import-report.ts';
import { call, withStore } from './store.ts';
import { textOf } from './text-file.ts';

const isKind = (word: string): word is ImportKind => (importKinds as readonly string[]).includes(word);

const stopped = 'Stopped before anything was written.';
const stoppedWriting =
  'Stopped. The import was decided, so the rows still missing are written when the store is next opened.';

type Asked = {
  kind: ImportKind;
  path: string;
  create: boolean;
  dryRun: boolean;
  partial: string | undefined;
};

/** Set by Ctrl+C, and looked at between two pieces of work. */
type Stop = { asked: boolean };

/** Sends the file into the store's own encrypted staging, where every row is checked; undefined where stopped. */
const stage = async (desk: Desk, id: string, asked: Asked, terminal: Terminal, stop: Stop) => {
  const size = statSync(asked.path, { throwIfNoEntry: false })?.size ?? 0;
  for await (const piece of textOf(asked.path)) {
    if (!piece.ok) return piece;
    if (stop.asked) return undefined;
    const taken = await call(desk, 'imports.chunk', { id, text: piece.value.text });
    if (!taken.ok) return taken;
    const percent = Math.floor((100 * piece.value.bytes) / Math.max(1, size));
    terminal.progress(`Reading ${basename(asked.path)}: ${count(taken.value.rows)} rows, ${percent}%`);
  }
  return call(desk, 'imports.finish', { id });
};

/** Decides the import and writes its rows, a few hundred at a time. */
const write = async (
  desk: Desk,
  id: string,
  partial: boolean,
  terminal: Terminal,
  stop: Stop,
): Promise<Result<{ written: number; left: number }, Failure>> => {
  const accepted = await call(desk, 'imports.accept', { id, partial });
  if (!accepted.ok) return accepted;
  const { rows } = accepted.value;
  let left = rows;
  while (left > 0 && !stop.asked) {
    const step = await call(desk, 'imports.step', { id });
    if (!step.ok) return step;
    left = step.value.left;
    terminal.progress(`Writing: ${count(rows - left)} of ${count(rows)} rows`);
  }
  return ok({ written: rows - left, left });
};

/** Lists what is wrong, and with `--partial` keeps the rejected rows; true where there are rows to be written. */
const tell = async (
  desk: Desk,
  report: ImportReport,
  { dryRun, partial }: Asked,
  terminal: Terminal,
): Promise<Result<boolean, Failure>> => {
  if (partial !== undefined && report.bad > 0 && !dryRun) {
    const kept = await writeRejects(desk, report, partial);
    if (!kept.ok) return kept;
    terminal.note(`${counted(report.bad, 'rejected row')} with reasons: ${partial}`);
  }
  const listed = await listProblems(desk, report, dryRun, terminal);
  if (!listed.ok) return listed;
  return ok(!dryRun && report.good > 0 && (report.bad === 0 || partial !== undefined));
};

const carryOut = async (desk: Desk, asked: Asked, terminal: Terminal, stop: Stop): Promise<Outcome> => {
  const { kind, path, create, dryRun, partial } = asked;
  const begun = await call(desk, 'imports.begin', { kind, file: basename(path), create });
  if (!begun.ok) return begun;
  const { id } = begun.value;
  const report = await stage(desk, id, asked, terminal, stop);
  const told = report?.ok ? await tell(desk, report.value, asked, terminal) : ok(false);
  const writes = told.ok && told.value && !stop.asked;
  // Before it is accepted an import can be forgotten; afterwards it is finished, and never taken back.
  if (!writes) await call(desk, 'imports.discard', { id });
  if (!report || (stop.asked && !writes)) return couldNot(stopped, terminal);
  if (!report.ok) return report;
  if (!told.ok) return told;
  const { bad, good } = report.value;
  const done = writes ? await write(desk, id, bad > 0, terminal, stop) : ok({ written: 0, left: 0 });
  await endList(done.ok ? done.value.written : 0, terminal);
  if (!done.ok) return done;
  if (done.value.left > 0) return couldNot(stoppedWriting, terminal);
  const refused = bad > 0 && (partial === undefined || good === 0);
  terminal.note(summary(report.value, { refused, dryRun, partial }));
  return ok(bad > 0 && !writes ? 2 : 0);
};

export const importing: Command = {
  name: 'import',
  words: [importKinds.join('|'), 'FILE.csv'],
  summary: 'Read a CSV file into the store, all of it or nothing',
  options: {
    'dry-run': { type: 'boolean', help: 'only say what the import would do' },
    partial: {
      type: 'string',
      hint: 'REJECTS.csv',
      help: 'write the good rows, and the others with reasons to this file',
    },
    create: { type: 'boolean', help: 'make the suites and panels that are not known yet' },
  },
  async run(given, terminal) {
    const [kind = '', path = ''] = given.words;
    if (!isKind(kind)) return unknownWord('kind of import', kind, importKinds);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return fail({ tag: 'cannotRead', path });
    const partial = given.text('partial');
    if (partial !== undefined && existsSync(partial)) return fail({ tag: 'fileExists', path: partial });
    const asked = { kind, path, partial, create: given.has('create'), dryRun: given.has('dry-run') };

    const stop = { asked: false };
    const interrupt = () => {
      stop.asked = true;
    };
    process.once('SIGINT', interrupt);
    try {
      return await withStore(given, terminal, (desk) => carryOut(desk, asked, terminal, stop));
    } finally {
      process.off('SIGINT', interrupt);
    }
  },
};
