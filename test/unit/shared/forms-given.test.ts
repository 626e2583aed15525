import { expect, test } from 'vitest';
import { checkVisit } from '#shared/forms/check.ts';
import type { Question } from '#shared/forms/definition.ts';
import { isAnswered, scopeStatus, shownSections } from '#shared/forms/engine.ts';
import { answersGiven } from '#shared/forms/given.ts';
import {
  answerPath,
  closingOf,
  closingPath,
  itemScope,
  itemScopes,
  type Scope,
  visitScope,
} from '#shared/forms/scope.ts';
import type { Visit } from '#shared/records/visit.ts';
import { applyPatch, type PatchEntry } from '#shared/sync/patch.ts';
import { blank, form, id, settings, spoken, today, visitTo, whole } from './reports.ts';

/** What two visitors answer on a quiet afternoon, by question; the custody numbers are of each detainee. */
const quiet: Record<string, unknown> = {
  suite: id(3),
  suiteStatus: 'open',
  date: '2026-11-19',
  outcome: 'completed',
  method: 'in-person',
  purpose: 'routine',
  visitor1: id(4),
  visitor2: id(5),
  arrived: '14:00',
  admitted: '14:03',
  left: '15:10',
  keptWaiting: false,
  sergeant: 'PS 2210',
  escort: 'DO 4411',
  briefing: 'Nothing to note',
  introduced: 'by visitors',
  busy: 'normal',
  total: { held: 3 },
  seenState: 'accepted',
  ageGroup: 'adult',
  sex: 'male',
  vulnerable: false,
  arrivedAt: '11:20',
  consentRecord: 'given',
  rightsUnderstood: true,
  praise: false,
  illTreatment: false,
  volunteerMinutes: 190,
  copiesSent: ['custody inspector', 'office'],
};

const put = (v: Visit, path: string[], now: unknown): Visit =>
  applyPatch(v, [{ path, now: now as PatchEntry['now'] }]).document;

/** Answers the first thing that shows and is neither answered nor optional; undefined where there is none. */
const answerNext = (v: Visit): Visit | undefined => {
  for (const scope of [visitScope(v), ...itemScopes('detainee', v)])
    for (const s of shownSections(form, scope, settings)) {
      if (s.closable && closingOf(s, scope) === undefined)
        return put(v, closingPath(s, scope), 'no concerns');
      const q = s.questions.find((one) => !one.optional && !isAnswered(one, scope));
      if (q) return put(v, answerPath(q, scope), answerOf(q, scope));
    }
  return undefined;
};

const answerOf = (q: Question, scope: Scope): unknown => {
  const value = q.id === 'custodyNumber' ? `W/${scope.path[1]?.slice(-4)}/26` : quiet[q.id];
  if (value === undefined) throw new Error(`A quiet visit has no answer to “${q.text}”`);
  return q.field ? value : { value };
};

const written = (): Visit => {
  let v: Visit = { ...blank, detainees: [1, 2, 3].map((n) => ({ id: id(100 + n), order: id(100 + n) })) };
  for (let next = answerNext(v); next; next = answerNext(v)) v = next;
  return v;
};

const filled = written();
const needed = answersGiven(form, filled, settings);

test(`a first visit with three detainees and nothing wrong needs fewer than 60 answers: ${needed}`, () => {
  expect(needed).toBeLessThan(60);
  expect(scopeStatus(form, visitScope(filled), settings)).toBe('completed');
  for (const { id: detainee } of filled.detainees ?? [])
    expect(scopeStatus(form, itemScope('detainee', filled, detainee), settings)).toBe('completed');
  expect(checkVisit(form, filled, settings, today)).toEqual([]);
});

test('answers are counted once each, with every number of the counts and every group that was closed', () => {
  const count = (v: Visit) => answersGiven(form, v, settings);
  expect(count(blank)).toBe(0);
  expect(count(put(blank, ['comments'], 'Quiet.'))).toBe(1);
  expect(count(put(blank, ['notes'], 'destroyed'))).toBe(1);
  const counted = { total: { held: 8, accepted: 3 } };
  expect(count({ ...whole, counts: counted })).toBe(count({ ...whole, counts: {} }) + 2);
  expect(count({ ...whole, groups: {} })).toBe(count(whole) - 1);
});

test('what follows from other answers is none, nor is one that does not show or lies in an item put aside', () => {
  const count = (v: Visit) => answersGiven(form, v, settings);
  const hidden = spoken(1, { answers: { ...spoken(1).answers, food: { value: false } } });
  expect(count(visitTo([hidden]))).toBe(count(visitTo([spoken(1)])));
  const aside = { ...spoken(2), removed: '2026-11-19T11:00:00.000Z' };
  expect(count(visitTo([spoken(1), aside], { counts: {} }))).toBe(
    count(visitTo([spoken(1)], { counts: {} })),
  );
});
