import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { type Command, wrong } from '#commands/command.ts';
import type { Terminal } from '#commands/terminal.ts';
import { unknownWord } from '#commands/words.ts';
import { type ReturnFormat, returnFormats } from '#shared/calls/returns.ts';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type AnyDimension, dimensions, dimensionsOf, type ReturnKind, returnKinds } from '#shared/views.ts';
import type { Desk } from '../desk.ts';
import { asText } from './return-text.ts';
import { call, withStore } from './store.ts';

type Format = ReturnFormat | 'text';

/** What is no text cannot be read on a terminal. */
const isText = (format: Format): boolean => !['xlsx', 'ods', 'docx'].includes(format);

type Asked = { return: ReturnKind; period: string; by?: AnyDimension };

const isKind = (word: string): word is ReturnKind => (returnKinds as readonly string[]).includes(word);

const compose = async (desk: Desk, asked: Asked, format: Format): Promise<Result<Buffer, Failure>> => {
  if (format !== 'text') {
    const made = await call(desk, 'returns.file', { ...asked, as: format });
    return made.ok ? ok(Buffer.from(made.value.bytes, 'base64')) : made;
  }
  const computed = await call(desk, 'returns.compute', asked);
  return computed.ok ? ok(Buffer.from(asText(computed.value))) : computed;
};

/** How often it is asked again, and how long, in milliseconds. */
const aMoment = 300;
const patience = 600_000;

/** Figures wait for an import that was cut short; it goes on while the store is open, so this waits with them. */
const onceReady = async <T>(
  ask: () => Promise<Result<T, Failure>>,
  terminal: Terminal,
): Promise<Result<T, Failure>> => {
  let answer = await ask();
  if (!answer.ok && answer.error.tag === 'figuresWait')
    terminal.note('Waiting for an import or an update that is still being written.');
  const until = Date.now() + patience;
  while (!answer.ok && answer.error.tag === 'figuresWait' && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, aMoment));
    answer = await ask();
  }
  return answer;
};

/** The whole file or none of it: what another program reads is never half written. */
const writeWhole = async (path: string, bytes: Buffer): Promise<Result<void, Failure>> => {
  const beside = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    await writeFile(beside, bytes, { flag: 'wx' });
    await rename(beside, path);
    return ok(undefined);
  } catch {
    await rm(beside, { force: true });
    return fail({ tag: 'cannotWrite', path });
  }
};

export const returning: Command = {
  name: 'return',
  words: [returnKinds.join('|')],
  summary: 'Compute a return from the records of a period',
  options: {
    period: { type: 'string', hint: 'P', help: '2022-23, 2022-23Q4, 2022-11 or 2022-02-01..2022-11-11' },
    by: {
      type: 'string',
      hint: 'D',
      help: `every measure once more for each ${dimensions.join(', ')}; of reviews for each route; of correspondence for each kind, channel, area, constituency and theme`,
    },
    format: {
      type: 'string',
      hint: returnFormats.join('|'),
      help: 'what to write (default: a table to read)',
    },
    out: { type: 'string', hint: 'FILE', help: 'write to this file instead' },
  },
  async run(given, terminal) {
    const [kind = ''] = given.words;
    const period = given.text('period');
    const by = given.text('by');
    const format = given.text('format') ?? (terminal.json ? 'json' : 'text');
    if (!isKind(kind)) return unknownWord('return', kind, returnKinds);
    if (period === undefined) return wrong('Say which period: --period 2022-23Q4, for example.');
    const division = dimensionsOf[kind].find((one) => one === by);
    if (by !== undefined && !division) return unknownWord('division', by, dimensionsOf[kind]);
    const known = (['text', ...returnFormats] as const).find((name) => name === format);
    if (!known) return unknownWord('format', format, returnFormats);

    const path = given.text('out');
    if (path === undefined && !isText(known))
      return wrong(`Say which file to write: --out return.${known}, for example.`);

    return withStore(given, terminal, async (desk) => {
      const asked: Asked = { return: kind, period, ...(division && { by: division }) };
      const made = await onceReady(() => compose(desk, asked, known), terminal);
      if (!made.ok) return made;
      if (path === undefined) {
        await terminal.out(made.value.toString());
        return ok(0);
      }
      const written = await writeWhole(path, made.value);
      if (!written.ok) return written;
      terminal.note(`Written: ${path}`);
      return ok(0);
    });
  },
};
