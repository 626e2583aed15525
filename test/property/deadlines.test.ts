import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bankHolidays } from '#shared/deadlines/bank-holidays.ts';
import { calendarOf, isWorkingDay } from '#shared/deadlines/calendar.ts';
import { type ClockEvent, type Run, runClock } from '#shared/deadlines/clock.ts';
import { deadline } from '#shared/deadlines/deadline.ts';
import { type RuleId, ruleIds, ruleOf } from '#shared/deadlines/rules.ts';
import { addDays } from '#shared/times.ts';

const aRule = fc.constantFrom(...ruleIds);
const aDay = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays('2016-01-01', n));

const aPause = (start: string): fc.Arbitrary<ClockEvent> =>
  fc
    .record({ after: fc.integer({ min: -5, max: 60 }), days: fc.integer({ min: 0, max: 20 }) })
    .map(({ after, days }) => {
      const on = addDays(start, after);
      return { kind: 'paused', on, until: addDays(on, days), why: 'asked' } as const;
    });

const aCase = aDay.chain((start) =>
  fc.record({
    start: fc.constant(start),
    rule: aRule,
    pauses: fc.array(aPause(start), { maxLength: 4 }),
    extended: fc.boolean(),
  }),
);

type Case = typeof aCase extends fc.Arbitrary<infer T> ? T : never;
const eventsOf = ({ rule, start, pauses, extended }: Case): ClockEvent[] => [
  { kind: 'started', on: start },
  ...pauses,
  ...(extended
    ? (ruleOf(rule).extensions ?? []).map(({ id }) => ({ kind: 'extended', extension: id }) as const)
    : []),
];

const run = (rule: RuleId, events: readonly ClockEvent[]): Run => {
  const { calendar } = ruleOf(rule);
  const went = runClock(ruleOf(rule), events, calendar && calendarOf(calendar, bankHolidays));
  if (!went) throw new Error('started');
  return went;
};

test('the order in which events were entered changes nothing, not even the explanation', () => {
  fc.assert(
    fc.property(aCase, fc.infiniteStream(fc.nat()), (one, numbers) => {
      const events = eventsOf(one);
      const mixed = events
        .map((event) => ({ event, at: numbers.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ event }) => event);
      expect(deadline(one.rule, mixed)).toEqual(deadline(one.rule, events));
    }),
  );
});

test('a pause never makes a deadline earlier', () => {
  fc.assert(
    fc.property(
      aCase.chain((one) => fc.tuple(fc.constant(one), aPause(one.start))),
      ([one, pause]) => {
        const events = eventsOf(one);
        const [without, paused] = [run(one.rule, events), run(one.rule, [...events, pause])];
        expect((paused.due as string) >= (without.due as string)).toBe(true);
      },
    ),
  );
});

test('what was counted and what was left out add up to the days from the start to the end', () => {
  fc.assert(
    fc.property(aCase, (one) => {
      const went = run(one.rule, eventsOf(one));
      const days = went.counted + went.leftOut.length;
      const dayZero = went.rule.firstDay === 'the day itself' && went.length.unit !== 'months' ? -1 : 0;
      expect(addDays(went.start, days + dayZero)).toBe(went.due);
      if (went.length.unit !== 'months') expect(went.counted).toBe(went.length.count);
    }),
  );
});

test('a clock of working days, and one that rolls, ends on a working day', () => {
  fc.assert(
    fc.property(aCase, (one) => {
      const rule = ruleOf(one.rule);
      if (!rule.calendar) return;
      const { due } = run(one.rule, eventsOf(one));
      expect(isWorkingDay(calendarOf(rule.calendar, bankHolidays), due as string)).toBe(true);
    }),
  );
});

test('the clock and the time zone of the machine change nothing', () => {
  const zone = process.env.TZ;
  try {
    fc.assert(
      fc.property(
        aCase,
        fc.constantFrom('Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/London'),
        (one, tz) => {
          delete process.env.TZ;
          const here = deadline(one.rule, eventsOf(one));
          process.env.TZ = tz;
          expect(deadline(one.rule, eventsOf(one))).toEqual(here);
        },
      ),
    );
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test('a clock that is still stopped has no end, whatever came before', () => {
  fc.assert(
    fc.property(aCase, fc.integer({ min: 0, max: 3 }), (one, after) => {
      const stopped: ClockEvent = { kind: 'paused', on: addDays(one.start, after), why: 'asked' };
      const went = run(one.rule, [...eventsOf(one), stopped]);
      expect(went.due === null || went.due < stopped.on).toBe(true);
    }),
  );
});
