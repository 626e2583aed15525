import { describe, expect, it } from 'vitest';
import { openSealed } from '#db/sealed.ts';
import { freshId, hub as keys, put } from '../../scenario/laptop/laptop.ts';
import { greeting, member, newLaptop, newSuite, refused } from './one-laptop.ts';
import { scriptedHub, sync } from './scripted-hub.ts';

describe('a hub that was restored', () => {
  it('is offered what was purged, then own changes, then what was received; cut short, all of it again', async () => {
    const laptop = newLaptop();
    const role = 'role:coordinator';
    const suite = { id: freshId(), name: 'Northgate', statuses: [], targets: [] };
    laptop.receive('shared', [put('suite', suite, 40, [role])], [role]);
    const erased = freshId();
    laptop.receive(
      'shared',
      [
        {
          kind: 'purged',
          type: 'visit',
          id: erased,
          version: { epoch: 1, n: 41 },
          at: '2026-05-05T10:00:00.000Z',
        },
      ],
      [role],
    );
    newSuite(laptop, 'Written meanwhile');
    const known = member(laptop).head;
    const usual = scriptedHub();
    const behind = () => ({ ...greeting(usual), behind: true });
    const cut = scriptedHub({
      greet: behind,
      offer: ({ records }) => (records.length > 0 ? { tag: 'torn' } : { taken: 0 }),
    });
    expect(await sync(laptop, cut.transport)).toEqual({ kind: 'failed', why: { tag: 'torn' } });
    expect(member(laptop).head).toEqual(known);
    const hub = scriptedHub({ greet: behind });
    expect(await sync(laptop, hub.transport)).toMatchObject({ kind: 'done' });
    const offers = hub.of('offer');
    expect(offers[0]?.purged.map(({ id }) => id)).toEqual([erased]);
    expect(offers.at(-1)?.records.map(({ id }) => id)).toContain(suite.id);
    expect(cut.names().slice(2, 5)).toEqual(['offer', 'push', 'offer']);
    expect(member(laptop).head).toEqual(hub.head());
  });
});

describe('a laptop whose access was ended', () => {
  it('hands over what was unsent, sealed so that only the office can read it', async () => {
    const laptop = newLaptop();
    newSuite(laptop, 'Unsent words');
    const hub = scriptedHub({ greet: () => refused('revoked') });
    const left = await sync(laptop, hub.transport);
    expect(left).toMatchObject({ kind: 'revoked', withOffice: true });
    const [{ sealed } = { sealed: '' }] = hub.of('quarantine');
    expect(sealed).not.toContain('Unsent');
    expect(openSealed(keys.privateKey, sealed)).toBeDefined();
  });

  it('keeps it for a file where the office does not take it', async () => {
    const laptop = newLaptop();
    newSuite(laptop, 'Unsent words');
    const hub = scriptedHub({ greet: () => refused('revoked'), quarantine: () => ({ tag: 'hubDown' }) });
    const left = await sync(laptop, hub.transport);
    expect(left).toMatchObject({ kind: 'revoked', withOffice: false });
    expect(left.kind === 'revoked' && openSealed(keys.privateKey, left.sealed)).toBeDefined();
  });
});
