import type { Context } from './context.ts';

/**
 * How far a reader has come: for each key the place up to which all is known, and the place it had reached when the
 * key was first read. What ceased to be seen before that was never shown under it, and is not told. `left` is about
 * how much follows.
 */
export type Position = { at: number; from: number };
type Cursor = { epoch: number; keys: Record<string, Position>; left: number | null };

export const writeCursor = ({ epoch, keys, left }: Cursor): string =>
  Buffer.from(
    JSON.stringify([
      epoch,
      Object.entries(keys).map(([key, { at, from }]) => (at >= from ? [key, at] : [key, at, from])),
      left,
    ]),
  ).toString('base64url');

/** Undefined where it is none of ours: then all is read again, which is right whatever the reader holds. */
export const readCursor = (text: string | null): Cursor | undefined => {
  if (text === null) return undefined;
  try {
    const [epoch, keys, left] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const positions = keys.map(([key, at, from]: [string, number, number?]) => [
      key,
      { at, from: from ?? at },
    ]);
    return { epoch, keys: Object.fromEntries(positions), left };
  } catch {
    return undefined;
  }
};

/**
 * Where reading goes on under each of the keys. A position of an older epoch lies at most where that epoch ended:
 * what it had beyond was lost, and is told again if it came back.
 */
export const positions = async (
  { db }: Context,
  keys: readonly string[],
  cursor: Cursor | undefined,
  head: number,
): Promise<Map<string, Position>> => {
  const later = cursor
    ? await db
        .selectFrom('epoch')
        .select('after')
        .where('epoch', '>', cursor.epoch)
        .orderBy('epoch')
        .limit(1)
        .executeTakeFirst()
    : undefined;
  const end = Math.min(head, later?.after ?? head);
  const begin: Position = { at: 0, from: head };
  return new Map(
    keys.map((key) => {
      const known = cursor?.keys[key];
      return [key, known ? { at: Math.min(known.at, end), from: Math.min(known.from, end) } : begin];
    }),
  );
};
