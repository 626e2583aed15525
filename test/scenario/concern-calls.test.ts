import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract.ts';
import { concernState } from '#shared/records/concern.ts';
import { addPerson, addSuite, freshId, newOffice, type Office } from '#test/office.ts';
import { change, received } from './reports.ts';

let office: Office;
let suite: string;
let visitor: string;
beforeAll(async () => {
  office = await newOffice();
  suite = await addSuite(office, 'Northgate');
  visitor = await addPerson(office, 'First Visitor');
});
afterAll(() => office.end());

type Raising = Input<'concerns.raise'>;
const raise = async (more: Partial<Raising> = {}): Promise<string> => {
  const { id } = await office.ask('concerns.raise', {
    id: freshId(),
    suite,
    raisedOn: '2026-05-01',
    area: 'conditions and facilities',
    severity: 'routine',
    sharing: 'custody',
    matter: 'Cell 4 is cold at night.',
    from: { kind: 'coordinator' },
    ...more,
  });
  return id;
};
const answer = (more = {}) => ({
  id: freshId(),
  on: '2026-05-20',
  from: 'Inspector Hale',
  words: 'The heating is mended.',
  via: 'telephone' as const,
  ...more,
});

describe('a concern raised by hand', () => {
  it('lies with the coordinator at once, and its raising comes through once', async () => {
    const id = await raise();
    await raise({ id });
    const { concern, state, next, names } = await office.ask('concerns.get', { id });
    expect(state).toBe('coordinator');
    expect(concern.events).toHaveLength(1);
    expect(concern.suite && names[concern.suite]).toBe('Northgate');
    expect(next?.words).toBe('Write to the police about it, or close it and say why.');
  });

  it('is answered, closed and reopened, and its history stands', async () => {
    const id = await raise();
    const given = answer();
    await office.ask('concerns.answer', { id, answer: given });
    await office.ask('concerns.answer', { id, answer: given });
    await office.ask('concerns.move', { id, to: 'closed', words: 'Warm on 1 June.' });
    expect(await office.refusal('concerns.answer', { id, answer: answer() })).toEqual({ tag: 'movedOn' });
    expect(await office.refusal('concerns.move', { id, to: 'coordinator' })).toEqual({ tag: 'noWords' });
    await office.ask('concerns.move', { id, to: 'coordinator', words: 'Cold again.' });
    const { concern } = await office.ask('concerns.get', { id });
    expect(concern.answers).toEqual([{ ...given, by: expect.any(String) }]);
    expect(concern.events.map(({ to, why }) => [to, why])).toEqual([
      ['coordinator', undefined],
      ['answered', undefined],
      ['closed', 'Warm on 1 June.'],
      ['coordinator', 'Cold again.'],
    ]);
    expect(concernState(concern)).toBe('coordinator');
  });

  it('takes a wording for publication apart from what was said, and nothing else', async () => {
    const id = await raise();
    await office.ask('concerns.save', { id, patch: change('publication', undefined, 'A cold cell.') });
    const raw = change('matter', 'Cell 4 is cold at night.', 'Nothing.');
    expect(await office.refusal('concerns.save', { id, patch: raw })).toEqual({ tag: 'notAllowed' });
    const { concern } = await office.ask('concerns.get', { id });
    expect(concern).toMatchObject({ matter: 'Cell 4 is cold at night.', publication: 'A cold cell.' });
  });

  it('has notes that only the staff read', async () => {
    const id = await raise();
    const note = freshId();
    await office.ask('concerns.note', { id, note, words: 'Rang the inspector; out until Monday.' });
    await office.ask('concerns.note', { id, note, words: 'Rang the inspector; out until Monday.' });
    const { notes } = await office.ask('concerns.get', { id });
    expect(notes.map(({ words }) => words)).toEqual(['Rang the inspector; out until Monday.']);
  });
});

