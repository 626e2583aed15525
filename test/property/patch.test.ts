import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatch, diff, type Patch, placesOf, read, same } from '#shared/sync/patch.ts';
import { alike, branch, type Document, document, key, list, scalar } from './documents.ts';

const sent = (patch: Patch): Patch => JSON.parse(JSON.stringify(patch));

test('what changed from one document to another makes the other of the one', () => {
  fc.assert(
    fc.property(document, document, (a, b) => {
      const before = structuredClone(a);
      const { document: made, conflicts } = applyPatch(a, sent(diff(a, b)));
      expect(conflicts).toEqual([]);
      expect(alike(made, b), JSON.stringify({ a, b, made })).toBe(true);
      expect(a).toEqual(before);
    }),
    { numRuns: 5_000 },
  );
});

test('nothing changed is no patch, and an empty patch changes nothing', () => {
  fc.assert(
    fc.property(document, (a) => {
      expect(diff(a, structuredClone(a))).toEqual([]);
      expect(applyPatch(a, []).document).toEqual(a);
    }),
  );
});

test('the same patch a second time changes nothing and contests nothing', () => {
  fc.assert(
    fc.property(document, document, (a, b) => {
      const patch = sent(diff(a, b));
      const once = applyPatch(a, patch).document;
      const twice = applyPatch(once, patch);
      expect(twice.conflicts).toEqual([]);
      expect(alike(twice.document, once)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('changes to different places come to the same in either order', () => {
  const parts = fc.record({ left: document, right: document, items: list(scalar) });
  fc.assert(
    fc.property(
      parts,
      document,
      document,
      fc.subarray(['i4', 'i5']),
      fc.subarray(['i6', 'i7']),
      (a, left, right, more, others) => {
        const added = (ids: string[]) => [...a.items, ...ids.map((id) => ({ id }))];
        const one = sent(diff(a, { ...a, left, items: added(more) }));
        const other = sent(diff(a, { ...a, right, items: added(others) }));
        const first = applyPatch(applyPatch(a, one).document, other);
        const second = applyPatch(applyPatch(a, other).document, one);
        expect([...first.conflicts, ...second.conflicts]).toEqual([]);
        expect(alike(first.document, second.document)).toBe(true);
        expect(alike(first.document, { left, right, items: added([...more, ...others]) })).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('of two changes neither is lost: what is not taken stands in a conflict beside what stayed', () => {
  fc.assert(
    fc.property(document, document, document, (a, theirs, mine) => {
      const patch = sent(diff(a, mine));
      const { document: made, conflicts } = applyPatch(theirs, patch);
      for (const change of placesOf(theirs, patch)) {
        const conflict = conflicts.find((c) => same(c.path, change.path));
        const stands = read(made, change.path);
        if (!conflict)
          expect(same(stands, change.now), JSON.stringify({ a, theirs, mine, made, change })).toBe(true);
        else {
          expect(same(conflict.now, change.now)).toBe(true);
          expect(same(conflict.current, read(theirs, change.path))).toBe(true);
          expect(same(stands, conflict.current)).toBe(true);
        }
      }
      // What the patch does not speak of is as it was: taking the patch back brings theirs.
      const back = diff(theirs, made).every((c) =>
        patch.some((p) => p.path.every((k, i) => c.path[i] === undefined || k === c.path[i])),
      );
      expect(back, JSON.stringify({ a, theirs, mine, made })).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});

test('an item whose adding came through although no answer did is added once, with what was written in it since', () => {
  fc.assert(
    fc.property(document, branch(scalar), branch(scalar), (a, early, later) => {
      const items = (more: Document) => ({ ...a, items: [{ ...more, id: 'i9' }] });
      const sentBefore = applyPatch(a, sent(diff(a, items(early)))).document;
      const { document: made, conflicts } = applyPatch(
        sentBefore,
        sent(diff(a, items({ ...early, ...later }))),
      );
      const changed = Object.keys(later).filter((k) => Object.hasOwn(early, k) && !same(early[k], later[k]));
      expect(conflicts.map((c) => c.path.at(-1)).toSorted()).toEqual(changed.toSorted());
      const stands = { ...later, ...early };
      expect(alike((made as Document).items, [{ ...stands, id: 'i9' }])).toBe(true);
    }),
  );
});

test('fields of a group are taken together or not at all', () => {
  const groups = [['arrived', 'admitted', 'left'], ['counts.total'], ['counts.splits.*']];
  const times = fc.record(
    { arrived: scalar, admitted: scalar, left: scalar, other: scalar },
    { requiredKeys: [] },
  );
  const counts = fc.record({ held: fc.nat(3), offered: fc.nat(3) }, { requiredKeys: [] });
  const report = fc
    .tuple(times, counts, counts)
    .map(([t, total, splits]) => ({ ...t, counts: { total, splits: { adultMale: splits } } }));
  fc.assert(
    fc.property(report, report, report, (a, theirs, mine) => {
      const { document: made, conflicts } = applyPatch(theirs, sent(diff(a, mine, groups)), groups);
      const touched = (['arrived', 'admitted', 'left'] as const).filter((k) => !same(a[k], mine[k]));
      const contested = conflicts.some((c) => ['arrived', 'admitted', 'left'].includes(c.path[0] as string));
      for (const k of touched) expect(same(made[k], contested ? theirs[k] : mine[k])).toBe(true);
      for (const whole of [made.counts.total, made.counts.splits.adultMale])
        expect(
          [theirs, mine].some((d) => same(d.counts.total, whole) || same(d.counts.splits.adultMale, whole)),
        ).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('a hostile patch reaches nothing but the document', () => {
  const segment = fc.oneof(key, fc.constantFrom('#i1', '#__proto__', '#', 'prototype'));
  const hostile = fc.array(
    fc.record(
      { path: fc.array(segment, { minLength: 1, maxLength: 4 }), now: fc.oneof(scalar, document) },
      { requiredKeys: ['path'] },
    ),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(document, hostile, (a, patch) => {
      const before = Object.getOwnPropertyNames(Object.prototype).sort();
      const { document: made } = applyPatch(a, sent(patch as Patch));
      expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
      expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
      expect(({} as Document).words).toBeUndefined();
      expect(JSON.parse(JSON.stringify(made))).toEqual(made);
    }),
    { numRuns: 3_000 },
  );
});
