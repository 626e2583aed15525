import { describe, expect, it } from 'vitest';
import { propose } from '#shared/rota/propose.ts';
import type { RotaInput } from '#shared/rota/rota.ts';
import { rota, suite, volunteer, weeksOf } from './rota.ts';

const weeks = weeksOf(13);
const [first, second] = weeks as [string, string];

/** One visit in one week, and who there is for it. */
const oneVisit = (volunteers: RotaInput['volunteers'], more: Partial<RotaInput> = {}) =>
  propose(rota([first], { suites: [suite('Telford', [first])], volunteers, ...more }));

const free = (id: string, more = {}) => volunteer(id, weeks, more);
const probation = { experience: { kind: 'probation' } } as const;

describe('a proposed pair', () => {
  it('is explained in one sentence of facts', () => {
    const { places, gaps } = oneVisit([free('Ann'), free('Bob')]);
    expect(gaps).toEqual([]);
    expect(places).toEqual([
      {
        suite: 'Telford',
        week: first,
        tact: false,
        people: ['Ann', 'Bob'],
        why: 'Ann and Bob: both are free; they have not visited together this year; each has 1 visit this quarter, the fewest',
      },
    ]);
  });

  it('tells who is on probation, who said nothing, who helps out and who knows whom', () => {
    const { places } = oneVisit(
      [free('Ann', { availability: {} }), free('Bob', { ...probation, panel: 'south' })],
      {
        silence: 'may be asked',
        acrossPanels: true,
        history: { together: [{ people: ['Bob', 'Ann'], times: 2 }], went: [] },
      },
    );
    expect(places.map(({ why }) => why)).toEqual([
      'Ann and Bob: Ann has not said anything of that week and Bob is free; Ann is accredited and Bob is on probation; ' +
        'Bob helps out from another panel; they have visited together twice this year; each has 1 visit this quarter, the fewest',
    ]);
  });

  it('is found for somebody who stands alone, and keeps them and its id', () => {
    const fixed = [{ id: 'p1', suite: 'Telford', week: first, people: ['Bob'] }];
    const { places, gaps } = oneVisit([free('Ann', probation), free('Bob', probation), free('Cat')], {
      fixed,
    });
    expect(gaps).toEqual([]);
    expect(places).toEqual([
      expect.objectContaining({
        id: 'p1',
        people: ['Bob', 'Cat'],
        why: expect.stringContaining('Bob stands there already; Cat is free'),
      }),
    ]);
  });

  it('takes who went less this year where the quarter is alike', () => {
    const history = { together: [], went: ['Ann', 'Cat', 'Dan'].map((person) => ({ person, times: 1 })) };
    const volunteers = ['Ann', 'Bob', 'Cat', 'Dan', 'Eve'].map((id) => free(id));
    expect(oneVisit(volunteers, { history }).places[0]?.people).toEqual(['Bob', 'Eve']);
  });

  it('is a new one where all others have been together', () => {
    const together = [
      ['Ann', 'Bob'],
      ['Ann', 'Cat'],
      ['Bob', 'Dan'],
      ['Cat', 'Dan'],
      ['Ann', 'Dan'],
    ].map(([a, b]) => ({ people: [a, b] as [string, string], times: 1 }));
    const volunteers = ['Ann', 'Bob', 'Cat', 'Dan'].map((id) => free(id));
    expect(oneVisit(volunteers, { history: { together, went: [] } }).places[0]?.people).toEqual([
      'Bob',
      'Cat',
    ]);
  });

  it('for a TACT visit is accredited for it, both of them', () => {
    const tact = [suite('Telford', [], { wants: [{ visits: 1, weeks, tact: true }] })];
    const since = (tactSince: string) => ({ tactSince });
    const { places } = propose(
      rota(weeks.slice(0, 2), {
        suites: tact,
        volunteers: [free('Ann', since('2020-01-01')), free('Bob', since(second)), free('Cat')],
      }),
    );
    expect(places.map(({ week, people }) => [week, people])).toEqual([[second, ['Ann', 'Bob']]]);
    expect(places[0]?.why).toContain('both are accredited for TACT visits');
  });
});

