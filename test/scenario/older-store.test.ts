import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { checkVisit } from '#shared/forms/check.ts';
import { custodyCopy } from '#shared/forms/custody.ts';
import type { deskOver } from '#test/office.ts';
import { openOlderStore, recoveryCode } from '#test/older-store/copy.ts';
import { disagreements } from '#test/whole.ts';
import { change, figure } from './reports.ts';

let office: ReturnType<typeof deskOver>;
beforeAll(async () => {
  office = await openOlderStore();
  // Figures wait while what they know of the older reports is written anew.
  const asked = { return: 'icv', period: '2024-25Q1' } as const;
  const isTold = async () => (await office.host.call('returns.compute', asked)).ok;
  await vi.waitUntil(isTold, { timeout: 30_000 });
});
afterAll(async () => {
  await office.close();
  expect(disagreements(office.folder, recoveryCode)).toEqual([]);
  await office.end();
});

const one = async (show: 'received' | 'unfinished' | 'discarded') => {
  const { rows } = await office.ask('visits.list', { filter: { show } });
  expect(rows).toHaveLength(1);
  return office.ask('visits.get', { id: rows[0]?.id ?? '' });
};

it('what the office had received before is listed, unread, owed its declarations, and in the figures of its quarter', async () => {
  const { visit, form, state, declarations } = await one('received');
  expect([state, form.version, visit.corrections.length, declarations]).toEqual(['received', 1, 1, []]);
  expect(await office.ask('visits.waiting', {})).toEqual({
    unread: 1,
    answered: 0,
    queries: 0,
    declarations: 1,
  });
  expect((await figure(office, '2024-25Q1', 'detainees.held')).value).toBe(9);
  expect((await figure(office, '2024-25Q1', 'people.entered')).value).toBe(0);
  await office.ask('visits.readThrough', { id: visit.id, to: 'accepted', words: 'Thank you both.' });
  await office.ask('visits.correct', {
    id: visit.id,
    patch: change('comments', 'Calm.', 'Quiet.'),
    reason: 'It was right',
  });
  expect((await office.ask('visits.history', { id: visit.id })).map(({ what }) => what)).toEqual([
    'Corrected: It was right',
    'Accepted: Thank you both.',
    'Corrected: Misheard',
    'Received by the office',
  ]);
});

it('a draft begun before keeps its form, is checked, handed to custody and sent with it', async () => {
  const { visit, form } = await one('unfinished');
  expect(form.sections.map((s) => s.id)).toEqual(['visit', 'times', 'counts', 'splits', 'close']);
  const settings = await office.ask('settings.get', {});
  expect(checkVisit(form, visit, settings, '2024-05-15')).toEqual([]);
  const told = { illTreatment: { value: true }, illTreatmentWords: { value: 'A bruise' } };
  const { parts, visit: handed } = custodyCopy(
    form,
    { ...visit, answers: { ...visit.answers, ...told } },
    settings,
  );
  expect(parts.map(({ of }) => of)).toEqual(['visit']);
  expect(handed.answers).toEqual({ raisedWith: { value: 'Nobody yet' } });
  const { id } = visit;
  const path = ['answers', 'raisedWith'];
  const was = { value: 'Nobody yet' };
  await office.ask('visits.save', { id, patch: [{ path, was, now: { value: 'The sergeant' } }] });
  await office.ask('visits.ready', { id });
  const sent = await office.ask('visits.get', { id });
  expect([sent.state, sent.form.version, sent.visit.answers.raisedWith]).toEqual([
    'received',
    1,
    { value: 'The sergeant' },
  ]);
  expect(sent.declarations.map((d) => d.stands)).toEqual([true]);
});

it('what was put aside before is not found by its words until it is taken up again', async () => {
  const found = async () => (await office.ask('search.find', { text: 'unmistakable' })).length;
  expect(await found()).toBe(0);
  const { visit } = await one('discarded');
  await office.ask('visits.restore', { id: visit.id });
  expect(await found()).toBe(1);
});
