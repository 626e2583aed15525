import { expect, test } from 'vitest';
import { type Draft, nothingAside, withAnswer, withUnread } from '#renderer/visits/draft/draft.ts';
import { unreadIn } from '#renderer/visits/draft/unread.ts';
import { answersIn } from '#renderer/visits/report/Changes.tsx';
import { visitForm } from '#shared/forms/default/index.ts';
import { visitScope } from '#shared/forms/scope.ts';
import { placeTitle, spoken } from '#shared/forms/spoken.ts';
import type { Visit } from '#shared/records/visit.ts';

const id = '01900000-0000-7000-8000-000000000001';
const form = visitForm(id);
const visit = { id, form: { id, version: 1 }, events: [], corrections: [], counts: {}, answers: {} } as Visit;
const blank: Draft = { visit, aside: nothingAside };

test('an answer taken away leaves no trace, and the draft before is not altered', () => {
  const answered = withAnswer(blank, ['counts', 'total', 'held'], 12);
  expect(answered.visit.counts).toEqual({ total: { held: 12 } });
  expect(withAnswer(answered, ['counts', 'total', 'held'], undefined).visit.counts.total).toEqual({});
  expect(blank.visit.counts).toEqual({});
});

test('the same answer again is the same draft, so nothing is sent for it', () => {
  const answered = withAnswer(blank, ['sergeant'], 'PS 12');
  expect(withAnswer(answered, ['sergeant'], 'PS 12')).toBe(answered);
  expect(withUnread(answered, 'arrived', undefined)).toBe(answered);
});

test('unread texts are found with the sentence of their field, rungs of a ladder too', () => {
  const draft = withUnread(withUnread(blank, 'arrived', '25:99'), 'total-held', 'many');
  expect(unreadIn(form.sections, visitScope(visit), draft)).toEqual([
    {
      section: 'times',
      question: 'arrived',
      field: 'arrived',
      text: 'Arrived at the station: “25:99” is not a time. Write it like 14:30, 1430 or 2.30pm.',
    },
    {
      section: 'counts',
      question: 'total',
      field: 'total-held',
      text: 'Everyone in custody, In custody: “many” is not a whole number. Write it like 0, 7 or 12.',
    },
  ]);
});

test('a date points at its first box', () => {
  const [found] = unreadIn(form.sections, visitScope(visit), withUnread(blank, 'date', '31/2/2026'));
  expect(found?.field).toBe('date-day');
});

test('a corrected ladder is shown count by count, and what follows by itself is left out', () => {
  const changes = answersIn([
    { path: ['counts', 'total'], was: { held: 20, offered: 16 }, now: { held: 21, offered: 16 } },
    { path: ['panel'], was: id },
    { path: ['arrived'], was: '14:30', now: '14:30' },
  ]);
  expect(changes).toEqual([{ path: ['counts', 'total', 'held'], was: 20, now: 21 }]);
  expect(placeTitle(form, ['counts', 'total', 'held'], visit)).toBe('Everyone in custody, In custody');
});

test('answers are said in words: names for ids, options by their text, a blank as a blank', () => {
  expect(spoken(form, { [id]: 'Hereford' }, ['suite'], id, visit)).toBe('Hereford');
  expect(spoken(form, {}, ['outcome'], 'refused', visit)).toBe('Access was refused');
  expect(spoken(form, {}, ['date'], '2026-03-07', visit)).toBe('7 March 2026');
  expect(spoken(form, {}, ['answers', 'illTreatment'], { not: 'refused' }, visit)).toBe('Refused');
  expect(spoken(form, {}, ['answers', 'illTreatment'], { value: false }, visit)).toBe('No');
  expect(spoken(form, {}, ['sergeant'], undefined, visit)).toBe('Not answered');
});
