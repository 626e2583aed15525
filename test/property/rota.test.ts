import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objections } from '#shared/rota/objections.ts';
import { propose } from '#shared/rota/propose.ts';
import type { Opening, Proposal, RotaInput, Volunteer, Week } from '#shared/rota/rota.ts';
import { addDays } from '#shared/times.ts';
import { anyInput, suiteIds } from './rota-input.ts';

/** The rules once more, as plainly as they can be said. */
const may = (input: RotaInput, id: string, at: Opening): boolean => {
  const v = input.volunteers.find((one) => one.id === id);
  const suite = input.suites.find((one) => one.id === at.suite);
  if (!v || v.experience.kind === 'training') return false;
  if (suite?.panel && suite.panel !== v.panel && !input.acrossPanels) return false;
  if (v.availability[at.week] === 'away') return false;
  if (v.availability[at.week] === undefined && input.silence === 'may not be asked') return false;
  if (!v.vettedUntil || v.vettedUntil < addDays(at.week, 6)) return false;
  if (at.tact && !(v.tactSince && v.tactSince <= at.week)) return false;
  return !v.conflicts?.suites?.includes(at.suite);
};

const mayPair = (input: RotaInput, a: string, b: string, week: Week): boolean => {
  const [one, other] = [a, b].map((id) => input.volunteers.find((v) => v.id === id));
  const isLead = (v: Volunteer | undefined) =>
    v?.experience.kind === 'accredited' && v.experience.since <= week;
  const inConflict = one?.conflicts?.people?.includes(b) || other?.conflicts?.people?.includes(a);
  return a !== b && !inConflict && (isLead(one) || isLead(other));
};

const goersOf = (p: { people: readonly string[]; trainee?: string | undefined }) =>
  p.trainee ? [...p.people, p.trainee] : p.people;
const fixedIn = (input: RotaInput, week: Week) =>
  input.fixed.filter((p) => p.week === week && p.people.length > 0);

/** The most of these visits of one week that can be made at once, by trying everything. */
const most = (input: RotaInput, openings: readonly Opening[], busy: readonly string[]): number => {
  const [at, ...rest] = openings;
  if (!at) return 0;
  let best = most(input, rest, busy);
  const free = input.volunteers.map(({ id }) => id).filter((id) => !busy.includes(id) && may(input, id, at));
  for (const [i, a] of free.entries())
    for (const b of at.with === undefined ? free.slice(i + 1) : [at.with]) {
      if (best === openings.length) return best;
      if (!mayPair(input, a, b, at.week)) continue;
      best = Math.max(best, 1 + most(input, rest, [...busy, a, b]));
    }
  return best;
};

/** The visits that were filled in a week, as they stood open before. */
const filledIn = (input: RotaInput, { places }: Proposal, week: Week): Opening[] =>
  places
    .filter((p) => p.week === week)
    .map(({ id, suite, tact, people }) => {
      const half = input.fixed.some((p) => p.id === id);
      return { suite, week, tact, ...(half && { with: people[0] }) };
    });

const busyIn = (input: RotaInput, week: Week) => fixedIn(input, week).flatMap(goersOf);

