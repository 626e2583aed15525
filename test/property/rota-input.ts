import fc from 'fast-check';
import type { FixedPlace, RotaInput, Volunteer, Want, Week } from '#shared/rota/rota.ts';
import { addDays } from '#shared/times.ts';

const allWeeks = Array.from({ length: 4 }, (_, i) => addDays('2026-04-06', 7 * i));
const ids = ['Ann', 'Bob', 'Cat', 'Dan', 'Eve', 'Fay', 'Gus', 'Hal', 'Ida'];
export const suiteIds = ['Hereford', 'Telford', 'Worcester'];

const mostly = <T>(usual: T, ...others: T[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, ...others.map((o) => fc.constant(o)));

const anyVolunteer = (id: string): fc.Arbitrary<Volunteer> =>
  fc
    .record({
      panel: mostly('north', 'south', undefined),
      experience: mostly<Volunteer['experience']>(
        { kind: 'accredited', since: '2020-01-01' },
        { kind: 'accredited', since: allWeeks[1] as string },
        { kind: 'probation' },
        { kind: 'training' },
      ),
      vettedUntil: mostly<string | undefined>('2030-01-01', addDays(allWeeks[1] as string, 5), undefined),
      tactSince: mostly<string | undefined>('2020-01-01', undefined, undefined),
      said: fc.array(mostly('free', 'away', 'nothing'), { minLength: 4, maxLength: 4 }),
      conflicts: fc.record({
        suites: fc.subarray(suiteIds, { maxLength: 1 }),
        people: fc.subarray(ids, { maxLength: 2 }),
      }),
    })
    .map(({ said, ...rest }) => ({
      id,
      name: id,
      ...rest,
      availability: Object.fromEntries(
        allWeeks.flatMap((week, i) => (said[i] === 'nothing' ? [] : [[week, said[i] as 'free' | 'away']])),
      ),
    }));

const anyWants = (weeks: readonly Week[], ofQuarter: boolean): fc.Arbitrary<Want[]> =>
  fc
    .tuple(fc.nat(2), fc.nat(ofQuarter ? 3 : 0), fc.nat(ofQuarter ? 1 : 0))
    .map(([weekly, quarterly, tact]) => [
      ...weeks.map((week) => ({ visits: weekly, weeks: [week] })),
      { visits: quarterly, weeks },
      { visits: tact, weeks, tact: true },
    ]);

const anyFixed = (weeks: readonly Week[]): fc.Arbitrary<FixedPlace[]> =>
  fc
    .array(
      fc.record({
        suite: fc.constantFrom(...suiteIds),
        week: fc.constantFrom(...weeks),
        people: fc.array(fc.constantFrom(...ids, 'somebody unknown'), { maxLength: 2 }),
        trainee: mostly<string | undefined>(undefined, 'Ann'),
      }),
      { maxLength: 3 },
    )
    .map((places) => places.map((place, i) => ({ ...place, id: `place ${i}` })));

/** A small scheme with all that goes wrong in one; with or without visits that may move between weeks. */
export const anyInput = (ofQuarter: boolean): fc.Arbitrary<RotaInput> =>
  fc.integer({ min: 1, max: 4 }).chain((n) => {
    const weeks = allWeeks.slice(0, n);
    return fc.record({
      seed: fc.string({ maxLength: 4 }),
      weeks: fc.constant(weeks),
      suites: fc.subarray(suiteIds).chain((chosen) =>
        fc.tuple(
          ...chosen.map((id) =>
            fc.record({
              id: fc.constant(id),
              name: fc.constant(id),
              panel: mostly<string | undefined>('north', 'south', undefined),
              wants: anyWants(weeks, ofQuarter),
            }),
          ),
        ),
      ),
      volunteers: fc.subarray(ids).chain((chosen) => fc.tuple(...chosen.map(anyVolunteer))),
      fixed: anyFixed(weeks),
      history: fc.record({
        together: fc.array(
          fc.record({
            people: fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)),
            times: fc.integer({ min: 1, max: 3 }),
          }),
          { maxLength: 5 },
        ),
        went: fc.array(fc.record({ person: fc.constantFrom(...ids), times: fc.nat(5) }), { maxLength: 5 }),
      }),
      silence: fc.constantFrom('may be asked', 'may not be asked'),
      acrossPanels: fc.boolean(),
    });
  });
