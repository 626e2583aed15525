import { describe, expect, test } from 'vitest';
import { findingsIn } from '#shared/checks/timeline.ts';
import { waitsIn } from '#shared/checks/waits.ts';
import type { Moment, TimelineEntry, TimelineStep } from '#shared/records/record-check.ts';

let made = 0;
const at = (text: string): Moment => {
  const [on, time] = text.split(' ');
  return { on: on as string, at: time as string };
};
/** An entry done and, where a second time is given, entered then: `2026-11-03 14:30`. */
const entry = (
  step: TimelineStep,
  done: string,
  entered?: string,
  more: Partial<TimelineEntry> = {},
): TimelineEntry => {
  made += 1;
  return {
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    step,
    done: at(done),
    ...(entered && { entered: at(entered) }),
    ...more,
  };
};
const kinds = (entries: TimelineEntry[]) => findingsIn({ entries }).map(({ kind }) => kind);
const found = (kind: string, entries: TimelineEntry[]) =>
  findingsIn({ entries }).filter((one) => one.kind === kind);
const wait = (name: string, entries: TimelineEntry[]) =>
  waitsIn({ entries }).waits.find(({ wait }) => wait === name);

describe('a custody record is seen through from its time line alone', () => {
  test('checks of a whole evening that were entered within two minutes are one group', () => {
    const checks = ['19:00', '19:30', '20:00', '20:30'].map((time, i) =>
      entry('check', `2026-11-03 ${time}`, `2026-11-03 20:4${Math.floor(i / 2)}`),
    );
    const [group, ...more] = found('grouped', checks);
    expect(more).toEqual([]);
    expect(group?.entries).toEqual(checks.map(({ id }) => id));
    expect(group?.text).toContain('4 checks done over 1 hour 30 minutes');
  });

  test('what was done and entered at the desk on arrival is no group', () => {
    expect(
      kinds([
        entry('detained', '2026-11-03 14:00', '2026-11-03 14:12'),
        entry('authorised', '2026-11-03 14:10', '2026-11-03 14:12'),
        entry('rights given', '2026-11-03 14:12', '2026-11-03 14:14'),
      ]),
    ).toEqual([]);
  });

  test('a meal entered three hours after it was given is late, and said so with both times', () => {
    const meal = entry('meal', '2026-11-03 12:00', '2026-11-03 15:00');
    expect(found('late', [meal])).toEqual([
      {
        kind: 'late',
        entries: [meal.id],
        text: 'Meal: done at 12:00 on 3 November 2026, entered 3 hours later, at 15:00 on 3 November 2026.',
      },
    ]);
  });

  test('an entry past midnight is as late as it was, not a day early', () => {
    expect(kinds([entry('check', '2026-11-03 23:50', '2026-11-04 00:05')])).toEqual([]);
    expect(found('late', [entry('check', '2026-11-03 23:30', '2026-11-04 01:00')])[0]?.text).toContain(
      '1 hour 30 minutes later',
    );
  });

  test('what was entered before it was done is pointed out and is not late', () => {
    expect(kinds([entry('check', '2026-11-03 15:00', '2026-11-03 14:00')])).toEqual(['enteredBefore']);
  });

  test('entries put aside are looked at no more', () => {
    expect(
      kinds([entry('meal', '2026-11-03 12:00', '2026-11-03 18:00', { removed: '2026-11-05T10:00:00.000Z' })]),
    ).toEqual([]);
  });
});

