import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inBrief } from '#shared/cases/brief.ts';
import { lastDay } from '#shared/cases/clock.ts';
import { caseDeadlines, clocksOf } from '#shared/cases/clocks.ts';
import { kindRules } from '#shared/cases/kinds.ts';
import { missingToClose } from '#shared/cases/missing.ts';
import { nextStepOf, waitsFor } from '#shared/cases/next-step.ts';
import { queuedOf } from '#shared/cases/queue.ts';
import { type CaseFile, newCase } from '#shared/records/case-file.ts';
import { type CaseKind, caseKinds } from '#shared/records/case-parts.ts';
import { addDays } from '#shared/times.ts';

const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const me = idOf(900);
const someone = idOf(901);
const received = '2026-03-02';
const dayAfter = (n: number): string => addDays(received, n);
const aDay = fc.nat(60).map(dayAfter);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

const aHold = fc.record({ from: aDay, days: maybe(fc.nat(20)) }).map(({ from, days }) => ({
  from,
  until: days === undefined ? undefined : addDays(from, days),
  why: 'They are away.',
  by: me,
}));
const anAsk = fc.record({ on: aDay, due: aDay, answered: maybe(aDay), isDone: fc.boolean() });
const aFollowUp = fc.record({ due: aDay, done: maybe(aDay) });
const numbered = <T extends object>(all: readonly T[], from: number) =>
  all.map((one, i) => ({ ...one, id: idOf(from + i) }));

/** A case at any point of its life. */
const aCase: fc.Arbitrary<CaseFile> = fc
  .record({
    kind: fc.constantFrom(...caseKinds),
    holds: fc.array(aHold, { maxLength: 4 }),
    asks: fc.array(anAsk, { maxLength: 4 }),
    followUps: fc.array(aFollowUp, { maxLength: 3 }),
    steps: fc.nat(4),
    acknowledged: maybe(aDay),
    answered: maybe(aDay),
    isOwned: fc.boolean(),
    draft: fc.constantFrom('none', 'asked', 'approved', 'returned'),
    told: maybe(fc.boolean()),
    again: maybe(aDay),
    isClosed: fc.boolean(),
  })
  .map(({ kind, holds, asks, followUps, steps, draft, told, again, ...c }) => ({
    ...newCase({ id: idOf(1), kind, received }),
    holds: numbered(holds, 100),
    asks: numbered(asks, 200).map(({ isDone, answered, ...ask }) => ({
      ...{ ...ask, by: me, to: 'The force', question: 'What was done?', chased: [] },
      ...(answered && { answered, answer: 'All of it.' }),
      ...(answered && isDone && { done: { on: answered, by: me } }),
    })),
    followUps: numbered(followUps, 300).map((one) => ({ ...one, what: 'Ring them.', by: me })),
    steps: numbered(kindRules[kind].steps.slice(0, steps), 400).map(({ id, what }) => ({
      ...{ id, what, on: received, by: me },
    })),
    ...(c.acknowledged && { acknowledged: { on: c.acknowledged } }),
    ...(c.answered && { answered: { on: c.answered } }),
    ...(c.isOwned && { assignments: [{ id: idOf(500), to: me, on: received, by: me }] }),
    ...(draft !== 'none' && { drafts: [draftOf(draft)] }),
    ...(told !== undefined && { risk: riskOf(told) }),
    ...(again && { messages: [messageOn(again)] }),
    ...(c.isClosed && closedOn(dayAfter(60))),
  }));

const at = `${received}T09:00:00.000Z`;
const draftOf = (state: string): CaseFile['drafts'][number] => ({
  ...{ id: idOf(600), purpose: 'answer', channel: 'email', words: 'We are sorry.', by: me, at, asked: at },
  ...(state === 'approved' && { approved: { by: someone, at } }),
  ...(state === 'returned' && { asked: undefined, returned: 'Say more.' }),
});
const riskOf = (isTold: boolean): CaseFile['risk'] => ({
  ...{ words: 'They may harm themselves.', by: me, at },
  told: isTold ? [{ id: idOf(700), who: 'Duty inspector', on: received, at: '09:10', by: me }] : [],
});
const messageOn = (on: string): CaseFile['messages'][number] => ({
  ...{ id: idOf(800), direction: 'in', channel: 'email', on, kept: at, by: me, words: 'And another thing.' },
});
const closedOn = (on: string): Pick<CaseFile, 'events' | 'closings'> => ({
  events: [{ id: idOf(10), from: 'open', to: 'closed', by: me, at: `${on}T09:00:00.000Z` }],
  closings: [{ id: idOf(11), on, by: me, outcome: 'Answered' }],
});

