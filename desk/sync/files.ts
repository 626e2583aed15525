import { ok, type Result } from '#shared/result.ts';
import { limits, type Message, type Reply } from '#shared/sync/wire.ts';
import type { FileToMove, SyncStore } from './port.ts';
import { type Run, refusalIn, type Step } from './run.ts';

/** Files up to this size come with every sync; larger ones when somebody opens them. */
const comesByItself = 1_000_000;

/** What the hub says of one file and not of the whole conversation: the others go on. */
const ofOneFile = ['notFound', 'notAllowed', 'badRequest', 'tooLarge', 'unexpected'];

/**
 * Sends the files that the office waits for and fetches the small ones that are not here. A file that the office does
 * not take, or does not have yet, is tried again with the next sync and stops no other.
 */
export const exchangeFiles = async (run: Run): Promise<Step<null>> => {
  const going = await run.store.filesToSend();
  for (const [done, file] of going.entries()) {
    run.progress({ step: 'sending', done, of: going.length });
    const sent = await settled(run, await sendFile(run, file));
    if (!sent.ok) return sent;
    // Who may read a report and not change it is not asked for its files: its visitors are.
    if (sent.value === 'notAllowed') await run.store.fileSent(refOf(file), true);
    // What is not what its hash says was damaged here since it was attached.
    if (sent.value === 'badRequest') await run.store.noteDamaged([refOf(file)]);
  }
  const coming = await run.store.filesToFetch(comesByItself);
  for (const [done, file] of coming.entries()) {
    run.progress({ step: 'receiving', done, of: coming.length });
    const ask = (input: Message<'fileGet'>) => run.ask('fileGet', input);
    const fetched = await settled(run, await fetchFile(run.store, ask, file));
    if (!fetched.ok) return fetched;
  }
  return ok(null);
};

const refOf = ({ type, record, hash }: FileToMove) => ({ type, record, hash });

/** Whether it goes on after what the hub said of one file, and why it was refused if it was. */
const settled = async (run: Run, step: Step<unknown>): Promise<Step<string | undefined>> => {
  const refused = refusalIn(step);
  if (step.ok) return ok(undefined);
  if (refused === undefined || !ofOneFile.includes(refused)) return step;
  if (refused !== 'notFound' && refused !== 'notAllowed') await run.log('fileRefused', { why: refused });
  return ok(refused);
};

/** Goes on from where the hub says that it has come; a small file is sent without asking first. */
const sendFile = async (run: Run, file: FileToMove): Promise<Step<null>> => {
  const ref = refOf(file);
  const put = (offset: number, bytes: string) =>
    run.ask('filePut', { ...ref, offset, total: file.bytes, bytes });
  const first = file.bytes <= limits.piece ? await run.store.pieceOf(ref, 0) : '';
  let answer = await put(0, first);
  for (let offset = -1; answer.ok && !answer.value.whole; ) {
    // A hub that comes no further, or back to where it was, is left until the next sync.
    if (answer.value.held <= offset) return ok(null);
    offset = answer.value.held;
    const bytes = await run.store.pieceOf(ref, offset);
    if (bytes === '') {
      // A piece of it that is lost is damage as well.
      await run.store.noteDamaged([ref]);
      return ok(null);
    }
    answer = await put(offset, bytes);
  }
  if (!answer.ok) return answer;
  await run.store.fileSent(ref, true);
  return ok(null);
};

type GetPiece<E> = (input: Message<'fileGet'>) => Promise<Result<Reply<'fileGet'>, E>>;

/** Fetches what is missing of a file, piece by piece; what has come stays, should the rest not follow. */
export const fetchFile = async <E>(
  store: Pick<SyncStore, 'keepPiece' | 'replaceDamaged'>,
  ask: GetPiece<E>,
  file: FileToMove,
): Promise<Result<'whole' | 'broken', E>> => {
  if (file.damaged) return fetchAgain(store, ask, file);
  for (let offset = file.held; ; ) {
    const piece = await ask({ ...refOf(file), offset });
    if (!piece.ok) return piece;
    const kept = await store.keepPiece(file, offset, piece.value.bytes);
    if (kept !== 'more') return ok(kept);
    offset += Buffer.byteLength(piece.value.bytes, 'base64');
  }
};

/** Fetches a damaged file whole: until all of it has come and is what its hash says, the damaged one stays. */
const fetchAgain = async <E>(
  store: Pick<SyncStore, 'replaceDamaged'>,
  ask: GetPiece<E>,
  file: FileToMove,
): Promise<Result<'whole' | 'broken', E>> => {
  const pieces: Buffer[] = [];
  for (let offset = 0; offset < file.bytes; ) {
    const piece = await ask({ ...refOf(file), offset });
    if (!piece.ok) return piece;
    const bytes = Buffer.from(piece.value.bytes, 'base64');
    if (bytes.length === 0) return ok('broken');
    pieces.push(bytes);
    offset += bytes.length;
  }
  const whole = Buffer.concat(pieces).toString('base64');
  return ok((await store.replaceDamaged(refOf(file), whole)) ? 'whole' : 'broken');
};
