import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordCheck } from '#shared/records/record-check.ts';
import { diff } from '#shared/sync/patch.ts';
import { addSuite, deskOver, freshId, newOffice, type Office, passphrase } from '#test/office.ts';

let office: Office;
let suite: string;
beforeAll(async () => {
  office = await newOffice();
  suite = await addSuite(office, 'Hereford');
});
afterAll(() => office.end());

const read = async (id: string) => (await office.ask('checks.get', { id })).check;

/** What somebody says of a record, as a patch of what it says so far. */
const say = async (id: string, said: Partial<RecordCheck>) => {
  const before = await read(id);
  await office.ask('checks.save', { id, patch: diff(before, { ...before, ...said }) });
};

const begin = async (said: Partial<RecordCheck> = {}) => {
  const id = freshId();
  await office.ask('checks.start', { id });
  await say(id, {
    suite,
    cohort: 'women',
    custodyNumber: '22WM/1234/26',
    checkedOn: '2026-11-10',
    ...said,
  });
  return id;
};

const on = '2026-11-03';
const entries = [
  {
    id: freshId(),
    step: 'healthcare asked for' as const,
    done: { on, at: '23:40' },
    entered: { on, at: '23:41' },
  },
  { id: freshId(), step: 'healthcare seen' as const, done: { on: '2026-11-04', at: '01:10' } },
];

describe('a custody record is checked', () => {
  it('as a draft that is saved as it is typed, and survives the end of the application', async () => {
    const id = await begin({ entries });
    await office.close();
    const again = deskOver(office.folder);
    await again.ask('store.unlock', { passphrase });
    office = { ...again, recoveryCode: office.recoveryCode };
    expect((await read(id)).entries).toEqual(entries);
    const { rows } = await office.ask('checks.list', { filter: { show: 'draft' } });
    expect(rows.map((row) => [row.id, row.suite, row.state])).toEqual([[id, 'Hereford', 'draft']]);
  });

  it('is not done before it says whose record it is, where and when', async () => {
    const id = freshId();
    await office.ask('checks.start', { id });
    expect(await office.refusal('checks.finish', { id })).toEqual({ tag: 'mustFix', count: 3 });
  });

  it('gets a number of the office when it is done, and is then changed only by numbered corrections', async () => {
    const id = await begin({ answers: { mealsOffered: { value: 'yes' } } });
    expect((await office.ask('checks.finish', { id })).reference).toMatch(/^K2026\/\d{4}$/);
    const before = await read(id);
    const patch = diff(before, { ...before, answers: { mealsOffered: { value: 'not recorded' as const } } });
    expect((await office.refusal('checks.save', { id, patch })).tag).toBe('checkDone');
    expect((await office.refusal('checks.correct', { id, patch, reason: ' ' })).tag).toBe('noReason');
    const corrected = await office.ask('checks.correct', { id, patch, reason: 'Misread' });
    expect(corrected.number).toBe(1);
    const after = await read(id);
    expect(after.answers).toEqual({ mealsOffered: { value: 'not recorded' } });
    expect(after.corrections.map(({ number, reason }) => [number, reason])).toEqual([[1, 'Misread']]);
  });

  it('an answer that is none of the four there are is not taken', async () => {
    const id = await begin();
    const patch = [{ path: ['answers', 'mealsOffered'], now: { value: true } }];
    expect((await office.refusal('checks.save', { id, patch })).tag).toBe('notAllowed');
  });

  it('what is not asked any more, because an earlier answer was changed, is let go when it is done', async () => {
    const id = await begin({
      answers: { forceUsed: { value: 'no' }, forceComplete: { value: 'not recorded' } },
    });
    await office.ask('checks.finish', { id });
    expect((await read(id)).answers).toEqual({ forceUsed: { value: 'no' } });
  });

  it('put aside, it is in no list, and comes back as it was', async () => {
    const id = await begin();
    await office.ask('checks.discard', { id });
    const shown = async () => (await office.ask('checks.list', { filter: {} })).rows.map((row) => row.id);
    expect(await shown()).not.toContain(id);
    await office.ask('checks.restore', { id });
    expect(await shown()).toContain(id);
  });
});

