import { describe, expect, it, vi } from 'vitest';
import type { CaseFilter } from '#shared/case-views.ts';
import type { Input } from '#shared/contract.ts';
import type { CaseKind } from '#shared/records/case-parts.ts';
import { freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { change } from './reports.ts';

const office = await officeForAll();
const { person: me, today } = await office.ask('session.get', {});

/** Somebody else who works on cases. */
const colleague = freshId();
await office.ask('people.save', {
  id: colleague,
  patch: [{ path: [], now: { id: colleague, name: 'Casey Worker', roles: ['caseworker'] } }],
});

const begun = async (kind: CaseKind, more: Partial<Input<'cases.create'>> = {}): Promise<string> => {
  const id = freshId();
  await office.ask('cases.create', { id, kind, received: '2026-03-02', ...more });
  return id;
};
const row = async (id: string, show: CaseFilter['show'] = 'all') =>
  (await office.ask('cases.list', { filter: { show }, limit: 200 })).rows.find((one) => one.id === id);
const seen = (id: string) => office.ask('cases.get', { id });

describe('a case on a laptop', () => {
  it('has its number, says what is next, by when and why, and stands in the queue of whoever does it', async () => {
    const id = await begun('enquiry', { summary: 'Speeding by the school.' });
    expect(await seen(id)).toMatchObject({
      state: 'open',
      next: { place: 'assign', by: '2026-03-09', late: true },
      case: { reference: 'E2026/0001' },
    });
    expect(await row(id, 'unassigned')).toMatchObject({ owner: null, summary: 'Speeding by the school.' });
    await office.ask('cases.assign', { id, assignment: freshId(), to: me.id });
    expect(await row(id, 'unassigned')).toBeUndefined();
    expect((await row(id, 'mine'))?.next?.place).toBe('acknowledge');
    await office.ask('cases.acknowledge', { id, on: '2026-03-05' });
    const { deadlines, next } = await seen(id);
    expect(next).toMatchObject({ place: 'answer', by: '2026-03-30' });
    expect(deadlines.find(({ clock }) => clock === 'acknowledge')).toMatchObject({
      done: '2026-03-05',
      late: false,
    });
    const mine = (await office.ask('cases.workload', {})).find(({ person }) => person === me.id);
    expect(mine).toMatchObject({ open: 1, late: 1 });
  });

  it('waits for the force while it is asked, stands still while it is held, and says each in its history', async () => {
    const id = await begun('concern', { mine: true });
    const [ask, hold] = [freshId(), freshId()];
    await office.ask('cases.ask', {
      id,
      ask,
      to: 'The force',
      question: 'What was done?',
      due: '2026-03-16',
    });
    expect((await row(id, 'force'))?.waits).toBe('force');
    await office.ask('cases.chase', { id, ask, chase: freshId(), on: '2026-03-17' });
    await office.ask('cases.askAnswered', { id, ask, on: '2026-03-18', answer: 'A patrol.' });
    await office.ask('cases.hold', { id, hold, from: '2026-03-19', why: 'They are away.' });
    const held = await seen(id);
    expect(held.deadlines.find(({ clock }) => clock === 'answer')?.due).toBeNull();
    expect((await row(id, 'hold'))?.waits).toBe('hold');
    await office.ask('cases.resume', { id, hold, until: '2026-03-20' });
    const on = await seen(id);
    expect(on.deadlines.find(({ clock }) => clock === 'answer')?.due).toBe('2026-04-01');
    expect(on.history.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['Asked: The force', 'Reminded: The force', 'Put on hold', 'Resumed']),
    );
  });

  it('is closed once nothing is missing, opened again only with a reason, and followed up after its end', async () => {
    const id = await begun('complaint about the force', { mine: true });
    const close = () => office.ask('cases.close', { id, closing: freshId(), outcome: 'Passed on' });
    const refused = await office.refusal('cases.close', { id, closing: freshId(), outcome: 'Passed on' });
    expect(refused.tag === 'caseNotReady' && refused.missing).toEqual([
      'Still to be done: Signpost or pass on to the force.',
    ]);
    await office.ask('cases.step', { id, step: freshId(), what: 'Signpost or pass on to the force' });
    await close();
    expect(await row(id, 'open')).toBeUndefined();
    expect(await row(id, 'closed')).toMatchObject({ outcome: 'Passed on', next: null });
    expect(await office.refusal('cases.reopen', { id, why: ' ' })).toEqual({ tag: 'noReason' });
    await office.ask('cases.reopen', { id, why: 'They wrote again.' });
    expect((await row(id, 'open'))?.state).toBe('open');
    await office.ask('cases.followUp', { id, followUp: freshId(), due: '2026-06-01', what: 'Ring them.' });
    await close();
    expect((await row(id, 'closed'))?.next).toMatchObject({ place: 'followUps', by: '2026-06-01' });
  });

  it('is put right in what was typed, and in nothing that was said or done', async () => {
    const id = await begun('enquiry', { summary: 'Speeding.' });
    await office.ask('cases.amend', { id, patch: change('summary', 'Speeding.', 'Speeding at night.') });
    expect((await seen(id)).case.summary).toBe('Speeding at night.');
    const patch = change('acknowledged', undefined, { on: today });
    expect(await office.refusal('cases.amend', { id, patch })).toEqual({ tag: 'notAllowed' });
  });

  it('is told of at once where life or safety is at stake, first in its list until somebody was told', async () => {
    const id = await begun('concern', { mine: true, risk: 'They fear their neighbour.' });
    expect(await row(id, 'risk')).toMatchObject({ risk: { told: 0, last: null }, next: { place: 'risk' } });
    expect((await office.ask('cases.list', {})).rows[0]?.id).toBe(id);
    await office.ask('cases.riskTold', {
      id,
      told: freshId(),
      who: 'Duty inspector',
      on: today,
      at: '09:10',
    });
    expect((await row(id, 'risk'))?.risk).toEqual({
      told: 1,
      last: { who: 'Duty inspector', on: today, at: '09:10' },
    });
  });
});