describe('waits are counted in minutes that passed', () => {
  test('a solicitor asked for before midnight and there after it', () => {
    const entries = [
      entry('solicitor asked for', '2026-11-03 23:10'),
      entry('solicitor contacted', '2026-11-03 23:40'),
      entry('solicitor arrived', '2026-11-04 01:05'),
    ];
    expect(wait('solicitorContacted', entries)?.minutes).toBe(30);
    expect(wait('solicitorArrived', entries)?.minutes).toBe(115);
  });

  test('over the night the clocks go forward an hour less passed than the clock says', () => {
    const entries = [
      entry('healthcare asked for', '2026-03-29 00:30'),
      entry('healthcare seen', '2026-03-29 03:30'),
    ];
    expect(wait('healthcareSeen', entries)?.minutes).toBe(120);
  });

  test('over the night they go back an hour more', () => {
    const entries = [
      entry('healthcare asked for', '2026-10-25 00:30'),
      entry('healthcare seen', '2026-10-25 03:30'),
    ];
    expect(wait('healthcareSeen', entries)?.minutes).toBe(240);
  });

  test('a time that came twice is said to have done so, and counts as the shorter wait', () => {
    const entries = [
      entry('healthcare asked for', '2026-10-25 00:30'),
      entry('healthcare seen', '2026-10-25 01:30'),
    ];
    expect(wait('healthcareSeen', entries)).toMatchObject({ minutes: 60, most: 120 });
    expect(kinds(entries)).toContain('twofold');
  });

  test('where the record says which of the two it was, that is counted and nothing is said', () => {
    const after = entry('healthcare seen', '2026-10-25 01:30');
    const entries = [
      entry('healthcare asked for', '2026-10-25 00:30'),
      { ...after, done: { ...after.done, again: true } },
    ];
    expect(wait('healthcareSeen', entries)).toMatchObject({ minutes: 120, most: 120 });
    expect(kinds(entries)).not.toContain('twofold');
  });

  test('a time that no clock showed is said so, and nothing is worked out from it', () => {
    const entries = [
      entry('healthcare asked for', '2026-03-29 00:30'),
      entry('healthcare seen', '2026-03-29 01:30'),
    ];
    expect(wait('healthcareSeen', entries)).toBeUndefined();
    expect(kinds(entries)).toContain('noSuchTime');
  });

  test('what stands as arrived before it was asked for is pointed out and not counted', () => {
    const entries = [
      entry('solicitor asked for', '2026-11-03 15:00'),
      entry('solicitor arrived', '2026-11-03 14:00'),
    ];
    expect(wait('solicitorArrived', entries)).toBeUndefined();
    expect(kinds(entries)).toContain('cameBefore');
  });

  test('asking again does not shorten the wait', () => {
    const entries = [
      entry('healthcare asked for', '2026-11-03 10:00'),
      entry('healthcare asked for', '2026-11-03 11:00'),
      entry('healthcare seen', '2026-11-03 12:00'),
      entry('healthcare asked for', '2026-11-03 18:00'),
      entry('healthcare seen', '2026-11-03 18:20'),
    ];
    expect(waitsIn({ entries }).waits.map(({ minutes }) => minutes)).toEqual([120, 20]);
  });

  test('an appropriate adult who was needed and never called is a step that is not there', () => {
    const found = findingsIn({ entries: [entry('appropriate adult needed', '2026-11-03 10:00')] });
    expect(found.map(({ kind }) => kind)).toEqual(['missing', 'missing']);
    expect(found[0]?.text).toContain('nothing after it says “appropriate adult called”');
  });

  test('of what the custody record does not time nothing is said to be absent', () => {
    const entries = [
      entry('solicitor asked for', '2026-11-03 10:00'),
      { id: '00000000-0000-4000-8000-999999999999', step: 'solicitor arrived', notRecorded: true } as const,
    ];
    const arrived = findingsIn({ entries }).filter(({ text }) => text.includes('arrived'));
    expect(arrived.map(({ kind }) => kind)).toEqual(['notTimed']);
  });

  test('a review done before it was due was no wait, and each answers for its own', () => {
    const entries = [
      entry('review due', '2026-11-03 20:00'),
      entry('review done', '2026-11-03 19:40'),
      entry('review due', '2026-11-04 05:00'),
      entry('review done', '2026-11-04 05:25'),
    ];
    const own = waitsIn({ entries }).waits.filter(({ wait }) => wait === 'reviewDone');
    expect(own.map(({ minutes }) => minutes)).toEqual([0, 25]);
  });
});

describe('people are looked after as their level of observation asks', () => {
  const set = (level: '1' | '2' | '3') =>
    entry('observation level', '2026-11-03 18:00', undefined, { level });

  test('at level 2 forty minutes between checks are too many, at level 1 they are not', () => {
    const checks = [entry('check', '2026-11-03 18:25'), entry('check', '2026-11-03 19:05')];
    expect(kinds([set('1'), ...checks])).toEqual([]);
    expect(found('apart', [set('2'), ...checks])[0]?.text).toContain('40 minutes passed');
  });

  test('watching without a break is not judged by a list of checks', () => {
    expect(kinds([set('3'), entry('check', '2026-11-03 23:00')])).toEqual([]);
  });

  test('the hour that the clocks add between two checks counts', () => {
    const level = entry('observation level', '2026-10-25 00:40', undefined, { level: '1' });
    expect(found('apart', [level, entry('check', '2026-10-25 02:20')])[0]?.text).toContain(
      '2 hours 40 minutes passed',
    );
  });

  test('checks that stand exactly half an hour apart again and again are pointed out as no more than that', () => {
    const checks = ['18:00', '18:30', '19:00', '19:30', '20:00', '20:30'].map((time) =>
      entry('check', `2026-11-03 ${time}`),
    );
    const [regular] = found('regular', checks);
    expect(regular?.text).toBe(
      '6 checks in a row stand exactly 30 minutes apart. That may be how they were done, and proves nothing by itself.',
    );
  });

  test('detention of eight hours without a review is longer than the Act allows', () => {
    const entries = [
      entry('authorised', '2026-11-03 08:00'),
      entry('rights given', '2026-11-03 08:05'),
      entry('released', '2026-11-03 16:00'),
    ];
    expect(found('review', entries)[0]?.text).toContain('8 hours passed');
  });
});
