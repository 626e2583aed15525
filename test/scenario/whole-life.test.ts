import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract.ts';
import type { Patch } from '#shared/sync/patch.ts';
import { addPerson, addSuite, freshId, newOffice, type Office } from '#test/office.ts';
import { disagreements } from '#test/whole.ts';
import { change, complete, draft } from './reports.ts';

const pin = '274953';

/** Puts an item into a list of a report; gives its id. */
const addItem = async (
  office: Pick<Office, 'ask'>,
  id: string,
  list: 'detainees' | 'matters' | 'calls',
  said: object,
): Promise<string> => {
  const item = freshId();
  const now = { id: item, order: item, ...said };
  await office.ask('visits.save', { id, patch: [{ path: [list, `#${item}`], now: now as never }] });
  return item;
};
const aside = (list: string, item: string): Patch => [
  { path: [list, `#${item}`, 'removed'], now: '2024-05-14T12:00:00.000Z' },
];

describe('a report from its first word to its acceptance', () => {
  let office: Office;
  let suite: string;
  let own: string;
  let visitor2: string;
  beforeAll(async () => {
    office = await newOffice();
    suite = await addSuite(office, 'Northgate');
    visitor2 = await addPerson(office, 'Second Visitor');
    own = (await office.ask('session.get', {})).person.id;
    await office.ask('people.setPin', { id: visitor2, pin });
  });
  afterAll(async () => {
    await office.close();
    expect(disagreements(office.folder, office.recoveryCode)).toEqual([]);
    await office.end();
  });

  const get = (id: string) => office.ask('visits.get', { id });
  const filled = (more: object = {}) => draft(office, { ...complete, suite, visitor2, ...more });
  const sent = async (more: object = {}) => {
    const id = await filled(more);
    await office.ask('visits.ready', { id });
    return id;
  };
  const lists = async (show: NonNullable<Input<'visits.count'>['filter']['show']>, id: string) =>
    (await office.ask('visits.list', { filter: { show }, limit: 200 })).rows.some((row) => row.id === id);
  const waiting = () => office.ask('visits.waiting', {});
  const news = async (id: string) =>
    (await office.ask('visits.mine', { limit: 50 })).find((n) => n.id === id);
  const read = (id: string, to: 'read' | 'queried' | 'accepted', words?: string) =>
    office.ask('visits.readThrough', { id, to, ...(words && { words }) });

  it('is unread until somebody at the office says so, queried, answered and accepted with thanks', async () => {
    const before = await waiting();
    const id = await sent();
    expect(await waiting()).toMatchObject({ unread: before.unread + 1 });
    expect(await lists('unread', id)).toBe(true);
    await get(id);
    expect((await get(id)).state).toBe('received');

    await read(id, 'read');
    expect(await lists('unread', id)).toBe(false);
    expect(await lists('received', id)).toBe(true);
    expect(await office.refusal('visits.readThrough', { id, to: 'queried', words: ' ' })).toEqual({
      tag: 'noWords',
    });
    await read(id, 'queried', 'Which cell?');
    expect(await lists('queried', id)).toBe(true);
    expect(await waiting()).toMatchObject({ unread: before.unread, queries: before.queries + 1 });
    expect(await news(id)).toMatchObject({ state: 'queried', words: 'Which cell?', by: 'Alexandra Office' });

    expect(await office.refusal('visits.answerQuery', { id, words: '' })).toEqual({ tag: 'noWords' });
    await office.ask('visits.answerQuery', { id, words: 'Cell 7.' });
    expect(await lists('answered', id)).toBe(true);
    expect(await waiting()).toMatchObject({ answered: before.answered + 1, queries: before.queries });
    await read(id, 'accepted', 'Thank you both.');
    expect(await lists('accepted', id)).toBe(true);
    expect(await news(id)).toMatchObject({ state: 'accepted', words: 'Thank you both.' });
    const { visit, received } = await get(id);
    expect(visit.events.map((e) => e.to)).toEqual([
      'ready',
      'received',
      'read',
      'queried',
      'answered',
      'accepted',
    ]);
    expect(received?.receipt).toMatch(/^[0-9A-F]{12}$/);
    const history = await office.ask('visits.history', { id });
    expect(history.map((entry) => entry.what)).toEqual([
      'Accepted: Thank you both.',
      'Answer to the query: Cell 7.',
      'Query to the visitors: Which cell?',
      'Read by the office',
      'Received by the office',
    ]);
  });

  it('moves once when it is asked twice, and never where it no longer stands', async () => {
    const id = await sent();
    await Promise.all([read(id, 'queried', 'Which cell?'), read(id, 'queried', 'Which cell?')]);
    expect((await get(id)).visit.events).toHaveLength(3);
    const movedOn = { tag: 'movedOn' };
    expect(await office.refusal('visits.readThrough', { id, to: 'queried', words: 'Another?' })).toEqual(
      movedOn,
    );
    expect(await office.refusal('visits.readThrough', { id, to: 'read' })).toEqual(movedOn);
    expect(await office.refusal('visits.readThrough', { id, to: 'accepted' })).toEqual(movedOn);
    await office.ask('visits.answerQuery', { id, words: 'Cell 7.' });
    expect(await office.refusal('visits.answerQuery', { id, words: 'Cell 8.' })).toEqual(movedOn);
    const open = await filled();
    expect(await office.refusal('visits.readThrough', { id: open, to: 'read' })).toEqual({
      tag: 'notReceived',
    });
    expect(await office.refusal('visits.answerQuery', { id: open, words: 'x' })).toEqual(movedOn);
  });

  it('is corrected wherever it stands at the office, in figures once and in the history with what changed', async () => {
    const id = await sent({ date: '2014-05-14' });
    for (const [to, words] of [['read'], ['queried', 'How many?']] as const) await read(id, to, words);
    const { number } = await office.ask('visits.correct', {
      id,
      patch: change('comments', 'Quiet.', 'Busy.'),
      reason: 'Asked',
    });
    expect(number).toBe(1);
    expect((await get(id)).state).toBe('queried');
    await office.ask('visits.answerQuery', { id, words: 'Corrected.' });
    await read(id, 'accepted');
    expect(
      (
        await office.ask('visits.correct', {
          id,
          patch: change('comments', 'Busy.', 'Calm.'),
          reason: 'Again',
        })
      ).number,
    ).toBe(2);
    expect(
      await office.ask('visits.count', {
        filter: { show: 'received', from: '2014-05-14', to: '2014-05-14' },
      }),
    ).toEqual({ count: 1 });
  });

  it('is declared by whoever sends it, and goes with the second declaration awaited', async () => {
    const id = await sent();
    const { declarations } = await get(id);
    expect(declarations).toMatchObject([{ person: own, how: 'own', stands: true }]);
    expect(await lists('undeclared', id)).toBe(true);
    expect(await office.refusal('visits.declare', { id, person: visitor2 })).toEqual({
      tag: 'wrongPin',
      left: 5,
    });
    await office.ask('visits.declare', { id, person: visitor2, pin });
    expect((await get(id)).declarations).toMatchObject([
      { person: own, stands: true },
      { person: visitor2, how: 'pin', stands: true },
    ]);
    expect(await lists('undeclared', id)).toBe(false);
  });

  it('a declaration lapses visibly with what it declared, and is owed again', async () => {
    const id = await filled();
    await office.ask('visits.declare', { id, person: visitor2, pin });
    await office.ask('visits.declare', { id, person: visitor2, pin });
    expect((await get(id)).visit.declarations).toHaveLength(1);
    await office.ask('visits.save', { id, patch: change('comments', 'Quiet.', 'Busy.') });
    expect((await get(id)).declarations).toMatchObject([{ person: visitor2, stands: false }]);
    await office.ask('visits.save', { id, patch: change('comments', 'Busy.', 'Quiet.') });
    expect((await get(id)).declarations).toMatchObject([{ person: visitor2, stands: true }]);
    await office.ask('visits.ready', { id });
    expect((await get(id)).declarations.map((d) => d.stands)).toEqual([true, true]);
    // Reading is not what was declared.
    await read(id, 'read');
    expect((await get(id)).declarations.map((d) => d.stands)).toEqual([true, true]);
  });

  it('a visitor who corrects it declares by that what it says now, and the other’s declaration lapses', async () => {
    const id = await sent();
    await office.ask('visits.declare', { id, person: visitor2, pin });
    const owed = (await waiting()).declarations;
    const correct = (was: string, now: string) =>
      office.ask('visits.correct', { id, patch: change('comments', was, now), reason: 'Mixed up' });
    await correct('Quiet.', 'Busy.');
    expect((await get(id)).declarations).toMatchObject([
      { person: own, how: 'own', stands: true },
      { person: visitor2, how: 'pin', stands: false },
    ]);
    expect(await lists('undeclared', id)).toBe(true);
    expect((await waiting()).declarations).toBe(owed);
    expect((await office.ask('visits.history', { id }))[0]?.what).toBe('Corrected: Mixed up');
    // What both declared before stands again once the report says it again, and is signed by nobody twice.
    await correct('Busy.', 'Quiet.');
    const { visit, declarations } = await get(id);
    expect(declarations.map((d) => d.stands)).toEqual([true, true]);
    expect(visit.declarations).toHaveLength(3);
  });

  it('a correction by somebody who was not there lets every declaration lapse, and they are owed again', async () => {
    const third = await addPerson(office, 'Not There');
    const id = await sent();
    await office.ask('visits.correct', { id, patch: change('visitor1', own, third), reason: 'Wrong name' });
    expect((await get(id)).declarations).toMatchObject([{ person: own, stands: false }]);
    await office.ask('visits.correct', {
      id,
      patch: change('comments', 'Quiet.', 'Busy.'),
      reason: 'Mixed up',
    });
    expect((await get(id)).declarations).toMatchObject([{ person: own, stands: false }]);
    const owed = (await waiting()).declarations;
    await office.ask('visits.correct', { id, patch: change('visitor1', third, own), reason: 'It was right' });
    expect((await get(id)).declarations).toMatchObject([{ person: own, stands: true }]);
    expect((await waiting()).declarations).toBe(owed);
    expect(await news(id)).toMatchObject({ owesDeclaration: false });
  });

  it('is declared by its visitors alone, and by nobody who was taken out of it before it went', async () => {
    const id = await filled();
    const third = await addPerson(office, 'Third Visitor');
    expect(await office.refusal('visits.declare', { id, person: third })).toEqual({ tag: 'notTheirVisit' });
    await office.ask('visits.declare', { id, person: visitor2, pin });
    await office.ask('visits.save', { id, patch: change('visitor2', visitor2, third) });
    const forged = { path: ['declarations'], now: [] };
    expect(await office.refusal('visits.save', { id, patch: [forged] })).toEqual({ tag: 'notAllowed' });
    await office.ask('visits.ready', { id });
    expect((await get(id)).declarations).toMatchObject([{ person: own, stands: true }]);
    expect(await office.refusal('visits.declare', { id, person: third, pin })).toEqual({ tag: 'noPin' });
    await office.ask('visits.discard', { id: await filled() });
  });

  it('takes what was put aside out of the report for good when it is made ready, and a matter of it to the suite', async () => {
    const id = await filled();
    const [stays, goes] = [
      await addItem(office, id, 'detainees', { custodyNumber: 'NG/0101/24', seen: { state: 'declined' } }),
      await addItem(office, id, 'detainees', { custodyNumber: 'NG/0202/24' }),
    ];
    const matter = await addItem(office, id, 'matters', { what: 'A blanket', detainee: goes });
    const call = await addItem(office, id, 'calls', { told: 'The duty officer' });
    await office.ask('visits.save', { id, patch: [...aside('detainees', goes), ...aside('calls', call)] });
    await office.ask('visits.declare', { id, person: visitor2, pin });
    await office.ask('visits.ready', { id });
    const { visit, declarations } = await get(id);
    expect(visit.detainees?.map((d) => d.id)).toEqual([stays]);
    expect(visit.matters).toEqual([{ id: matter, order: matter, what: 'A blanket' }]);
    expect(visit).not.toHaveProperty('calls');
    expect(declarations.map((d) => d.stands)).toEqual([true, true]);
  });

  it('is found by the words of its detainees and matters and by custody numbers, not by those put aside', async () => {
    const id = await filled();
    const found = async (text: string) =>
      (await office.ask('search.find', { text })).some((hit) => hit.id === id);
    const detainee = await addItem(office, id, 'detainees', {
      custodyNumber: 'NG/7431/24',
      answers: { said: { value: 'wanted a hairbrush' } },
    });
    await addItem(office, id, 'matters', { what: 'Porridge was burnt' });
    for (const text of ['7431', 'hairbrush', 'porridge']) expect(await found(text), text).toBe(true);
    await office.ask('visits.save', { id, patch: aside('detainees', detainee) });
    expect(await found('7431')).toBe(false);
    expect(await found('porridge')).toBe(true);
    await office.ask('visits.discard', { id });
    expect(await found('porridge')).toBe(false);
  });

  it('refuses an answer that its question cannot hold about a detainee, a matter or a call', async () => {
    const id = await filled();
    const form = (await get(id)).form;
    const question = form.sections
      .filter((s) => s.of === 'detainee')
      .flatMap((s) => s.questions)
      .find((q) => q.kind === 'yesNo' && !q.field);
    if (!question) throw new Error('the form asks nothing of detainees');
    const detainee = await addItem(office, id, 'detainees', {});
    const path = ['detainees', `#${detainee}`, 'answers', question.id];
    const put = (value: string | boolean) => ({ id, patch: [{ path, now: { value } }] });
    expect(await office.refusal('visits.save', put('perhaps'))).toMatchObject({ tag: 'invalid' });
    await office.ask('visits.save', put(true));
    const whole = { id: freshId(), order: 'z', answers: { [question.id]: { value: 7 } } };
    const added = { id, patch: [{ path: ['detainees', `#${whole.id}`], now: whole }] };
    expect(await office.refusal('visits.save', added)).toMatchObject({ tag: 'invalid' });
    expect((await get(id)).visit.detainees).toHaveLength(1);
  });
});