describe('figures of record checks', () => {
  it('stand in the return with the records behind them, by cohort and by suite', async () => {
    const period = '2025-06-01..2025-06-30';
    const of = (healthcare: string, answer: 'yes' | 'not recorded', cohort: 'women' | 'children') => ({
      cohort,
      checkedOn: '2025-06-10',
      entries: [
        { id: freshId(), step: 'healthcare asked for' as const, done: { on, at: '10:00' } },
        { id: freshId(), step: 'healthcare seen' as const, done: { on, at: healthcare } },
      ],
      answers: { mealsOffered: { value: answer }, washOffered: { value: 'not applicable' as const } },
    });
    for (const said of [
      of('10:10', 'yes', 'women'),
      of('10:30', 'yes', 'women'),
      of('12:00', 'not recorded', 'children'),
    ])
      await office.ask('checks.finish', { id: await begin(said) });
    const result = await office.ask('returns.compute', { return: 'icv', period, by: 'cohort' });
    const shown = (measures: typeof result.measures) => (id: string) =>
      measures.find((m) => m.id === id)?.display;
    const whole = shown(result.measures);
    expect(whole('recordChecks.count')).toBe('3');
    expect(whole('recordChecks.recorded')).toBe('67%');
    expect(whole('recordChecks.notRecorded')).toBe('33%');
    expect(whole('recordChecks.healthcareSeen.median')).toBe('30');
    expect(whole('recordChecks.healthcareSeen.p90')).toBe('120');
    expect(whole('recordChecks.bedAnswered.median')).toBe('n/a');
    const women = shown(result.groups?.find(({ key }) => key === 'Women')?.measures ?? []);
    expect([women('recordChecks.count'), women('recordChecks.healthcareSeen.p90')]).toEqual(['2', '30']);
    const { rows } = await office.ask('returns.records', {
      return: 'icv',
      period,
      by: 'cohort',
      key: 'Women',
      measure: 'recordChecks.healthcareSeen.median',
    });
    expect(rows.map(({ type, value }) => [type, value]).toSorted()).toEqual([
      ['recordCheck', 10],
      ['recordCheck', 30],
    ]);
    const table = (id: string) => result.tables.find((one) => one.id === id)?.rows;
    expect(table('recordChecks.byCohort')).toEqual([
      ['Children', 1, '0%', '100%'],
      ['Women', 2, '100%', '0%'],
    ]);
    expect(table('recordChecks.waits')).toContainEqual(['Healthcare: asked for to seen', 3, 30, 120]);
    const asked = { from: '2025-06-01', to: '2025-06-30' };
    expect(await office.ask('checks.answers', asked)).toContainEqual({
      question: 'mealsOffered',
      yes: 2,
      no: 0,
      notRecorded: 1,
      notApplicable: 0,
    });
    const answered = { question: 'mealsOffered', answer: 'not recorded' as const };
    expect((await office.ask('checks.list', { filter: { ...asked, answered } })).total).toBe(1);
  });
});

describe('a sample is drawn from a list', () => {
  const list = ['Custody record', ...Array.from({ length: 40 }, (_, i) => `22WM/${i + 1}`), '22wm/1'].join(
    '\n',
  );
  const ask = (id: string, seed: string) =>
    office.ask('checks.draw', {
      id,
      list,
      cohort: 'children',
      from: '2026-07-01',
      to: '2026-09-30',
      suite,
      size: 5,
      seed,
    });

  it('keeps the drawn numbers alone, opens a check for each, and draws the same again by its seed', async () => {
    const id = freshId();
    const { drawn } = await ask(id, 'quarter two');
    const { sample, checks } = await office.ask('checks.sample', { id });
    expect([sample.listed, sample.drawn, sample.seed]).toEqual([40, drawn, 'quarter two']);
    expect(JSON.stringify(sample)).not.toContain('Custody record');
    expect(checks.map((row) => row.custodyNumber).toSorted()).toEqual(drawn.toSorted());
    expect(checks.every((row) => row.cohort === 'children' && row.suite === 'Hereford')).toBe(true);
    expect((await ask(freshId(), 'quarter two')).drawn).toEqual(drawn);
    expect((await ask(id, 'another')).drawn).toEqual(drawn);
  });

  it('a list without a number draws nothing', async () => {
    const asked = {
      id: freshId(),
      list: 'nobody\n',
      cohort: 'all' as const,
      from: '2026-07-01',
      to: '2026-09-30',
      size: 1,
      seed: 'x',
    };
    expect((await office.refusal('checks.draw', asked)).tag).toBe('noNumbers');
  });
});

describe('a person could not be seen', () => {
  it('their record is read, and the check begins with what the report knows of them', async () => {
    const [visit, detainee] = [freshId(), freshId()];
    await office.ask('visits.start', { id: visit });
    const person = {
      id: detainee,
      order: detainee,
      custodyNumber: '22WM/77/26',
      ageGroup: 'under18',
      sex: 'female',
    };
    await office.ask('visits.save', {
      id: visit,
      patch: [
        { path: ['suite'], now: suite },
        { path: ['detainees', `#${detainee}`], now: person },
      ],
    });
    const id = freshId();
    await office.ask('checks.start', { id, visit, detainee });
    expect(await read(id)).toMatchObject({
      visit,
      suite,
      custodyNumber: '22WM/77/26',
      cohort: 'children',
      reason: 'could not be seen',
    });
  });
});

describe('the form of record checks', () => {
  it('is published in versions of its own, and a draft keeps its own', async () => {
    const form = await office.ask('forms.get', { of: 'recordCheck' });
    expect([form.of, form.version]).toEqual(['recordCheck', 1]);
    const draft = await begin();
    const visits = await office.ask('forms.get', {});
    const [first, ...others] = form.sections;
    const added = { id: 'own1', text: 'Was the cell clean?', kind: 'recorded' as const };
    const sections = [{ ...first!, questions: [...first!.questions, added] }, ...others];
    const next = { base: form.id, id: freshId(), title: form.title, sections };
    expect((await office.ask('forms.publish', next)).version).toBe(2);
    expect((await office.ask('forms.get', {})).id).toBe(visits.id);
    expect((await office.ask('checks.get', { id: draft })).form.version).toBe(1);
    const versions = await office.ask('forms.list', { of: 'recordCheck' });
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    const otherwise = { ...added, id: 'own2', kind: 'text' as const };
    const refused = await office.refusal('forms.publish', {
      base: next.id,
      id: freshId(),
      title: form.title,
      sections: [{ ...first!, questions: [...first!.questions, added, otherwise] }, ...others],
    });
    expect(refused.tag).toBe('formProblems');
  });
});
