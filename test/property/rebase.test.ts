import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf, isInWhatIsAside } from '#shared/sync/aside.ts';
import { applyPatch, inTheWay, type Patch, placesOf, read, same } from '#shared/sync/patch.ts';
import { overlay, rebase } from '#shared/sync/rebase.ts';
import { alike, type Document, document as ofPlaces, scalar } from './documents.ts';

/** Two fields that only make sense together, and a branch that is always taken whole. */
const groups = [['arrived', 'left'], ['c']];
const document = fc
  .tuple(ofPlaces, fc.record({ arrived: scalar, left: scalar }, { requiredKeys: [] }))
  .map(([places, times]): Document => ({ ...places, ...times }));
const changed = (patch: Patch) => patch.filter((c) => !same(c.was, c.now));
const inOrder = (patch: Patch) =>
  patch.map(({ path, was, now }) => JSON.stringify([path, was ?? null, now ?? null])).sort();

test('what somebody wrote on an older document contests the same on a newer one, and comes to the same', () => {
  fc.assert(
    fc.property(document, document, document, (base, screen, below) => {
      const rebased = rebase(base, screen, below, groups);
      const met = (patch: Patch) =>
        applyPatch(below, patch, groups, (c, all) => isInWhatIsAside(below, c, all));
      const before = met(changeOf(base, screen, groups));
      const after = met(changeOf(rebased.base, rebased.document, groups));
      expect(alike(after.document, before.document), JSON.stringify([base, screen, below, rebased])).toBe(
        true,
      );
      expect(inOrder(after.conflicts)).toEqual(inOrder(before.conflicts));
    }),
    { numRuns: 5_000 },
  );
});

test('every word that was typed stays on screen when the office’s document comes', () => {
  fc.assert(
    fc.property(document, document, document, (base, screen, below) => {
      const { document: shown } = rebase(base, screen, below, groups);
      for (const { path, now } of changed(changeOf(base, screen, groups)))
        if (now !== undefined) expect(stillSays(read(shown, path), now)).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});

test('where nobody else wrote, the base is what the office holds', () => {
  fc.assert(
    fc.property(document, document, (base, screen) => {
      expect(rebase(base, screen, base, groups)).toEqual({
        base,
        document: applyPatch(base, changeOf(base, screen, groups), groups).document,
      });
    }),
    { numRuns: 1_000 },
  );
});

test('what waits for its answer is seen on top of the office’s document, where there is room for it', () => {
  fc.assert(
    fc.property(document, document, document, (base, screen, below) => {
      const patch = changeOf(base, screen, groups);
      const shown = overlay(below, patch, groups);
      for (const { path, now } of changed(placesOf(below, patch, groups)))
        if (now !== undefined && !inTheWay(below, path)) expect(stillSays(read(shown, path), now)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

/** Whether a value says all that another does: an item or a branch may have more in it. */
const stillSays = (value: unknown, wanted: unknown): boolean =>
  same(value, wanted) ||
  alike(value, wanted) ||
  (typeof wanted === 'object' &&
    wanted !== null &&
    typeof value === 'object' &&
    value !== null &&
    (Array.isArray(wanted)
      ? wanted.every((item, i) =>
          typeof item?.id === 'string'
            ? stillSays(read(value, [`#${item.id}`]), item)
            : same((value as unknown[])[i], item),
        )
      : Object.entries(wanted).every(([k, v]) => stillSays(read(value, [k]), v))));
