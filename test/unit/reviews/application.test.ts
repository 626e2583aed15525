import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bodyQuestionIds } from '#shared/records/review-parts.ts';
import { allegationCategories, defaultCategories } from '#shared/reviews/allegations.ts';
import { whichBody } from '#shared/reviews/body.ts';
import { inTime } from '#shared/reviews/in-time.ts';
import { validityOf } from '#shared/reviews/validity.ts';
import { application, caseworker, idOf, valid } from '#test/reviewed.ts';

test.each(bodyQuestionIds)(
  'one yes to "%s" sends the whole complaint to the IOPC, whatever else is open',
  (id) => {
    const found = whichBody({ body: { answers: { [id]: { answer: 'yes' } } } });
    expect(found.body).toBe('IOPC');
    expect(found.reasons).toHaveLength(1);
    expect(found.unanswered).toHaveLength(6);
  },
);

test('this body decides only where all seven are answered no', () => {
  expect(whichBody(valid()).body).toBe('local policing body');
  expect(whichBody({}).body).toBeUndefined();
  const six = Object.fromEntries(bodyQuestionIds.slice(1).map((id) => [id, { answer: 'no' as const }]));
  expect(whichBody({ body: { answers: six } })).toMatchObject({
    body: undefined,
    unanswered: ['seniorOfficer'],
  });
});

test('what follows from the answers is set aside only with a reason, and stays visible', () => {
  const answers = valid().body?.answers ?? {};
  const override = { body: 'IOPC' as const, reason: ' ', by: caseworker, on: '2026-03-04' };
  expect(whichBody({ body: { answers, override } }).body).toBe('local policing body');
  expect(
    whichBody({ body: { answers, override: { ...override, reason: 'They asked for it.' } } }),
  ).toMatchObject({
    body: 'IOPC',
    derived: 'local policing body',
    reasons: ['They asked for it.'],
  });
});

const givenOn = (sent: string) => ({ sent, counts: 'sent' as const });

test('an outcome provided on 1 April 2025 may be reviewed until 29 April', () => {
  const made = (received: string) => inTime(application({ received, outcome: givenOn('2025-04-01') }));
  expect(made('2025-04-29')).toMatchObject({ timing: 'in time', deadline: { due: '2025-04-29' } });
  expect(made('2025-04-30').timing).toBe('late');
  expect(inTime(application()).timing).toBe('not known');
});

test('of the days of an outcome the one that the office goes by counts', () => {
  const outcome = { letterDated: '2025-03-28', sent: '2025-04-01', received: '2025-04-03' };
  const due = (counts: 'letter dated' | 'sent' | 'received') =>
    inTime(application({ outcome: { ...outcome, counts } })).deadline?.due;
  expect([due('letter dated'), due('sent'), due('received')]).toEqual([
    '2025-04-25',
    '2025-04-29',
    '2025-05-01',
  ]);
});

test('time with a wrong body is left out, and the day it was sent on counts as the day it was made', () => {
  const wrong = (received: string) => ({ id: idOf(5), body: 'the IOPC', received, forwarded: '2025-05-05' });
  const after = (received: string) =>
    inTime(
      application({ received: '2025-05-08', outcome: givenOn('2025-04-01'), wrongBodies: [wrong(received)] }),
    );
  expect(after('2025-04-20')).toMatchObject({
    timing: 'in time',
    madeOn: '2025-05-05',
    deadline: { due: '2025-05-15' },
  });
  expect(after('2025-04-30').timing).toBe('late');
});

test('a late application is taken with reasons alone', () => {
  const late = application({ received: '2025-05-08', outcome: givenOn('2025-04-01') });
  const decision = { accepted: true, reasons: '', by: caseworker, on: '2025-05-09' };
  expect(inTime({ ...late, late: decision }).timing).toBe('late');
  expect(inTime({ ...late, late: { ...decision, reasons: 'In hospital.' } }).timing).toBe('accepted late');
  expect(inTime({ ...late, late: { ...decision, accepted: false, reasons: 'None given.' } }).timing).toBe(
    'refused late',
  );
});

test('a last day at a weekend is said and not moved', () => {
  const found = inTime(application({ outcome: givenOn('2026-02-07') })).deadline;
  expect(found?.due).toBe('2026-03-07');
  expect(found?.explanation).toContain('Nobody works that day');
});

test('an application is valid when nothing is open, and says what is missing until then', () => {
  expect(validityOf(valid()).overall).toBe('valid');
  const open = validityOf(application());
  expect(open.overall).toBe('open');
  expect(open.checks).toHaveLength(12);
  expect(open.checks.every(({ missing }) => missing)).toBe(true);
});

test('a failure or a waiver needs a reason, and what the law asks cannot be waived', () => {
  const said = (id: 'writing' | 'applicant', result: 'fail' | 'waived', reason?: string) =>
    validityOf(
      valid({
        validity: {
          ...valid().validity,
          [id]: { result, by: caseworker, on: '2026-03-04', ...(reason && { reason }) },
        },
      }),
    ).overall;
  expect(said('writing', 'waived')).toBe('open');
  expect(said('writing', 'waived', 'Taken down by telephone.')).toBe('valid');
  expect(said('applicant', 'waived', 'A friend.')).toBe('open');
  expect(said('applicant', 'fail', 'A friend without authority.')).toBe('invalid');
});

test('which body decides and whether it came in time are not typed but follow', () => {
  const results = (r = valid()) =>
    Object.fromEntries(validityOf(r).checks.map(({ id, result }) => [id, result]));
  expect(results(valid({ body: { answers: { referred: { answer: 'yes' } } } })).thisBody).toBe('fail');
  expect(results(valid({ outcome: givenOn('2026-01-01') })).inTime).toBe('open');
});

test('the categories an office begins with are those of the IOPC', () => {
  const published = JSON.parse(readFileSync(new URL('./allegations.json', import.meta.url), 'utf8'));
  expect(
    Object.fromEntries(defaultCategories.map(({ name, subcategories }) => [name, subcategories])),
  ).toEqual(published.categories);
  expect(allegationCategories.safeParse(defaultCategories).success).toBe(true);
});
