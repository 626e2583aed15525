import { describe, expect, it } from 'vitest';
import { concernFacts } from '#shared/measures/concern-facts.ts';
import type { Concern } from '#shared/records/concern.ts';

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const by = id(1);

/** A concern raised on 1 May, with the moves, letters and answers given by their days in May 2026. */
const lived = (
  moves: readonly (readonly [to: string, day: number, by?: string])[],
  more: { letters?: [on: number, due: number][]; answers?: number[]; found?: number[] } = {},
): Concern => {
  const on = (day: number) => new Date(Date.UTC(2026, 4, day)).toISOString().slice(0, 10);
  return {
    id: id(2),
    events: moves.map(([to, day, mover = by], n) => ({
      ...{
        id: id(10 + n),
        from: moves[n - 1]?.[0] ?? 'raised',
        to,
        by: mover,
        at: `${on(day)}T10:00:00.000Z`,
      },
    })),
    from: { kind: 'visit' },
    raisedOn: on(1),
    raisedBy: [by],
    area: 'safety',
    severity: 'high',
    sharing: 'custody',
    matter: 'A cord could be tied to a fitting.',
    told: [],
    escalations: (more.letters ?? []).map(([day, due], n) => ({
      ...{ id: id(30 + n), to: 'custody inspector' as const, on: on(day), due: on(due), by },
    })),
    answers: (more.answers ?? []).map((day, n) => ({
      ...{ id: id(40 + n), on: on(day), from: 'Inspector', words: 'Done.', via: 'letter' as const, by },
    })),
    found: (more.found ?? []).map((day, n) => ({
      ...{ id: id(50 + n), visit: id(60 + n), on: on(day), by: [by], finding: 'not put right' as const },
    })),
  };
};
const happened = (c: Concern) =>
  concernFacts(c).happened.map(({ what, date, days }) => [
    what,
    Number(date.slice(8)),
    ...(days === null ? [] : [days]),
  ]);
const stood = (c: Concern) =>
  concernFacts(c).stood.map(({ what, date, until }) => [what, date.slice(5), until?.slice(5) ?? null]);

const escalated = [
  ['coordinator', 2],
  ['escalated', 4],
] as const;

describe('what figures know of a concern', () => {
  it('is raised and open until somebody settles it', () => {
    expect(happened(lived([]))).toEqual([['raised', 1]]);
    expect(stood(lived([]))).toEqual([['open', '05-01', null]]);
    expect(
      stood(
        lived([
          ['coordinator', 2],
          ['closed', 9],
        ]),
      ),
    ).toEqual([['open', '05-01', '05-09']]);
  });

  it('was never open where it was addressed before, or resolved on the visit, whenever the report came in', () => {
    const addressed = lived([['addressed', 6, 'office']]);
    expect(happened(addressed)).toEqual([
      ['raised', 1],
      ['addressed', 1],
    ]);
    expect(stood(addressed)).toEqual([]);
    expect(stood(lived([['resolved', 6]]))).toEqual([['open', '05-01', '05-06']]);
  });

  it('counts days from the first letter to the answer', () => {
    const answered = lived([...escalated, ['answered', 14]], { letters: [[4, 18]], answers: [14] });
    expect(happened(answered)).toContainEqual(['answered', 14, 10]);
  });

  it('counts a reminder as no second escalation, and days still from the first letter', () => {
    const reminded = lived([...escalated, ['answered', 20]], {
      letters: [
        [4, 8],
        [11, 18],
      ],
      answers: [20],
    });
    expect(happened(reminded)).toEqual([
      ['raised', 1],
      ['escalated', 4],
      ['answered', 20, 16],
    ]);
  });

  it('counts a further answer to the same letter once, and that to a new letter again', () => {
    const twice = lived(
      [...escalated, ['answered', 10], ['coordinator', 15], ['escalated', 16], ['answered', 21]],
      {
        ...{
          letters: [
            [4, 18],
            [16, 30],
          ],
          answers: [10, 12, 21],
        },
      },
    );
    expect(happened(twice).filter(([what]) => what !== 'raised')).toEqual([
      ...[
        ['escalated', 4],
        ['answered', 10, 6],
        ['escalated', 16],
        ['answered', 21, 5],
      ],
    ]);
  });

  it('tells an answer without a letter without days', () => {
    const asked = lived(
      [
        ['coordinator', 2],
        ['answered', 5],
      ],
      { answers: [5] },
    );
    expect(happened(asked)).toContainEqual(['answered', 5]);
  });

  it('is silence from the day after the answer was due until it comes, is asked for again, or is taken back', () => {
    const late = (c: Concern) => stood(c).filter(([what]) => what === 'unanswered');
    expect(late(lived([...escalated], { letters: [[4, 18]] }))).toEqual([['unanswered', '05-19', null]]);
    expect(late(lived([...escalated, ['answered', 22]], { letters: [[4, 18]], answers: [22] }))).toEqual([
      ['unanswered', '05-19', '05-22'],
    ]);
    expect(late(lived([...escalated, ['answered', 18]], { letters: [[4, 18]], answers: [18] }))).toEqual([]);
    expect(
      late(
        lived([...escalated], {
          letters: [
            [4, 8],
            [11, 25],
          ],
        }),
      ),
    ).toEqual([
      ['unanswered', '05-09', '05-11'],
      ['unanswered', '05-26', null],
    ]);
    expect(late(lived([...escalated, ['coordinator', 20]], { letters: [[4, 18]] }))).toEqual([
      ['unanswered', '05-19', '05-20'],
    ]);
  });

  it('came back where it had ended or was found put right, or was found as it was after an answer', () => {
    const closed = lived([
      ['coordinator', 2],
      ['closed', 5],
      ['coordinator', 9],
    ]);
    expect(happened(closed)).toContainEqual(['came back', 9]);
    expect(stood(closed)).toEqual([
      ['open', '05-01', '05-05'],
      ['open', '05-09', null],
    ]);
    const answered = [...escalated, ['answered', 10], ['coordinator', 15]] as const;
    const told = { letters: [[4, 18]] as [number, number][], answers: [10] };
    expect(happened(lived(answered, { ...told, found: [14] }))).toContainEqual(['came back', 15]);
    // That an answer does not satisfy the coordinator is something else.
    expect(happened(lived(answered, told)).map(([what]) => what)).not.toContain('came back');
  });

  it('holds none of its words', () => {
    expect(JSON.stringify(concernFacts(lived([])))).not.toContain('cord');
  });
});