describe('visits of a quarter', () => {
  it('are spread over its weeks', () => {
    const suites = [suite('Telford', [], { wants: [{ visits: 3, weeks }] })];
    const { places } = propose(rota(weeks, { suites, volunteers: [free('Ann'), free('Bob')] }));
    expect(places.map(({ week }) => weeks.indexOf(week))).toEqual([2, 6, 10]);
  });

  it('move to weeks in which there are hands, also by making room for each other', () => {
    const only = (...of: string[]) => ({
      availability: Object.fromEntries(of.map((w) => [w, 'free' as const])),
    });
    const quarter = { wants: [{ visits: 1, weeks: [first, second] }] };
    const { places, gaps } = propose(
      rota([first, second], {
        suites: [suite('Hereford', [], { ...quarter, panel: 'south' }), suite('Telford', [], quarter)],
        acrossPanels: true,
        volunteers: [
          free('Ann', { ...only(first, second), conflicts: { suites: [] } }),
          free('Bob', only(first)),
          free('Cat', { ...only(second), conflicts: { suites: ['Hereford'] } }),
        ],
      }),
    );
    expect(gaps).toEqual([]);
    expect(places.map(({ week, suite, people }) => [week, suite, ...people])).toEqual([
      [first, 'Hereford', 'Ann', 'Bob'],
      [second, 'Telford', 'Ann', 'Cat'],
    ]);
  });
});

describe('a gap', () => {
  const why = (volunteers: RotaInput['volunteers'], more: Partial<RotaInput> = {}) => {
    const { places, gaps } = oneVisit(volunteers, more);
    expect(places).toEqual([]);
    return gaps.map((gap) => gap.why).join();
  };

  it('says why nobody could fill it', () => {
    expect(why([])).toBe('Nobody else is of the panel');
    expect(why([free('Ann', { availability: { [first]: 'away' } }), free('Bob', { availability: {} })])).toBe(
      'Nobody else of the panel is free',
    );
    expect(why(['Ann', 'Bob', 'Cat'].map((id) => free(id, probation)))).toBe(
      'Three are free, but all are on probation',
    );
    expect(why([free('Ann', { vettedUntil: '2026-04-11' }), free('Bob')])).toBe(
      'Two are free, but one is without vetting in date and one has nobody to go with',
    );
    expect(why([free('Ann', { conflicts: { people: ['Bob'] } }), free('Bob')])).toBe(
      'Two are free, but no two of them may go together',
    );
    expect(why([free('Ann', { experience: { kind: 'training' } })])).toBe('One is free, but in training');
  });

  it('of many weeks says so in short', () => {
    const suites = [suite('Telford', [], { wants: [{ visits: 1, weeks }] })];
    const { gaps } = propose(rota(weeks, { suites, volunteers: [volunteer('Ann', [first])] }));
    expect(gaps.map((gap) => gap.why)).toEqual([
      'In one week those who could go may not go together; in 12 weeks nobody else is free',
    ]);
  });

  it('is left to another suite each time where there are hands for one alone', () => {
    const two = weeks.slice(0, 2);
    const { gaps } = propose(
      rota(two, {
        suites: [suite('Hereford', two), suite('Telford', two)],
        volunteers: [free('Ann'), free('Bob'), free('Cat')],
      }),
    );
    expect(gaps.map((gap) => gap.suite).sort()).toEqual(['Hereford', 'Telford']);
    expect(gaps[0]?.why).toBe('Three are free, but two go elsewhere that week and one has nobody to go with');
  });

  it('asks who said nothing before it sends two much oftener than their share', () => {
    const said = [free('Ann'), free('Bob')];
    const silent = ['Cat', 'Dan', 'Eve', 'Fay'].map((id) => volunteer(id, []));
    const { places, gaps } = propose(
      rota(weeks, {
        suites: [suite('Telford', weeks)],
        volunteers: [...said, ...silent],
        silence: 'may be asked',
      }),
    );
    const visits = (id: string) => places.filter(({ people }) => people.includes(id)).length;
    expect(gaps).toEqual([]);
    // Twenty-six seats among six are five for each, and one more is no over-use.
    for (const id of ['Ann', 'Bob']) expect(visits(id)).toBe(6);
    for (const id of ['Cat', 'Dan', 'Eve', 'Fay']) expect(visits(id)).toBeLessThanOrEqual(6);
  });
});
