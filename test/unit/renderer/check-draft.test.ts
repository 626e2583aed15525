import { expect, test } from 'vitest';
import { type CheckDraft, withDay, withMoment, withNewEntry } from '#renderer/checks/draft.ts';
import { entriesOf } from '#shared/records/record-check.ts';

const draft: CheckDraft = {
  check: {
    id: '0190a5c2-0000-7000-8000-000000000001',
    form: { id: '0190a5c2-0000-7000-8000-000000000002', version: 1 },
    events: [],
    corrections: [],
    entries: [],
    answers: {},
  },
  unread: {},
};

/** The draft with one more entry whose time is typed, as somebody reads it off the record. */
const typed = (before: CheckDraft, at: string, on?: string): CheckDraft => {
  const { draft: next, id } = withNewEntry(before);
  const dated = on ? withMoment(next, id, 'done', { on }) : next;
  return withDay(withMoment(dated, id, 'done', { at }), id, 'done');
};
const done = (d: CheckDraft) => entriesOf(d.check).map((entry) => [entry.done?.on, entry.done?.at]);

test('an entry begins on the day of the one before, and on the next where the clock passes midnight', () => {
  const line = typed(typed(typed(draft, '23:40', '2026-12-31'), '01:10'), '02:00');
  expect(done(line)).toEqual([
    ['2026-12-31', '23:40'],
    ['2027-01-01', '01:10'],
    ['2027-01-01', '02:00'],
  ]);
});

test('what was entered after midnight was entered on the next day, in the afternoon on the same', () => {
  const evening = typed(draft, '23:50', '2026-11-03');
  const id = evening.check.entries[0]?.id ?? '';
  const entered = withDay(withMoment(evening, id, 'entered', { at: '00:05' }), id, 'entered');
  expect(entered.check.entries[0]?.entered).toEqual({ on: '2026-11-04', at: '00:05' });
  const noon = typed(draft, '12:00', '2026-11-03');
  const other = noon.check.entries[0]?.id ?? '';
  const later = withDay(withMoment(noon, other, 'entered', { at: '12:20' }), other, 'entered');
  expect(later.check.entries[0]?.entered).toEqual({ on: '2026-11-03', at: '12:20' });
});

test('a day that was changed by hand stays when the time is corrected', () => {
  const line = typed(typed(draft, '23:40', '2026-11-03'), '01:10');
  const id = line.check.entries[1]?.id ?? '';
  const moved = withMoment(line, id, 'done', { on: '2026-11-03' });
  expect(done(withMoment(moved, id, 'done', { at: '01:15' }))[1]).toEqual(['2026-11-03', '01:15']);
});
