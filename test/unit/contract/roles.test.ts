import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CallName, contract } from '#shared/contract.ts';
import type { Person } from '#shared/records/person.ts';
import type { Role } from '#shared/roles.ts';
import { addPerson, addSuite, newOffice, type Office } from '#test/office.ts';
import { change, complete, draft } from '../../scenario/reports.ts';

/** The calls a role may not make, as the table says. */
const closedTo = (role: Role): CallName[] =>
  (Object.keys(contract) as CallName[]).filter((name) => {
    const { may } = contract[name];
    return Array.isArray(may) && !(may as readonly Role[]).includes(role);
  });

describe.each(['visitor', 'panel-coordinator', 'assessor'] as const)('a person who is only %s', (role) => {
  let office: Office;
  let suite: string;
  let colleague: string;
  let own: Pick<Person, 'id' | 'roles'>;
  beforeAll(async () => {
    office = await newOffice();
    suite = await addSuite(office, 'Northgate');
    colleague = await addPerson(office, 'Second Visitor');
    await draft(office, { ...complete, suite, comments: 'Northgate was calm.' });
    const { person } = await office.ask('session.get', {});
    own = { id: person.id, roles: person.roles as Role[] };
    const successor = await addPerson(office, 'Next Coordinator');
    const handedOver = change('roles', ['visitor'], ['coordinator']);
    await office.ask('people.save', { id: successor, patch: handedOver });
    await office.ask('people.save', { id: own.id, patch: change('roles', [...own.roles], [role]) });
  });
  afterAll(() => office.end());

  it('is refused what is for others, from the moment the roles changed', async () => {
    expect(closedTo(role).length).toBeGreaterThan(0);
    for (const name of closedTo(role))
      expect(await office.refusal(name, {} as never), name).toEqual({ tag: 'notAllowed' });
  });

  it('cannot take the roles back', async () => {
    const patch = change('roles', [role], [...own.roles]);
    expect(await office.refusal('people.save', { id: own.id, patch })).toEqual({ tag: 'notAllowed' });
    expect((await office.ask('session.get', {})).person.roles).toEqual([role]);
  });

  it('can do what the role is there for', async () => {
    expect((await office.ask('suites.list', {})).map((s) => s.id)).toEqual([suite]);
    if (role === 'assessor') return;
    const id = await draft(office, { ...complete, suite, visitor2: colleague });
    expect((await office.ask('visits.ready', { id })).reference).toBe('V2024/0001');
  });

  it('finds reports only where the role may list them, and everything else', async () => {
    const found = (await office.ask('search.find', { text: 'Northgate' })).map((hit) => hit.type);
    expect(found.toSorted()).toEqual(role === 'assessor' ? ['suite'] : ['suite', 'visit']);
  });

  it('has the same roles the next time the store is opened', async () => {
    await office.ask('store.lock', {});
    await office.ask('store.unlock', { recoveryCode: office.recoveryCode });
    for (const name of closedTo(role))
      expect(await office.refusal(name, {} as never), name).toEqual({ tag: 'notAllowed' });
  });
});

describe('the last coordinator', () => {
  it('stays coordinator until another person has that role', async () => {
    const office = await newOffice();
    const { person } = await office.ask('session.get', {});
    const patch = change('roles', person.roles, ['visitor']);
    expect(await office.refusal('people.save', { id: person.id, patch })).toEqual({ tag: 'lastCoordinator' });
    expect((await office.ask('session.get', {})).person.roles).toEqual(person.roles);

    const successor = await addPerson(office, 'Next Coordinator');
    const handedOver = change('roles', ['visitor'], ['visitor', 'coordinator']);
    await office.ask('people.save', { id: successor, patch: handedOver });
    await office.ask('people.save', { id: person.id, patch });
    expect((await office.ask('session.get', {})).person.roles).toEqual(['visitor']);
    await office.end();
  });
});
