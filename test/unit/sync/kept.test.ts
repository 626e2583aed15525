import { describe, expect, it } from 'vitest';
import type { Letter } from '#shared/records/letter.ts';
import type { PlanItem } from '#shared/records/plan.ts';
import { registry } from '#shared/records/registry.ts';
import { diff } from '#shared/sync/patch.ts';

const ids = ['1', '2', '3', '4'].map((n) => `0190c0de-0000-7000-8000-00000000000${n}`);
const [record = '', other = '', ann = '', bob = ''] = ids;

const letter: Letter = {
  id: record,
  about: [],
  to: 'Custody inspector',
  subject: 'A concern',
  body: 'Please look into it.',
  on: '2026-05-04',
  by: ann,
  at: '2026-05-04T09:00:00.000Z',
};
const item: PlanItem = {
  id: record,
  plan: other,
  number: '1',
  recommendation: 'Tell detainees of reviews.',
  updates: [{ id: other, on: '2026-05-04', by: ann, status: 'under way' }],
};

const objected = <T extends 'letter' | 'planItem'>(type: T, before: unknown, after: unknown) =>
  registry[type].rules.objection(before as never, after as never, diff(before, after));

describe('what stands as it was written', () => {
  it('a letter is written once: no word of it is changed afterwards', () => {
    expect(objected('letter', undefined, letter)).toBeUndefined();
    expect(objected('letter', letter, { ...letter, body: 'Please do not.' })).toBe('kept');
    expect(objected('letter', letter, { ...letter, due: '2026-06-01' })).toBe('kept');
  });

  it('a letter goes with its suite to another panel', () => {
    expect(objected('letter', letter, { ...letter, panel: other })).toBeUndefined();
  });

  it('nobody writes a letter in another’s name', () => {
    expect(registry.letter.rules.isBy(ann, undefined, letter)).toBe(true);
    expect(registry.letter.rules.isBy(bob, undefined, letter)).toBe(false);
  });

  it('what was said of a recommendation stays; something new is said beside it, by whoever says it', () => {
    const update = { id: bob, on: '2026-06-01', by: bob, status: 'done' as const };
    const after = { ...item, updates: [...item.updates, update] };
    expect(objected('planItem', item, after)).toBeUndefined();
    expect(registry.planItem.rules.isBy(bob, item, after)).toBe(true);
    expect(registry.planItem.rules.isBy(ann, item, after)).toBe(false);
    expect(objected('planItem', item, { ...item, updates: [update] })).toBe('kept');
    expect(objected('planItem', item, { ...item, updates: [] })).toBe('kept');
  });

  it('who owes a recommendation and by when may change; the plan it belongs to does not', () => {
    expect(
      objected('planItem', item, { ...item, owner: 'Head of Custody', due: '2026-09-01' }),
    ).toBeUndefined();
    expect(objected('planItem', item, { ...item, plan: bob })).toBe('kept');
  });
});
