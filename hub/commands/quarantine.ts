import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, couldNot, type Outcome, wrong } from '#commands/command.ts';
import { counted, type Terminal } from '#commands/terminal.ts';
import { fail, ok } from '#shared/result.ts';
import type { Office } from '../office/office.ts';
import {
  endQuarantine,
  type Left,
  type Opened,
  openLeftFile,
  openQuarantine,
  quarantined,
} from '../office/quarantine.ts';
import { idOf, said, table, withHub } from './store.ts';

const withFiles = (count: number, files: number): string =>
  files === 0 ? counted(count, 'change') : `${counted(count, 'change')} and ${counted(files, 'file')}`;

const what = ({ kind, count, files }: Left): string => {
  if (kind === 'unreadable') return 'cannot be read';
  return kind === 'changes' ? withFiles(count, files) : counted(count, 'record');
};

const list = async (office: Office, terminal: Terminal): Promise<Outcome> => {
  const all = await quarantined(office);
  if (terminal.json) await terminal.out(`${JSON.stringify(all, null, 2)}\n`);
  else await terminal.out(table(all.map((one) => [one.id, one.at, one.person, what(one)])));
  if (all.length === 0) terminal.note('Nothing is in quarantine.');
  return ok(0);
};

const handOut = async (opened: Opened, out: string | undefined, terminal: Terminal): Promise<Outcome> => {
  if (opened.kind === 'records') {
    const { documents, texts } = opened;
    await terminal.out(terminal.json ? `${JSON.stringify(documents, null, 2)}\n` : `${texts.join('\n\n')}\n`);
    terminal.note(
      'To print it, send the output to the printer. Whatever of it is still missing at the office, a coordinator types in; then destroy it here with --destroy.',
    );
    return ok(0);
  }
  if (opened.count + opened.files === 0)
    return couldNot('Everything in it was about records that have been purged since.', terminal);
  const path = resolve(out ?? '');
  try {
    await writeFile(path, opened.file, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    return fail({
      tag: (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'fileExists' : 'cannotWrite',
      path,
    });
  }
  const { person, count, files, passphrase } = opened;
  await terminal.out(
    terminal.json ? `${JSON.stringify({ path, person, count, files, passphrase })}\n` : `${passphrase}\n`,
  );
  terminal.note(
    `${withFiles(count, files)} of ${person || 'somebody who is not known here any more'} in "${path}", under this passphrase of its own. A coordinator brings the file in at their desk: Waiting to be sent, Rescue file. It stays the work of who wrote it.`,
  );
  return ok(0);
};

const piece = (typed: string) => idOf(typed, 'piece in quarantine', 'quarantine');

const open = async (
  office: Office,
  id: string,
  out: string | undefined,
  terminal: Terminal,
): Promise<Outcome> => {
  const found = (await quarantined(office)).find((one) => one.id === id);
  if (found?.kind === 'changes' && out === undefined) return noPlace();
  if (found?.kind === 'unreadable')
    return couldNot(
      'This cannot be read: it was damaged, or sealed for another hub. The laptop may have kept the same as "unsent.icvsealed": open that with --file, and destroy this one with --destroy.',
      terminal,
    );
  const opened = await openQuarantine(office, null, id);
  return opened.ok ? handOut(opened.value, out, terminal) : said(opened.error, 'piece in quarantine');
};

const openFile = async (office: Office, path: string, out: string, terminal: Terminal): Promise<Outcome> => {
  const sealed = await readFile(path, 'utf8').catch(() => undefined);
  if (sealed === undefined) return fail({ tag: 'cannotRead', path });
  const opened = await openLeftFile(office, null, sealed);
  if (opened.ok) return handOut(opened.value, out, terminal);
  return opened.error === 'foreignOffice'
    ? fail({ tag: 'foreignOffice' })
    : couldNot(`"${path}" was not sealed for this hub, or it is damaged.`, terminal);
};

const destroy = async (office: Office, id: string, terminal: Terminal): Promise<Outcome> => {
  const ended = await endQuarantine(office, null, id);
  if (!ended.ok) return said(ended.error, 'piece in quarantine');
  await terminal.out(terminal.json ? `${JSON.stringify({ destroyed: id })}\n` : 'Destroyed.\n');
  return ok(0);
};

const noPlace = () => wrong('Say where the rescue file goes with --out.');

export const quarantine: Command = {
  name: 'quarantine',
  words: [],
  summary: 'What revoked laptops left behind: list it, or open it as a rescue file for a coordinator',
  options: {
    open: { type: 'string', hint: 'ID', help: 'open this one, into the file of --out' },
    file: { type: 'string', hint: 'FILE', help: 'open an "unsent.icvsealed" that a revoked laptop kept' },
    out: { type: 'string', hint: 'FILE', help: 'the rescue file to write' },
    destroy: {
      type: 'string',
      hint: 'ID',
      help: 'destroy this one, once it was brought in or is not wanted',
    },
  },
  async run(given, terminal) {
    const [wanted, file, ended] = [given.text('open'), given.text('file'), given.text('destroy')];
    const out = given.text('out');
    if ([wanted, file, ended].filter((one) => one !== undefined).length > 1)
      return wrong('Give one of --open, --file and --destroy.');
    if (file !== undefined && out === undefined) return noPlace();
    const typed = wanted ?? ended;
    const id = typed === undefined ? ok('') : piece(typed);
    if (!id.ok) return id;
    return withHub(given, terminal, (office) => {
      if (file !== undefined) return openFile(office, file, out ?? '', terminal);
      if (wanted !== undefined) return open(office, id.value, out, terminal);
      return ended === undefined ? list(office, terminal) : destroy(office, id.value, terminal);
    });
  },
};