it('the latest case that says a word is found first, whatever the time of the day it came at', async () => {
  const words = { summary: 'A zeppelin over Lowbridge.' };
  const late = await begun('enquiry', { ...words, received: '2026-03-05', at: '09:10' });
  const early = await begun('enquiry', { ...words, received: '2026-03-01' });
  const found = await office.ask('search.find', { text: 'zepp' });
  expect(found.map(({ id }) => id)).toEqual([late, early]);
});

describe('who opens a case', () => {
  it('is written down once a day where it is somebody else’s, and not where it is one’s own', async () => {
    const [own, other] = [await begun('enquiry', { mine: true }), await begun('enquiry')];
    await office.ask('cases.assign', { id: other, assignment: freshId(), to: colleague });
    expect(await office.ask('cases.open', { id: own })).toEqual({ written: false });
    expect(await office.ask('cases.open', { id: other })).toEqual({ written: true });
    expect(await office.ask('cases.open', { id: other })).toEqual({ written: false });
    expect((await seen(other)).openings).toEqual([{ by: me.id, on: today }]);
    const { rows } = await office.ask('cases.openings', {});
    expect(rows.filter((one) => one.case === other)).toMatchObject([{ name: me.name, on: today }]);
  });

  it('is those alone whom it names where it is confidential: nobody else finds it in a list, a link, a bulk or the search', async () => {
    const id = await begun('whistle-blowing', { summary: 'Peculiar expenses.' });
    expect((await seen(id)).case.confidential?.readers).toEqual([me.id]);
    const beside = await begun('enquiry', { mine: true });
    await office.ask('cases.link', { id: beside, link: freshId(), type: 'caseFile', to: id });
    const found = async () => (await office.ask('search.find', { text: 'peculiar' })).map((hit) => hit.id);
    expect(await found()).toEqual([id]);
    const told = { return: 'correspondence', period: '2026-03-02..2026-03-02' } as const;
    const asked = { ...told, measure: 'cases.received', by: 'kind', key: 'Whistle-blowing' } as const;
    const figure = async () => {
      const { rows, total, kept } = await office.ask('returns.records', asked);
      return { ids: rows.map((line) => line.id), total, kept };
    };
    expect(await figure()).toEqual({ ids: [id], total: 1, kept: 0 });
    await office.ask('cases.open', { id });
    await office.ask('cases.assign', { id, assignment: freshId(), to: colleague });
    await office.ask('cases.restrict', { id, confidential: { readers: [] } });
    expect(await figure()).toEqual({ ids: [], total: 0, kept: 1 });
    expect(await office.refusal('cases.get', { id })).toEqual({ tag: 'notFound', what: 'case' });
    expect(await office.refusal('cases.note', { id, note: freshId(), words: 'Hm.' })).toMatchObject({
      tag: 'notFound',
    });
    expect([await row(id), await row(id, 'open')]).toEqual([undefined, undefined]);
    expect((await seen(beside)).links[0]?.title).toBe('One that you may not open');
    const deed = { what: 'assign', to: me.id } as const;
    expect((await office.ask('cases.preview', { ids: [id], deed }))[0]?.why).toMatch(/no such case/);
    expect(await found()).toEqual([]);
    const opened = (await office.ask('cases.openings', {})).rows.find((one) => one.case === id);
    expect(opened).toMatchObject({ by: me.id, reference: null });
  });
});

