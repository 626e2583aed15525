import { expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import type { Claim } from '#shared/records/claim.ts';
import { newHub, type Person } from './office.ts';

it('a hub that was put back has a claim again as it was, though its claimant comes before whoever sent the report', async () => {
  const office = await newHub();
  const clara = await office.join('Clara', 'coordinator');
  const ann = await office.join('Ann', 'visitor', 'North');
  const bob = await office.join('Bob', 'visitor', 'North');
  await office.allSync();
  const backup = await office.hub.image();
  const ask = (who: Person, ...given: Parameters<Person['member']['laptop']['call']>) => {
    const answer = who.member.laptop.call(...given);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value as { id: string };
  };
  const visit = ann.sends({ visitor2: bob.person, aloneReason: undefined });
  await ann.sync();
  await bob.sync();
  const { id } = ask(bob, 'claims.begin', { month: '2026-05' });
  const line = newId(bob.member.laptop.sources);
  ask(bob, 'claims.saveLine', {
    id,
    line: { id: line, kind: 'mileage', for: { type: 'visit', id: visit }, miles: 20 },
  });
  ask(bob, 'claims.submit', { id });
  await office.allSync();
  const before = (await office.hub.document('claim', id)) as Claim;
  expect(before.reference).toBe('M2026/0001');

  await office.hub.putBack(backup);
  await bob.sync();
  await ann.sync();
  await bob.sync();
  await clara.sync();
  await office.hub.closeRecovery();
  await office.allSync();
  expect(await office.hub.document('claim', id)).toEqual(before);
  expect(bob.waiting()).toEqual([]);
  expect(await office.failures()).toEqual([]);
  await office.end();
});
