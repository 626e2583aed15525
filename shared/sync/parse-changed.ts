import { z } from 'zod';
import { isBranch, same } from './patch.ts';

/** A place that a schema refuses, and why. */
export type Refused = { path: PropertyKey[]; message: string };
export type Checked = { document: unknown; refused: Refused[] };

type Branch = Record<string, unknown>;

/**
 * Checks a document that was made from one which the schema gave before, such as `applyPatch` makes it: what is the
 * same in both was checked then, and only the rest is parsed. A long report is saved word by word, and reading
 * all of it each time would cost more than writing it.
 *
 * The same as parsing the whole, where what an object may hold is said field by field, and of a list item by item
 * and by how many there are; records have no rules across fields, since saving never fails for one.
 */
export const parseChanged = (schema: z.core.$ZodType, now: unknown, before: unknown): Checked => {
  if (now === before) return { document: now, refused: [] };
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (inner instanceof z.ZodObject && keepsUnknown(inner) && isBranch(now) && isBranch(before))
    if (!Object.hasOwn(now, '__proto__'))
      // A key that would be no field but the kind of object is left to the schema, which drops it.
      return fields(inner.shape, now, before);
  if (inner instanceof z.ZodArray && Array.isArray(now) && Array.isArray(before))
    if (now.length === before.length) return items(inner.element, now, before);
  if (now !== undefined && same(now, before)) return { document: now, refused: [] };
  const parsed = z.safeParse(schema, now);
  return parsed.success
    ? { document: parsed.data, refused: [] }
    : { document: now, refused: parsed.error.issues };
};

const keepsUnknown = ({ def }: z.ZodObject): boolean => def.catchall instanceof z.ZodUnknown;

const under = (key: PropertyKey, { refused }: Checked): Refused[] =>
  refused.map(({ path, message }) => ({ path: [key, ...path], message }));

const fields = (shape: z.core.$ZodShape, now: Branch, before: Branch): Checked => {
  const document = { ...now };
  const refused: Refused[] = [];
  for (const [key, schema] of Object.entries(shape)) {
    if (now[key] === before[key]) continue;
    const checked = parseChanged(schema, now[key], before[key]);
    refused.push(...under(key, checked));
    if (Object.hasOwn(now, key)) document[key] = checked.document;
  }
  return { document, refused };
};

const items = (schema: z.core.$ZodType, now: readonly unknown[], before: readonly unknown[]): Checked => {
  const each = now.map((item, i) => parseChanged(schema, item, before[i]));
  return { document: each.map(({ document }) => document), refused: each.flatMap((one, i) => under(i, one)) };
};
