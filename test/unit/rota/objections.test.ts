import { describe, expect, it } from 'vitest';
import { gaps, objections } from '#shared/rota/objections.ts';
import { overUse } from '#shared/rota/over-use.ts';
import type { FixedPlace, Place } from '#shared/rota/rota.ts';
import { couldTake } from '#shared/rota/take.ts';
import { dayWords } from '#shared/times.ts';
import { rota, suite, volunteer, weeksOf } from './rota.ts';

const weeks = weeksOf(6);
const [first, second] = weeks as [string, string];
const free = (id: string, more = {}) => volunteer(id, weeks, more);

const place = (id: string, week: string, ...people: string[]): FixedPlace => ({
  id,
  suite: 'Telford',
  week,
  people,
});

const scheme = (fixed: readonly FixedPlace[] = [], more = {}) =>
  rota(weeks, {
    suites: [suite('Telford', weeks), suite('Hereford', weeks, { panel: 'south' })],
    volunteers: [
      free('Ann'),
      free('Bob', { conflicts: { people: ['Cat'] } }),
      free('Cat', { tactSince: '2020-01-01' }),
      free('Dan', { experience: { kind: 'probation' } }),
      free('Eve', { experience: { kind: 'probation' }, availability: {} }),
      free('Fay', { vettedUntil: '2026-04-11', panel: 'south' }),
      free('Gus', { experience: { kind: 'training' }, vettedUntil: undefined }),
      free('Hal', { conflicts: { suites: ['Telford'] }, availability: { [first]: 'away' } }),
    ],
    fixed,
    ...more,
  });

const said = (of: Place, fixed: readonly FixedPlace[] = [], more = {}) =>
  objections(scheme(fixed, more), of).map(({ weight, text }) => `${weight}: ${text}`);

describe('what speaks against a pair', () => {
  it('is nothing where all is well', () => {
    expect(said(place('p', first, 'Ann', 'Bob'))).toEqual([]);
  });

  it('is each rule it breaks, in words', () => {
    expect(said(place('p', first, 'Ann', 'Ann'))).toEqual(['must not: A pair is two different people']);
    expect(said(place('p', first, 'Ann', 'nobody'))).toEqual([
      'must not: Somebody in this place is not a volunteer of the scheme',
    ]);
    expect(said(place('p', first, 'Cat', 'Bob'))).toEqual([
      'must not: Cat and Bob have a conflict of interest with each other',
    ]);
    expect(said(place('p', first, 'Dan', 'Eve'))).toEqual([
      'must not: Eve has not said anything of that week',
      'must not: Neither Dan nor Eve is accredited yet: one of a pair is',
    ]);
    expect(said(place('p', first, 'Ann', 'Fay'))).toEqual([
      'must not: Fay is not of the panel of Telford',
      'must not: The vetting of Fay is not in date for the whole week',
    ]);
    expect(said(place('p', first, 'Ann', 'Gus'))).toEqual([
      'must not: Gus is in training, and goes only as a third beside a pair',
      'must not: No date is recorded for the vetting of Gus',
    ]);
    expect(said(place('p', first, 'Ann', 'Hal'))).toEqual([
      'must not: Hal is not free that week',
      'must not: Hal has a conflict of interest with Telford',
    ]);
    expect(said({ ...place('p', first, 'Ann', 'Cat'), tact: true })).toEqual([
      'must not: Ann is not accredited for TACT visits',
    ]);
  });

  it('is less where the input lets people be asked or help out', () => {
    const more = { silence: 'may be asked', acrossPanels: true };
    expect(said({ ...place('p', second, 'Ann', 'Eve'), suite: 'Hereford' }, [], more)).toEqual([
      'better not: Ann is not of the panel of Hereford',
      'better not: Eve is not of the panel of Hereford',
      'better not: Eve has not said anything of that week',
    ]);
  });

  it('is that one of them goes elsewhere that week, but not that they go to this very place', () => {
    const elsewhere = { ...place('q', first, 'Bob', 'Dan'), suite: 'Hereford' };
    expect(said(place('p', first, 'Ann', 'Bob'), [elsewhere])).toEqual([
      'must not: Bob goes to Hereford that week',
    ]);
    expect(said(place('p', first, 'Ann', 'Bob'), [place('p', first, 'Bob', 'Ann')])).toEqual([]);
  });

  it('is found in a week of no quarter that is planned too', () => {
    const later = '2026-07-06';
    const elsewhere = { ...place('q', later, 'Bob', 'Dan'), suite: 'Hereford' };
    expect(said(place('p', later, 'Ann', 'Bob'), [elsewhere], { silence: 'may be asked' })).toContain(
      'must not: Bob goes to Hereford that week',
    );
  });

  it('holds for who learns beside it too', () => {
    expect(said({ ...place('p', first, 'Ann', 'Bob'), trainee: 'Gus' })).toEqual([
      'must not: No date is recorded for the vetting of Gus',
    ]);
    expect(said({ ...place('p', first, 'Ann', 'Bob'), trainee: 'Cat' })).toEqual([
      'must not: Bob and Cat have a conflict of interest with each other',
    ]);
    const beside = { ...place('q', first, 'Cat', 'Dan'), trainee: 'Gus' };
    expect(said({ ...place('p', first, 'Ann', 'Bob'), trainee: 'Gus' }, [beside])).toContain(
      'must not: Gus goes to Telford that week',
    );
  });

  it('weighs how often and with whom somebody goes', () => {
    const fixed = weeks.slice(1, 5).map((week, i) => place(`q${i}`, week, 'Ann', 'Bob'));
    const history = { together: [{ people: ['Bob', 'Ann'] as const, times: 1 }], went: [] };
    expect(said(place('p', first, 'Ann', 'Bob'), fixed, { history })).toEqual([
      'better not: Ann would have 5 visits this quarter; an even share is 2',
      'better not: Ann goes in the week before or after as well',
      'better not: Bob would have 5 visits this quarter; an even share is 2',
      'better not: Bob goes in the week before or after as well',
      'better not: Ann and Bob have visited together once this year and go together four times elsewhere this quarter',
    ]);
  });

  it('lets somebody stand alone while another half is looked for', () => {
    expect(said(place('p', first, 'Ann'))).toEqual(['better not: Ann has nobody to go with yet']);
  });
});

