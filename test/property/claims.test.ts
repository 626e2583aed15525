import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountsOf, milesOf, parsePounds, pounds, totalOf } from '#shared/claims/amounts.ts';
import { defaultClaimRates } from '#shared/claims/rates.ts';
import { yearContaining } from '#shared/periods.ts';
import { type Claim, type ClaimLine, type ClaimRate, claimId } from '#shared/records/claim.ts';
import { isWithOffice, visitState } from '#shared/records/visit.ts';
import { recordKey } from '#shared/sync/accept.ts';
import { putting } from '#shared/sync/patch.ts';
import { begun, id, newOffice, person } from '../unit/sync/office.ts';

const yearOf = (day: string) => yearContaining(day, 4).id;
const days = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const tenths = (most: number) => fc.integer({ min: 1, max: most * 10 }).map((value) => value / 10);

const meal = id(60);
const rate = fc.record({
  id: fc.uuid(),
  from: days,
  mile: tenths(90),
  beyond: fc.option(fc.record({ miles: fc.integer({ min: 0, max: 3_000 }), mile: tenths(90) }), {
    nil: undefined,
  }),
  subsistence: fc.constantFrom<ClaimRate['subsistence']>([], [{ id: meal, name: 'Lunch', most: 800 }]),
}) as fc.Arbitrary<ClaimRate>;
const line = fc.oneof(
  fc.record({ id: fc.uuid(), kind: fc.constant('mileage' as const), on: days, miles: tenths(2_000) }),
  fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom('subsistence' as const, 'fare' as const, 'other' as const),
    on: days,
    pence: fc.integer({ min: 1, max: 5_000 }),
    rate: fc.constantFrom(undefined, meal),
  }),
);
const inOrder = (rates: ClaimRate[]) => rates.toSorted((a, b) => (a.from < b.from ? -1 : 1));
const rates = fc.uniqueArray(rate, { maxLength: 4, selector: ({ from }) => from }).map((all) => inOrder(all));
const lines = fc.uniqueArray(line, { maxLength: 25, selector: ({ id: one }) => one }) as fc.Arbitrary<
  ClaimLine[]
>;

