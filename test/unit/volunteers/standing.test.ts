import { expect, test } from 'vitest';
import type { Person } from '#shared/records/person.ts';
import type { Session, Training } from '#shared/records/session.ts';
import { runsOut, standingOf, takenBy } from '#shared/volunteers/standing.ts';
import { isReasonNeeded, movedOn, nextStep } from '#shared/volunteers/way.ts';

const today = '2026-05-04';
const volunteer = (days: Partial<NonNullable<Person['volunteer']>>): Person => ({
  id: 'p',
  name: 'Wren Ashdown',
  roles: ['visitor'],
  volunteer: { status: 'accredited', ...days },
});
const refresher: Training = { id: 't1', name: 'Refresher', needed: true, months: 24 };
const first: Training = { id: 't2', name: 'Initial training', needed: true };
const optional: Training = { id: 't3', name: 'TACT', needed: false, months: 12 };
const session = (some: Partial<Session>): Session => ({
  id: 's',
  kind: 'training',
  title: 'Refresher',
  on: '2025-05-10',
  topic: 'Refresher',
  agenda: [],
  papers: [],
  attendance: [{ id: 'p', was: 'present' }],
  actions: [],
  ...some,
});

test('each of the four stands by its own day, and what nobody knows is no data', () => {
  const days = { vettingExpires: '2026-05-03', accredited: '2023-06-01', nextReview: '2026-08-03' };
  const stands = standingOf(volunteer(days), [], [], today);
  expect(stands.vetting).toEqual({ state: 'expired', until: '2026-05-03' });
  expect(stands.accreditation).toEqual({ state: 'in date', until: '2026-08-03' });
  expect(stands.review).toEqual({ state: 'in date', until: '2026-08-03' });
  expect(stands.training).toEqual({ state: 'no data' });
  expect(standingOf(volunteer({}), [], [], today).vetting).toEqual({ state: 'no data' });
});

test('accreditation lasts three years, or until the review that followed says', () => {
  const of = (days: object) => standingOf(volunteer(days), [], [], today).accreditation;
  expect(of({ accredited: '2023-05-03' })).toEqual({ state: 'expired', until: '2026-05-03' });
  expect(of({ accredited: '2014-05-03', nextReview: '2028-01-01' })).toEqual({
    state: 'in date',
    until: '2028-01-01',
  });
  expect(of({ accredited: '2025-05-03', nextReview: '2025-11-01' })).toEqual({
    state: 'in date',
    until: '2028-05-03',
  });
});

test('training counts from the last session attended or taken elsewhere, and the worst of what is needed stands', () => {
  const sessions = [
    session({}),
    session({ on: '2026-01-10', cancelled: 'Snow' }),
    session({ on: '2026-02-10', attendance: [{ id: 'p', was: 'apologies' }] }),
    session({ on: '2026-06-10' }),
  ];
  const one = volunteer({ trained: [{ id: 'x', topic: 'Initial training', on: '2012-01-01' }] });
  const taken = takenBy(one, sessions, today);
  expect(standingOf(one, [refresher, first, optional], taken, today)).toMatchObject({
    training: { state: 'in date', until: '2027-05-10' },
    trainings: [
      { topic: 'Refresher', last: '2025-05-10', until: '2027-05-10', state: 'in date' },
      { topic: 'Initial training', last: '2012-01-01', state: 'in date' },
    ],
  });
  const old = takenBy(one, [session({ on: '2024-05-03' })], today);
  expect(standingOf(one, [refresher, first], old, today).training.state).toBe('expired');
  expect(standingOf(one, [refresher, first], [], today).training.state).toBe('no data');
});

test('what runs out is what ends within 90 days or has ended; an accreditation and its review are said once', () => {
  const days = { vettingExpires: '2026-08-02', accredited: '2023-05-10', nextReview: '2026-05-10' };
  expect(runsOut(standingOf(volunteer(days), [refresher], [], today))).toEqual([
    { what: 'Vetting', until: '2026-08-02', state: 'expiring' },
    { what: 'Review', until: '2026-05-10', state: 'expiring' },
  ]);
});

test('the way goes step by step; only the next step and the first need no reason', () => {
  expect(nextStep('enquiry')).toBe('application');
  expect(nextStep('accredited')).toBeUndefined();
  expect(isReasonNeeded(undefined, 'accredited')).toBe(false);
  expect(isReasonNeeded('vetting', 'training')).toBe(false);
  expect(isReasonNeeded('vetting', 'probation')).toBe(true);
  expect(isReasonNeeded('probation', 'training')).toBe(true);
  expect(isReasonNeeded('accredited', 'left')).toBe(true);
  expect(isReasonNeeded('left', 'enquiry')).toBe(true);
});

test('whoever works for the office besides keeps their roles when they begin to be trained', () => {
  const staff: Person = { id: 'p', name: 'Pat', roles: ['coordinator'] };
  expect(movedOn(staff, 'training', today).roles).toEqual(['coordinator']);
  expect(movedOn({ ...staff, roles: [] }, 'vetting', today).roles).toEqual([]);
  expect(movedOn({ ...staff, roles: [] }, 'training', today).roles).toEqual(['visitor']);
});
