import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bankHolidays } from '#shared/deadlines/bank-holidays.ts';
import { calendarOf } from '#shared/deadlines/calendar.ts';
import type { ClockEvent } from '#shared/deadlines/clock.ts';
import { deadline } from '#shared/deadlines/deadline.ts';
import { type RuleId, ruleIds } from '#shared/deadlines/rules.ts';

const worked: { rule: RuleId; start: string; due: string; source: string }[] = JSON.parse(
  readFileSync(new URL('./worked-dates.json', import.meta.url), 'utf8'),
);
const started = (on: string): ClockEvent => ({ kind: 'started', on });
const due = (rule: RuleId, ...events: ClockEvent[]) => deadline(rule, events)?.due;

test.each(worked)('$rule from $start is due on $due ($source)', ({ rule, start, due: expected }) => {
  const found = deadline(rule, [started(start)]);
  expect(found?.due).toBe(expected);
  expect(found?.provisional).toBe(false);
});

test('every rule names what it rests on and explains itself', () => {
  for (const id of ruleIds) {
    const found = deadline(id, [started('2026-06-22')]);
    expect(found?.basis, id).not.toBe('');
    expect(found?.explanation, id).toContain(found?.basis);
    expect(found?.explanation, id).toContain('22 June 2026');
  }
});

test('what began before there was its clock is told so', () => {
  const told = (on: string) => deadline('data-protection-complaint', [started(on)])?.explanation;
  expect(told('2026-06-18')).toContain('since 19 June 2026 only');
  expect(told('2026-06-19')).not.toContain('only');
});

test('a holiday in one part of the United Kingdom moves a freedom of information request, and no review', () => {
  expect(due('foi', started('2026-06-01'))).toBe('2026-06-30');
  expect(deadline('foi', [started('2026-06-01')])?.explanation).toContain('(15 June 2026)');
  const scottish = calendarOf('england-and-wales', bankHolidays).holidayOn('2026-06-15');
  expect(scottish).toBeUndefined();
});

test('a holiday that is added later moves what rests on it', () => {
  const more = {
    ...bankHolidays,
    days: [...bankHolidays.days, ['2025-02-12', 'EWSN', 'A new day'] as const],
  };
  const events = [started('2025-02-10')];
  expect(deadline('review-acknowledgement', events)?.due).toBe('2025-02-17');
  expect(deadline('review-acknowledgement', events, more)?.due).toBe('2025-02-18');
});

test('a date beyond the holidays that are known says that it may move', () => {
  const far = deadline('review-completion', [started('2028-12-20')]);
  expect(far?.provisional).toBe(true);
  expect(far?.explanation).toContain('provisional');
  expect(deadline('review-application', [started('2040-01-01')])?.provisional).toBe(false);
});

test('a fees notice stops the clock until the fee is received, both days left out', () => {
  const paid: ClockEvent = { kind: 'paused', on: '2025-02-11', until: '2025-02-14', why: 'fees notice' };
  expect(due('foi', started('2025-02-03'))).toBe('2025-03-03');
  expect(due('foi', started('2025-02-03'), paid)).toBe('2025-03-07');
});

test('while the clock stands there is no last day, and the explanation says how far it had come', () => {
  const asked: ClockEvent = { kind: 'paused', on: '2025-02-11', why: 'fees notice' };
  const standing = deadline('foi', [started('2025-02-03'), asked]);
  expect(standing?.due).toBeNull();
  expect(standing?.explanation).toContain('stood since 11 February 2025: fees notice');
  expect(standing?.explanation).toContain('5 working days had been counted');
});

test('a clarification starts the clock of a freedom of information request anew', () => {
  expect(due('foi', started('2025-02-03'), { kind: 'restarted', on: '2025-02-10' })).toBe(
    due('foi', started('2025-02-10')),
  );
});

test('a subject access request that is extended has three months from its original start', () => {
  const extended: ClockEvent = { kind: 'extended', extension: 'complex' };
  expect(due('subject-access', started('2025-01-31'), extended)).toBe('2025-04-30');
  expect(due('subject-access-extended', started('2025-01-31'))).toBe('2025-04-30');
});

test('days waiting for a clarification do not count in a subject access request', () => {
  const asked: ClockEvent = { kind: 'paused', on: '2025-06-10', until: '2025-06-12', why: 'which file' };
  expect(due('subject-access', started('2025-06-03'))).toBe('2025-07-03');
  // 3 July and three days more is Sunday 6 July.
  expect(due('subject-access', started('2025-06-03'), asked)).toBe('2025-07-07');
});

test('the period to apply for a review ends on a Sunday where it does, and says so', () => {
  const sunday = deadline('review-application', [started('2025-03-02')]);
  expect(sunday?.due).toBe('2025-03-30');
  expect(sunday?.explanation).toContain('not made longer by that');
});

test('time at the wrong body is left out of the time to apply', () => {
  const elsewhere: ClockEvent = {
    kind: 'paused',
    on: '2025-04-03',
    until: '2025-04-07',
    why: 'sent to the IOPC',
  };
  expect(due('review-application', started('2025-04-01'), elsewhere)).toBe('2025-05-04');
});

test('an environmental request that is complex and voluminous has forty working days in all', () => {
  expect(due('eir', started('2025-09-01'), { kind: 'extended', extension: 'complex' })).toBe('2025-10-27');
});

test('a clock that nothing started has no end', () => {
  expect(deadline('foi', [])).toBeUndefined();
});
