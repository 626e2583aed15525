import { expect, test } from 'vitest';
import { answerTo, recommendation, recommendationRules } from '#shared/records/recommendation.ts';
import { type Review, review, reviewState, standingOf } from '#shared/records/review.ts';
import { withExaminer } from '#shared/records/review-found.ts';
import { reviewRules } from '#shared/records/review-rules.ts';
import { diff } from '#shared/sync/patch.ts';
import {
  application,
  assessor,
  caseworker,
  commissioner,
  decided,
  idOf,
  moved,
  recommended,
  returned,
  valid,
} from '#test/reviewed.ts';

const objection = (before: Review, after: Review) =>
  reviewRules.objection(review.parse(before), review.parse(after), diff(before, after));

test('a review goes through its whole life to a decision and is closed', () => {
  const states: Review[] = [valid(), moved(valid(), 'valid'), returned(), decided(returned())];
  expect(states.map(reviewState)).toEqual(['received', 'valid', 'returned', 'decided']);
  expect(objection(valid(), moved(valid(), 'valid'))).toBeUndefined();
  expect(objection(moved(valid(), 'valid'), returned())).toBeUndefined();
  expect(objection(returned(), decided(returned()))).toBeUndefined();
  const done = decided(returned());
  expect(objection(done, moved(done, 'closed'))).toBeUndefined();
});

test('nobody decides a review that they assessed, nor assesses one again that they decided', () => {
  expect(objection(returned(), decided(returned(), assessor))).toBe('notAllowed');
  const mine = {
    ...returned(),
    drafts: [
      ...returned().drafts,
      { id: idOf(14), words: 'Mine.', by: commissioner, at: '2026-03-21T10:00:00.000Z' },
    ],
  };
  expect(objection(mine, decided(mine))).toBe('notAllowed');
  const aside = moved(decided(returned()), 'returned', caseworker, 'Set aside by the court.');
  const again = {
    ...aside,
    assignments: [
      ...aside.assignments,
      { id: idOf(15), assessor: commissioner, external: false, on: '2026-04-07', by: caseworker },
    ],
  };
  expect(objection(aside, again)).toBe('notAllowed');
});

test('whoever writes, alters or takes away what was found is known to have examined it, and nobody by their own word', () => {
  const text = { id: idOf(50), text: 'Nobody came.' };
  const before = valid({ allegations: [text] });
  const by = (after: Review, was: Review | undefined = before) =>
    withExaminer(assessor, was, after, diff(was, after)).examiners;
  const found: Review = { ...before, allegations: [{ ...text, said: { method: 'Nobody was asked.' } }] };
  expect(by(found)).toEqual([{ id: assessor }]);
  expect(by(before, found)).toEqual([{ id: assessor }]);
  expect(by({ ...found, allegations: [] }, found)).toEqual([{ id: assessor }]);
  expect(by(found, { ...before, examiners: [{ id: caseworker }] })).toEqual([
    { id: caseworker },
    { id: assessor },
  ]);
  expect(by({ ...before, grounds: 'Others.', examiners: [{ id: commissioner }] })).toBeUndefined();
  expect(
    by({
      ...before,
      allegations: [
        { ...text, category: 'A' },
        { ...text, id: idOf(51) },
      ],
    }),
  ).toBeUndefined();
  const known = withExaminer(commissioner, before, { ...returned(), examination: { reasons: 'Mine.' } }, []);
  expect(objection(known, decided(known))).toBe('notAllowed');
});

test('a review is decided only with a decision that has its reasons', () => {
  expect(objection(returned(), moved(returned(), 'decided', commissioner))).toBe('lifeCycle');
  const bare = decided(returned());
  const without = { ...bare, decisions: bare.decisions.map(({ reasons: _, ...one }) => one) };
  expect(objection(returned(), without)).toBe('lifeCycle');
});

test('nothing is returned without a declaration that there is no conflict of interest', () => {
  const before = { ...returned(), events: returned().events.slice(0, 2) };
  const undeclared = { ...before, declarations: [] };
  expect(objection(undeclared, moved(undeclared, 'returned', assessor))).toBe('lifeCycle');
  const conflicted = {
    ...before,
    declarations: [{ id: idOf(12), by: assessor, on: '2026-03-06', conflict: true }],
  };
  expect(objection(conflicted, moved(conflicted, 'returned', assessor))).toBe('lifeCycle');
});

test('it is not taken on before it is found valid, and forwarded only where the IOPC decides', () => {
  expect(objection(application(), moved(application(), 'valid'))).toBe('lifeCycle');
  const sent = (r: Review) =>
    moved(
      {
        ...r,
        endings: [
          { id: idOf(40), to: 'forwarded', on: '2026-03-09', by: caseworker, reasons: 'Regulation 32.' },
        ],
      },
      'forwarded',
    );
  expect(objection(valid(), sent(valid()))).toBe('lifeCycle');
  const theirs = valid({ body: { answers: { seniorOfficer: { answer: 'yes' } } } });
  expect(objection(theirs, sent(theirs))).toBeUndefined();
});

test('what ended comes back only with a reason, and a withdrawal says what was withdrawn', () => {
  const withdrawn = (what?: 'application') =>
    moved(
      valid({
        endings: [
          {
            id: idOf(41),
            to: 'withdrawn',
            on: '2026-03-09',
            by: caseworker,
            reasons: 'Asked to.',
            ...(what && { withdrawn: what }),
          },
        ],
      }),
      'withdrawn',
    );
  expect(objection(valid(), withdrawn())).toBe('lifeCycle');
  expect(objection(valid(), withdrawn('application'))).toBeUndefined();
  const ended = withdrawn('application');
  expect(standingOf(ended)).toBe('withdrawn');
  expect(objection(ended, moved(ended, 'received'))).toBe('lifeCycle');
  expect(objection(ended, moved(ended, 'received', caseworker, 'They changed their mind.'))).toBeUndefined();
});

test('what was decided changes only under a correction, and what was drafted never', () => {
  const done = decided(returned());
  expect(objection(done, { ...done, grounds: 'Others.' })).toBe('submitted');
  expect(objection(done, { ...done, drafts: [] })).toBe('lifeCycle');
  expect(objection(done, { ...done, reference: 'R2026/0009' })).toBe('officeOnly');
});

test('moves are said to be by whoever makes them', () => {
  expect(reviewRules.isBy(commissioner, returned(), decided(returned()))).toBe(true);
  expect(reviewRules.isBy(caseworker, returned(), decided(returned()))).toBe(false);
});

test('a recommendation stands as it was made, and what is refused has reasons', () => {
  const refused = (reasons?: string) => ({
    id: idOf(31),
    answer: 'refused' as const,
    on: '2026-04-10',
    by: caseworker,
    ...(reasons && { reasons }),
  });
  expect(recommendation.safeParse(recommended({ answers: [refused()] })).success).toBe(false);
  const answered = recommended({ answers: [refused('No ground for it.')] });
  expect(recommendation.safeParse(answered).success).toBe(true);
  expect(answerTo(answered)?.answer).toBe('refused');
  expect(recommendationRules.objection(recommended(), answered, [])).toBeUndefined();
  expect(recommendationRules.objection(answered, recommended(), [])).toBe('kept');
  expect(recommendationRules.objection(recommended(), recommended({ words: 'Other.' }), [])).toBe('kept');
});
