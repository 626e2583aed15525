import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallName, Input, Output } from '#shared/contract.ts';
import type { Person as PersonRecord } from '#shared/records/person.ts';
import { putting } from '#shared/sync/patch.ts';
import { addDays } from '#shared/times.ts';
import type { StoreCall } from '#test/handlers.ts';
import { endPostgres, startPostgres } from '#test/postgres.ts';
import { newHub, type Office, type Person } from './office.ts';

/** The Monday on which the office of the test begins. */
const thisWeek = '2026-09-07';
const weekAhead = (n: number) => addDays(thisWeek, 7 * n);
const volunteer = { status: 'accredited', accredited: '2020-01-01', vettingExpires: '2030-01-01' } as const;

afterAll(endPostgres);

describe.each(['sqlite', 'postgres'] as const)('The rota of an office whose hub keeps it in %s', (kind) => {
  let office: Office;
  let clara: Person;
  let ann: Person;
  let bob: Person;
  let eve: Person;
  let finn: Person;
  let sue: Person;
  beforeAll(async () => {
    office = await newHub(1, kind === 'postgres' ? await startPostgres() : undefined);
    clara = await office.join('Clara', 'coordinator');
    ann = await office.join('Ann', 'visitor', 'North');
    bob = await office.join('Bob', 'visitor', 'North');
    eve = await office.join('Eve', 'visitor', 'North');
    finn = await office.join('Finn', 'visitor', 'North');
    sue = await office.join('Sue', 'visitor', 'South');
    for (const who of [ann, bob, eve, finn, sue]) await isVolunteer(who, volunteer);
    await office.allSync();
  });
  afterAll(() => office.end());

  const isVolunteer = async (who: Person, as: PersonRecord['volunteer']) => {
    const person = (await office.hub.document('person', who.person)) as PersonRecord;
    await office.hub.store.inOrder((s) =>
      s.make(null, 'person', { ...person, volunteer: as } as PersonRecord),
    );
  };
  const call = <N extends StoreCall & CallName>(who: Person, name: N, input: Input<N>): Output<N> => {
    const answer = who.member.laptop.call(name, input);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value as Output<N>;
  };
  /** A place that its panel sees on every laptop. */
  const planned = async (week: number, first?: Person, second?: Person, at = 'Northgate') => {
    const { id } = call(clara, 'rota.addPlace', {
      suite: office.suite(at),
      week: weekAhead(week),
      first: first?.person,
      second: second?.person,
    });
    expect(call(clara, 'rota.publish', { ids: [id] })).toEqual({ published: 1, left: [] });
    for (const who of [clara, ann, bob, eve, finn]) await who.sync();
    return id;
  };
  const pair = async (id: string) => {
    const { first, second } = (await office.hub.document('shift', id)) as {
      first?: string;
      second?: string;
    } & {
      id: string;
    };
    return [first, second];
  };
  const mine = (who: Person) => call(who, 'rota.mine', {});

  it('a draft is on no laptop of a volunteer, until it is published to its panel', async () => {
    const { id } = call(clara, 'rota.addPlace', {
      suite: office.suite('Northgate'),
      week: weekAhead(1),
      first: ann.person,
    });
    await office.allSync();
    const seen = () => [ann, bob, sue].map((who) => who.member.laptop.read('shift', id) !== undefined);
    expect(seen()).toEqual([false, false, false]);
    call(clara, 'rota.publish', { ids: [id] });
    await office.allSync();
    expect(seen()).toEqual([true, true, false]);
    expect(call(bob, 'rota.get', {}).places.every(({ objections }) => objections.length === 0)).toBe(true);
    call(clara, 'rota.withdraw', { id });
  });

  it('two who take the same half offline end with one place, and one clear message', async () => {
    const id = await planned(1, ann);
    expect(mine(bob).seeking).toMatchObject([{ id, mayTake: true }]);
    for (const who of [bob, eve]) {
      expect(call(who, 'rota.takePlace', { id })).toMatchObject({ settled: false });
      expect(mine(who).places).toMatchObject([{ id, unsettled: true }]);
    }
    await bob.sync();
    await eve.sync();
    expect(await pair(id)).toEqual([ann.person, bob.person]);
    await bob.sync();
    expect(mine(bob)).toMatchObject({ places: [{ id, unsettled: false }], lost: [] });
    const { places, lost } = mine(eve);
    expect(places).toEqual([]);
    expect(lost).toMatchObject([
      { place: { id }, text: 'Bob was first: the office heard of it before, and the place is theirs.' },
    ]);
    expect(eve.waiting()).toMatchObject([{ why: 'taken', state: 'attention' }]);
    call(eve, 'sync.takeBack', { change: lost[0]?.change as string });
    expect(mine(eve).lost).toEqual([]);
  });

  it('cover asked for and given offline moves one out and the other in', async () => {
    const id = await planned(2, ann, bob);
    call(ann, 'rota.askCover', { id, asks: true });
    await ann.sync();
    await eve.sync();
    expect(call(eve, 'rota.takePlace', { id, instead: ann.person })).toMatchObject({ settled: false });
    for (const who of [eve, ann, eve]) await who.sync();
    expect(await pair(id)).toEqual([eve.person, bob.person]);
    expect(mine(ann).places.map((one) => one.id)).not.toContain(id);
    expect(mine(eve).places.map((one) => one.id)).toContain(id);
  });

  it('an exchange asked and answered offline moves both places at once', async () => {
    const [gives, takes] = [await planned(3, ann, bob), await planned(4, eve, finn)];
    const { id } = call(ann, 'rota.askSwap', {
      gives,
      takes,
      with: eve.person,
      words: 'I have an operation',
    });
    await ann.sync();
    await eve.sync();
    expect(mine(eve).askedOfMe).toMatchObject([{ id, gives: { id: gives }, takes: { id: takes } }]);
    expect(mine(bob).askedOfMe).toEqual([]);
    call(eve, 'rota.answerSwap', { id, to: 'accepted' });
    expect(eve.member.laptop.read('shift', gives)?.first).toBe(ann.person);
    await eve.sync();
    expect(await pair(gives)).toEqual([eve.person, bob.person]);
    expect(await pair(takes)).toEqual([ann.person, finn.person]);
    await eve.sync();
    expect(eve.member.laptop.read('shift', gives)?.first).toBe(eve.person);
  });

  it('an exchange that cannot be made any more moves neither, and is said to whoever accepted it', async () => {
    const [gives, takes] = [await planned(5, ann, bob), await planned(6, eve, finn)];
    const { id } = call(ann, 'rota.askSwap', { gives, takes, with: eve.person });
    await ann.sync();
    await eve.sync();
    call(clara, 'rota.withdraw', { id: gives });
    await clara.sync();
    call(eve, 'rota.answerSwap', { id, to: 'accepted' });
    await eve.sync();
    expect(await pair(takes)).toEqual([eve.person, finn.person]);
    const { lost } = mine(eve);
    expect(lost).toHaveLength(1);
    expect(lost[0]?.text).toMatch(/moved this on first/);
    call(eve, 'sync.takeBack', { change: lost[0]?.change as string });
    call(ann, 'rota.answerSwap', { id, to: 'withdrawn' });
  });

  it('two reports that its pair began where neither knew of the other’s both stand at their place, by name', async () => {
    const id = await planned(0, ann, bob);
    const of = {
      Ann: ann.sends({ shift: id, visitor2: bob.person }),
      Bob: bob.sends({ shift: id, visitor2: ann.person }),
    };
    for (const who of [ann, bob, clara]) await who.sync();
    const { reports } = call(clara, 'rota.place', { id }).place;
    expect(Object.fromEntries(reports.map((one) => [one.by?.name, one.id]))).toEqual(of);
    expect(reports.map(({ state }) => state)).toEqual(['received', 'received']);
  });

  it('nobody whose vetting has run out is placed, whatever a laptop sends to the hub itself', async () => {
    const id = await planned(7, ann);
    await isVolunteer(bob, { ...volunteer, vettingExpires: '2026-09-30' });
    call(bob, 'rota.takePlace', { id });
    await bob.sync();
    expect(await pair(id)).toEqual([ann.person, undefined]);
    expect(mine(bob).lost[0]?.text).toMatch(/vetting/);
    expect(mine(bob).places.map((one) => one.id)).not.toContain(id);
    call(bob, 'sync.takeBack', { change: mine(bob).lost[0]?.change as string });
    clara.begins();
    const [like] = clara.toPush();
    const change = { ...like, type: 'shift', record: id, after: null } as NonNullable<typeof like>;
    const answers = await office.hub.push(clara, [{ ...change, patch: [putting(['second'], bob.person)] }]);
    expect(answers).toEqual([{ kind: 'refused', reason: 'vettingOut' }]);
    expect(await pair(id)).toEqual([ann.person, undefined]);
    await isVolunteer(bob, volunteer);
  });

  it('says of its weeks nothing but their Mondays, in no record, no answer and no instant of anything to come', async () => {
    call(ann, 'rota.sayAvailability', {
      quarter: '2026-27Q3',
      weeks: { '2026-10-05': 'free', '2026-10-12': 'away' },
    });
    await office.allSync();
    const records = await office.hub.store.read(async (s) =>
      Promise.all((['shift', 'availability', 'swap'] as const).map((type) => s.documents(type))),
    );
    const answers = [clara, ann].flatMap((who) => [
      call(who, 'rota.get', {}),
      mine(who),
      call(who, 'rota.place', { id: records[0]?.[0]?.id as string }),
    ]);
    const plan = [call(clara, 'rota.propose', {}), call(clara, 'rota.weeksWithout', {})];
    expect(records.map((all) => all.length)).toEqual([9, 1, 2]);
    for (const { path, text } of [...records, ...answers, ...plan].flatMap((one) => texts(one))) {
      const name = path.at(-1) ?? '';
      // When it was written down, and the ends of the quarter that is asked for.
      if (name === 'at') expect(text <= new Date(office.clock.now()).toISOString()).toBe(true);
      else if (path.includes('quarter')) expect(text).not.toMatch(/\d:\d\d/);
      else {
        expect(text).not.toMatch(/\d[:.]\d\d|T\d\d/);
        for (const day of text.match(/\d{4}-\d{2}-\d{2}/g) ?? []) expect(new Date(day).getUTCDay()).toBe(1);
      }
    }
  });

  it('leaves laptops and hub in which everything agrees', async () => {
    await office.allSync();
    expect(await office.failures()).toEqual([]);
  });
});

/** Every text in a value, its keys included, with where it stands. */
const texts = (value: unknown, path: string[] = []): { path: string[]; text: string }[] => {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [{ path, text: key }, ...texts(one, [...path, key])]);
};
