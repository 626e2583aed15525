import { expect, it } from 'vitest';
import type { CallName, Input, Output } from '#shared/contract.ts';
import type { Person as PersonRecord } from '#shared/records/person.ts';
import { addDays } from '#shared/times.ts';
import type { StoreCall } from '#test/handlers.ts';
import { newHub, type Person } from './office.ts';

const week = (n: number) => addDays('2026-09-07', 7 * n);
const volunteer = { status: 'accredited', accredited: '2020-01-01', vettingExpires: '2030-01-01' } as const;

it('a hub that was put back has its rota again as it was agreed, in whichever order the laptops come', async () => {
  const office = await newHub();
  const clara = await office.join('Clara', 'coordinator');
  const people: Person[] = [];
  for (const name of ['Ann', 'Bob', 'Eve']) people.push(await office.join(name, 'visitor', 'North'));
  const [ann, bob, eve] = people as [Person, Person, Person];
  for (const { person } of people) {
    const known = (await office.hub.document('person', person)) as PersonRecord;
    await office.hub.store.inOrder((s) => s.make(null, 'person', { ...known, volunteer } as PersonRecord));
  }
  await office.allSync();
  const call = <N extends StoreCall & CallName>(who: Person, name: N, input: Input<N>): Output<N> => {
    const answer = who.member.laptop.call(name, input);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value as Output<N>;
  };
  const planned = async (n: number, first: Person) => {
    const { id } = call(clara, 'rota.addPlace', {
      suite: office.suite('Northgate'),
      week: week(n),
      first: first.person,
    });
    call(clara, 'rota.publish', { ids: [id] });
    await office.allSync();
    return id;
  };
  const [one, two] = [await planned(1, ann), await planned(2, eve)];
  const backup = await office.hub.image();
  const three = await planned(3, ann);
  call(bob, 'rota.takePlace', { id: one });
  await bob.sync();
  await ann.sync();
  call(ann, 'rota.askCover', { id: three, asks: true });
  const { id: swap } = call(ann, 'rota.askSwap', { gives: one, takes: two, with: eve.person });
  await ann.sync();
  await eve.sync();
  call(eve, 'rota.takePlace', { id: three, instead: ann.person });
  call(eve, 'rota.answerSwap', { id: swap, to: 'accepted' });
  await eve.sync();
  await office.allSync();
  const ids = [
    ['shift', one],
    ['shift', two],
    ['shift', three],
    ['swap', swap],
  ] as const;
  const all = () => Promise.all(ids.map(([type, id]) => office.hub.document(type, id)));
  const before = await all();
  expect(before).toMatchObject([
    { first: eve.person, second: bob.person },
    { first: ann.person },
    { first: eve.person },
    { events: [{ to: 'accepted' }] },
  ]);

  await office.hub.putBack(backup);
  for (const who of [eve, bob, ann, clara, eve]) await who.sync();
  await office.hub.closeRecovery();
  await office.allSync();
  expect(await all()).toEqual(before);
  for (const who of [ann, bob, eve, clara]) expect(who.waiting()).toEqual([]);
  expect(await office.failures()).toEqual([]);
  await office.end();
});
