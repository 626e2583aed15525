import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openByAge, outstandingByYear } from '#shared/measures/review-tables.ts';
import {
  type Review,
  reviewMoves,
  reviewState,
  reviewStates,
  standingOf,
  standings,
} from '#shared/records/review.ts';
import { reviewRules } from '#shared/records/review-rules.ts';
import { answerDeadline, isLate, type ReviewDeadline, reviewDeadlines } from '#shared/reviews/deadlines.ts';
import { inTime } from '#shared/reviews/in-time.ts';
import { nextStepOf } from '#shared/reviews/next-step.ts';
import { diff } from '#shared/sync/patch.ts';
import { addDays } from '#shared/times.ts';
import {
  decided,
  factsOf,
  figures,
  idOf,
  moved,
  recommended,
  returned,
  valid,
  workingDaysAfter,
} from '#test/reviewed.ts';

const people = [idOf(901), idOf(902), idOf(903), idOf(904)];
const aPerson = fc.constantFrom(...people);
const aDay = fc.nat(400).map((n) => addDays('2025-04-01', n));
const lastDay = addDays('2025-04-01', 900);

/** A review that ended in any way or in none, on any day after its receipt. */
const aReview: fc.Arbitrary<Review> = fc
  .record({
    n: fc.nat(1_000_000),
    received: aDay,
    took: fc.nat(120),
    end: fc.constantFrom('open', 'upheld', 'not upheld', 'invalid', 'withdrawn', 'forwarded', 'reopened'),
    acknowledged: fc.option(fc.nat(10), { nil: undefined }),
    findings: fc.array(fc.constantFrom('upheld', 'not upheld', undefined), { maxLength: 4 }),
  })
  .map(({ n, received, took, end, acknowledged, findings }) => {
    const on = addDays(received, took);
    const begun: Review = {
      ...valid({
        id: idOf(n),
        received,
        allegations: findings.map((finding, i) => ({
          id: idOf(i),
          text: 'It.',
          ...(finding && { finding }),
        })),
      }),
      acknowledged: acknowledged === undefined ? undefined : addDays(received, acknowledged),
    };
    if (end === 'open') return begun;
    if (end === 'upheld' || end === 'not upheld')
      return {
        ...begun,
        events: decided(returned()).events,
        decisions: [{ id: idOf(7), decision: end, by: 'x', on }],
      };
    const to = end === 'reopened' ? 'invalid' : end;
    const ended = moved({ ...begun, endings: [{ id: idOf(8), to, on, by: 'x' }] }, to);
    return end === 'reopened' ? moved(ended, 'received', 'x', 'Looked at again.') : ended;
  });
const reviews = fc.array(aReview, { maxLength: 12 });

test('at the end of any day the reviews received are those open and those that ended in one of four ways', () => {
  fc.assert(
    fc.property(reviews, fc.nat(600), (all, n) => {
      const told = figures(all, { from: '2025-04-01', to: addDays('2025-04-01', n) });
      const top = (id: string) => told.get(id)?.top ?? 0;
      const ended = ['completed', 'invalid', 'withdrawn', 'forwarded'].reduce(
        (sum, id) => sum + top(`reviews.${id}`),
        0,
      );
      expect(top('reviews.open') + ended).toBe(top('reviews.received'));
      expect(top('reviews.upheld') + top('reviews.notUpheld')).toBe(top('reviews.completed'));
      expect(told.get('upheld.ofCompleted')?.bottom).toBe(top('reviews.completed'));
    }),
  );
});

test('parts of a period add up to the whole, and means are weighted by it', () => {
  fc.assert(
    fc.property(reviews, fc.nat(400), (all, n) => {
      const middle = addDays('2025-04-01', n);
      const [whole, early, late] = [
        figures(all, { from: '2025-04-01', to: lastDay }),
        figures(all, { from: '2025-04-01', to: middle }),
        figures(all, { from: addDays(middle, 1), to: lastDay }),
      ];
      for (const id of [
        'reviews.received',
        'reviews.completed',
        'days.working.mean',
        'days.calendar.mean',
        'acknowledged.inTarget',
        'allegations.count',
        'allegations.upheld',
      ])
        for (const side of ['top', 'bottom'] as const)
          expect((early.get(id)?.[side] ?? 0) + (late.get(id)?.[side] ?? 0), id).toBe(
            whole.get(id)?.[side] ?? 0,
          );
      expect(whole.get('allegations.upheld')?.top).toBeLessThanOrEqual(
        whole.get('allegations.count')?.top ?? 0,
      );
    }),
  );
});

test('ages and years of open reviews add up to those open', () => {
  fc.assert(
    fc.property(reviews, fc.nat(600), (all, n) => {
      const day = addDays('2025-04-01', n);
      const open = figures(all, { from: day, to: day }).get('reviews.open')?.top;
      const sum = (rows: [string, number][]) => rows.reduce((total, [, number]) => total + number, 0);
      expect(sum(openByAge(factsOf(all).openReviews, day))).toBe(open);
      expect(sum(outstandingByYear(factsOf(all).openReviews, day))).toBe(open);
    }),
  );
});