describe('an urgent matter', () => {
  it('stands in front until somebody is known to have been told', async () => {
    const id = await raise({ severity: 'immediate', matter: 'No water in any cell.' });
    const before = await office.ask('concerns.immediate', {});
    expect(before.untold.map((one) => one.id)).toEqual([id]);
    expect((await office.ask('concerns.get', { id })).next).toMatchObject({ late: true, by: null });
    const telling = { id: freshId(), who: 'Duty inspector', on: '2026-05-01', at: '22:10' };
    await office.ask('concerns.tell', { id, telling });
    const { untold, told } = await office.ask('concerns.immediate', {});
    expect(untold).toEqual([]);
    expect(told).toMatchObject([
      { id, who: 'Duty inspector', on: '2026-05-01', at: '22:10', by: 'Alexandra Office' },
    ]);
    await office.ask('concerns.move', { id, to: 'closed', words: 'Water is back.' });
    expect((await office.ask('concerns.immediate', {})).told).toEqual([]);
  });
});

describe('the list of concerns', () => {
  it('shows what fits, page by page, in every order', async () => {
    const mine = [];
    for (let day = 10; day < 22; day += 1)
      mine.push(await raise({ raisedOn: `2025-03-${day}`, severity: day % 2 ? 'high' : 'routine' }));
    const filter = { show: 'all', from: '2025-03-01', to: '2025-03-31' } as const;
    for (const sort of ['date', 'reference', 'due', 'severity'] as const)
      for (const descending of [true, false]) {
        const found: string[] = [];
        let after: string | undefined;
        do {
          const page = await office.ask('concerns.list', {
            filter,
            sort,
            descending,
            limit: 5,
            ...(after && { after }),
          });
          found.push(...page.rows.map(({ id }) => id));
          after = page.next ?? undefined;
        } while (after);
        expect(found.toSorted(), `${sort} ${descending}`).toEqual(mine.toSorted());
      }
    expect(await office.ask('concerns.count', { filter: { ...filter, severity: 'high' } })).toEqual({
      count: 6,
    });
  });

  it('keeps a reported reprisal as a record of its own', async () => {
    const id = await raise({
      area: 'treatment',
      topic: 'Reprisal',
      sharing: 'office',
      matter: 'Denied tea.',
    });
    const { rows } = await office.ask('concerns.list', { filter: { show: 'reprisal' } });
    expect(rows.map((row) => row.id)).toEqual([id]);
  });

  it('marks the report that tells of a reprisal, and that of what cannot wait before it', async () => {
    const report = await received(office, suite, visitor);
    const mark = async () =>
      (await office.ask('visits.list', { filter: { show: 'unread' } })).rows.find(({ id }) => id === report)
        ?.urgent;
    expect(await mark()).toBeNull();
    const from = { kind: 'coordinator', record: report } as const;
    const id = await raise({ from, area: 'treatment', topic: 'Reprisal', sharing: 'office' });
    expect(await mark()).toBe('reprisal');
    expect((await office.ask('concerns.get', { id })).origin).toMatchObject({ id: report });
    await raise({ from, area: 'allegation' });
    expect(await mark()).toBe('immediate');
    const { rows } = await office.ask('concerns.list', { filter: { show: 'all', record: report } });
    expect(rows).toHaveLength(2);
  });

  it('tells those who raised something what became of it', async () => {
    const own = await raise();
    await raise({ raisedBy: visitor });
    await office.ask('concerns.answer', { id: own, answer: answer({ words: 'Mended on Friday.' }) });
    const mine = await office.ask('concerns.mine', { limit: 50 });
    expect(mine[0]).toMatchObject({ id: own, state: 'answered', words: 'Mended on Friday.' });
    const { concern } = await office.ask('concerns.get', { id: own });
    expect(mine.every(({ id }) => id !== visitor) && concern.raisedBy).not.toContain(visitor);
    expect((await office.ask('concerns.waiting', {})).answered).toBeGreaterThan(0);
  });
});