const around = (today: string) => ({ today });
const dues = (c: CaseFile) => clocksOf(c).map((clock) => [clock.clock, lastDay(clock), clock.done]);

test('clocks, the next step and what a case waits for never depend on the order in which things were entered', () => {
  const aShuffled = aCase.chain((c) =>
    fc
      .record({
        holds: fc.shuffledSubarray(c.holds, { minLength: c.holds.length }),
        asks: fc.shuffledSubarray(c.asks, { minLength: c.asks.length }),
        followUps: fc.shuffledSubarray(c.followUps, { minLength: c.followUps.length }),
        steps: fc.shuffledSubarray(c.steps, { minLength: c.steps.length }),
      })
      .map((lists): [CaseFile, CaseFile] => [c, { ...c, ...lists }]),
  );
  fc.assert(
    fc.property(aShuffled, aDay, ([c, shuffled], today) => {
      expect(dues(shuffled)).toEqual(dues(c));
      expect(nextStepOf(shuffled, around(today))).toEqual(nextStepOf(c, around(today)));
      expect(waitsFor(shuffled)).toBe(waitsFor(c));
    }),
  );
});

test('a case in brief has the same clocks and the same next step as the case itself, and none of its words', () => {
  fc.assert(
    fc.property(aCase, aDay, (c, today) => {
      const brief = JSON.parse(JSON.stringify(inBrief(c))) as CaseFile;
      expect(dues(brief)).toEqual(dues(c));
      expect(nextStepOf(brief, around(today))).toEqual(nextStepOf(c, around(today)));
      expect(waitsFor(brief)).toBe(waitsFor(c));
      expect(missingToClose(brief, undefined)).toEqual(missingToClose(c, undefined));
      expect(JSON.stringify(brief)).not.toMatch(/harm themselves|another thing|We are sorry|All of it/);
    }),
  );
});

test('what a queue goes by is the same of a case in brief, and the same on every day', () => {
  fc.assert(
    fc.property(aCase, aDay, (c, today) => {
      const [queued] = queuedOf(c, {});
      expect(queuedOf(JSON.parse(JSON.stringify(inBrief(c))) as CaseFile, {})).toEqual(
        queued ? [queued] : [],
      );
      if (!queued) return;
      expect(queued.due).toBe(nextStepOf(c, around(today))?.by ?? null);
      expect(queued.waits).toBe(waitsFor(c));
    }),
  );
});

test('another hold never makes an office’s clock shorter, and moves no clock of the law', () => {
  fc.assert(
    fc.property(aCase, aHold, (c, hold) => {
      const later = { ...c, holds: [...c.holds, { ...hold, id: idOf(199) }] };
      const after = clocksOf(later);
      for (const [i, clock] of clocksOf(c).entries()) {
        const [before, now] = [lastDay(clock), lastDay(after[i]!)];
        if (clock.rule.standing === 'law') expect(now).toBe(before);
        else if (before === null) expect(now).toBeNull();
        else expect(now === null || now >= before).toBe(true);
      }
    }),
  );
});

test('what a clock says of its last day is the day that queues go by', () => {
  fc.assert(
    fc.property(aCase, (c) => {
      const explained = caseDeadlines(c);
      for (const clock of clocksOf(c)) {
        const found = explained.find((one) => one.clock === clock.clock);
        expect(found?.due).toBe(lastDay(clock));
        expect(found?.explanation).toContain(`Basis: ${clock.rule.basis}`);
      }
    }),
  );
});

