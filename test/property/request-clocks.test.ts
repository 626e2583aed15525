import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { caseDeadline } from '#shared/cases/clock.ts';
import {
  answering,
  groundsOf,
  newRequest,
  type RequestKind,
  requestClocks,
  requestRules,
} from '#shared/cases/request-clocks.ts';
import { bankHolidays } from '#shared/deadlines/bank-holidays.ts';
import { calendarOf } from '#shared/deadlines/calendar.ts';
import { runClock } from '#shared/deadlines/clock.ts';
import { type CaseFile, newCase } from '#shared/records/case-file.ts';
import type { InformationRequest } from '#shared/records/case-parts.ts';
import { addDays } from '#shared/times.ts';
import worked from '../unit/deadlines/worked-dates.json' with { type: 'json' };

const kinds = Object.keys(requestRules) as RequestKind[];
const by = 'a';

const asked = (kind: RequestKind, received: string, more: Partial<InformationRequest> = {}): CaseFile => ({
  ...newCase({ id: 'c', received, kind }),
  request: { ...newRequest(), ...more },
});
const due = (c: CaseFile) => {
  const [clock] = requestClocks(c);
  return clock && caseDeadline(clock);
};

const acceptance = worked.filter(({ rule }) => kinds.some((kind) => requestRules[kind] === rule));

test.each(acceptance)('$rule begun on $start is due on $due, through a case too', (one) => {
  const kind = kinds.find((of) => requestRules[of] === one.rule) as RequestKind;
  expect(due(asked(kind, one.start))?.due).toBe(one.due);
});

const aWait = (received: string) =>
  fc
    .record({ after: fc.nat(50), days: fc.option(fc.nat(25), { nil: undefined }), id: fc.uuid() })
    .map(({ after, days, id }) => {
      const on = addDays(received, after);
      return { id, by, asked: on, ...(days !== undefined && { received: addDays(on, days) }) };
    });
const aDay = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays('2016-01-01', n));
const aCase = fc.tuple(fc.constantFrom(...kinds), aDay).chain(([kind, received]) =>
  fc.record({
    kind: fc.constant(kind),
    received: fc.constant(received),
    clarifications: fc.array(aWait(received), { maxLength: 3 }),
    proofs: fc.array(
      aWait(received).map((one) => ({ ...one, of: 'identity' as const })),
      { maxLength: 2 },
    ),
    fee: fc.option(aWait(received), { nil: undefined }),
    told: fc.option(fc.nat(50), { nil: undefined }),
  }),
);
type Made = typeof aCase extends fc.Arbitrary<infer T> ? T : never;
const made = ({ kind, received, fee, told, ...waits }: Made): CaseFile =>
  asked(kind, received, {
    ...waits,
    ...(fee && { fee: { noticed: fee.asked, pence: 100, ...(fee.received && { paid: fee.received }) } }),
    ...(told !== undefined && {
      extension: { on: addDays(received, told), id: groundsOf(kind)[0]?.id ?? '', ground: 'So', by },
    }),
  });

describe('the clock of a request', () => {
  it('does not know in which order things were entered, not even in its explanation', () => {
    fc.assert(
      fc.property(aCase, (one) => {
        const turned = {
          ...one,
          clarifications: one.clarifications.toReversed(),
          proofs: one.proofs.toReversed(),
        };
        expect(due(made(turned))).toEqual(due(made(one)));
      }),
    );
  });

  it('never ends earlier for what was waited for', () => {
    fc.assert(
      fc.property(
        aCase.chain((one) => fc.tuple(fc.constant(one), aWait(one.received))),
        ([one, wait]) => {
          // For subject access a clarification stops the clock; proof begins it anew by a date of another month.
          const first = one.kind === 'subject access request' ? { ...one, proofs: [], fee: undefined } : one;
          const more = { ...first, clarifications: [...first.clarifications, wait] };
          const [without, paused] = [due(made(first))?.due, due(made(more))?.due];
          // One that is waited for still has no last day.
          if (typeof without === 'string' && typeof paused === 'string') expect(paused >= without).toBe(true);
          if (without === null) expect(paused).toBeNull();
        },
      ),
    );
  });

  it('is made of days that add up, from its start to its end', () => {
    fc.assert(
      fc.property(aCase, (one) => {
        const clock = answering(made(one))?.clock;
        if (!clock) throw new Error('it began');
        const calendar = calendarOf(clock.rule.calendar ?? 'uk-wide', bankHolidays);
        const run = runClock(clock.rule, clock.events, calendar);
        if (!run?.due) return;
        expect(addDays(run.start, run.counted + run.leftOut.length)).toBe(run.due);
      }),
    );
  });

  it('is moved by nothing that was first asked or told when it was over', () => {
    const first = due(asked('FOI request', '2025-03-03'));
    const late = asked('FOI request', '2025-03-03', {
      clarifications: [{ id: 'a', by, asked: '2025-04-02', received: '2025-04-03' }],
      extension: { on: '2025-04-02', id: 'public-interest', ground: 'So', by },
    });
    expect(due(late)?.due).toBe(first?.due);
    expect(answering(late)?.tooLate).toHaveLength(2);
    expect(due(late)?.explanation).toContain(
      'The time was over when a clarification was asked for on 2 April',
    );
  });
});

it.each([
  // A clarification begins 20 working days anew; a fees notice stops them until it is paid.
  [
    'FOI request',
    { clarifications: [{ id: 'a', by, asked: '2025-03-10', received: '2025-03-20' }] },
    '2025-04-17',
  ],
  ['FOI request', { fee: { noticed: '2025-03-10', pence: 500 } }, null],
  ['FOI request', { extension: { on: '2025-03-20', id: 'public-interest', ground: 'So', by } }, '2025-05-01'],
  ['EIR request', { extension: { on: '2025-03-20', id: 'complex', ground: 'So', by } }, '2025-05-01'],
  // More time for subject access counts from its start, which is the day the proof came.
  [
    'subject access request',
    { proofs: [{ id: 'a', by, of: 'identity', asked: '2025-03-04', received: '2025-03-10' }] },
    '2025-04-10',
  ],
  [
    'subject access request',
    {
      proofs: [{ id: 'a', by, of: 'identity', asked: '2025-03-04', received: '2025-03-10' }],
      extension: { on: '2025-03-20', id: 'complex', ground: 'So', by },
    },
    '2025-06-10',
  ],
] as const)('%s received on 3 March 2025 with %j is due on %s', (kind, more, day) => {
  expect(due(asked(kind, '2025-03-03', more as unknown as Partial<InformationRequest>))?.due).toBe(day);
});
