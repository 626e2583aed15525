import fc from 'fast-check';
import { expect, test } from 'vitest';
import { registry } from '#shared/records/registry.ts';
import type { Visit } from '#shared/records/visit.ts';
import { canonical } from '#shared/sync/accept.ts';
import { parseChanged } from '#shared/sync/parse-changed.ts';
import { applyPatch, type Patch } from '#shared/sync/patch.ts';
import { anyForm, anyReport, id } from './reports.ts';

const { schema, groups } = registry.visit;

/** Every place of a document, as patches name it. */
const places = (value: unknown, path: string[] = []): string[][] => {
  const parts: [string, unknown][] = Array.isArray(value)
    ? value.map((item) => [`#${(item as { id: string }).id}`, item])
    : Object.entries(typeof value === 'object' && value !== null ? value : {});
  return parts.flatMap(([key, part]) => [[...path, key], ...places(part, [...path, key])]);
};

/** Fields that a report may have and names that no form writes. */
const keys = [
  'comments',
  'date',
  'sex',
  'detainees',
  'seen',
  'at',
  'later',
  '__proto__',
  'constructor',
  'id',
];
const longer = 'x'.repeat(30_001);
const item = fc.record(
  { id: fc.constantFrom(id(100), id(101), id(777), 'nobody'), order: fc.constantFrom('a', 7) },
  { requiredKeys: [] },
);
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>('10:00', '2026-11-19', '  spaces  ', longer, id(5), 3.5, -1, 2e6),
  fc.constantFrom<unknown>({ value: true }, { not: 'refused' }, { not: 'nonsense' }, { state: 'accepted' }),
  fc.array(item, { maxLength: 4 }),
  item,
);

/** A change that people or somebody hostile may make: at a place that is there, beside it, or in its place. */
const change = (v: Visit): fc.Arbitrary<Patch[number]> =>
  fc
    .record({
      place: fc.constantFrom(...places(v)),
      beside: fc.option(fc.constantFrom(...keys, `#${id(778)}`), { nil: undefined }),
      now: fc.option(value, { nil: undefined, freq: 8 }),
    })
    .map(({ place, beside, now }) => {
      const path = beside === undefined ? place : [...place.slice(0, -1), beside];
      return { path, now: now as never };
    });

/** What stands there is put into the change, so that it applies. */
const seen = (v: Visit, { path, now }: Patch[number]): Patch[number] => {
  const [conflict] = applyPatch(v, [{ path, now, was: 'what nobody wrote' }]).conflicts;
  const was = conflict?.current;
  return { path, ...(was !== undefined && { was }), ...(now !== undefined && { now }) };
};

test('a report of which only what changed is checked is taken or refused as if all of it were', () => {
  const reports = anyForm.chain((form) => anyReport(form)).map((v) => schema.parse(v) as Visit);
  const cases = reports.chain((v) =>
    fc.tuple(fc.constant(v), fc.array(change(v), { minLength: 1, maxLength: 4 })),
  );
  let [taken, refused] = [0, 0];
  fc.assert(
    fc.property(cases, ([before, changes]) => {
      const after = changes.reduce((v, c) => applyPatch(v, [seen(v, c)], groups).document, before);
      const whole = schema.safeParse(after);
      const part = parseChanged(schema, after, before);
      const said = part.refused.map(({ path, message }) => ({ path, message }));
      if (whole.success) {
        taken += 1;
        expect(said).toEqual([]);
        expect(canonical(part.document)).toBe(canonical(whole.data));
      } else {
        refused += 1;
        expect(said).toEqual(whole.error.issues.map(({ path, message }) => ({ path, message })));
      }
    }),
    { numRuns: 1_000 },
  );
  expect(Math.min(taken, refused)).toBeGreaterThan(100);
});
