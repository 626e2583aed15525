import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importKinds } from '#shared/import-views.ts';
import type { ImportContext, ImportRow } from '#shared/imports/importer.ts';
import { importers } from '#shared/imports/importers.ts';
import { registry } from '#shared/records/registry.ts';
import { methods, outcomes, purposes, type Visit } from '#shared/records/visit.ts';
import { context } from '../unit/imports/context.ts';

/** Cells as files have them: what a column expects, what it might, and anything at all. */
const someCell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'Hereford',
    'Ann Ashby',
    '2022-11-30',
    '30/11/2022',
    '2022-11',
    '14:30',
    '12',
    '1,234',
  ),
  fc.constantFrom('yes', 'completed', 'open', 'active', 'in-person', '0.5', '-1', '1e3', '__proto__', '=1+1'),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.integer({ min: 199, max: 31_000 }).map((n) => 'x'.repeat(n)),
);
const anyRow = (columns: string[]): fc.Arbitrary<ImportRow> =>
  fc
    .record(Object.fromEntries(columns.map((name) => [name, someCell])), { requiredKeys: [] })
    .map((row) => row as ImportRow);
const anyContext: fc.Arbitrary<ImportContext> = fc.boolean().map((create) => ({ ...context, create }));

test.each(importKinds)('any row of %s is read or refused, and what is read the schema accepts', (kind) => {
  const importer = importers[kind];
  fc.assert(
    fc.property(anyRow(Object.keys(importer.columns)), anyContext, (row, ctx) => {
      const outcome = importer.read(row, ctx);
      const id = importer.identity(row, ctx);
      if (!outcome.ok) {
        expect(outcome.problems.length).toBeGreaterThan(0);
        for (const p of outcome.problems) expect(Object.keys(importer.columns)).toContain(p.column);
        return;
      }
      expect(outcome.documents[0].type).toBe(importer.type);
      expect(outcome.documents[0].document.id).toBe(id);
      for (const { type, document } of outcome.documents) {
        expect(registry[type].schema.parse(document)).toEqual(document);
        expect(JSON.parse(JSON.stringify(document))).toEqual(document);
      }
    }),
    { numRuns: 2_000 },
  );
});

test.each(importKinds)(
  'the same row of %s twice is the same, and over its own record changes nothing',
  (kind) => {
    const importer = importers[kind];
    fc.assert(
      fc.property(anyRow(Object.keys(importer.columns)), anyContext, (row, ctx) => {
        const first = importer.read(row, ctx);
        expect(importer.read({ ...row }, ctx)).toEqual(first);
        if (!first.ok) return;
        const known = first.documents[0].document;
        const again = importer.read(row, ctx, known);
        expect(again.ok && again.documents[0].document).toBe(known);
      }),
      { numRuns: 2_000 },
    );
  },
);

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const day = fc
  .date({ min: new Date('1985-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const aCount = fc.oneof(fc.constant(''), fc.nat(1_000_000).map(String));
const maybe = (values: readonly string[]) => fc.constantFrom('', ...values);

const goodVisit = fc.record({
  reference: fc.stringMatching(/^[A-Z]{1,3}\/\d{2}\/\d{1,5}$/),
  suite: fc.constantFrom('Hereford', 'HEREFORD'),
  date: day,
  outcome: fc.constantFrom(...outcomes),
  method: maybe(methods),
  purpose: maybe(purposes),
  arrived: clock,
  admitted: clock,
  left: clock,
  held: aCount,
  not_available: aCount,
  not_offered: aCount,
  offered: aCount,
  accepted: aCount,
  declined: aCount,
  observed_only: aCount,
  record_only: aCount,
  comments: fc.string({ unit: 'grapheme', maxLength: 200 }).map((s) => s.trim()),
});

/** A visit written back as the row of a file. */
const rowOf = (v: Visit): Record<string, string> => ({
  reference: v.imported?.reference ?? '',
  date: v.date ?? '',
  outcome: v.outcome ?? '',
  method: v.method ?? '',
  purpose: v.purpose ?? '',
  arrived: v.arrived ?? '',
  admitted: v.admitted ?? '',
  left: v.left ?? '',
  held: String(v.counts.total?.held ?? ''),
  not_available: String(v.counts.total?.notAvailable ?? ''),
  not_offered: String(v.counts.total?.notOffered ?? ''),
  offered: String(v.counts.total?.offered ?? ''),
  accepted: String(v.counts.total?.accepted ?? ''),
  declined: String(v.counts.total?.declined ?? ''),
  observed_only: String(v.counts.total?.observedOnly ?? ''),
  record_only: String(v.counts.total?.recordOnly ?? ''),
  comments: v.comments ?? '',
});

test('a good visit comes back out as it went in', () =>
  fc.assert(
    fc.property(goodVisit, (row) => {
      const outcome = importers.visits.read(row, context);
      expect(outcome.ok).toBe(true);
      if (!outcome.ok) return;
      const { suite: _, ...rest } = row;
      expect(rowOf(outcome.documents[0].document as Visit)).toEqual(rest);
    }),
  ));

test('a changed cell of a good visit changes that place and no other', () =>
  fc.assert(
    fc.property(
      goodVisit,
      goodVisit,
      fc.constantFrom('held', 'comments', 'left', 'outcome', 'purpose'),
      (a, b, column) => {
        const read = (row: ImportRow, existing?: object) => {
          const outcome = importers.visits.read(row, context, existing);
          if (!outcome.ok) throw new Error('a good row was refused');
          return outcome.documents[0].document as Visit;
        };
        const changed = { ...a, [column]: b[column as keyof typeof b] };
        expect({ ...read(changed, read(a)), counts: undefined }).toEqual({
          ...read(changed),
          counts: undefined,
        });
        expect(read(changed, read(a)).counts.total ?? {}).toEqual(read(changed).counts.total ?? {});
      },
    ),
  ));
