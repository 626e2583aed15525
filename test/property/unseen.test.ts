import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, weekday } from '#shared/times.ts';
import { againstThroughput } from '#shared/unseen/throughput.ts';
import { type SeenInput, type SeenVisit, unseen } from '#shared/unseen/unseen.ts';

const today = '2026-11-21';
const from = addDays(today, -728);
const name = (suite: string) => `Suite ${suite}`;

const visit = fc
  .record({
    id: fc.uuid(),
    suite: fc.constantFrom('a', 'b', 'c'),
    back: fc.integer({ min: 0, max: 728 }),
    hour: fc.option(fc.integer({ min: 0, max: 23 })),
    children: fc.integer({ min: 0, max: 1 }),
    women: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ back, ...one }): SeenVisit => {
    const date = addDays(today, -back);
    return { ...one, date, weekday: weekday(date), reference: null };
  });
const input = fc.array(visit, { maxLength: 40 }).map(
  (visits): SeenInput => ({
    today,
    from,
    visits,
    suites: [
      { id: 'a', name: name('a'), statuses: [] },
      { id: 'b', name: name('b'), statuses: [{ id: '1', from: addDays(today, -200), status: 'open' }] },
      { id: 'c', name: name('c'), statuses: [{ id: '1', from: addDays(today, -9), status: 'closed' }] },
    ],
  }),
);

/** What a sentence claims, told from its words alone and counted by hand. */
const isMeant = (text: string, v: SeenVisit): boolean => {
  const band = /between (\d\d):00 and (\d\d):00/.exec(text);
  if (band) {
    const [first, end] = [Number(band[1]), Number(band[2])];
    const inside = Array.from({ length: (end - first + 24) % 24 }, (_, i) => (first + i) % 24);
    return v.hour !== null && inside.includes(v.hour);
  }
  if (text.includes('Saturday or Sunday')) return [6, 7].includes(v.weekday);
  if (text.includes('Monday to Friday')) return v.weekday < 6;
  if (text.includes('a child')) return v.children > 0;
  if (text.includes('a woman or girl')) return v.women > 0;
  return true;
};

test('every sentence is true of the visits, and what it says of the weeks is counted from its last record', () => {
  fc.assert(
    fc.property(input, (given) => {
      for (const one of unseen(given)) {
        const own = given.visits.filter(({ suite }) => suite === one.suite);
        expect(one.text.startsWith(`${name(one.suite)}: no `)).toBe(true);
        const such = own.filter((v) => isMeant(one.text, v));
        expect(such.filter(({ date }) => date >= one.since && date <= today)).toEqual([]);
        expect(own.filter(({ date }) => date >= one.since)).toHaveLength(one.visits);
        expect(one.text).toContain(`${one.weeks} weeks`);
        const seenOn = one.last?.date ?? one.since;
        expect(Math.floor(daysBetween(seenOn, today) / 7)).toBe(one.weeks);
        if (one.last) expect(such.map(({ id }) => id)).toContain(one.last.id);
        else expect(such.filter(({ date }) => date >= from && date >= one.since)).toEqual([]);
      }
    }),
  );
});

test('nothing is left out: what no sentence speaks of was seen within the weeks that are let pass', () => {
  fc.assert(
    fc.property(input, (given) => {
      const said = unseen(given);
      expect(said.filter(({ suite }) => suite === 'c')).toEqual([]);
      for (const suite of ['a', 'b']) {
        const all = said.find((one) => one.suite === suite && one.kind === 'suite');
        for (const text of [
          'between 22:00 and 06:00',
          'between 06:00 and 12:00',
          'between 12:00 and 18:00',
          'between 18:00 and 22:00',
          'Saturday or Sunday',
          'Monday to Friday',
          'a child',
          'a woman or girl',
        ]) {
          if (said.some((one) => one.suite === suite && one.text.includes(text))) continue;
          const last = given.visits
            .filter((v) => v.suite === suite && isMeant(text, v))
            .map(({ date }) => date)
            .sort()
            .at(-1);
          // Where nobody went at all since, that is the sentence.
          const begins = suite === 'a' ? from : addDays(today, -200);
          if (last === undefined) expect(all !== undefined && all.since <= begins).toBe(true);
          else expect(daysBetween(last, today) < 56 || addDays(last, 1) === all?.since).toBe(true);
        }
      }
    }),
  );
});

test('a share is of the months that have a figure, and is told where a suite is visited less than it holds', () => {
  const suites = ['a', 'b'].map((id) => ({ id, name: name(id), statuses: [] }));
  const at = (suite: string, date: string, children = 0): SeenVisit => ({
    id: `${suite} ${date} ${children}`,
    reference: null,
    suite,
    date,
    hour: 9,
    weekday: weekday(date),
    children,
    women: 0,
  });
  const months = { suite: 'a', month: '2026-09', total: 300, under18: 40, id: '1' };
  const found = againstThroughput({
    suites,
    // That of August has no figure beside it and counts for nobody.
    visits: [at('a', '2026-09-03', 1), at('a', '2026-08-31'), at('b', '2026-09-04'), at('b', '2026-09-05')],
    throughput: [months, { ...months, id: '2', suite: 'b', total: 100, under18: 2 }],
  });
  expect(found.map(({ text, from: first, to }) => [text, first, to])).toEqual([
    [
      'Suite a: 75% of the people detained (300), and 33% of the visits (1), in the months with a figure from September 2026 to September 2026.',
      '2026-09-01',
      '2026-09-30',
    ],
    [
      'Suite a: the force detained 40 children, and reports say that 1 was spoken to, in the months with a figure from September 2026 to September 2026.',
      '2026-09-01',
      '2026-09-30',
    ],
    [
      'Suite b: the force detained 2 children, and reports say that none was spoken to, in the months with a figure from September 2026 to September 2026.',
      '2026-09-01',
      '2026-09-30',
    ],
  ]);
});
