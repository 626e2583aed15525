import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';

/** Bytes read at a time. No byte makes more than one character, so a piece is never longer than this. */
const pieceSize = 200_000;

const notUtf8: Failure = {
  tag: 'badFile',
  detail: 'it is not UTF-8 text (in a spreadsheet, save it as "CSV UTF-8")',
};

/** A piece of a file's text, and how many bytes of the file have been read with it. */
export type Piece = Result<{ text: string; read: number }, Failure>;

/**
 * The text of a file piece by piece, so that a file of any size takes no more memory than a small one. A character cut
 * in two by the end of a piece comes whole with the next; a byte-order mark is left out.
 */
export async function* textOf(file: File): AsyncGenerator<Piece> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let from = 0; from < file.size; from += pieceSize) {
    const read = Math.min(from + pieceSize, file.size);
    const bytes = await file
      .slice(from, read)
      .arrayBuffer()
      .catch(() => undefined);
    if (!bytes) {
      yield fail({ tag: 'cannotRead', path: file.name });
      return;
    }
    const text = decoded(decoder, bytes, read < file.size);
    if (text === undefined) {
      yield fail(notUtf8);
      return;
    }
    yield ok({ text, read });
  }
}

const decoded = (decoder: TextDecoder, bytes: ArrayBuffer, more: boolean): string | undefined => {
  try {
    return decoder.decode(bytes, { stream: more });
  } catch {
    return undefined;
  }
};
