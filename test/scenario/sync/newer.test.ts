import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { marksChecks } from '#desk/returns/case-checks.ts';
import { syncSteps } from '#desk/sync/steps.ts';
import { derivedId } from '#shared/ids.ts';
import { everyone } from '#shared/sync/access.ts';
import { answering } from './far.ts';
import { newHub, type Office, type Person } from './office.ts';

let office: Office;
let ann: Person;
let clara: Person;
beforeEach(async () => {
  office = await newHub();
  clara = await office.join('Clara', 'coordinator');
  ann = await office.join('Ann', 'visitor', 'North');
});
afterEach(() => office.end());

const countsOf = ({ member: { laptop } }: Person) => syncSteps(laptop.store(), laptop.sources).counts();

describe('Newer than me: what another version wrote is passed through, and nothing waits for an update', () => {
  it('a record of a type that is not known here is kept aside, and everything else arrives', async () => {
    const id = derivedId(office.suite('Northgate'), 'hologram', 'of next year');
    const hologram = {
      kind: 'put' as const,
      type: 'hologram',
      id,
      version: { epoch: 1, n: 1 },
      keys: [everyone],
      document: { id, words: 'Said in three dimensions' },
      log: [],
    };
    clara.changesSuite('Northgate', 'New number of the back door');
    await clara.sync();
    const newer = answering(office.simulated.hub, {
      pull: (reply, { stream }) =>
        stream === 'shared' ? { ...reply, items: [...reply.items, hologram] } : reply,
    });
    expect((await ann.syncWith(newer)).kind).toBe('done');
    expect(ann.suite('Northgate')?.notes).toBe('New number of the back door');
    expect(countsOf(ann).aside).toBe(1);
    expect(ann.fileSays('Said in three dimensions')).toBe(true);
  });

  it('a field that is not known here stays in its record, whoever changes another one', async () => {
    const suite = {
      ...(ann.suite('Northgate') as object),
      id: office.suite('Northgate'),
      lift: 'Out of order',
    };
    await office.hub.store.inOrder((write) => write.make(null, 'suite', suite));
    await clara.sync();
    clara.changesSuite('Northgate', 'Ring twice');
    await office.allSync();
    expect(ann.suite('Northgate')).toMatchObject({ notes: 'Ring twice', lift: 'Out of order' });
    expect(await office.hub.document('suite', suite.id)).toMatchObject({ lift: 'Out of order' });
  });

  it('an older laptop delivers to a hub that speaks of more than it knows', async () => {
    const newer = answering(office.simulated.hub, {
      hello: (reply) => ({ ...reply, newest: 9, weather: 'fine' }),
      greet: (reply) => ({ ...reply, types: [...reply.types, 'hologram'], mood: 'good' }),
      push: (reply) => ({ ...reply, thanks: 'many' }),
    });
    const id = ann.sends();
    expect((await ann.syncWith(newer)).kind).toBe('done');
    expect(ann.state(id)).toBe('received');
  });

  it('what an older hub does not know waits until it is updated, and is not lost', async () => {
    const older = answering(office.simulated.hub, {
      greet: (reply) => ({ ...reply, types: reply.types.filter((type) => type !== 'visit') }),
    });
    const id = ann.sends();
    expect((await ann.syncWith(older)).kind).toBe('done');
    expect(await office.hub.document('visit', id)).toBeUndefined();
    expect(ann.waiting()).toMatchObject([{ record: id }]);
    await ann.sync();
    expect(ann.state(id)).toBe('received');
  });

  it('figures of correspondence say that an older hub counts no confidential case', async () => {
    const older = answering(office.simulated.hub, {
      greet: (reply) => ({ ...reply, types: reply.types.filter((type) => type !== 'caseMark') }),
    });
    const isCounted = () => marksChecks(clara.member.laptop.store()).map(({ ok }) => ok);
    expect((await clara.syncWith(older)).kind).toBe('done');
    expect(isCounted()).toEqual([false]);
    await clara.sync();
    expect(isCounted()).toEqual([true]);
  });
});
