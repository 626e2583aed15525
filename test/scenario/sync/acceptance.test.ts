import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newHub, type Office, type Person } from './office.ts';

describe('One acceptance: what stand-alone decides at once, the hub decides when it hears of it', () => {
  let office: Office;
  let ann: Person;
  let clara: Person;
  beforeEach(async () => {
    office = await newHub();
    clara = await office.join('Clara', 'coordinator');
    ann = await office.join('Ann', 'visitor', 'North');
  });
  afterEach(() => office.end());

  it('a report gets its number and its receipt from the hub and from nobody else', async () => {
    const id = ann.sends();
    expect(ann.visit(id)?.reference).toBeUndefined();
    expect(await office.hub.document('visit', id)).toBeUndefined();
    await ann.sync();
    expect(ann.visit(id)?.reference).toBe('V2026/0001');
    expect(ann.state(id)).toBe('received');
    await clara.sync();
    expect(clara.visit(id)).toEqual(ann.visit(id));
  });

  it('Order: references follow the hub’s order and the year of the visit, whoever made ready first', async () => {
    const bob = await office.join('Bob', 'visitor', 'North');
    const [first, second] = [ann.sends({ date: '2026-05-04' }), bob.sends({ date: '2026-05-01' })];
    const older = ann.sends({ date: '2025-12-31' });
    await bob.sync();
    await ann.sync();
    expect(bob.visit(second)?.reference).toBe('V2026/0001');
    expect(ann.visit(first)?.reference).toBe('V2026/0002');
    expect(ann.visit(older)?.reference).toBe('V2025/0001');
  });

  it('Open and sealed: what was made ready can be taken back until sending begins, and not after', async () => {
    const id = ann.sends();
    expect(ann.takesBack(id)).toBe(true);
    await ann.sync();
    expect(ann.state(id)).toBe('draft');
    expect(ann.visit(id)?.reference).toBeUndefined();
    ann.readies(id);
    await ann.sync();
    expect(ann.takesBack(id)).toBe(false);
    expect(ann.state(id)).toBe('received');
  });

  it('Open and sealed: a change whose sending was tried keeps its id, number and words, whatever is typed later', async () => {
    const id = ann.begins();
    const sealed = ann.toPush();
    ann.types(id, 'briefing', 'Typed after sending began');
    expect(ann.sealed()).toEqual(sealed);
    await ann.sync();
    expect(await office.hub.document('visit', id)).toMatchObject({ briefing: 'Typed after sending began' });
    const sent = sealed.find((change) => change.record === id);
    expect((await office.hub.log(id))[0]).toMatchObject({ change: sent?.id, number: sent?.number });
  });

  it('Patch: different answers of one report from two people both stand', async () => {
    const id = await office.shared(ann, clara);
    ann.corrects(id, 'comments', 'Busier than I wrote');
    clara.corrects(id, 'briefing', 'Short');
    await office.allSync();
    for (const person of [ann, clara])
      expect(person.visit(id)).toMatchObject({ comments: 'Busier than I wrote', briefing: 'Short' });
    expect(clara.conflicts()).toEqual([]);
  });

  it('Patch: the same answer typed by two people is no conflict', async () => {
    const id = await office.shared(ann, clara);
    ann.corrects(id, 'briefing', 'Short');
    clara.corrects(id, 'briefing', 'Short');
    await office.allSync();
    expect(clara.conflicts()).toEqual([]);
    expect(clara.visit(id)?.corrections).toHaveLength(2);
  });

  it('Merge groups: times are of one piece; touched from both sides they conflict', async () => {
    const id = await office.shared(ann, clara);
    ann.corrects(id, 'arrived', '10:10');
    clara.corrects(id, 'left', '12:00');
    await office.allSync();
    const [conflict] = clara.conflicts();
    expect(conflict?.record).toBe(id);
    expect(clara.visit(id)).toEqual(ann.visit(id));
  });

  it('Answers: every number of a device has one answer, final, also when it is asked again', async () => {
    const id = ann.sends();
    ann.line.answerLost = 1;
    await ann.sync();
    ann.line.answerLost = 0;
    await ann.sync();
    await ann.sync();
    expect(await office.hub.log(id)).toHaveLength(1);
    expect(ann.visit(id)?.reference).toBe('V2026/0001');
    expect(ann.waiting()).toEqual([]);
  });

  it('Answers: a bad change parks its own record, is shown with its reason, and blocks nothing else', async () => {
    const bad = ann.sends();
    ann.spoils(bad);
    const good = ann.sends();
    await ann.sync();
    expect(ann.state(good)).toBe('received');
    expect(ann.waiting()).toMatchObject([{ record: bad, state: 'attention' }]);
    expect(await office.hub.document('visit', bad)).toBeUndefined();
    expect(ann.visit(bad)).toBeDefined();
  });

  it('Answers: a number of a damaged log is declared void, which the audit says', async () => {
    ann.begins();
    await ann.sync();
    expect(await office.hub.ask(ann, 'void', { numbers: [7, 8] })).toMatchObject({ ok: true });
    expect(await office.hub.audit()).toContainEqual(expect.objectContaining({ kind: 'void' }));
  });
});
