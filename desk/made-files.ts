import type { CallName, contract, Output, Parsed } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Reads from the open store, as whoever asked. */
export type Asking = <N extends CallName>(name: N, input: Parsed<N>) => Promise<Result<Output<N>, Failure>>;

/** A file that leaves by a call, which carries text. */
export const madeFile = (name: string, mime: string, bytes: Uint8Array | string) =>
  ok({ name, mime, bytes: Buffer.from(bytes).toString('base64') });

/** Calls that make files, answered beside the store. */
export type FileCalls<C extends CallName> = {
  [N in C as (typeof contract)[N]['where'] extends 'app' ? N : never]: (
    input: Parsed<N>,
  ) => Promise<Result<Output<N>, Failure>>;
};
