import { describe, expect, it } from 'vitest';
import { bankHolidays } from '#shared/deadlines/bank-holidays.ts';
import { deadline } from '#shared/deadlines/deadline.ts';
import { holidayChanges, withNewer } from '#shared/deadlines/holidays-file.ts';
import { movedDeadlines } from '#shared/reviews/moved.ts';
import { recommended, valid } from '#test/reviewed.ts';

const year = (days: readonly string[], of: number) =>
  days.map((day) => ({ title: 'A holiday', date: `${of}-${day}` }));
const usual = ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'];
const official = (of: number, more: { scotland?: boolean } = { scotland: true }) =>
  JSON.stringify({
    'england-and-wales': { division: 'england-and-wales', events: year(usual, of) },
    ...(more.scotland && {
      scotland: { division: 'scotland', events: year(usual, of) },
      'northern-ireland': { division: 'northern-ireland', events: year([...usual, '03-19'], of) },
    }),
  });
const must = (text: string) => {
  const read = withNewer(bankHolidays, text, 'bank-holidays.json');
  if (!read.ok) throw new Error(read.error);
  return read.value;
};

describe('a newer list of bank holidays', () => {
  it('of the Government makes a year known that was not, and its dates provisional no more', () => {
    const start = [{ kind: 'started' as const, on: '2028-12-20' }];
    expect(deadline('review-completion', start)?.provisional).toBe(true);
    const newer = must(official(2029));
    expect([newer.first, newer.last]).toEqual([bankHolidays.first, 2029]);
    expect(deadline('review-completion', start, newer)).toMatchObject({
      due: '2029-02-01',
      provisional: false,
    });
    expect(newer.days.find(([day]) => day === '2029-03-19')).toEqual(['2029-03-19', 'N', 'A holiday']);
  });

  it('that leaves nations out is believed for the others alone, and makes no year whole', () => {
    const newer = must(official(2029, {}));
    expect(newer.last).toBe(bankHolidays.last);
    expect(newer.days.filter(([day]) => day.startsWith('2029')).every(([, where]) => where === 'EW')).toBe(
      true,
    );
  });

  it('replaces the years that it speaks of and leaves all others as they were', () => {
    const extra = must(official(2026));
    const { added, removed } = holidayChanges(bankHolidays, extra);
    expect([...added, ...removed].every(([day]) => day.startsWith('2026'))).toBe(true);
    expect(removed.length).toBeGreaterThan(0);
    expect(extra.days.filter(([day]) => !day.startsWith('2026'))).toEqual(
      bankHolidays.days.filter(([day]) => !day.startsWith('2026')),
    );
  });

  it('may be a plain list, and days at a weekend are left out of it', () => {
    const lines = [...usual, '03-03'].map((day) => `2029-${day}, EWSN, A holiday`);
    const newer = must(`# from the office\n${lines.join('\r\n')}\n`);
    expect(newer.days.filter(([day]) => day.startsWith('2029')).map(([day]) => day.slice(5))).toEqual(usual);
  });

  it.each([
    ['{"scotland": {}}', /GOV\.UK/],
    ['{"england-and-wales": {"events": [', /cut off/],
    ['', /no bank holiday/],
    ['Christmas', /line 1/],
    ['2029-12-25 Christmas Day', /not whole/],
    ['2029-02-30 A day that is none', /line 1/],
  ])('that is none is refused with the reason: %s', (text, why) => {
    const read = withNewer(bankHolidays, text, 'x');
    expect(read.ok ? '' : read.error).toMatch(why);
  });

  it('says which last days of open reviews move, and moves none that is done', () => {
    const days = bankHolidays.days.toSorted();
    const holidays = { ...bankHolidays, days: [...days, ['2026-03-10', 'EW', 'A funeral'] as const] };
    const open = valid({ acknowledged: undefined });
    const moved = movedDeadlines(open, [recommended()], {}, { holidays });
    expect(moved.map(({ title, from, to }) => [title, from, to])).toEqual([
      ['Complete a review', '2026-04-13', '2026-04-14'],
    ]);
    const sooner = movedDeadlines(open, [], {}, { lengths: { acknowledge: 3 } });
    expect(sooner).toEqual([{ title: 'Acknowledge a review', from: '2026-03-09', to: '2026-03-05' }]);
    expect(movedDeadlines(valid(), [], {}, { lengths: { acknowledge: 3 } })).toEqual([]);
  });
});
