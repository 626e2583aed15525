import { expect, test } from 'vitest';
import { readReview } from '#shared/imports/reviews.ts';
import { recommendationFacts, reviewFacts } from '#shared/measures/review-facts.ts';
import { review, reviewState, standingDecision } from '#shared/records/review.ts';
import { reviewRules } from '#shared/records/review-rules.ts';
import { diff } from '#shared/sync/patch.ts';
import { assessor, caseworker, idOf, recommended } from '#test/reviewed.ts';
import { context } from '../imports/context.ts';

const row = {
  reference: 'R/1',
  received: '04/05/2021',
  route: 'not-investigated',
  decided: '2021-06-01',
  decision: 'not-upheld',
};
const read = (more: Record<string, string> = {}, existing?: ReturnType<typeof review.parse>) => {
  const outcome = readReview({ ...row, ...more }, context, existing);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.document;
};
const problemsOf = (more: Record<string, string>) => {
  const outcome = readReview({ ...row, ...more }, context);
  return outcome.ok ? [] : outcome.problems.map(({ column }) => column);
};

test('a row becomes a review that is one, with its decision, and nothing of it is owed any more', () => {
  const found = review.parse(read());
  expect(reviewState(found)).toBe('closed');
  expect(found.route).toBe('not investigated');
  expect(standingDecision(found)).toMatchObject({ decision: 'not upheld', on: '2021-06-01' });
  expect(reviewRules.objection(undefined, found, [])).toBeUndefined();
});

test('the same row again changes nothing, and a file without a column takes nothing away', () => {
  const first = read({ theme: 'Delay' });
  expect(read({ theme: 'Delay' }, first)).toBe(first);
  const { decided: _, decision: __, ...rest } = row;
  const outcome = readReview(rest, context, first);
  expect(outcome).toEqual({ ok: true, document: first });
});

test('a review that was open in an earlier file is decided by a later one', () => {
  const open = read({ decided: '', decision: '' });
  expect(reviewState(open)).toBe('received');
  const later = read({}, open);
  expect(reviewState(later)).toBe('closed');
  expect(later.id).toBe(open.id);
});

test('what people have examined since is no longer decided by a file, not even by whoever may import one', () => {
  const open = read({ valid: 'yes', decided: '', decision: '' });
  const event = {
    id: idOf(20),
    from: 'valid',
    to: 'assigned',
    by: caseworker,
    at: '2026-03-05T10:00:00.000Z',
  };
  const given = {
    ...open,
    events: [...open.events, event],
    assignments: [{ id: idOf(11), assessor, external: false, on: '2026-03-05', by: caseworker }],
  };
  expect(read({ valid: 'yes' }, given)).toBe(given);
  expect(read({ valid: 'yes', theme: 'Delay' }, given)).toEqual({ ...given, themes: ['Delay'] });
  const decided = read({ valid: 'yes' });
  const correction = {
    ...{ id: idOf(21), number: 1, by: assessor, at: '2026-03-06T10:00:00.000Z', reason: 'Again.' },
    ...{ file: 'a.csv', changes: [] },
  };
  const forged = {
    ...given,
    corrections: [correction],
    decisions: decided.decisions,
    events: [...given.events, { ...event, id: idOf(22), from: 'assigned', to: 'decided', by: 'import' }],
  };
  expect(reviewRules.isBy(assessor, open, { ...open, corrections: [correction] })).toBe(true);
  expect(reviewRules.isBy(assessor, given, forged)).toBe(false);
  const replaced = { ...given, corrections: [correction], events: decided.events };
  expect(reviewRules.objection(given, replaced, diff(given, replaced))).toBe('lifeCycle');
});

test('what cannot be is refused under its column', () => {
  expect(problemsOf({ decided: '2021-05-03' })).toEqual(['decided']);
  expect(problemsOf({ valid: 'no' })).toEqual(['valid']);
  expect(problemsOf({ valid: 'yes', decision: 'invalid' })).toEqual(['valid']);
  expect(problemsOf({ received: '', decision: 'lost' })).toEqual(['received', 'decision']);
});

test('a decision without a day is counted, and no days are told of it', () => {
  const [, ended] = reviewFacts(read({ decided: '' })).happened;
  expect(ended).toMatchObject({
    what: 'completed',
    date: '2021-05-04',
    workingDays: null,
    completedInTarget: null,
  });
});

test('a file that does not speak of acknowledgements says nothing of them; a blank in one that does says there was none', () => {
  expect(reviewFacts(read()).happened[0]?.acknowledgedInTarget).toBeNull();
  expect(reviewFacts(read({ acknowledged: '' })).happened[0]?.acknowledgedInTarget).toBe(0);
  expect(reviewFacts(read({ acknowledged: '2021-05-06' })).happened[0]?.acknowledgedInTarget).toBe(1);
});

test('recommendations of a file are counted as many as it says, those of the office one by one', () => {
  expect(
    reviewFacts(read({ recommendations: '3', recommendations_accepted: '2' })).recommendations,
  ).toMatchObject([
    { what: 'made', number: 3, date: '2021-06-01' },
    { what: 'accepted', number: 2 },
  ]);
  expect(recommendationFacts(recommended()).unanswered).toMatchObject([{ date: '2026-03-27', until: null }]);
});