describe('gaps and over-use', () => {
  it('are what is wanted and not made, with who could', () => {
    const found = gaps(scheme([place('p', first, 'Ann', 'Bob'), place('q', second, 'Ann')]));
    expect(found.filter(({ suite }) => suite === 'Telford').slice(0, 2)).toEqual([
      { suite: 'Telford', weeks: [second], tact: false, with: 'Ann', why: 'Three could go' },
      { suite: 'Telford', weeks: [weeks[2]], tact: false, why: 'Four could go' },
    ]);
    expect(found).toHaveLength(4 + 1 + 6);
  });

  it('names who goes too often, which pair, and what is beyond the targets', () => {
    const fixed = weeks.slice(0, 4).map((week, i) => place(`q${i}`, week, 'Ann', 'Bob'));
    const twice = place('r', first, 'Cat', 'Dan');
    expect(overUse(scheme([...fixed, twice])).map(({ text }) => text)).toEqual([
      'Ann has 4 visits this quarter; an even share is 2',
      'Bob has 4 visits this quarter; an even share is 2',
      'Ann and Bob go together four times this quarter',
      `Telford has a visit beyond what is wanted, in the week of ${dayWords(first)}`,
    ]);
    expect(overUse(scheme([...fixed.slice(0, 2), place('s', weeks[2] as string, 'Cat', 'Dan')]))).toEqual([]);
  });
});

describe('who could take a gap', () => {
  it('stands in the order of names, with what speaks against each', () => {
    const fixed = [{ ...place('q', first, 'Cat', 'Bob'), suite: 'Hereford' }];
    expect(couldTake(scheme(fixed), { suite: 'Telford', week: first })).toEqual([
      { person: 'Ann', against: [], partners: ['Dan'] },
      {
        person: 'Dan',
        against: [
          {
            weight: 'better not',
            kind: 'probation',
            people: ['Dan'],
            text: 'Dan is on probation, and goes with somebody accredited',
          },
        ],
        partners: ['Ann'],
      },
    ]);
  });

  it('may go with who stands there already', () => {
    const takers = (stands: string) =>
      couldTake(scheme([place('p', first, stands)]), { suite: 'Telford', week: first, with: stands });
    expect(takers('Bob').map(({ person }) => person)).toEqual(['Ann', 'Dan']);
    expect(takers('Dan').map(({ person }) => person)).toEqual(['Ann', 'Bob', 'Cat']);
    expect(takers('Dan')[0]?.partners).toEqual(['Dan']);
  });
});
