import { describe, expect, it } from 'vitest';
import { beginning, saysMost, saysOverTime, saysParts, saysRange } from '#shared/charts/says.ts';

type Numbers = readonly (number | null)[];
const named = (values: Numbers, names: readonly string[] = [...'ABCDE']) =>
  values.map((value, i) => ({ name: names[i] as string, value }));

const counts = (values: Numbers) => ({
  items: named(values),
  ...{ thing: 'visit', things: 'visits', kinds: 'suites' },
});
const rates = (...values: Numbers) => ({
  items: named(values).map((one) => ({
    ...one,
    words: one.value === null ? 'n/a' : `${one.value * 100}% (${one.value * 20} of 20)`,
  })),
  rate: 'consent rate',
  kinds: 'suites',
});

describe('what bars of counts show', () => {
  it.each<[Numbers, string]>([
    [[62, 152], 'B had the most visits, 152 of 214.'],
    [[5, 5, 3], 'A and B had the most visits, 5 each of 13.'],
    [[5, 5, 5, 5, 3], '4 suites had the most visits, 5 each of 23.'],
    [[5, 5, 5], 'All suites had the same number of visits, 5 each.'],
    [[5, 5], 'Both suites had the same number of visits, 5 each.'],
    [[0, 7], 'B had all 7 visits.'],
    [[7], 'A had all 7 visits.'],
    [[0, 1], 'B had the only visit.'],
    [[0, 0], 'There were no visits in this period.'],
    [[], 'There were no visits in this period.'],
    [[18_000, 1_241], 'A had the most visits, 18,000 of 19,241.'],
    [[null, 7, 3], 'B had the most visits where a number is given, 7.'],
    [[null, 7, 7], 'B and C had the most visits where a number is given, 7 each.'],
    [[null, 0], 'There were no visits where a number is given.'],
    [[null, null], 'How many visits there were is not known or not told.'],
  ])('%j: %s', (values, said) => {
    expect(saysMost(counts(values))).toBe(said);
  });

  it.each<[Numbers, string]>([
    [[62, 152], 'Visits most often began on B: 152 of 214.'],
    [[5, 5, 3], 'Visits most often began on A and on B: 5 each of 13.'],
    [[5, 5, 5, 5, 3], '4 days had the most visits, 5 each of 23.'],
    [[0, 7], 'All 7 visits began on B.'],
    [[0, 1], 'The only visit began on B.'],
    [[null, 7, 3], 'Where a number is given, visits most often began on B: 7.'],
  ])('when they were, %j: %s', (values, said) => {
    const items = named(values).map((one) => ({ ...one, name: `on ${one.name}` }));
    expect(saysMost({ ...counts(values), items, kinds: 'days', verb: beginning })).toBe(said);
  });

  it('says a very long name by its beginning, and nothing that turns the words after it', () => {
    const said = saysMost({ ...counts([1, 3]), items: named([1, 3], ['A', `\u202E${'long '.repeat(60)}`]) });
    expect(said).toMatch(/^Long long [long ]+… had the most visits, 3 of 4\.$/);
    expect(said.length).toBeLessThan(140);
  });
});

describe('what bars of rates show', () => {
  it.each<[Numbers, string]>([
    [[0.5, 0.25], 'A had the highest consent rate, 50% (10 of 20), and B the lowest, 25% (5 of 20).'],
    [[0.5, 0.25, 0.5], 'A and C had the highest consent rate, 50%, and B the lowest, 25% (5 of 20).'],
    [[0.5, null, 0.5], 'A and C had the same consent rate, 50%.'],
    [[null, 0.5], 'Only B has a consent rate in this period, 50% (10 of 20).'],
    [[null, null], 'There is no consent rate to show in this period.'],
  ])('%j: %s', (values, said) => {
    expect(saysRange(rates(...values))).toBe(said);
  });
});

describe('what the parts of a whole show', () => {
  const parts = (...values: Numbers) => ({
    parts: named(values, ['accepted', 'declined', 'were not available']),
    thing: 'person held',
    things: 'people held',
  });
  it.each<[Numbers, string]>([
    [[60, 40, 20], 'Of 120 people held, 60 accepted, 40 declined and 20 were not available.'],
    [[1, 0, 0], 'Of 1 person held, 1 accepted, 0 declined and 0 were not available.'],
    [[2, 0, 1], 'Of 3 people held, 2 accepted, 0 declined and 1 was not available.'],
    [[0, 0, 0], 'There were no people held in this period.'],
    [[60, null, 20], 'Where a number is given, 60 accepted and 20 were not available.'],
    [[null, null, null], 'How many people held there were is not known or not told.'],
  ])('%j: %s', (values, said) => {
    expect(saysParts(parts(...values))).toBe(said);
  });
});

describe('what a line over years shows', () => {
  const years = ['2018-19', '2019-20', '2020-21', '2021-22', '2022-23'];
  const line = (...values: Numbers) => ({
    items: named(values, years).map((one) => ({
      ...one,
      words: one.value === null ? '[c]' : String(one.value),
    })),
    what: 'visits completed',
    periods: 'years',
  });
  it.each<[Numbers, string]>([
    [
      [98, 180, 90, 202, 222],
      'Visits completed: 222 in 2022-23, the highest of the 5 years; the lowest was 90 in 2020-21.',
    ],
    [
      [98, 180, 98, 202, 20],
      'Visits completed: 20 in 2022-23, the lowest of the 5 years; the highest was 202 in 2021-22.',
    ],
    [
      [98, 222, 98, 202, 150],
      'Visits completed: 150 in 2022-23; of the 5 years the highest was 222 in 2019-20, and the lowest was 98 in 2018-19 and 2020-21.',
    ],
    [[5, null, 3], 'Visits completed: 3 in 2020-21, and 5 in 2018-19. No figure is given for 2019-20.'],
    [
      [98, 202, null, 202],
      'Visits completed: 202 in 2019-20 and 2021-22, and 98 in 2018-19. No figure is given for 2020-21.',
    ],
    [
      [202, 98, 150, 202],
      'Visits completed: 202 in 2018-19 and 2021-22, the highest of the 4 years; the lowest was 98 in 2019-20.',
    ],
    [[4, 1, 1, 1], 'Visits completed: 1 in 2019-20, 2020-21 and 2021-22, and 4 in 2018-19.'],
    [[1, 1, 1, 4], 'Visits completed: 4 in 2021-22, and 1 in each of the other 3 years.'],
    [
      [1, 1, 1, 1, 2, 4].slice(1),
      'Visits completed: 4 in 2022-23, the highest of the 5 years; the lowest was 1 in 2018-19, 2019-20 and 2020-21.',
    ],
    [[4, 4, 4], 'Visits completed: 4 in each of the 3 years.'],
    [[null, 4, null], 'Visits completed: 4 in 2019-20, and not known for other years.'],
    [[null, null], 'Visits completed: not known in any of these years.'],
    [[], 'Visits completed: not known in any of these years.'],
  ])('%j: %s', (values, said) => {
    expect(saysOverTime(line(...values))).toBe(said);
  });
});
