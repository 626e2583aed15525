import { describe, expect, it } from 'vitest';
import { answerDue, type Concern, concern, concernState } from '#shared/records/concern.ts';
import {
  answering,
  closing,
  escalating,
  returning,
  settling,
  telling,
  worded,
} from '#shared/records/concern-moves.ts';
import type { Result } from '#shared/result.ts';
import { applyPatch, type Patch } from '#shared/sync/patch.ts';

const person = '01900000-0000-7000-8000-000000000001';
let made = 0;
const making = {
  by: person,
  at: '2026-05-04T09:00:00.000Z',
  newId: () => `01900000-0000-7000-8000-1${String(++made).padStart(11, '0')}`,
};

const cold: Concern = {
  id: '01900000-0000-7000-8000-000000000002',
  events: [],
  from: { kind: 'coordinator' },
  raisedOn: '2026-05-01',
  raisedBy: [person],
  area: 'conditions and facilities',
  severity: 'routine',
  sharing: 'custody',
  matter: 'Cell 4 is cold at night.',
  told: [],
  escalations: [],
  answers: [],
  found: [],
};

const moving = (c: Concern, change: Patch | Result<Patch, unknown>): Concern => {
  const patch = 'ok' in change ? (change.ok ? change.value : undefined) : change;
  if (!patch) throw new Error('the move was refused');
  const { document, conflicts } = applyPatch(c, patch);
  expect(conflicts).toEqual([]);
  return concern.parse(document);
};
const life = (c: Concern) => c.events.map(({ from, to, why }) => [from, to, ...(why ? [why] : [])]);

const letter = { to: 'custody inspector', on: '2026-05-04', due: '2026-05-25' } as const;
const answer = {
  on: '2026-05-20',
  from: 'Inspector of the suite',
  words: 'Heating mended.',
  via: 'letter',
} as const;

describe('moves of a concern by the staff', () => {
  it('one goes from letter to answer to its end, and every step says who and when', () => {
    const asked = moving(cold, escalating(making, cold, letter));
    expect(life(asked)).toEqual([
      ['raised', 'coordinator'],
      ['coordinator', 'escalated'],
    ]);
    expect(answerDue(asked)).toBe('2026-05-25');
    const answered = moving(asked, answering(making, asked, answer));
    expect(concernState(answered)).toBe('answered');
    expect(answered.answers).toMatchObject([{ ...answer, by: person }]);
    const closed = moving(answered, closing(making, answered, 'The next pair found it warm.'));
    expect(life(closed).at(-1)).toEqual(['answered', 'closed', 'The next pair found it warm.']);
    expect(closed.events.every(({ by, at }) => by === person && at === making.at)).toBe(true);
  });

  it('a second letter to somebody above sets a new day and leaves it with the police', () => {
    const asked = moving(cold, escalating(making, cold, letter));
    const again = moving(
      asked,
      escalating(making, asked, { to: 'Head of Custody', on: '2026-05-26', due: '2026-06-09' }),
    );
    expect(again.events).toEqual(asked.events);
    expect(answerDue(again)).toBe('2026-06-09');
  });

  it('a further answer stands beside the first', () => {
    const answered = moving(cold, answering(making, cold, answer));
    const twice = moving(
      answered,
      answering(making, answered, { ...answer, via: 'telephone', words: 'Done.' }),
    );
    expect(twice.answers).toHaveLength(2);
    expect(twice.events).toEqual(answered.events);
  });

  it('what stands with the police is taken back before it is closed', () => {
    const asked = moving(cold, escalating(making, cold, letter));
    expect(closing(making, asked, 'No longer used.')).toEqual({ ok: false, error: { tag: 'movedOn' } });
    const back = moving(asked, returning(making, asked, 'The cell is not used any more.'));
    expect(concernState(moving(back, closing(making, back, 'No longer used.')))).toBe('closed');
  });

  it('reopening keeps what was', () => {
    const closed = moving(cold, closing(making, cold, 'Mended.'));
    const reopened = moving(closed, returning(making, closed, 'Cold again.'));
    expect(life(reopened)).toEqual([...life(closed), ['closed', 'coordinator', 'Cold again.']]);
    expect(answering(making, closed, answer).ok).toBe(false);
  });

  it('to end one or to bring it back needs a reason; to take it on needs none', () => {
    const noWords = { ok: false, error: { tag: 'noWords' } };
    expect(closing(making, cold, ' ')).toEqual(noWords);
    expect(settling(making, cold, 'addressed', '')).toEqual(noWords);
    expect(answering(making, cold, { ...answer, words: ' ' })).toEqual(noWords);
    const closed = moving(cold, closing(making, cold, 'Mended.'));
    expect(returning(making, closed, '')).toEqual(noWords);
    expect(concernState(moving(cold, returning(making, cold, '')))).toBe('coordinator');
  });

  it('already addressed and resolved on the visit are two different ends', () => {
    expect(concernState(moving(cold, settling(making, cold, 'addressed', 'Known since April.')))).toBe(
      'addressed',
    );
    const resolved = moving(cold, settling(making, cold, 'resolved', 'A blanket was given.'));
    expect(concernState(resolved)).toBe('resolved');
    expect(settling(making, resolved, 'addressed', 'Known.').ok).toBe(false);
  });

  it('telling somebody is written down and moves nothing', () => {
    const told = moving(
      cold,
      telling(making, { who: 'Duty inspector', on: '2026-05-01', at: '22:10', words: 'Will look at once.' }),
    );
    expect(told.told).toMatchObject([{ who: 'Duty inspector', on: '2026-05-01', at: '22:10', by: person }]);
    expect(told.events).toEqual([]);
  });

  it('the wording for publication is kept apart from what was said', () => {
    const said = worded(cold, {
      ...cold,
      publication: 'A cell was cold at night.',
      topic: 'Heating',
      severity: 'high',
    });
    expect(said).toEqual({
      ...cold,
      publication: 'A cell was cold at night.',
      topic: 'Heating',
      severity: 'high',
    });
    expect(worded(said, { ...said, publication: ' ', topic: '' })).toEqual({ ...cold, severity: 'high' });
  });
});