describe('What claims come to', () => {
  test('a total is the sum of its lines, in whole pence, whatever order they are written in', () => {
    fc.assert(
      fc.property(lines, rates, fc.infiniteStream(fc.nat()), (all, known, dice) => {
        const amounts = amountsOf(all, known, yearOf);
        const { pence } = totalOf(all, amounts);
        expect(pence).toBe(all.reduce((sum, one) => sum + (amounts.get(one.id)?.pence ?? 0), 0));
        expect([...amounts.values()].every((one) => one.pence === null || Number.isInteger(one.pence))).toBe(
          true,
        );
        const shuffled = all
          .map((one) => ({ one, at: dice.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(new Map([...amountsOf(shuffled, known, yearOf)].sort())).toEqual(new Map([...amounts].sort()));
      }),
    );
  });

  test('a rate changes nothing before its day', () => {
    fc.assert(
      fc.property(lines, rates, rate, (all, known, added) => {
        const others = known.filter(({ from }) => from !== added.from);
        const before = amountsOf(all, others, yearOf);
        const after = amountsOf(all, inOrder([...others, added]), yearOf);
        for (const one of all) if (one.on < added.from) expect(after.get(one.id)).toEqual(before.get(one.id));
      }),
    );
  });

  test('miles beyond the limit of a year are paid as that, wherever in a line the limit lies', () => {
    const known: ClaimRate[] = [
      { id: id(61), from: '2024-01-01', mile: 45, beyond: { miles: 10_000, mile: 25 }, subsistence: [] },
    ];
    const year = fc.array(tenths(2_000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(year, (miles) => {
        const all = miles.map(
          (driven, i): ClaimLine => ({
            id: id(i),
            kind: 'mileage',
            for: { type: 'visit', id: id(99) },
            on: `2024-05-${String(i + 1).padStart(2, '0')}`,
            miles: driven,
          }),
        );
        const sum = milesOf(all);
        const whole = Math.min(sum, 10_000) * 45 + Math.max(0, sum - 10_000) * 25;
        // Each line is rounded by itself: together they are off by half a penny each at most.
        expect(Math.abs(totalOf(all, amountsOf(all, known, yearOf)).pence - whole)).toBeLessThanOrEqual(
          all.length / 2 + 1e-6,
        );
      }),
    );
  });

  test.each([
    ['to the limit', 9_990, 10, 450],
    ['across it', 9_990, 20, 700],
    ['beyond it', 10_000, 20, 500],
    ['half a penny up', 0, 0.1, 5],
    ['half a penny up beyond the limit', 10_000, 0.1, 3],
  ])('a journey %s', (_, before, miles, pence) => {
    const all = [
      ...Array.from({ length: 10 }, (__, i) => ({ id: id(i), miles: before / 10, on: '2025-05-01' })),
      { id: id(50), miles, on: '2025-05-02' },
    ].map((one) => ({ ...one, kind: 'mileage', for: { type: 'visit', id: id(99) } })) as ClaimLine[];
    expect(amountsOf(all, defaultClaimRates, yearOf).get(id(50))?.pence).toBe(pence);
  });

  test('a new year of the office begins at the first rate again; another rate from its day on', () => {
    const driven = (n: number, on: string, miles: number) =>
      ({ id: id(n), kind: 'mileage', for: { type: 'visit', id: id(99) }, on, miles }) as ClaimLine;
    const all = [
      ...Array.from({ length: 6 }, (_, i) => driven(i, '2026-03-30', 2_000)),
      driven(20, '2026-03-31', 10),
      driven(21, '2026-04-01', 10),
      driven(22, '2026-04-06', 10),
      driven(23, '2011-04-05', 10),
    ];
    const amounts = amountsOf(all, defaultClaimRates, yearOf);
    expect([20, 21, 22, 23].map((n) => amounts.get(id(n))?.pence)).toEqual([250, 450, 550, null]);
  });

  test('a meal is paid to what is paid at most, and it is said that it was cut', () => {
    const known = [
      { id: id(61), from: '2024-01-01', mile: 45, subsistence: [{ id: meal, name: 'Lunch', most: 800 }] },
    ];
    const eaten = (n: number, pence: number, of?: string) =>
      ({
        id: id(n),
        kind: 'subsistence',
        for: { type: 'visit', id: id(99) },
        on: '2024-05-01',
        pence,
        rate: of,
      }) as ClaimLine;
    const amounts = amountsOf([eaten(1, 801, meal), eaten(2, 800, meal), eaten(3, 900)], known, yearOf);
    expect([...amounts.values()]).toEqual([
      { pence: 800, cut: true },
      { pence: 800, cut: false },
      { pence: 900, cut: false },
    ]);
  });

  test('pounds are read as they are written', () => {
    fc.assert(fc.property(fc.nat(999_999), (pence) => parsePounds(pounds(pence)) === pence));
    expect(['£7.5', '7', ' 1,234.05 ', '7.555', '-3', 'seven'].map(parsePounds)).toEqual([
      750,
      700,
      123_405,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

/** What may happen at the office, in any order: a report is drafted, sent, corrected, destroyed; a claim comes. */
const happenings = ['drafts', 'readies', 'claims', 'claimsFare', 'destroys', 'withdrawsLine'] as const;

test('in whatever order things come, a claim at the office never names a visit before its report has come', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...happenings), { maxLength: 14 }), (order) => {
      const office = newOffice();
      const visit = id(10);
      const claim = claimId(id(0), person('ann'), '2026-05');
      const held = () => office.document<Claim>('claim', claim);
      const lineOf = (n: number, more: object = {}) => ({
        id: id(n),
        kind: 'fare',
        for: { type: 'visit', id: visit },
        on: '2026-05-04',
        pence: 100,
        ...more,
      });
      let hasCome = false;
      const deeds: Record<(typeof happenings)[number], () => unknown> = {
        drafts: () => office.sends('ann', 'visit', visit, [putting([], begun())]),
        readies: () => office.report() && office.moves('ann', 'draft', 'ready'),
        claims: () =>
          office.sends('ann', 'claim', claim, [
            putting([], {
              id: claim,
              events: [],
              person: person('ann'),
              month: '2026-05',
              lines: [lineOf(700)],
            }),
          ]),
        claimsFare: () =>
          office.sends('ann', 'claim', claim, [putting(['lines', `#${id(701)}`], lineOf(701))]),
        // Put aside in the very change that names it.
        withdrawsLine: () =>
          office.sends('ann', 'claim', claim, [
            putting(['lines', `#${id(702)}`], lineOf(702, { removed: '2026-05-05T10:00:00.000Z' })),
          ]),
        destroys: () => office.report() && office.state.records.set(recordKey('visit', visit), 'purged'),
      };
      for (const deed of order) {
        deeds[deed]();
        const report = office.report();
        hasCome ||= report !== undefined && isWithOffice(visitState(report));
        if (!hasCome) expect(JSON.stringify(held() ?? null)).not.toContain(visit);
      }
    }),
  );
});
