import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readReview } from '#shared/imports/reviews.ts';
import { percent, quotient } from '#shared/numbers.ts';
import { type Review, review } from '#shared/records/review.ts';
import { addDays } from '#shared/times.ts';
import { figures, workingDaysAfter } from '#test/reviewed.ts';
import { context } from '../imports/context.ts';

const published = JSON.parse(readFileSync(new URL('./published.json', import.meta.url), 'utf8'));

const read = (row: Record<string, string>): Review => {
  const outcome = readReview(row, { ...context, file: 'reviews.csv' });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return review.parse(outcome.document);
};
const many = (n: number, row: (i: number) => Record<string, string>) =>
  Array.from({ length: n }, (_, i) => read(row(i)));
const shareOf = (raw: { top: number | null; bottom: number | null } | undefined) =>
  percent(raw?.top ?? 0, raw?.bottom ?? 0);

test.each(
  published.westMercia as (Record<string, number> & {
    case: string;
    from: string;
    to: string;
    percent: string;
  })[],
)(
  'what the Commissioner published comes out of the same reviews: $case',
  ({ case: name, from, to, completed = 0, upheld = 0, outstanding = 0, notUpheld, percent: share }) => {
    const reviews = many(completed + outstanding, (i) => ({
      reference: `${name} ${i}`,
      received: addDays(from, i % 20),
      acknowledged: '',
      decided: i < completed ? addDays(from, 30 + (i % 25)) : '',
      decision: i < upheld ? 'upheld' : i < completed ? 'not-upheld' : '',
    }));
    const told = figures(reviews, { from, to });
    expect(told.get('reviews.completed')?.top).toBe(completed);
    expect(told.get('reviews.upheld')?.top).toBe(upheld);
    expect(told.get('reviews.notUpheld')?.top).toBe(notUpheld);
    expect(told.get('reviews.open')?.top).toBe(outstanding);
    expect(shareOf(told.get('upheld.ofCompleted'))).toBe(share);
  },
);

test('means are weighted over reviews, and those acknowledged in time stand against all received', () => {
  const { quarters, acknowledged, days } = published.cleveland;
  const reviews = (
    quarters as { received: number; acknowledgedInTime: number; meanWorkingDays: number; on: string }[]
  ).flatMap(({ received, acknowledgedInTime, meanWorkingDays, on }) =>
    many(received, (i) => ({
      reference: `${on} ${i}`,
      received: on,
      acknowledged: i < acknowledgedInTime ? workingDaysAfter(on, 5) : i % 2 ? workingDaysAfter(on, 6) : '',
      decided: workingDaysAfter(on, meanWorkingDays),
      decision: 'not-upheld',
    })),
  );
  const told = figures(reviews, { from: '2021-04-01', to: '2022-03-31' });
  expect(shareOf(told.get('acknowledged.inTarget'))).toBe(acknowledged);
  const mean = told.get('days.working.mean');
  expect(quotient(mean?.top ?? 0, mean?.bottom ?? 0, 1)).toBe(days);
  expect(shareOf(told.get('completed.inTarget'))).toBe('100%');
});

test('allegations are counted as the file counts them, with and without further action', () => {
  const { received, allegations, furtherAction, without, percent: share } = published.warwickshire;
  const reviews = many(received, (i) => ({
    reference: `W${i}`,
    received: addDays('2020-02-03', i * 10),
    allegations: String(i === 0 ? allegations - (received - 1) * 7 : 7),
    allegations_upheld: String(i === 0 ? furtherAction - (received - 1) : 1),
  }));
  const told = figures(reviews, { from: '2020-02-01', to: '2020-11-11' });
  expect(told.get('reviews.received')?.top).toBe(received);
  expect(told.get('allegations.count')?.top).toBe(allegations);
  expect(told.get('allegations.withoutFurtherAction')?.top).toBe(without);
  expect(shareOf(told.get('furtherAction.ofAllegations'))).toBe(share);
});

test('invalid, withdrawn and forwarded reviews lie outside the percentage of those upheld, and no review makes it n/a', () => {
  const row = (reference: string, decision: string) =>
    read({ reference, received: '2021-05-04', decided: '2021-05-20', decision });
  const apart = ['invalid', 'withdrawn', 'forwarded'].map((decision) => row(decision, decision));
  const span = { from: '2021-04-01', to: '2022-03-31' };
  expect(shareOf(figures(apart, span).get('upheld.ofCompleted'))).toBe('n/a');
  const told = figures([...apart, row('a', 'upheld'), row('b', 'not upheld')], span);
  expect(shareOf(told.get('upheld.ofCompleted'))).toBe('50%');
  for (const id of ['invalid', 'withdrawn', 'forwarded']) expect(told.get(`reviews.${id}`)?.top).toBe(1);
});
