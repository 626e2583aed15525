import { createReadStream } from 'node:fs';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';

/** Bytes read at once: never more characters than bytes, so a piece stays below what one call takes. */
const pieceSize = 196_608;

const notText = (at: number, hint: string) =>
  fail<Failure>({
    tag: 'badFile',
    detail: `it is not UTF-8 text (byte ${at} cannot be read${hint}); save it again as "CSV UTF-8"`,
  });

const decodes = (before: Uint8Array, piece: Uint8Array): boolean => {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    decoder.decode(before, { stream: true });
    decoder.decode(piece, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/** How many bytes of the piece can be read after those before it: the place of the first one that cannot. */
const readable = (before: Uint8Array, piece: Uint8Array): number => {
  let good = 0;
  let bad = piece.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(before, piece.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
};

/** What a file holds, piece by piece, so that its size does not matter; the last piece may be a failure. */
export async function* textOf(
  path: string,
): AsyncGenerator<Result<{ text: string; bytes: number }, Failure>> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let position = 0;
  let tail: Uint8Array = new Uint8Array();
  try {
    for await (const piece of createReadStream(path, {
      highWaterMark: pieceSize,
    }) as AsyncIterable<Uint8Array>) {
      let text: string;
      try {
        text = decoder.decode(piece, { stream: true });
      } catch {
        yield notText(position + readable(tail, piece), position === 0 ? hintOf(piece) : '');
        return;
      }
      position += piece.length;
      tail = piece.slice(-3);
      while (tail.length > 0 && ((tail[0] ?? 0) & 0xc0) === 0x80) tail = tail.subarray(1);
      yield ok({ text, bytes: position });
    }
  } catch {
    yield fail({ tag: 'cannotRead', path });
    return;
  }
  try {
    decoder.decode();
  } catch {
    yield notText(position, ', the file ends in the middle of a letter');
  }
}

/** What spreadsheets write when asked for "Unicode text", and what they are themselves. */
const hintOf = (piece: Uint8Array): string => {
  const start = [...piece.subarray(0, 2)].map((byte) => byte.toString(16)).join('');
  if (start === 'fffe' || start === 'feff') return ', it looks like UTF-16';
  return start === '504b' ? ', it looks like a workbook' : '';
};
