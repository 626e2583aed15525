import type { IncomingMessage } from 'node:http';
import { packingOf, unpacking } from '#db/packing.ts';

/** An answer that ended before it was whole, or was more than any hub sends. */
export class Torn extends Error {}

/** A page ends after a megabyte; one record in it may be larger. What goes beyond this is no page. */
const most = 32_000_000;

/** The body of an answer, unpacked. Rejects as soon as it is torn, cannot be unpacked, or goes on for ever. */
export const wholeBody = async (response: IncomingMessage): Promise<Buffer> => {
  const packing = packingOf(response.headers['content-encoding']);
  const pieces: Buffer[] = [];
  let bytes = 0;
  const plain = packing ? response.pipe(unpacking(packing)) : response;
  // A pipe does not carry on that its source was cut off.
  if (packing) response.on('error', (error) => plain.destroy(error));
  if (packing) response.on('close', () => response.complete || plain.destroy(new Torn('cut off')));
  try {
    for await (const piece of plain) {
      bytes += (piece as Buffer).length;
      if (bytes > most) throw new Torn('no end');
      pieces.push(piece as Buffer);
    }
  } catch (error) {
    response.destroy();
    throw (error as { unconnected?: boolean }).unconnected === undefined ? new Torn(String(error)) : error;
  }
  if (!response.complete) throw new Torn('cut off');
  return Buffer.concat(pieces, bytes);
};
