import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';

/** What is in a file that a person chose, as base64: a call carries text. */
export const base64Of = async (file: File): Promise<Result<string, Failure>> => {
  const buffer = await file.arrayBuffer().catch(() => undefined);
  if (!buffer) return fail({ tag: 'cannotRead', path: file.name });
  const bytes = new Uint8Array(buffer);
  const pieces: string[] = [];
  // A multiple of three, so that the pieces join into one; not all at once, which overflows the stack.
  for (let at = 0; at < bytes.length; at += 30_000)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 30_000))));
  return ok(pieces.join(''));
};
