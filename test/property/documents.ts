import fc from 'fast-check';
import { same } from '#shared/sync/patch.ts';

export type Document = Record<string, unknown>;

/** Keys as documents have them, and keys that are something already on every object. */
export const key = fc.constantFrom(
  'a',
  'b',
  'c',
  'words',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
);
export const scalar = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom('', 'x', 'y'),
  fc.boolean(),
  fc.constant(null),
);
const itemId = fc.constantFrom('i1', 'i2', 'i3');

/** Objects out of pairs as a message brings them: `__proto__` is a key of its own, as JSON.parse makes it. */
export const branch = (value: fc.Arbitrary<unknown>): fc.Arbitrary<Document> =>
  fc
    .uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 4 })
    .map((pairs) => JSON.parse(`{${pairs.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`)}}`));
export const list = (value: fc.Arbitrary<unknown>): fc.Arbitrary<Document[]> =>
  fc
    .uniqueArray(fc.tuple(itemId, branch(value)), { selector: ([id]) => id, maxLength: 3 })
    .map((items) => items.map(([id, item]) => ({ ...item, id })));

export const { document } = fc.letrec<{ value: unknown; document: Document }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 2 }),
    branch(tie('value')),
    list(tie('value')),
  ),
  document: branch(tie('value')),
}));

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const items = value.map(inOrder);
    return items.every((item) => typeof (item as Document)?.id === 'string')
      ? items.toSorted((x, y) => ((x as Document).id as string).localeCompare((y as Document).id as string))
      : items;
  }
  return value;
};
/** Lists are sets of items here: without an order key an item that is added stands at the end. */
export const alike = (a: unknown, b: unknown): boolean => {
  const [x, y] = [inOrder(a), inOrder(b)];
  if (Array.isArray(x) && Array.isArray(y))
    return x.length === y.length && x.every((item, i) => alike(item, y[i]));
  if (
    typeof x !== 'object' ||
    typeof y !== 'object' ||
    x === null ||
    y === null ||
    Array.isArray(x) ||
    Array.isArray(y)
  )
    return same(x, y);
  const keys = Object.keys(x);
  return (
    keys.length === Object.keys(y).length &&
    keys.every((k) => Object.hasOwn(y, k) && alike((x as Document)[k], (y as Document)[k]))
  );
};
