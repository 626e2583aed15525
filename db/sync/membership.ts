import type { ReceiptHead, Stream } from '#shared/sync/wire.ts';
import { metaOf, setMeta } from '../meta.ts';
import type { Reader, Writer } from '../sql.ts';

/** What a store knows of the hub it belongs to. */
export type Membership = {
  hub: string;
  office: string;
  person: string;
  device: string;
  /** An invitation not used yet: the hub has not been reached since it was read from its file. */
  code: string | null;
  /** Ed25519 private key, base64url PKCS #8; it lies in the encrypted store alone. */
  key: string;
  /** The hub's public key: what only the office may read is sealed to it, and another hub is refused. */
  hubKey: string;
  token: string | null;
  /** The devices this store was before, oldest first: a hub put back from its backup may know one of these alone. */
  formers?: readonly { device: string; key: string }[];
  head: ReceiptHead | null;
  /** Heads at which this store and the hub agreed, oldest first. */
  heads: readonly ReceiptHead[];
  cursors: Record<Stream, string | null>;
  scope: number | null;
  audit: string | null;
  /** The types the hub knows: others wait until it is updated. */
  types: string[] | null;
  /** What the office calls this laptop by. */
  name: string;
  /** The office's way into this store, sealed to it, where it has not been handed over yet. */
  unlock: string | null;
  /** The salt of the office's wrap in `keys.json` that the code it holds opens; another one is made anew. */
  wayIn: string | null;
  /** When the hub was last reached, and when the office last had everything from here: by the office's clock. */
  reachedAt: string | null;
  receivedAt: string | null;
  /** How many milliseconds the clock here was ahead of the office's when the hub was last reached. */
  clockAhead?: number;
  /** When both were last compared, by the clock here. */
  checkedAt: string | null;
  /** When somebody last opened this store with a code instead of the passphrase. */
  provedAt: string | null;
};

/** What a membership begins with, before anything is known of the hub but its address and keys. */
export const unmet = {
  token: null,
  head: null,
  heads: [],
  cursors: { shared: null, own: null },
  scope: null,
  audit: null,
  types: null,
  unlock: null,
  wayIn: null,
  reachedAt: null,
  receivedAt: null,
  checkedAt: null,
  provedAt: null,
} as const satisfies Partial<Membership>;

/** What applying a page did, for the progress and the log. */
export type Applied = { written: number; removed: number; purged: number; aside: number; contested: number };

/** More than is usual would go at once, and nobody declared it: nothing was removed, and people are asked. */
export type UnusualRemoval = { unusual: true; removes: number; of: number };

/** A line of what the store knows of itself, as JSON. */
export const readMeta = <T>(r: Reader, key: string): T | undefined => {
  const value = metaOf(r, key);
  return value === undefined ? undefined : JSON.parse(value);
};
export const writeMeta = (w: Writer, key: string, value: unknown): void =>
  setMeta(w, key, JSON.stringify(value));

/** What this store knows of its hub; undefined in a store that is its own office. */
export const readMembership = (r: Reader): Membership | undefined => readMeta(r, 'membership');

/** Whether this store belongs to an office with a hub, and accepts nothing itself. */
export const isJoined = (r: Reader): boolean => metaOf(r, 'membership') !== undefined;

export const remember = (w: Writer, changed: Partial<Membership>): void => {
  const known = readMembership(w);
  if (known) writeMeta(w, 'membership', { ...known, ...changed });
};
