import type { Readable } from 'node:stream';
import { packingOf, unpack } from '#db/packing.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { limits, type MessageName, type RefusalTag } from '#shared/sync/wire.ts';

/** What is longer than a question. */
const long: Partial<Record<MessageName, number>> = {
  push: limits.body,
  offer: limits.body,
  quarantine: limits.quarantine,
  filePut: limits.piece * 2,
};
const question = 200_000;

/** Bytes that a body has at most, as it travels and unpacked. */
export const bodyLimit = (name: MessageName): number => long[name] ?? question;

/**
 * Reads a body as it travels. More than the limit is refused as soon as it is seen; what follows is let pass for a
 * while, so that the refusal can be read, and then cut off.
 */
export const readBody = (stream: Readable, limit: number): Promise<Result<Buffer, RefusalTag>> =>
  new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    stream.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (bytes <= limit) pieces.push(piece);
      else {
        pieces.length = 0;
        resolve(fail('tooLarge'));
        if (bytes > limit * 3) stream.destroy();
      }
    });
    stream.once('end', () => resolve(bytes <= limit ? ok(Buffer.concat(pieces, bytes)) : fail('tooLarge')));
    stream.once('error', () => resolve(fail('badRequest')));
    stream.once('close', () => resolve(fail('badRequest')));
  });

/** The JSON of a body, unpacked no further than the limit: `tooLarge`, or `badRequest` for what cannot be read. */
export const readJson = async (
  body: Uint8Array,
  encoding: string | undefined,
  limit: number,
): Promise<Result<unknown, RefusalTag>> => {
  const packing = packingOf(encoding);
  if (packing === undefined) return fail('badRequest');
  try {
    const plain = packing ? await unpack(packing, body, limit) : body;
    if (plain.length > limit) return fail('tooLarge');
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain)));
  } catch (error) {
    const { code } = error as { code?: string };
    return fail(code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'badRequest');
  }
};
