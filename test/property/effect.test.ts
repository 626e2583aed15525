import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectOf, undo } from '#shared/sync/effect.ts';
import { applyPatch } from '#shared/sync/patch.ts';
import { alike, document } from './documents.ts';

test('undoing what changed gives the document before, to its last empty branch and the order of its lists', () => {
  fc.assert(
    fc.property(document, document, (before, after) => {
      const effect = JSON.parse(JSON.stringify(effectOf(before, after, [['c']])));
      expect(undo(after, effect)).toEqual(before);
      expect(alike(applyPatch(before, effect).document, after)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test('what is added to a list is said as the item that it is, so that history can name it', () => {
  const before = { events: [{ id: 'a' }] };
  const after = { events: [{ id: 'a' }, { id: 'b', to: 'read' }], declarations: [{ id: 'c' }] };
  expect(effectOf(before, after)).toEqual([
    { path: ['events', '#b'], now: { id: 'b', to: 'read' } },
    { path: ['declarations'], now: [] },
    { path: ['declarations', '#c'], now: { id: 'c' } },
  ]);
});
