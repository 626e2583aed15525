import { expect, test } from 'vitest';
import type { RecordCheck } from '#shared/records/record-check.ts';
import { mayChange } from '#shared/sync/may-change.ts';

const check = (more: Partial<RecordCheck>): RecordCheck => ({
  ...{ id: 'c', form: { id: 'f', version: 1 }, events: [], corrections: [], entries: [], answers: {} },
  ...{ panel: 'p', checker: 'vera' },
  ...more,
});
const vera = { person: 'vera', roles: ['visitor'] as const, panel: 'p' };
const runner = { person: 'pat', roles: ['panel-coordinator'] as const, panel: 'p' };
const cora = { person: 'cora', roles: ['coordinator'] as const };

test('a check is written by whoever reads the record, whoever runs its panel, and the coordinator', () => {
  const [before, after] = [check({}), check({ summary: 'Read' })];
  for (const actor of [vera, runner, cora]) expect(mayChange(actor, 'recordCheck', before, after)).toBe(true);
  for (const actor of [
    { ...vera, person: 'other' },
    { ...runner, panel: 'q' },
    { ...cora, roles: ['administrator'] as const },
  ])
    expect(mayChange(actor, 'recordCheck', before, after)).toBe(false);
});

test('only the coordinator makes a dip sample, of nothing or of another check, and unmakes one', () => {
  const [plain, dip] = [check({}), check({ reason: 'dip sample' })];
  for (const [before, after] of [
    [undefined, dip],
    [plain, dip],
    [dip, plain],
  ] as const) {
    for (const actor of [vera, runner]) expect(mayChange(actor, 'recordCheck', before, after)).toBe(false);
    expect(mayChange(cora, 'recordCheck', before, after)).toBe(true);
  }
  expect(mayChange(runner, 'recordCheck', dip, check({ reason: 'dip sample', summary: 'Read' }))).toBe(true);
});
