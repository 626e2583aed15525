import SqliteFile from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeFacts } from '#db/facts.ts';
import { countMeasured, measure, measuredRecords } from '#db/measures.ts';
import { migrations } from '#db/migrations/index.ts';
import { reader, writer } from '#db/sql.ts';
import { evaluate, isWithin } from '#shared/measures/evaluate.ts';
import type { AnyFact } from '#shared/measures/measure.ts';
import { reviewMeasures } from '#shared/measures/reviews.ts';
import { type Recommendation, recommendationAnswers } from '#shared/records/recommendation.ts';
import { newReview, type Review } from '#shared/records/review.ts';
import { endingKinds, examinationFindings, routes } from '#shared/records/review-parts.ts';
import { addDays } from '#shared/times.ts';
import { reviewDimensions } from '#shared/views.ts';
import { factsOf, idOf, moved } from '#test/reviewed.ts';

const begin = '2025-04-01';
const aDay = fc.nat(300).map((n) => addDays(begin, n));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** A review of either route or none, open or ended in any way, reopened now and then, of its own or out of a file. */
const aReview: fc.Arbitrary<Review> = fc
  .record({
    n: fc.nat(1_000_000),
    received: aDay,
    took: fc.nat(90),
    route: maybe(fc.constantFrom(...routes)),
    end: fc.constantFrom('open', 'valid', ...examinationFindings, ...endingKinds, 'reopened', 'not said'),
    acknowledged: maybe(fc.nat(10)),
    findings: fc.array(fc.constantFrom(...examinationFindings, undefined), { maxLength: 3 }),
    imported: maybe(
      fc.record(
        {
          acknowledgementUnknown: fc.boolean(),
          dayUnknown: fc.boolean(),
          allegations: fc.nat(4),
          allegationsUpheld: fc.nat(2),
          recommendations: fc.nat(3),
          recommendationsAccepted: fc.nat(2),
        },
        { requiredKeys: [] },
      ),
    ),
  })
  .map(({ n, received, took, route, end, acknowledged, findings, imported }): Review => {
    const on = addDays(received, took);
    const begun: Review = {
      ...newReview({ id: idOf(n), received }),
      ...(route && { route }),
      ...(acknowledged !== undefined && { acknowledged: addDays(received, acknowledged) }),
      ...(imported && { imported: { reference: `I${n}`, file: 'a.csv', ...imported } }),
      allegations: findings.map((finding, i) => ({ id: idOf(i), text: 'It.', ...(finding && { finding }) })),
    };
    if (end === 'open') return begun;
    if (end === 'valid') return moved(begun, 'valid');
    if (end === 'upheld' || end === 'not upheld' || end === 'not said')
      return {
        ...moved(moved(begun, 'valid'), 'decided'),
        decisions: [{ id: idOf(7), by: 'x', on, ...(end !== 'not said' && { decision: end }) }],
      };
    const to = end === 'reopened' ? 'invalid' : end;
    const ended = moved({ ...begun, endings: [{ id: idOf(8), to, on, by: 'x' }] }, to);
    return end === 'reopened' ? moved(ended, 'received', 'x', 'Looked at again.') : ended;
  });

const aRecommendation: fc.Arbitrary<Recommendation> = fc
  .record({
    n: fc.nat(1_000_000),
    madeOn: aDay,
    route: maybe(fc.constantFrom(...routes)),
    answers: fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...recommendationAnswers)), { maxLength: 2 }),
  })
  .map(({ n, madeOn, route, answers }) => ({
    ...{ id: idOf(2_000_000 + n), review: idOf(1), kind: 'remedy', words: 'It.', madeOn, by: idOf(9) },
    ...(route && { route }),
    answers: answers.map(([days, answer], i) => ({
      ...{ id: idOf(i), answer, on: addDays(madeOn, days), by: idOf(9), reasons: 'It.' },
    })),
    ...{ steps: [], told: [], changed: [] },
  }));

const sampled = <T extends { id: string }>(one: fc.Arbitrary<T>, minLength: number): T[] =>
  fc.sample(fc.uniqueArray(one, { minLength, selector: ({ id }) => id }), {
    numRuns: 1,
    seed: 2026,
  })[0] as T[];
const reviews = sampled(aReview, 80);
const made = sampled(aRecommendation, 40);
const facts = factsOf(reviews, made);

const db = new SqliteFile(':memory:');
for (const migration of migrations) migration.up(db);
const added = (document: object) => ({ document, before: undefined });
writeFacts(writer(db), 'review', reviews.map(added));
writeFacts(writer(db), 'recommendation', made.map(added));
const store = reader(db);

const aSpan = fc
  .tuple(aDay, fc.nat(120), maybe(aDay))
  .map(([from, days, today]) => ({ from, to: addDays(from, days), today }));
const none = 0;

test.each([undefined, ...reviewDimensions])(
  'what the store computes of reviews is what the definitions say: by %s',
  (dimension) => {
    fc.assert(
      fc.property(aSpan, (span) => {
        const found = measure(store, reviewMeasures, span, none, dimension);
        const within = (m: (typeof reviewMeasures)[number]) =>
          (facts[m.over] as AnyFact[]).filter((fact) => isWithin(fact, span));
        const keyOf = (fact: AnyFact) => (dimension ? (fact as { route: string | null }).route : null);
        const keys = dimension ? reviewMeasures.flatMap((m) => within(m).map(keyOf)) : [null];
        expect(new Set(found.keys())).toEqual(new Set(keys));
        for (const [key, raws] of found)
          for (const m of reviewMeasures.filter(({ id }) => raws.has(id)))
            expect(raws.get(m.id), m.id).toEqual(
              evaluate(
                m,
                within(m).filter((fact) => keyOf(fact) === key),
                none,
              ),
            );
      }),
      { numRuns: 20 },
    );
  },
);

test('the reviews and recommendations behind every figure add up to it, and are as many as are said', () => {
  fc.assert(
    fc.property(aSpan, (span) => {
      const whole = measure(store, reviewMeasures, span, none).get(null);
      for (const m of reviewMeasures) {
        const rows = measuredRecords(store, m, span, none, { limit: 500, after: undefined });
        expect(rows.length, m.id).toBe(countMeasured(store, m, span, none, {}));
        if (m.kind === 'sum')
          expect(
            rows.reduce((sum, { top }) => sum + (top ?? 0), 0),
            m.id,
          ).toBe(whole?.get(m.id)?.top ?? 0);
      }
    }),
    { numRuns: 8 },
  );
});
