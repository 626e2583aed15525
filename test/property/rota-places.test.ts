import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goersOf, type Shift, shiftState } from '#shared/records/shift.ts';
import { suite } from '../unit/sync/office.ts';
import {
  type Goer,
  otherSuite,
  type RotaOffice,
  rotaOffice,
  southSuite,
  volunteers,
  weeks,
} from '../unit/sync/rota-office.ts';

/**
 * Five volunteers and two who plan, each with a laptop that knows the rota as it was when they last heard of it. What
 * they do reaches the office in any order, stale or not; some of it no application would send.
 */
const goer = fc.constantFrom(...volunteers);
const place = fc.nat(7);
const deed = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant('take' as const), who: goer, place, half: fc.boolean() }),
  },
  fc.record({ what: fc.constant('cover' as const), who: goer, place, asks: fc.boolean() }),
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('instead' as const), who: goer, place, half: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('swap' as const), who: goer, other: goer, place, takes: place }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('accept' as const), which: fc.nat(5) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('put' as const),
      place,
      first: fc.option(goer, { nil: undefined }),
      second: fc.option(goer, { nil: undefined }),
      because: fc.constantFrom('nothing', 'vetting', 'conflict', 'busy', 'panel'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('publish' as const), place }) },
  fc.record({ what: fc.constant('withdraw' as const), place }),
);
const steps = fc.array(fc.record({ deed, stale: fc.boolean() }), { minLength: 5, maxLength: 40 });

type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;

const suites = [suite, otherSuite, southSuite, suite] as const;

/** Eight places: four suites (one twice) in each of two weeks. Eve’s vetting has run out, Finn has nothing to do with Northgate. */
const world = () => {
  const rota = rotaOffice();
  rota.isVolunteer('eve', { status: 'accredited', accredited: '2020-01-01', vettingExpires: '2026-04-10' });
  rota.declares('finn', { kind: 'suite', suite });
  rota.declares('ann', { kind: 'person', other: rota.of('bob') });
  const pairs: readonly (readonly Goer[])[] = [
    ['ann'],
    ['bob', 'finn'],
    ['dora'],
    [],
    ['bob'],
    ['finn', 'ann'],
    [],
    [],
  ];
  const places = pairs.map((pair, i) =>
    rota.makes(pair, { week: weeks[i < 4 ? 0 : 1] as string, suite: suites[i % 4] as string }),
  );
  for (const id of places) rota.moves('clara', id, 'planned');
  return { rota, places };
};

const play = ({ rota, places }: ReturnType<typeof world>, all: readonly Step[]) => {
  const seen = new Map(places.map((id) => [id, rota.shift(id)]));
  const swaps: { swap: string; other: Goer }[] = [];
  for (const { deed: d, stale } of all) {
    const id = 'place' in d ? (places[d.place] as string) : '';
    if (id && !stale) seen.set(id, rota.shift(id));
    const told = stale ? { saw: null } : {};
    const known = seen.get(id) as Shift;
    switch (d.what) {
      case 'take':
        rota.by(d.who, id, { [d.half ? 'first' : 'second']: rota.of(d.who) }, known, told);
        break;
      case 'cover':
        rota.by(d.who, id, { cover: d.asks ? [{ id: rota.of(d.who) }] : undefined }, known, told);
        break;
      case 'instead':
        rota.by(d.who, id, { [d.half ? 'first' : 'second']: rota.of(d.who), cover: undefined }, known, told);
        break;
      case 'swap': {
        // Mostly of the places they have: an exchange of places nobody stands in comes to nothing.
        const takes = places[d.takes] as string;
        const [by, other] = [whoIsIn(rota, id, d.who), whoIsIn(rota, takes, d.other)];
        swaps.push({ swap: rota.asks(by, id, other, takes).swap, other });
        break;
      }
      case 'accept': {
        const one = swaps[d.which % Math.max(1, swaps.length)];
        if (one && rota.swapOf(one.swap)) {
          const before = places.flatMap((p) => (isShown(rota, p) ? goersOf(rota.shift(p)) : [])).sort();
          rota.answers(one.other, one.swap, 'accepted');
          const after = places.flatMap((p) => (isShown(rota, p) ? goersOf(rota.shift(p)) : [])).sort();
          // An exchange neither loses nor doubles anybody.
          expect(after).toEqual(before);
        }
        break;
      }
      case 'put': {
        const people = [d.first, d.second].flatMap((one) => (one ? [rota.of(one)] : []));
        const said = { id: rota.newId(), by: rota.clara, kinds: [d.because], people, reason: 'Agreed' };
        rota.by(
          'clara',
          id,
          {
            first: d.first && rota.of(d.first),
            second: d.second && rota.of(d.second),
            ...(d.because !== 'nothing' && { despite: [...known.despite, said] }),
          },
          known,
          told,
        );
        break;
      }
      case 'publish':
        rota.moves('clara', id, 'planned');
        break;
      case 'withdraw':
        rota.moves('clara', id, 'withdrawn');
    }
    holds(rota, places);
  }
};