const mixed = <T>(list: readonly T[], seed: readonly number[]): T[] =>
  list
    .map((one, i) => ({ one, at: seed[i] ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

test('no order in which things were entered moves a deadline of a review, or whether it came in time', () => {
  fc.assert(
    fc.property(
      aReview,
      fc.array(aDay, { maxLength: 6 }),
      fc.array(fc.tuple(aDay, fc.nat(30)), { maxLength: 3 }),
      fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
      (base, letters, stays, seed) => {
        const told = letters.map((on, i) => ({
          id: idOf(100 + i),
          what: 'progress' as const,
          on,
          by: idOf(901),
        }));
        const wrongBodies = stays.map(([received, days], i) => ({
          id: idOf(200 + i),
          body: 'the IOPC',
          received,
          forwarded: addDays(received, days),
        }));
        const one = { ...base, told, wrongBodies };
        const other = { ...base, told: mixed(told, seed), wrongBodies: mixed(wrongBodies, seed) };
        expect(reviewDeadlines(other)).toEqual(reviewDeadlines(one));
        expect(inTime(other)).toEqual(inTime(one));
        const answers = letters.map((on, i) => ({
          id: idOf(300 + i),
          answer: 'accepted' as const,
          on,
          by: idOf(901),
        }));
        expect(answerDeadline(recommended({ answers: mixed(answers, seed) }))).toEqual(
          answerDeadline(recommended({ answers })),
        );
      },
    ),
  );
});

test('a stay at a wrong body never makes the time for applying end earlier', () => {
  fc.assert(
    fc.property(aReview, aDay, fc.nat(60), (base, received, days) => {
      const stay = { id: idOf(200), body: 'the IOPC', received, forwarded: addDays(received, days) };
      const [without, apart] = [
        inTime(base).deadline?.due,
        inTime({ ...base, wrongBodies: [stay] }).deadline?.due,
      ];
      expect((apart as string) >= (without as string)).toBe(true);
    }),
  );
});

test('whoever is given a review, drafts and decides: what the rules let through was decided by nobody who assessed it', () => {
  const aDeed = fc.record({
    what: fc.constantFrom('assign', 'draft', 'decide', 'move'),
    by: aPerson,
    to: fc.constantFrom(...reviewStates),
  });
  fc.assert(
    fc.property(fc.array(aDeed, { maxLength: 25 }), (deeds) => {
      let r = returned();
      deeds.forEach(({ what, by, to }, i) => {
        const id = idOf(1_000 + i);
        const next: Record<typeof what, () => Review> = {
          assign: () => ({
            ...r,
            assignments: [...r.assignments, { id, assessor: by, external: false, on: '2026-03-10', by }],
          }),
          draft: () => ({
            ...r,
            drafts: [...r.drafts, { id, words: 'It.', by, at: '2026-03-11T09:00:00.000Z' }],
          }),
          decide: () => {
            const done = decided(r, by);
            return {
              ...done,
              decisions: done.decisions.map((one, n) => (n === r.decisions.length ? { ...one, id } : one)),
            };
          },
          move: () => moved(r, to, by, 'It must be.'),
        };
        const after = next[what]();
        if (reviewRules.objection(r, after, diff(r, after)) === undefined) r = after;
      });
      const assessed = new Set([
        ...r.assignments.map((one) => one.assessor),
        ...r.drafts.map((one) => one.by),
      ]);
      expect(r.decisions.filter((one) => assessed.has(one.by))).toEqual([]);
      expect(r.events.filter(({ to, from }) => to === 'decided' && from === 'returned')).toHaveLength(
        r.decisions.length,
      );
      expect(standings.filter((one) => one === standingOf(r))).toHaveLength(1);
      r.events.forEach(({ from, to }) => {
        expect((reviewMoves[from as keyof typeof reviewMoves] as readonly string[]).includes(to)).toBe(true);
      });
    }),
  );
});

test('what figures say was in target is what the deadlines of a review say, and working days are those of its clock', () => {
  fc.assert(
    fc.property(aReview, (r) => {
      const [received, ended] = factsOf([r]).reviews;
      const clock = (id: string) => reviewDeadlines(r).find((one) => one.clock === id) as ReviewDeadline;
      if (r.acknowledged)
        expect(received?.acknowledgedInTarget).toBe(Number(!isLate(clock('acknowledge'), lastDay)));
      if (ended?.what !== 'completed') return;
      expect(ended.completedInTarget).toBe(Number(!isLate(clock('complete'), lastDay)));
      const working = ended.workingDays as number;
      if (working > 0) expect(workingDaysAfter(r.received, working) <= ended.date).toBe(true);
      expect(workingDaysAfter(r.received, working + 1) > ended.date).toBe(true);
    }),
  );
});

test('every open review has a next step that says what, by whom and why', () => {
  fc.assert(
    fc.property(aReview, aDay, (r, today) => {
      const step = nextStepOf(r, { today });
      if (standingOf(r) === 'open') expect(step?.words).toMatch(/\.$/);
      if (step?.by) expect(step.why, reviewState(r)).not.toBe('');
      if (step?.late) expect((step.by as string) < today).toBe(true);
    }),
  );
});
