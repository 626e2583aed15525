import { describe, expect, it } from 'vitest';
import { addPerson, freshId } from '#test/office.ts';
import { visitingOffice } from '#test/shared-office.ts';
import { openStore } from '#test/whole.ts';
import { change, complete, draft } from './reports.ts';

const pin = '274953';

const { office, suite } = await visitingOffice();

describe('a PIN on somebody else’s laptop', () => {
  let visitor2: string;
  const shared = async () => {
    visitor2 = await addPerson(office, 'Second Visitor');
    return draft(office, { ...complete, suite, visitor2 });
  };
  const setPin = (id: string, to: string) => office.ask('people.setPin', { id, pin: to });
  const tries = (id: string, tried?: string) =>
    office.refusal('visits.declare', { id, person: visitor2, ...(tried && { pin: tried }) });

  it('has six digits or more that are not all the same and not in a row', async () => {
    await shared();
    for (const weak of ['', '27495', '27495x', '111111', '123456', '987654', '789012', '٢٧٤٩٥٣'])
      expect(await office.refusal('people.setPin', { id: visitor2, pin: weak }), weak).toEqual({
        tag: 'weakPin',
      });
    expect(await office.refusal('people.setPin', { id: freshId(), pin })).toEqual({
      tag: 'notFound',
      what: 'person',
    });
    for (const good of ['274953', '112233', '135791357']) await setPin(visitor2, good);
    expect(await office.ask('people.pins', {})).toEqual([visitor2]);
  });

  it('is blocked by five wrong tries, also across a restart, until it is set anew', async () => {
    const id = await shared();
    expect(await tries(id, pin)).toEqual({ tag: 'noPin' });
    await setPin(visitor2, pin);
    for (const left of [4, 3, 2, 1]) expect(await tries(id, '000001')).toEqual({ tag: 'wrongPin', left });
    expect(await tries(id)).toEqual({ tag: 'wrongPin', left: 1 });
    await office.ask('store.lock', {});
    await office.ask('store.unlock', { recoveryCode: office.recoveryCode });
    expect(await tries(id, '000001')).toEqual({ tag: 'wrongPin', left: 0 });
    expect(await tries(id, pin)).toEqual({ tag: 'wrongPin', left: 0 });
    expect((await office.ask('visits.get', { id })).declarations).toEqual([]);
    await setPin(visitor2, '867530');
    expect(await tries(id, pin)).toEqual({ tag: 'wrongPin', left: 4 });
    await office.ask('visits.declare', { id, person: visitor2, pin: '867530' });
    expect((await office.ask('visits.get', { id })).declarations).toMatchObject([
      { how: 'pin', stands: true },
    ]);
  });

  it('starts anew with every right try', async () => {
    const id = await shared();
    await setPin(visitor2, pin);
    for (const wrong of ['1', '2', '3']) await tries(id, wrong);
    await office.ask('visits.declare', { id, person: visitor2, pin });
    expect(await tries(id, '1')).toEqual({ tag: 'wrongPin', left: 4 });
  });

  it('is never asked of the person whose laptop it is', async () => {
    const id = await shared();
    const own = (await office.ask('session.get', {})).person.id;
    await office.ask('visits.declare', { id, person: own, pin: 'anything' });
    expect((await office.ask('visits.get', { id })).declarations).toMatchObject([{ how: 'own' }]);
  });

  it('is in no record and no log of the store, and lies there only as a slow hash', async () => {
    await shared();
    await setPin(visitor2, pin);
    await office.close();
    const { db } = openStore(office.folder, office.recoveryCode);
    const tables = db
      .prepare("select name from sqlite_master where type = 'table' and name not like 'search%'")
      .all();
    for (const { name } of tables as { name: string }[])
      expect(JSON.stringify(db.prepare(`select * from "${name}"`).all()), name).not.toContain(pin);
    const row = db.prepare('select * from pin where person = ?').get(visitor2) as {
      salt: Buffer;
      hash: Buffer;
    };
    expect([row.salt.length, row.hash.length]).toEqual([16, 32]);
    db.close();
    await office.ask('store.unlock', { recoveryCode: office.recoveryCode });
  });

  it('is set for the first time by whoever stands by, and replaced by its owner or a coordinator alone', async () => {
    const { person } = await office.ask('session.get', {});
    const successor = await addPerson(office, 'Next Coordinator');
    const colleague = await addPerson(office, 'Third Visitor');
    await office.ask('people.save', { id: successor, patch: change('roles', ['visitor'], ['coordinator']) });
    await office.ask('people.save', {
      id: person.id,
      patch: change('roles', [...person.roles], ['visitor']),
    });
    await setPin(colleague, pin);
    expect(await office.refusal('people.setPin', { id: colleague, pin: '867530' })).toEqual({
      tag: 'notAllowed',
    });
    await setPin(person.id, pin);
    await setPin(person.id, '867530');
  });
});
