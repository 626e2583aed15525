import { describe, expect, it } from 'vitest';
import { deskOver } from '#test/office.ts';
import { visitingOffice } from '#test/shared-office.ts';
import { change, complete, draft, figure, received } from './reports.ts';

const { office, suite, visitor2 } = await visitingOffice();

describe('the life of a visit report', () => {
  const get = (id: string) => office.ask('visits.get', { id });
  const attempted = async (period: string) => (await figure(office, period, 'visits.attempted')).value;
  const filled = (more: object = {}) => draft(office, { ...complete, suite, visitor2, ...more });

  it('a draft is in no figure; once ready the office has it, with a number of its own year and a receipt', async () => {
    const id = await filled({ date: '2020-02-01' });
    expect(await attempted('2019-20')).toBe(0);
    const { reference } = await office.ask('visits.ready', { id });
    expect(reference).toBe('V2020/0001');
    expect(await attempted('2019-20')).toBe(1);
    const { state, received: at } = await get(id);
    expect(state).toBe('received');
    expect(at?.receipt).toMatch(/^[0-9A-F]{12}$/);
  });

  it('an answer that its question cannot hold is refused, in a draft and in a correction; the others stand', async () => {
    const id = await filled({ date: '2020-04-01' });
    const put = (now: object) => ({ id, patch: [{ path: ['answers', 'illTreatment'], now: now as never }] });
    expect(await office.refusal('visits.save', put({ value: 'perhaps' }))).toMatchObject({ tag: 'invalid' });
    await office.ask('visits.save', put({ not: 'refused' }));
    await office.ask('visits.save', { id, patch: [{ path: ['answers', 'later'], now: { value: 'kept' } }] });
    const { answers } = (await get(id)).visit;
    expect(answers).toMatchObject({ illTreatment: { not: 'refused' }, later: { value: 'kept' } });

    await office.ask('visits.ready', { id });
    const patch = [{ path: ['answers', 'illTreatmentWords'], now: { value: 7 } }];
    expect(await office.refusal('visits.correct', { id, patch, reason: 'A number' })).toMatchObject({
      tag: 'invalid',
    });
  });

  it('asked twice to be made ready, a report is sent once under one number', async () => {
    const id = await filled({ date: '2020-03-01' });
    const [first, second] = await Promise.all([
      office.ask('visits.ready', { id }),
      office.ask('visits.ready', { id }),
    ]);
    expect(second.reference).toBe(first.reference);
    expect(await office.ask('visits.history', { id })).toHaveLength(1);
  });

  it('what is missing keeps a report from being sent and never from being saved', async () => {
    const id = await draft(office, { comments: 'All that I remember' });
    expect(await office.refusal('visits.ready', { id })).toMatchObject({ tag: 'mustFix' });
    expect((await get(id)).visit.comments).toBe('All that I remember');
    expect((await get(id)).state).toBe('draft');
    await office.ask('visits.discard', { id });
  });

  it('a sent report is not edited; corrections number themselves and show what was and what is', async () => {
    const id = await received(office, suite, visitor2);
    const patch = change('comments', 'Quiet.', 'Busy.');
    expect(await office.refusal('visits.save', { id, patch })).toEqual({ tag: 'alreadyReceived' });
    expect(await office.refusal('visits.discard', { id })).toEqual({ tag: 'alreadyReceived' });
    expect(await office.refusal('visits.correct', { id, patch, reason: ' ' })).toEqual({ tag: 'noReason' });
    const first = await office.ask('visits.correct', { id, patch, reason: 'Mixed up' });
    const times = [...change('arrived', '10:00', '10:05'), ...change('left', '11:20', undefined)];
    const second = await office.ask('visits.correct', { id, patch: times, reason: 'Clock' });
    expect([first.number, second.number]).toEqual([1, 2]);
    const [newest, before, sent] = await office.ask('visits.history', { id });
    expect(newest?.what).toBe('Corrected: Clock');
    expect(newest?.changes).toContainEqual({ path: ['arrived'], was: '10:00', now: '10:05' });
    expect(newest?.changes).toContainEqual({ path: ['left'], was: '11:20' });
    expect(before?.changes).toEqual([{ path: ['comments'], was: 'Quiet.', now: 'Busy.' }]);
    expect(sent?.what).toBe('Received by the office');
    expect((await get(id)).visit.corrections.map((c) => c.reason)).toEqual(['Mixed up', 'Clock']);
  });

  it('a correction may not touch what only the office writes, nor a report that was never sent', async () => {
    const id = await received(office, suite, visitor2);
    for (const path of ['reference', 'events', 'corrections', 'form', 'id'])
      expect(
        await office.refusal('visits.correct', {
          id,
          reason: 'x',
          patch: change(path, undefined, 'V2024/9999'),
        }),
        path,
      ).toEqual({ tag: 'notAllowed' });
    const own = await filled();
    const patch = change('comments', 'Quiet.', 'Busy.');
    expect(await office.refusal('visits.correct', { id: own, patch, reason: 'x' })).toEqual({
      tag: 'notReceived',
    });
  });

  it('corrected figures move the return, to another year where the date was wrong', async () => {
    const id = await received(office, suite, visitor2, { date: '2018-05-01' });
    const held = async () => (await figure(office, '2018-19', 'detainees.held')).value;
    expect(await held()).toBe(9);
    const total = complete['counts.total'];
    const patch = change('counts.total', total, { ...total, held: 12 });
    await office.ask('visits.correct', { id, patch, reason: 'Counted again' });
    expect(await held()).toBe(12);
    await office.ask('visits.correct', {
      id,
      patch: change('date', '2018-05-01', '2017-05-01'),
      reason: 'Year',
    });
    expect(await attempted('2018-19')).toBe(0);
    expect(await attempted('2017-18')).toBe(1);
  });

  it('two windows that change the same answer are told; the first word stands and neither is lost', async () => {
    const id = await filled();
    await office.ask('visits.save', { id, patch: change('comments', 'Quiet.', 'One window') });
    const other = await office.refusal('visits.save', {
      id,
      patch: change('comments', 'Quiet.', 'The other'),
    });
    expect(other).toEqual({ tag: 'changedElsewhere', paths: ['comments'] });
    expect((await get(id)).visit.comments).toBe('One window');
    await office.ask('visits.save', { id, patch: change('comments', 'One window', 'The other') });
    expect((await get(id)).visit.comments).toBe('The other');
  });

  it('two windows that change different answers at once both stand', async () => {
    const id = await filled();
    await Promise.all([
      office.ask('visits.save', { id, patch: change('comments', 'Quiet.', 'Mine') }),
      office.ask('visits.save', { id, patch: change('sergeant', undefined, 'PS 1') }),
      office.ask('visits.save', { id, patch: change('answers.foodStock', undefined, { value: true }) }),
    ]);
    const { visit } = await get(id);
    expect(visit).toMatchObject({
      comments: 'Mine',
      sergeant: 'PS 1',
      answers: { foodStock: { value: true } },
    });
  });

  it('a discarded draft is in no list and no search, and comes back as it was', async () => {
    const id = await filled({ comments: 'Unmistakable' });
    const listed = async () =>
      (await office.ask('visits.list', { filter: { show: 'unfinished' } })).rows.some((row) => row.id === id);
    expect(await listed()).toBe(true);
    await office.ask('visits.discard', { id });
    expect(await listed()).toBe(false);
    expect(await office.refusal('visits.ready', { id })).toEqual({ tag: 'alreadyReceived' });
    await office.ask('visits.restore', { id });
    expect(await listed()).toBe(true);
    expect((await get(id)).visit.comments).toBe('Unmistakable');
  });

  it('a visit across midnight waits minutes, not a day', async () => {
    const id = await received(office, suite, visitor2, {
      date: '2015-12-31',
      arrived: '23:50',
      admitted: '00:05',
    });
    expect((await figure(office, '2015-12', 'delay.mean')).value).toBe(15);
    const { rows } = await office.ask('visits.list', {
      sort: 'delay',
      filter: { from: '2015-12-31', to: '2015-12-31' },
    });
    expect(rows).toMatchObject([{ id, delay: 15 }]);
  });

  it('is the same after the application was closed and opened again', async () => {
    const id = await received(office, suite, visitor2);
    const before = await get(id);
    await office.close();
    const again = deskOver(office.folder);
    await again.ask('store.unlock', { recoveryCode: office.recoveryCode });
    expect(await again.ask('visits.get', { id })).toEqual(before);
    await again.close();
    await office.ask('store.unlock', { recoveryCode: office.recoveryCode });
  });
});
