import { expect, test } from 'vitest';
import { openByAge, outstandingByYear } from '#shared/measures/review-tables.ts';
import type { Recommendation } from '#shared/records/recommendation.ts';
import type { Review } from '#shared/records/review.ts';
import { noticeTo } from '#shared/records/review-parts.ts';
import { isLate, reviewDeadline, reviewDeadlines } from '#shared/reviews/deadlines.ts';
import { nextStepOf } from '#shared/reviews/next-step.ts';
import {
  application,
  assessor,
  caseworker,
  decided,
  factsOf,
  idOf,
  moved,
  recommended,
  returned,
  valid,
} from '#test/reviewed.ts';

const next = (r: Review, today = '2026-03-10', recommendations: Recommendation[] = []) =>
  nextStepOf(r, { today, recommendations });

test('an application is acknowledged first, within five working days', () => {
  expect(next(application())).toMatchObject({
    words: 'Acknowledge the application.',
    who: 'caseworker',
    by: '2026-03-09',
    late: true,
  });
  expect(next(application(), '2026-03-09')?.late).toBe(false);
});

test('then it is asked which body decides, whether it came in time, and whether it is valid', () => {
  const known = { acknowledged: '2026-03-04' };
  expect(next(application(known))?.words).toContain('7 of seven questions');
  expect(next(valid({ body: { answers: { referred: { answer: 'yes' } } } }))?.words).toContain('Forward');
  expect(next(valid({ outcome: { sent: '2026-01-05', counts: 'sent' } }))).toMatchObject({ who: 'decider' });
  expect(next(valid({ validity: {} }))?.words).toContain('in writing');
  expect(next(valid())?.words).toContain('take the review on');
});

test('a review that was taken on waits for notices, the file and an assessor, in this order', () => {
  const taken = moved(valid(), 'valid');
  const noticed = {
    ...taken,
    notices: noticeTo.map((to, i) => ({ id: idOf(50 + i), to, on: '2026-03-05', by: caseworker })),
  };
  expect(next(taken)?.words).toContain('Give notice');
  expect(next(noticed)?.words).toContain('Ask Professional Standards');
  expect(next({ ...noticed, fileRequested: '2026-03-05' })?.who).toBe('force');
  expect(next({ ...noticed, fileRequested: '2026-03-05', fileReceived: '2026-03-09' })?.words).toContain(
    'assessor',
  );
});

test('a letter on how it goes is due every 28 days from the last one', () => {
  const told = (on: string) => valid({ told: [{ id: idOf(60), what: 'progress', on, by: caseworker }] });
  expect(reviewDeadline(valid(), 'progress')?.due).toBe('2026-04-01');
  expect(reviewDeadline(told('2026-03-20'), 'progress')?.due).toBe('2026-04-17');
  expect(next(valid(), '2026-04-01')?.words).toContain('how the review goes');
});

test('an assessor declares, a conflict gives the review to somebody else, and a draft is checked before it is decided', () => {
  const given = { ...returned(), events: returned().events.slice(0, 2), declarations: [] };
  expect(next(given)).toMatchObject({ who: 'assessor', words: expect.stringContaining('conflict') });
  const conflict = { id: idOf(12), by: assessor, on: '2026-03-06', conflict: true };
  expect(next({ ...given, declarations: [conflict] })?.who).toBe('caseworker');
  expect(next(returned())?.words).toContain('quality');
  const check = { id: idOf(70), draft: idOf(13), passed: true, by: caseworker, on: '2026-03-23' };
  expect(next({ ...returned(), qualityChecks: [check] })?.who).toBe('decider');
});

test('after the decision the applicant is told, the force answers, and the complainant hears of it', () => {
  const done = decided(returned());
  expect(next(done)).toMatchObject({ by: '2026-04-07', words: 'Tell the applicant how it ended.' });
  const telling = (n: number, what: 'outcome' | 'recommendation') => ({
    ...{ id: idOf(n), what, on: '2026-03-30', by: caseworker },
  });
  const untold: Review = { ...done, told: [telling(80, 'outcome')] };
  expect(next(untold, '2026-03-31', [recommended()])).toMatchObject({
    words: 'Send the force what is recommended.',
    letter: 'reviewRecommendation',
  });
  const told: Review = { ...untold, told: [...untold.told, telling(82, 'recommendation')] };
  expect(next(told, '2026-04-10', [recommended()])).toMatchObject({
    who: 'force',
    by: '2026-04-24',
    late: false,
  });
  expect(next(told, '2026-04-25', [recommended()])).toMatchObject({
    late: true,
    words: expect.stringContaining('remind'),
  });
  const answer = { id: idOf(81), answer: 'accepted' as const, on: '2026-04-20', by: caseworker };
  expect(next(told, '2026-04-25', [recommended({ answers: [answer] })])?.words).toContain(
    'Tell the complainant',
  );
  expect(next(told)?.words).toContain('close');
  expect(next(moved(told, 'closed'))).toBeUndefined();
});

test('a complaint that is withdrawn goes to the appropriate authority, an application alone does not', () => {
  const withdrawn = (what: 'application' | 'complaint') =>
    moved(
      valid({
        endings: [
          {
            id: idOf(90),
            to: 'withdrawn',
            on: '2026-03-09',
            by: caseworker,
            reasons: 'Asked to.',
            withdrawn: what,
          },
        ],
        told: [{ id: idOf(91), what: 'withdrawn', on: '2026-03-10', by: caseworker }],
      }),
      'withdrawn',
    );
  expect(next(withdrawn('complaint'))?.why).toContain('regulation 38');
  expect(next(withdrawn('application'))).toBeUndefined();
});

test('an office sets the lengths of its own clocks, and the rest stays', () => {
  const due = reviewDeadlines(valid(), { lengths: { acknowledge: 2 } }).map(({ clock, due }) => [clock, due]);
  expect(due).toEqual([
    ['acknowledge', '2026-03-04'],
    ['progress', '2026-04-01'],
    ['complete', '2026-04-13'],
  ]);
  const acknowledged = reviewDeadline(valid(), 'acknowledge', { lengths: { acknowledge: 1 } });
  expect(acknowledged && isLate(acknowledged, '2026-03-03')).toBe(true);
});

test('open reviews stand under their age and the year in which they were received', () => {
  const { openReviews } = factsOf([
    application({ received: '2026-03-02' }),
    application({ id: idOf(2), received: '2026-04-01' }),
    decided(returned()),
  ]);
  expect(openByAge(openReviews, '2026-04-01')).toEqual([
    ['0 to 28 days', 1],
    ['29 to 56 days', 1],
    ['57 to 84 days', 0],
    ['85 to 168 days', 0],
    ['over 168 days', 0],
  ]);
  expect(outstandingByYear(openReviews, '2026-04-01')).toEqual([
    ['2025-26', 1],
    ['2026-27', 1],
  ]);
});
