import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AttachedFile, frozenKind } from '#shared/records/file.ts';
import {
  issuesOf,
  type PeriodReturn,
  type ReturnEvent,
  returnMoves,
  returnState,
  returnStates,
} from '#shared/records/period-return.ts';
import { periodReturnRules } from '#shared/records/period-return-rules.ts';
import { issuesIn, whyTakenUp } from '#shared/returns/issues.ts';
import { diff } from '#shared/sync/patch.ts';
import { idOf } from '#test/reviewed.ts';

const empty: PeriodReturn = {
  ...{ id: idOf(1), of: 'custody-quarter', return: 'icv', period: '2025-26Q4' },
  ...{ from: '2026-01-01', to: '2026-03-31', answers: [], events: [], files: [] },
};
const marks = ['a', 'b'].map((one) => one.repeat(64));
const at = '2026-04-10T10:00:00.000Z';

/** Now and then any state at all, whether it fits or not. */
const anyState = fc.oneof(
  { weight: 10, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom(...returnStates) },
);

/** What somebody tries, mostly what can be: a move that may lack what it has to say, with a file or without, or one of another number. */
const attempt = fc.record({
  from: anyState,
  /** Without a state it is one of those that come next. */
  to: anyState,
  next: fc.nat(1),
  seen: fc.option(fc.constantFrom(...marks), { freq: 12 }),
  why: fc.option(fc.constantFrom('A visit came late.', ' '), { freq: 6 }),
  number: fc.constantFrom(0, 0, 0, 0, 1, -1),
  brings: fc.constantFrom(1, 1, 1, 1, 0, 2),
  where: fc.constantFrom('The web page.', 'The web page.', ''),
  /** The day of the move, one before it, and one that has not come. */
  on: fc.constantFrom('2026-04-10', '2026-04-09', '2026-04-11'),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

const stateAfter = (before: PeriodReturn, { to, next }: Attempt) => {
  const moves = returnMoves[returnState(before)];
  return to ?? moves[next % moves.length] ?? 'draft';
};

const tried = (before: PeriodReturn, one: Attempt, n: number): PeriodReturn => {
  const to = stateAfter(before, one);
  const files: AttachedFile[] = Array.from({ length: to === 'signed' ? one.brings : 0 }, (_, i) => ({
    ...{ id: idOf(1_000 + n * 10 + i), hash: `${n * 10 + i}`.padStart(64, '0') },
    ...{ name: 'frozen.json', kind: frozenKind, bytes: 10 },
  }));
  const last = before.events.at(-1);
  const event: ReturnEvent = {
    ...{ id: idOf(100 + n), from: one.from ?? returnState(before), to, by: idOf(7), at },
    ...(one.why === null ? {} : { why: one.why }),
    ...(to === 'checked' && one.seen ? { seen: one.seen } : {}),
    ...(to === 'signed' && {
      // Mostly what was checked, now and then something else.
      seen: one.seen === null ? marks[0] : (last?.seen ?? marks[1]),
      file: files[0]?.id ?? idOf(5),
      number: Math.max(0, issuesOf(before).length + one.number),
      as: 'Coordinator',
    }),
    ...(to === 'published' && { on: one.on, where: one.where }),
  };
  return { ...before, events: [...before.events, event], files: [...before.files, ...files] };
};

/** The return after all that was tried, of which the rules let through what they do. */
const lived = (attempts: readonly Attempt[]): PeriodReturn =>
  attempts.reduce((before, one, n) => {
    const after = tried(before, one, n);
    return periodReturnRules.objection(before, after) ? before : after;
  }, empty);

const life = fc.array(attempt, { minLength: 5, maxLength: 40 });

test('whatever is tried in whatever order, nothing is signed but what was checked just before, and nothing published on a day to come', () => {
  let signed = 0;
  fc.assert(
    fc.property(life, (attempts) => {
      const { events } = lived(attempts);
      events.forEach((event, i) => {
        expect(event.from).toBe(events[i - 1]?.to ?? 'draft');
        expect(returnMoves[event.from as 'draft']).toContain(event.to);
        if (event.to === 'published') expect(event.on).not.toBe('2026-04-11');
        if (event.to !== 'signed') return;
        signed += 1;
        expect(events[i - 1]).toMatchObject({ to: 'checked', seen: event.seen });
      });
    }),
  );
  expect(signed).toBeGreaterThan(20);
});

test('issues are numbered without gaps, have a file each, and each but the first says why there is one', () => {
  fc.assert(
    fc.property(life, (attempts) => {
      const after = lived(attempts);
      const issues = issuesIn(after);
      expect(issues.map(({ number }) => number)).toEqual(issues.map((_, i) => i));
      expect(issues.map(({ file }) => file?.id)).toEqual(after.files.map(({ id }) => id));
      for (const { number, why } of issues) expect(why === null).toBe(number === 0);
      const isInWork = issues.length > 0 && ['draft', 'checked'].includes(returnState(after));
      expect(whyTakenUp(after) !== null).toBe(isInWork);
    }),
  );
});

test('what was said of a return stays: no event, answer or file is changed or taken out', () => {
  fc.assert(
    fc.property(life, fc.nat(), (attempts, n) => {
      const after = lived(attempts);
      const { events, files } = after;
      fc.pre(events.length > 0);
      const at = n % events.length;
      const without = { ...after, events: events.filter((_, i) => i !== at) };
      const altered = {
        ...after,
        events: events.map((one, i) => (i === at ? { ...one, by: idOf(9) } : one)),
      };
      expect(periodReturnRules.objection(after, without)).toBe('lifeCycle');
      expect(periodReturnRules.objection(after, altered)).toBe('lifeCycle');
      if (files.length > 0) expect(periodReturnRules.objection(after, { ...after, files: [] })).toBeDefined();
      expect(periodReturnRules.objection(after, { ...after, to: '2026-04-30' })).toBe('kept');
    }),
  );
});

test('of two who move a return on without each other, the later is told, but for a check that was made already', () => {
  fc.assert(
    fc.property(life, attempt, attempt, (attempts, one, other) => {
      const seen = lived(attempts);
      const [mine, theirs] = [tried(seen, one, 900), tried(seen, other, 901)];
      fc.pre(!periodReturnRules.objection(seen, mine) && !periodReturnRules.objection(seen, theirs));
      const met = periodReturnRules.onward(mine, diff(seen, theirs));
      const isSame = [mine, theirs].every((after) => returnState(after) === 'checked');
      expect(met).toEqual(isSame ? [] : 'movedOn');
    }),
  );
});