const plain = (kind: CaseKind, more: Partial<CaseFile> = {}): CaseFile => ({
  ...newCase({ id: idOf(1), kind, received }),
  assignments: [{ id: idOf(500), to: me, on: received, by: me }],
  ...more,
});
const next = (c: CaseFile, today = received) => nextStepOf(c, around(today));

test('whoever was only copied in is owed nothing', () => {
  const c = plain('copied-in only');
  expect(clocksOf(c)).toEqual([]);
  expect(next(c)?.place).toBe('close');
  expect(missingToClose(c, undefined)).toEqual([]);
});

test('a letter is acknowledged in five working days and answered in twenty, or in what the office has set', () => {
  const c = plain('enquiry');
  expect(dues(c)).toEqual([
    ['acknowledge', '2026-03-09', null],
    ['answer', '2026-03-30', null],
  ]);
  const kinds = { enquiry: { acknowledge: 2, answer: 10 } };
  expect(clocksOf(c, { kinds }).map((clock) => lastDay(clock))).toEqual(['2026-03-04', '2026-03-16']);
});

test('a hold of a week moves the answer by the working days in it', () => {
  const holds = [{ id: idOf(100), from: '2026-03-09', until: '2026-03-13', why: 'Away.', by: me }];
  expect(dues(plain('enquiry', { holds }))[1]?.[1]).toBe('2026-04-08');
});

test('a complaint about data protection is acknowledged in thirty days by law, whatever the office sets or holds', () => {
  const holds = [{ id: idOf(100), from: '2026-07-01', why: 'Away.', by: me }];
  const c = plain('data-protection complaint', { received: '2026-06-22', holds });
  const kinds = { 'data-protection complaint': { acknowledge: 2 } };
  const [first] = clocksOf(c, { kinds });
  expect(first && lastDay(first)).toBe('2026-07-22');
});

test('a complaint about the chief constable asks for its steps in their order, and is not closed before', () => {
  let c = plain('complaint about the chief constable', { acknowledged: { on: received } });
  for (const { what } of kindRules[c.kind].steps) {
    expect(next(c)?.words).toBe(`${what}.`);
    expect(missingToClose(c, 'Answered')).toContain(`Still to be done: ${what}.`);
    c = { ...c, steps: [...c.steps, { id: idOf(400 + c.steps.length), what, on: received, by: me }] };
  }
  expect(next(c)?.place).toBe('answer');
});

test('a case goes from nobody’s through what is asked and answered to its end, each step with its reason', () => {
  const nobodys = newCase({ id: idOf(1), kind: 'concern', received });
  expect(next(nobodys)?.place).toBe('assign');
  const mine = plain('concern');
  expect(next(mine)?.place).toBe('acknowledge');
  const acknowledged = { ...mine, acknowledged: { on: received } };
  expect(next(acknowledged)).toMatchObject({ place: 'answer', by: '2026-03-30', late: false });
  const ask = {
    id: idOf(200),
    on: received,
    by: me,
    to: 'The force',
    question: '?',
    due: '2026-03-10',
    chased: [],
  };
  const asked = { ...acknowledged, asks: [ask] };
  expect(next(asked)).toMatchObject({ place: 'asks', who: 'force', by: '2026-03-10' });
  expect(next(asked, '2026-03-11')).toMatchObject({ who: 'caseworker', late: true });
  const told = {
    ...acknowledged,
    asks: [{ ...ask, answered: '2026-03-09' }],
    answered: { on: '2026-03-12' },
  };
  expect(next(told)?.words).toMatch(/was done/);
  const done = { ...told, asks: [{ ...ask, answered: '2026-03-09', done: { on: '2026-03-13', by: me } }] };
  expect(next(done)?.place).toBe('close');
  expect(next({ ...done, messages: [messageOn('2026-03-14')] })?.words).toMatch(/wrote again/);
  expect(next({ ...done, ...closedOn('2026-03-16') })).toBeUndefined();
});

test('whoever may be at risk comes before everything else, until somebody was told', () => {
  expect(next(plain('enquiry', { risk: riskOf(false) }))).toMatchObject({ place: 'risk', by: received });
  expect(next(plain('enquiry', { risk: riskOf(true) }))?.place).toBe('acknowledge');
});
