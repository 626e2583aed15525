import { expect, test } from 'vitest';
import { casesAbout, makeCases } from '#desk/example/cases.ts';
import { makeDice } from '#desk/example/dice.ts';
import { missingToClose } from '#shared/cases/missing.ts';
import { nextStepOf, stepPlaces, waitsFor } from '#shared/cases/next-step.ts';
import { caseKept } from '#shared/cases/retention.ts';
import { caseListsOf } from '#shared/cases/settings.ts';
import { caseFile, caseState } from '#shared/records/case-file.ts';
import { caseKinds } from '#shared/records/case-parts.ts';
import { caseRules } from '#shared/records/case-rules.ts';
import { contact } from '#shared/records/contact.ts';
import { themeSpikes, weeksTo } from '#shared/themes/trends.ts';

const today = '2026-11-20';
const office = '0190a5c2-7b1e-7c3a-9d4f-2b6c8e1a0f35';
const own = '0190a5c2-7b1e-7c3a-9d4f-2b6c8e1a0f36';
const { cases, correspondents } = makeCases({
  ...{ office, own, today, areas: ['North', 'South'] },
  ...{ colleague: '0190a5c2-7b1e-7c3a-9d4f-2b6c8e1a0f37', dice: makeDice(2026) },
});

test('cases of the example are of every kind and stand at every step; an office would take each as it is', () => {
  expect(new Set(cases.map(({ kind }) => kind))).toEqual(new Set(caseKinds));
  const open = cases.filter((c) => caseState(c) === 'open');
  const places = new Set(open.map((c) => nextStepOf(c, { today })?.place));
  for (const place of stepPlaces.filter((one) => one !== 'request' && one !== 'close'))
    expect(places).toContain(place);
  expect(new Set(open.map(waitsFor))).toEqual(new Set(['owner', 'office', 'approval', 'force', 'hold']));
  for (const c of cases) {
    expect(caseFile.safeParse(c).error).toBeUndefined();
    expect(caseRules.objection(undefined, c)).toBeUndefined();
    expect(caseRules.isBy(own, undefined, c)).toBe(true);
    expect(c.received <= today).toBe(true);
    expect(correspondents.some(({ id }) => id === c.from)).toBe(true);
    if (caseState(c) === 'closed') expect(missingToClose(c, c.closings[0]?.outcome)).toEqual([]);
  }
  for (const one of correspondents) expect(contact.safeParse(one).error).toBeUndefined();
});

test('the example has a week that stands out, a case that is kept no longer, and cases behind what the office did', () => {
  const weeks = weeksTo(today, 13);
  const counted = cases.flatMap(({ received, themes, area = null }) =>
    themes.map((theme) => ({ date: received, theme, area, cases: 1 })),
  );
  expect(themeSpikes(counted, weeks, '2025-01-01')).toMatchObject([
    { theme: 'Antisocial behaviour', cases: 7 },
  ]);
  const due = cases.filter((c) => (caseKept(c, { ...caseListsOf({}), termEnds: [] })?.due ?? '9') <= today);
  expect(due.length).toBeGreaterThan(0);
  const about = casesAbout(office, 'Road safety', 3);
  expect(about).toHaveLength(3);
  expect(about.every((id) => cases.some((c) => c.id === id && c.themes.includes('Road safety')))).toBe(true);
  expect(new Set(cases.map(({ constituency }) => constituency)).size).toBe(3);
});

test('most of the example’s cases were answered in time, and some were not', () => {
  const closed = cases.filter((c) => caseState(c) === 'closed');
  const late = closed.filter(({ answered, received }) =>
    answered ? Date.parse(answered.on) - Date.parse(received) > 30 * 86_400_000 : false,
  );
  expect(late.length).toBeGreaterThan(0);
  expect(late.length).toBeLessThan(closed.length / 4);
});
