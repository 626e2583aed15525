import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { findingsIn } from '#shared/checks/timeline.ts';
import { waitsIn } from '#shared/checks/waits.ts';
import { observationLevels, type TimelineEntry, timelineSteps } from '#shared/records/record-check.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const two = (n: number) => String(n).padStart(2, '0');
/** Days around both changes of the clock, so that they are often met. */
const day = fc.constantFrom('2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2026-11-03');
const time = fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `${two(h)}:${two(m)}`);
const moment = fc.record({ on: day, at: time, again: fc.boolean() }, { requiredKeys: [] });
const entry = fc.record(
  {
    id: fc.uuid({ version: 4 }),
    step: fc.constantFrom(...timelineSteps),
    level: fc.constantFrom(...observationLevels),
    done: moment,
    entered: moment,
    notRecorded: fc.boolean(),
  },
  { requiredKeys: ['id'] },
) as fc.Arbitrary<TimelineEntry>;
const entries = fc.uniqueArray(entry, { maxLength: 30, selector: ({ id }) => id });

test('in which order a time line was typed does not matter', () =>
  fc.assert(
    fc.property(
      entries.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        ),
      ),
      ([typed, other]) => {
        expect(findingsIn({ entries: other })).toEqual(findingsIn({ entries: typed }));
        expect(waitsIn({ entries: other })).toEqual(waitsIn({ entries: typed }));
      },
    ),
    { numRuns: 300 },
  ));

test('where this machine stands does not matter', () =>
  fc.assert(
    fc.property(
      entries,
      fc.constantFrom('Pacific/Auckland', 'America/St_Johns', 'UTC', 'Asia/Kolkata'),
      (all, elsewhere) => {
        process.env.TZ = 'Europe/London';
        const here = [findingsIn({ entries: all }), waitsIn({ entries: all })];
        process.env.TZ = elsewhere;
        expect([findingsIn({ entries: all }), waitsIn({ entries: all })]).toEqual(here);
      },
    ),
    { numRuns: 200 },
  ));

test('no wait is negative, and the least is never more than the most', () =>
  fc.assert(
    fc.property(entries, (all) => {
      for (const { minutes, most } of waitsIn({ entries: all }).waits) {
        expect(minutes).toBeGreaterThanOrEqual(0);
        expect(most).toBeGreaterThanOrEqual(minutes);
      }
    }),
    { numRuns: 500 },
  ));

test('a finding rests on entries that are there', () =>
  fc.assert(
    fc.property(entries, (all) => {
      const ids = new Set(all.map(({ id }) => id));
      for (const { entries: own } of findingsIn({ entries: all })) {
        expect(own.length).toBeGreaterThan(0);
        for (const id of own) expect(ids.has(id)).toBe(true);
      }
    }),
    { numRuns: 200 },
  ));