describe('a proposal', () => {
  it('keeps every rule, and nobody goes twice in a week', () => {
    fc.assert(
      fc.property(anyInput(true), (input) => {
        const { places } = propose(input);
        for (const place of places) {
          const { week, people } = place;
          const half = input.fixed.find(({ id }) => id === place.id);
          expect(mayPair(input, people[0], people[1], week)).toBe(true);
          for (const id of people.filter((one) => !half?.people.includes(one))) {
            expect(may(input, id, place)).toBe(true);
            const others = [...fixedIn(input, week), ...places.filter((p) => p !== place && p.week === week)];
            expect(others.filter((p) => goersOf(p).includes(id))).toEqual([]);
          }
          if (!half)
            expect(objections(input, place).filter(({ weight }) => weight === 'must not')).toEqual([]);
        }
      }),
    );
  });

  it('makes as many visits as are wanted, or leaves a gap for each', () => {
    fc.assert(
      fc.property(anyInput(true), (input) => {
        const { places, gaps } = propose(input);
        for (const suite of input.suites) {
          const wanted = suite.wants.reduce((sum, { visits }) => sum + visits, 0);
          const made = [...places, ...gaps, ...input.fixed.filter(({ people }) => people.length === 2)];
          expect(made.filter((p) => p.suite === suite.id).length).toBeGreaterThanOrEqual(wanted);
        }
      }),
    );
  });

  it('leaves no gap that could be filled, however the others of that week were exchanged', () => {
    fc.assert(
      fc.property(anyInput(true), (input) => {
        const proposal = propose(input);
        for (const gap of proposal.gaps)
          for (const week of gap.weeks) {
            const openings = [...filledIn(input, proposal, week), { ...gap, week }];
            expect(most(input, openings, busyIn(input, week))).toBe(openings.length - 1);
          }
      }),
    );
  });

  it('makes the most visits of every week that there are hands for', () => {
    fc.assert(
      fc.property(anyInput(false), (input) => {
        const proposal = propose(input);
        for (const week of input.weeks) {
          const filled = filledIn(input, proposal, week);
          const left = proposal.gaps.filter((g) => g.weeks.includes(week)).map((g) => ({ ...g, week }));
          expect(filled).toHaveLength(most(input, [...filled, ...left], busyIn(input, week)));
        }
      }),
    );
  });

  it('is the same for the same input, in whatever order its lists stand', () => {
    const turned = (input: RotaInput): RotaInput => ({
      ...input,
      weeks: input.weeks.toReversed(),
      suites: input.suites.toReversed().map((s) => ({
        ...s,
        wants: s.wants.toReversed().map((w) => ({ ...w, weeks: w.weeks.toReversed() })),
      })),
      volunteers: input.volunteers.toReversed(),
      fixed: input.fixed.toReversed(),
      history: {
        together: input.history.together
          .toReversed()
          .map(({ people: [a, b], times }) => ({ people: [b, a], times })),
        went: input.history.went.toReversed(),
      },
    });
    fc.assert(
      fc.property(anyInput(true), (input) => {
        const proposal = propose(input);
        expect(propose(structuredClone(input))).toEqual(proposal);
        expect(propose(turned(input))).toEqual(proposal);
      }),
    );
  });

  it('moves nothing that stands, and writes nothing into its input', () => {
    fc.assert(
      fc.property(anyInput(true), (input) => {
        const before = structuredClone(input);
        const { places } = propose(input);
        expect(input).toEqual(before);
        for (const place of places.filter(({ id }) => id !== undefined)) {
          const stood = input.fixed.find(({ id }) => id === place.id);
          expect(stood?.people).toHaveLength(1);
          expect(place).toMatchObject({ ...stood, people: [stood?.people[0], expect.anything()] });
        }
      }),
    );
  });

  it('explains with facts of the input alone, and knows no day and no time', () => {
    const dayOrTime =
      /\d{4}|\d[:.]\d|\d ?(am|pm)\b|\b(mon|tues|wednes|thurs|fri|satur|sun)day|morning|evening|night|\b(april|may \d)/i;
    fc.assert(
      fc.property(anyInput(true), (input) => {
        const { places, gaps } = propose(input);
        const ids = new Set(places.map(({ id }) => id));
        const all = [...input.fixed.filter(({ id }) => !ids.has(id)), ...places];
        for (const { people, why } of places) {
          const named = why.match(/\b(Ann|Bob|Cat|Dan|Eve|Fay|Gus|Hal|Ida)\b/g) ?? [];
          expect(named.filter((name) => !people.includes(name))).toEqual([]);
          expect(why).not.toMatch(dayOrTime);
          for (const id of people.filter((one) => input.volunteers.some((v) => v.id === one))) {
            const visits = all.filter((p) => p.people.includes(id)).length;
            expect(why).toMatch(new RegExp(`(${id}|each) has ${visits} visits? this quarter`));
          }
          const together = input.history.together
            .filter((t) => people.every((id) => t.people.includes(id)))
            .reduce((sum, { times }) => sum + times, 0);
          if (together > 0) expect(why).not.toContain('have not visited together');
        }
        for (const { why } of gaps) {
          expect(why).not.toMatch(dayOrTime);
          expect(why).not.toContain('could go;');
        }
        expect(JSON.stringify({ places, gaps })).not.toMatch(/score|rank/i);
      }),
    );
  });

  it('shares visits evenly to one where everybody could make any', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 6, max: 24 }),
        fc.integer({ min: 1, max: 13 }),
        fc.string({ maxLength: 3 }),
        (suites, volunteers, length, seed) => {
          const weeks = Array.from({ length }, (_, i) => addDays('2026-04-06', 7 * i));
          const people = Array.from({ length: volunteers }, (_, i) => `v${i}`);
          const { places, gaps } = propose({
            seed,
            weeks,
            suites: suiteIds.slice(0, suites).map((id) => ({
              id,
              name: id,
              wants: weeks.map((week) => ({ visits: 1, weeks: [week] })),
            })),
            volunteers: people.map((id) => ({
              id,
              name: id,
              experience: { kind: 'accredited', since: '2020-01-01' },
              vettedUntil: '2030-01-01',
              availability: Object.fromEntries(weeks.map((week) => [week, 'free'])),
            })),
            fixed: [],
            history: { together: [], went: [] },
            silence: 'may not be asked',
            acrossPanels: false,
          });
          expect(gaps).toEqual([]);
          const visits = people.map((id) => places.filter((p) => p.people.includes(id)).length);
          expect(Math.max(...visits) - Math.min(...visits)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
