import { join } from 'node:path';
import type { CallName, Host, Input } from '#shared/contract.ts';
import { databaseOf } from '#test/hub-store.ts';
import type { JoinedOffice, Laptop } from '#test/joined.ts';
import { addSuite, ask, freshId, passphrase } from '#test/office.ts';
import { change, complete, fills } from '../../scenario/reports.ts';

/** The calls that only make sense in an office with a hub. */
export const isOfHub = (name: CallName): boolean => /^(sync|pens|hub)\.|^store\.join$/.test(name);

/**
 * Makes every call of sync once at least, on a laptop that joins a real hub by this host, in an order in which each can
 * succeed. Throws at the first one that does not.
 */
export const walkJoined = async (
  host: Host,
  office: JoinedOffice,
  folder: string,
  heard: (name: CallName) => void,
): Promise<void> => {
  const go: Go = (name, input) => {
    heard(name);
    return ask(host, name, input);
  };
  const { code } = await office.served.invited('Cora Ordinator', 'coordinator');
  await go('store.join', { name: 'Cora', passphrase, hub: office.served.url, code });
  const colleague = await office.laptop('Second Coordinator', 'coordinator');
  await go('sync.now', {});
  await go('sync.status', {});
  await go('sync.test', {});
  await go('sync.allowRemoval', {});
  await go('sync.log', {});

  const suite = await addSuite({ ask: (name, input) => ask(host, name, input) }, 'Northgate');
  await walkConflict(go, colleague, suite);
  await walkUnsent(go, suite, join(folder, 'unsent.icvrescue'));
  await walkPens(host, go, suite);

  await walkDisposal(go, colleague);

  const { devices } = await go('hub.people', {});
  const device = devices.find(({ personName }) => personName === 'Second Coordinator')?.id as string;
  await go('hub.invite', { name: 'Vera Visitor', role: 'visitor' });
  await go('hub.unlock', { device });
  await go('hub.revoke', { device, reason: 'Lost on a train.' });
  await go('hub.closeRecovery', {});
  await walkStranger(host, go, office);
};

/** A case whose time is over is proposed here, approved at somebody else's desk, and destroyed by the hub. */
const walkDisposal = async (go: Go, colleague: Laptop) => {
  const { person } = await go('session.get', {});
  for (const one of await go('people.list', {}))
    await go('people.save', { id: one.id, patch: change('roles', one.roles, [...one.roles, 'caseworker']) });
  await go('sync.now', {});
  const [id, disposal] = [freshId(), freshId()];
  await go('cases.create', { id, kind: 'enquiry', received: '2015-03-02', mine: true });
  await go('cases.answer', { id, by: 'office', on: '2015-03-10' });
  await go('cases.close', { id, closing: freshId(), on: '2015-03-12' });
  await go('retention.propose', { id: disposal, items: [{ id, type: 'caseFile' }] });
  await go('sync.now', {});
  await colleague.ask('sync.now', {});
  await colleague.ask('retention.decide', { id: disposal, approved: true });
  await colleague.ask('sync.now', {});
  const { kept, outstanding } = await go('hub.dispose', { id: disposal });
  if (kept.length > 0) throw new Error(`of ${person.name}'s disposal something was kept`);
  await go('retention.destroyed', { id: disposal, kept, outstanding });
  const left = await go('cases.list', { filter: { show: 'all' } });
  if (left.rows.length > 0) throw new Error('the case is still here');
};

/** The hub has lost all that it knew of this laptop, which joins again by a new invitation. */
const walkStranger = async (host: Host, go: Go, { served }: JoinedOffice) => {
  const { person } = await ask(host, 'session.get', {});
  const engine = await databaseOf(served.hub);
  await engine.alone((db) => db.deleteFrom('device').where('person', '=', person.id).execute());
  await engine.close();
  const lost = await go('sync.now', {});
  if (!lost.stranger) throw new Error('the hub knows the laptop that it has lost');
  const { code } = await served.invited(person.name, 'coordinator');
  const again = await go('sync.joinAgain', { code });
  if (again.connection !== 'reached' || again.stranger) throw new Error('the laptop did not join again');
};

type Go = <N extends CallName>(name: N, input: Input<N>) => ReturnType<typeof ask<N>>;

/** Two people write different notes about one suite, and one of them settles which stand. */
const walkConflict = async (go: Go, colleague: Laptop, suite: string) => {
  await go('sync.now', {});
  await colleague.ask('sync.now', {});
  await colleague.ask('suites.save', { id: suite, patch: change('notes', undefined, 'Ring twice.') });
  await colleague.ask('sync.now', {});
  await go('suites.save', { id: suite, patch: change('notes', undefined, 'Ring once.') });
  await go('sync.now', {});
  const [contested] = await go('sync.conflicts', { record: suite });
  if (!contested) throw new Error('nothing is contested');
  const places = contested.standing.map(({ path, now }) => ({
    path,
    ...(now === undefined ? {} : { was: now }),
    now: 'Ring once.',
  }));
  await go('sync.settle', { id: contested.id, seen: contested.values.map(({ id }) => id), places });
  await go('sync.now', {});
};

/** What is not sent yet is looked at, taken out, brought in and taken back. */
const walkUnsent = async (go: Go, suite: string, path: string) => {
  const address = (await go('suites.get', { id: suite })).address as string | undefined;
  await go('suites.save', { id: suite, patch: change('address', address, '1 Station Road') });
  await go('sync.rescueOut', { path, passphrase });
  await go('sync.rescueIn', { path, passphrase });
  const [waiting] = await go('sync.waiting', {});
  if (!waiting) throw new Error('nothing waits');
  await go('sync.takeBack', { change: waiting.change });
};

/** A draft whose visitors have left goes to both, and its pen from one to the other. */
const walkPens = async (host: Host, go: Go, suite: string) => {
  const { person } = await go('session.get', {});
  const people = await go('people.list', {});
  const visitor2 = people.find(({ id }) => id !== person.id)?.id as string;
  const visit = freshId();
  await go('visits.start', { id: visit });
  await go('visits.save', { id: visit, patch: fills({ ...complete, suite, visitor1: person.id, visitor2 }) });
  const file = freshId();
  await ask(host, 'files.add', {
    type: 'visit',
    id: visit,
    file,
    name: 'sheet.txt',
    bytes: btoa('The sheet.'),
  });
  await go('sync.now', {});
  await go('sync.fetchFile', { type: 'visit', id: visit, file });
  const pens = await go('pens.list', {});
  if (!pens.some((pen) => pen.visit === visit)) throw new Error('the draft has no pen');
  await go('pens.hand', { visit, to: visitor2 });
};