describe('many cases at once', () => {
  it('are given or closed where that can be, and each that cannot says why', async () => {
    const [owed, closable, complaint] = [
      await begun('enquiry'),
      await begun('copied-in only'),
      await begun('complaint about the force'),
    ];
    const ids = [owed, closable, complaint, freshId()];
    const deed = { what: 'close', outcome: 'Noted' } as const;
    const lines = await office.ask('cases.preview', { ids, deed });
    expect(lines.map(({ why }) => why)).toEqual([
      null,
      null,
      'Still to be done: Signpost or pass on to the force.',
      expect.stringContaining('no such case'),
    ]);
    const { done, left } = await office.ask('cases.bulk', { ids: [closable, complaint], deed });
    expect([done, left.map(({ id }) => id)]).toEqual([1, [complaint]]);
    expect((await row(closable))?.state).toBe('closed');
    const give = { what: 'assign', to: colleague } as const;
    await office.ask('cases.bulk', { ids: [owed, complaint], deed: give });
    expect((await row(owed))?.owner).toBe('Casey Worker');
    expect((await office.ask('cases.preview', { ids: [owed], deed: give }))[0]?.why).toBe(
      'They have it already.',
    );
  });
});

describe('queues', () => {
  it('are sorted and narrowed, and their pages join without a gap', async () => {
    const all = await office.ask('cases.list', { limit: 200 });
    const found: string[] = [];
    let after: string | undefined;
    do {
      const part = await office.ask('cases.list', { limit: 2, ...(after && { after }) });
      found.push(...part.rows.map(({ id }) => id));
      after = part.next ?? undefined;
    } while (after);
    expect(found).toEqual(all.rows.map(({ id }) => id));
    const dues = all.rows.map(({ next }) => next?.by ?? '9999');
    expect(dues).toEqual(dues.toSorted());
    const kinds = (await office.ask('cases.list', { sort: 'kind', descending: true, limit: 200 })).rows;
    expect(kinds.map(({ kind }) => kind)).toEqual(
      kinds
        .map(({ kind }) => kind)
        .toSorted()
        .reverse(),
    );
    const theirs = await office.ask('cases.list', { filter: { person: colleague } });
    expect(theirs.rows.every(({ owner }) => owner === 'Casey Worker')).toBe(true);
    expect((await office.ask('cases.queues', {})).open).toBe(all.rows.length);
  });

  it('follow what the office sets: a shorter standard makes late what was in time', async () => {
    const id = await begun('petition', { received: today, mine: true });
    const before = (await seen(id)).deadlines.find(({ clock }) => clock === 'answer')?.due ?? '';
    const { moved } = await office.ask('cases.set', { set: { kinds: { petition: { answer: 1 } } } });
    const after = (await seen(id)).deadlines.find(({ clock }) => clock === 'answer')?.due ?? '';
    expect(after < before).toBe(true);
    // At once, while figures are still written anew, and when they are.
    const inQueue = async () => (await row(id, 'mine'))?.next?.by;
    const clock = (await seen(id)).next?.by;
    expect(await inQueue()).toBe(clock);
    await vi.waitFor(async () => expect((await office.host.call('themes.get', {})).ok).toBe(true), {
      timeout: 30_000,
    });
    expect(await inQueue()).toBe(clock);
    expect((await office.ask('cases.list', { filter: { theme: 'Lamps' } })).rows).toEqual([]);
    await office.ask('cases.amend', { id, patch: change('themes', [], ['Lamps']) });
    for (const show of ['open', 'all'] as const)
      expect((await office.ask('cases.list', { filter: { show, theme: 'Lamps' } })).rows).toMatchObject([
        { id },
      ]);
    expect(moved).toContainEqual(expect.objectContaining({ of: 'caseFile', id, from: before, to: after }));
  });

  it('move with the bank holidays, those of the law too, and say so', async () => {
    const standard = await begun('petition', { received: '2026-06-05', mine: true });
    const request = await begun('FOI request', { received: '2026-06-05', mine: true });
    const days = ['06-08', '01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'];
    const text = days.map((day) => `2026-${day},EW,A holiday`).join('\n');
    const { moved } = await office.ask('deadlines.readHolidays', { name: 'list.csv', text });
    const titlesOf = (one: string) => moved.filter(({ id }) => id === one).map(({ title }) => title);
    expect(titlesOf(standard)).toEqual(['Acknowledge correspondence', 'Answer correspondence']);
    expect(titlesOf(request)).toContain('Answer a freedom of information request');
  });
});