const whoIsIn = (rota: RotaOffice, id: string, otherwise: Goer): Goer => {
  const { first, second } = rota.shift(id);
  return volunteers.find((who) => [first, second].includes(rota.of(who))) ?? otherwise;
};

const isShown = (rota: RotaOffice, id: string): boolean => shiftState(rota.shift(id)) === 'planned';

/** What must hold of every planned place, unless somebody said why of just that and of them. */
const holds = (rota: RotaOffice, places: readonly string[]): void => {
  const planned = places.map((id) => rota.shift(id)).filter((s) => shiftState(s) === 'planned');
  const isSaid = (s: Shift, kind: string, people: readonly string[]) =>
    s.despite.some((one) => one.kinds.includes(kind) && people.every((who) => one.people.includes(who)));
  for (const s of planned) {
    const goers = goersOf(s);
    expect(new Set(goers).size).toBe(goers.length);
    for (const who of goers) {
      if (who === rota.of('eve')) expect(isSaid(s, 'vetting', [who])).toBe(true);
      if (who === rota.of('finn') && s.suite === suite) expect(isSaid(s, 'conflict', [who])).toBe(true);
      const isOfPanel = (s.suite === southSuite) === (who === rota.of('dora'));
      if (!isOfPanel) expect(isSaid(s, 'panel', [who])).toBe(true);
      const also = planned.filter(
        (one) => one.id !== s.id && one.week === s.week && goersOf(one).includes(who),
      );
      // Whoever was placed second in a week was placed there for a reason.
      if (also.length > 0)
        expect([s, ...also].filter((one) => !isSaid(one, 'busy', [who])).length).toBeLessThan(2);
    }
    const both = [rota.of('ann'), rota.of('bob')];
    if (both.every((who) => goers.includes(who))) expect(isSaid(s, 'conflict', both)).toBe(true);
  }
};

test('no pair is ever one person, expired, conflicted, of another panel or in two places of one week unless somebody said why, from any laptop and in any order', () => {
  fc.assert(
    fc.property(steps, (all) => play(world(), all)),
    { numRuns: 150 },
  );
});

test('two who take the same empty half make one pair, whoever comes first', () => {
  const two = fc.shuffledSubarray(['bob', 'dora', 'eve', 'finn'] as const, { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(two, (takers) => {
      const rota = rotaOffice();
      for (const who of takers) rota.isVolunteer(who, undefined, rota.shift(rota.makes([])).panel);
      const id = rota.planned(['ann', undefined]);
      const seen = rota.shift(id);
      const answers = takers.map((who) => rota.by(who, id, { second: rota.of(who) }, seen, { saw: null }));
      expect(answers.map(({ kind }) => kind)).toEqual(takers.map((_, i) => (i === 0 ? 'merged' : 'taken')));
      expect(rota.shift(id)).toMatchObject({ first: rota.of('ann'), second: rota.of(takers[0] as Goer) });
    }),
    { numRuns: 30 },
  );
});
