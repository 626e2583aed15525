import { createHash } from 'node:crypto';
import type { Author, Identity } from '#db/office.ts';
import type { Reader, Writer } from '#db/sql.ts';
import type { CallName, Contract, Output, Parsed } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { instant, newId, type Sources } from '#shared/ids.ts';
import type { Result } from '#shared/result.ts';

/** What a handler knows beside its input: who asks, which store, and the time. */
export type Context = {
  identity: Identity;
  sources: Sources;
  /** The day as this machine believes, in its own time zone: `YYYY-MM-DD`. */
  today: string;
  /** The folder of the store on disk, for backups. */
  folder: string;
};

type In<W extends 'read' | 'write'> = {
  [N in CallName]: Contract[N]['where'] extends W ? N : never;
}[CallName];
export type ReadName = In<'read'>;
export type WriteName = In<'write'>;

/** At once: what waits for nothing cannot be interleaved. */
type Answered<N extends CallName> = Result<Output<N>, Failure>;
/** The reading half of the contract: each call as a function of the store. */
export type Reads = { [N in ReadName]: (r: Reader, input: Parsed<N>, ctx: Context) => Answered<N> };
export type Writes = { [N in WriteName]: (w: Writer, input: Parsed<N>, ctx: Context) => Answered<N> };

/** The day of a moment in this machine's time zone. */
export const localDay = (milliseconds: number): string => {
  const d = new Date(milliseconds);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
};

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The person of this store as the author of a change. */
export const author = ({ identity, sources }: Context): Author => ({
  by: identity.person,
  now: () => instant(sources),
  newId: () => newId(sources),
  hash: sha256,
});
