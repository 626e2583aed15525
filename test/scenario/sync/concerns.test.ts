import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Concern, concernState } from '#shared/records/concern.ts';
import { newHub, type Office, type Person } from './office.ts';

/** What a report says of a suite whose kitchen is not clean. */
const dirty = { 'groups.facilities': 'to report', 'answers.kitchen': { value: false } };
const alleged = { 'answers.illTreatment': { value: true } };

describe('Concerns: raised by the office from reports, followed on every laptop that may see them', () => {
  let office: Office;
  let ann: Person;
  let bob: Person;
  let sue: Person;
  let clara: Person;
  beforeEach(async () => {
    office = await newHub();
    clara = await office.join('Clara', 'coordinator');
    ann = await office.join('Ann', 'visitor', 'North');
    bob = await office.join('Bob', 'visitor', 'North');
    sue = await office.join('Sue', 'visitor', 'South');
  });
  afterEach(async () => {
    await office.allSync();
    expect(await office.failures()).toEqual([]);
    await office.end();
  });

  const on = (who: Person, id: string) => who.member.laptop.read('concern', id);
  const raisedFrom = async (visit: string): Promise<Concern> => {
    const all = (await office.hub.store.read((s) => s.documents('concern'))) as Concern[];
    const found = all.filter(({ from }) => from.record === visit);
    expect(found).toHaveLength(1);
    return found[0] as Concern;
  };

  it('a serious allegation stands with the coordinator after the first sync of each, and on no other laptop of the panel', async () => {
    const visit = ann.sends(alleged);
    await ann.sync();
    await clara.sync();
    await bob.sync();
    const { id, reference } = await raisedFrom(visit);
    expect(reference).toMatch(/^C2026\/0001$/);
    expect(on(clara, id)).toMatchObject({ area: 'allegation', severity: 'immediate' });
    expect(concernState(on(clara, id) as Concern)).toBe('coordinator');
    expect(on(ann, id)).toEqual(on(clara, id));
    expect(on(bob, id)).toBeUndefined();
  });

  it('an answer lost on the way raises nothing twice', async () => {
    const visit = ann.sends(dirty);
    ann.line.answerLost = 1;
    await ann.sync();
    ann.line.answerLost = 0;
    await ann.sync();
    await raisedFrom(visit);
  });

  it('the next visitors of the panel see it offline, what they find moves it, and the first see that', async () => {
    const { id } = await raisedFrom(await sent(ann, dirty));
    await bob.sync();
    await sue.sync();
    expect(on(bob, id)).toBeDefined();
    expect(on(sue, id)).toBeUndefined();
    await sent(bob, { found: [{ id, finding: 'put right' }] });
    await ann.sync();
    expect(concernState(on(ann, id) as Concern)).toBe('checked');
    expect(on(ann, id)?.found).toMatchObject([{ by: [bob.person], finding: 'put right' }]);
  });

  it('a visitor’s laptop that writes a concern itself is refused, and nothing of it stands', async () => {
    const { id } = await raisedFrom(await sent(ann, dirty));
    ann.begins();
    const [like] = ann.toPush();
    const change = { ...like, type: 'concern', record: id, after: null } as NonNullable<typeof like>;
    const patch = [{ path: ['publication'], now: 'All is well' }];
    expect(await office.hub.push(ann, [{ ...change, patch }])).toMatchObject([
      { kind: 'refused', reason: 'notAllowed' },
    ]);
    expect(await office.hub.document('concern', id)).not.toHaveProperty('publication');
  });

  it('a suite that moves takes it to the other panel: those see it, these no more, and whoever raised it does', async () => {
    const { id } = await raisedFrom(await sent(ann, dirty));
    await office.allSync();
    const suite = clara.suite('Northgate');
    const south = clara.suite('Southgate')?.panel as string;
    const was = suite?.panel as string;
    await office.hub.store.inOrder((s) =>
      s.make(null, 'suite', { ...suite, panel: south } as { id: string }),
    );
    await office.allSync();
    expect(was).not.toBe(south);
    expect(on(sue, id)).toMatchObject({ panel: south });
    expect(on(bob, id)).toBeUndefined();
    expect(on(ann, id)).toMatchObject({ panel: south });
  });

  it('a hub put back from before it raises it again, the same word for word, and numbers it when recovery ends', async () => {
    const image = await office.hub.image();
    const visit = await sent(ann, dirty);
    const { reference, ...before } = await raisedFrom(visit);
    await office.allSync();
    await office.hub.putBack(image);
    await office.allSync();
    expect(await raisedFrom(visit)).toEqual({ ...before, reference });
    await office.hub.closeRecovery();
    await office.allSync();
    expect(await raisedFrom(visit)).toEqual({ ...before, reference });
    expect(on(clara, before.id)).toEqual(await raisedFrom(visit));
  });

  it('a hub put back takes up what the coordinator did with it, whoever comes first', async () => {
    const image = await office.hub.image();
    const { id } = await raisedFrom(await sent(ann, dirty));
    await clara.sync();
    expect(clara.member.laptop.call('concerns.move', { id, to: 'coordinator' })).toMatchObject({ ok: true });
    await clara.sync();
    await office.hub.putBack(image);
    await ann.sync();
    await clara.sync();
    await office.hub.closeRecovery();
    await office.allSync();
    for (const one of [ann, clara, bob]) expect(concernState(on(one, id) as Concern)).toBe('coordinator');
    expect(on(clara, id)?.reference).toBe('C2026/0001');
  });

  it('one that no laptop has any more is raised again when recovery ends', async () => {
    const image = await office.hub.image();
    const visit = ann.sends(dirty);
    ann.line.answerLost = 1;
    await ann.sync();
    ann.line.answerLost = 0;
    await office.hub.putBack(image);
    await ann.sync();
    await office.allSync();
    await office.hub.closeRecovery();
    await office.allSync();
    expect((await raisedFrom(visit)).reference).toBe('C2026/0001');
  });

  const sent = async (who: Person, more: object): Promise<string> => {
    const visit = who.sends(more as Record<string, unknown>);
    await who.sync();
    return visit;
  };
});
