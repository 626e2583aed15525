import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { declaredContent, owingOf, withoutRemoved } from '#shared/records/declared.ts';
import { type Visit, visit } from '#shared/records/visit.ts';
import { applyPatch, diff, same } from '#shared/sync/patch.ts';

const id = (n: number) => `0190a5c2-0000-7000-8000-${String(n).padStart(12, '0')}`;
const at = '2026-01-01T00:00:00.000Z';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

const optional = <T extends Record<string, fc.Arbitrary<unknown>>>(fields: T) =>
  fc.record(fields, { requiredKeys: [] });
const words = fc.constantFrom('calm', 'cold', 'busy');
const answers = fc.dictionary(
  fc.constantFrom('food', 'drink'),
  fc.oneof(
    words.map((value) => ({ value })),
    fc.constant({ not: 'refused' as const }),
  ),
);
const removed = fc.option(fc.constant({ removed: at }), { nil: {} });
const list = <T extends object>(first: number, fields: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(4), fields, removed), { selector: ([n]) => n, maxLength: 4 })
    .map((items) =>
      items
        .toSorted(([a], [b]) => a - b)
        .map(([n, said, put]) => ({ id: id(first + n), order: id(first + n), ...said, ...put })),
    );

const reports: fc.Arbitrary<Visit> = optional({
  comments: words,
  suite: fc.constant(id(90)),
  visitor1: fc.constant(id(71)),
  visitor2: fc.constantFrom(id(71), id(72)),
  shared: fc.dictionary(fc.constant('comments'), fc.boolean()),
  detainees: list(
    100,
    optional({
      custodyNumber: words,
      seen: fc.constantFrom({}, { state: 'accepted' }, { state: 'declined', record: true }),
      answers,
    }),
  ),
  matters: list(200, optional({ what: words, detainee: fc.nat(4).map((n) => id(100 + n)) })),
  calls: list(300, optional({ told: words })),
}).map((said) =>
  visit.parse({
    id: id(1),
    form: { id: id(80), version: 1 },
    events: [],
    corrections: [],
    counts: {},
    answers: {},
    ...said,
  }),
);

test('what is declared is neither what the office did nor the order in which things were typed', () => {
  fc.assert(
    fc.property(reports, (v) => {
      const { id: _, ...rest } = v;
      const later = visit.parse({
        ...Object.fromEntries(Object.entries(rest).toReversed()),
        id: id(2),
        reference: 'V2026/0001',
        form: { id: id(81), version: 2 },
        events: [{ id: id(50), from: 'draft', to: 'ready', by: id(71), at }],
        corrections: [{ id: id(51), by: id(71), at, reason: 'x', changes: [] }],
        declarations: [{ id: id(52), by: id(71), at, how: 'own', content: 'a'.repeat(64) }],
        notNames: { Grace: true },
      });
      expect(declaredContent(later)).toBe(declaredContent(v));
    }),
  );
});

test('putting an item aside and making ready come to the same declared content, and undoing brings the old one back', () => {
  fc.assert(
    fc.property(reports, (v) => {
      const settled = withoutRemoved(v);
      expect(declaredContent(settled)).toBe(declaredContent(v));
      expect(withoutRemoved(settled)).toEqual(settled);
      expect(JSON.stringify(settled)).not.toContain('"removed"');
      // The change that makes it so is one that the patch can say.
      expect(same(applyPatch(v, diff(v, settled)).document, settled)).toBe(true);

      const [first] = v.detainees?.filter((d) => !d.removed) ?? [];
      if (!first) return;
      const aside = applyPatch(v, [{ path: ['detainees', `#${first.id}`, 'removed'], now: at }]).document;
      expect(declaredContent(aside)).not.toBe(declaredContent(v));
      const back = applyPatch(aside, [{ path: ['detainees', `#${first.id}`, 'removed'], was: at }]).document;
      expect(declaredContent(back)).toBe(declaredContent(v));
    }),
  );
});

test('a declaration lapses with any answer that is changed, and stands again when it is changed back', () => {
  fc.assert(
    fc.property(reports, reports, (v, other) => {
      const places = diff(withoutRemoved(v), withoutRemoved(other)).filter((c) => c.path[0] !== 'counts');
      const emptied = (value: unknown): boolean =>
        value === undefined ||
        (typeof value === 'object' && value !== null && Object.values(value).every(emptied));
      for (const { path, was, now } of places) {
        // Nothing was said, or a matter is of a detainee whom only the other report has.
        if ((emptied(was) && emptied(now)) || path.at(-1) === 'detainee') continue;
        const next = applyPatch(withoutRemoved(v), [
          { path, ...(was !== undefined && { was }), ...(now !== undefined && { now }) },
        ]);
        if (next.conflicts.length > 0) continue;
        expect(declaredContent(next.document), path.join('.')).not.toBe(declaredContent(v));
      }
      const and = applyPatch(v, diff(v, other)).document;
      expect(declaredContent(and)).toBe(declaredContent(other));
    }),
  );
});

test('answering and taking the answer back leaves no trace in what is declared', () => {
  fc.assert(
    fc.property(reports, (v) => {
      const typed = applyPatch(v, [{ path: ['groups', 'rights'], now: 'to report' }]).document;
      const taken = applyPatch(typed, [{ path: ['groups', 'rights'], was: 'to report' }]).document;
      expect(declaredContent(taken)).toBe(declaredContent(v));
    }),
  );
});

test('a report that the office has is owed by each visitor once until they declare what it says', () => {
  const received = [{ id: id(50), from: 'ready', to: 'received', by: 'office', at }];
  fc.assert(
    fc.property(reports, fc.subarray([id(71), id(72)]), fc.boolean(), (v, declared, lapsed) => {
      expect(owingOf(v, hash)).toEqual([]);
      const content = lapsed ? 'b'.repeat(64) : hash(declaredContent(v));
      const declarations = declared.map((by, i) => ({
        id: id(60 + i),
        by,
        at,
        how: 'own' as const,
        content,
      }));
      const owing = owingOf({ ...v, events: received, declarations }, hash);
      const visitors = [...new Set([v.visitor1, v.visitor2].filter((one) => one !== undefined))];
      expect(owing).toEqual(visitors.filter((one) => lapsed || !declared.includes(one)));
      const imported = { reference: 'OLD/1', file: 'old.csv' };
      expect(owingOf({ ...v, events: received, imported }, hash)).toEqual([]);
    }),
  );
});
