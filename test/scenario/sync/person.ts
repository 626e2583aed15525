import { readIdentity } from '#db/identity.ts';
import { sql } from '#db/sql.ts';
import { forgetRecords } from '#db/sync/removal.ts';
import type { Membership } from '#desk/sync/port.ts';
import { syncSteps } from '#desk/sync/steps.ts';
import { invite } from '#hub/office/invite.ts';
import type { Input, Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { newId } from '#shared/ids.ts';
import type { Suite } from '#shared/records/suite.ts';
import type { RecordType } from '#shared/records/types.ts';
import { type Visit, visitState } from '#shared/records/visit.ts';
import type { Result } from '#shared/result.ts';
import type { Change } from '#shared/sync/accept.ts';
import { type Patch, type PatchEntry, putting, read } from '#shared/sync/patch.ts';
import type { StoreCall } from '#test/handlers.ts';
import type { Clock } from '#test/simulate/clock.ts';
import { everyText } from '#test/simulate/holdings.ts';
import type { SimulatedHub } from '#test/simulate/hub.ts';
import type { HowItEnded, Member } from '#test/simulate/member.ts';
import type { FarEnd, Weather } from '#test/simulate/network.ts';

type Values = Readonly<Record<string, unknown>>;
type Contested = Output<'sync.conflicts'>[number];

/** Somebody at their laptop, in the words of a test. What they do must succeed, unless it says otherwise. */
export type Person = {
  readonly member: Member;
  readonly person: string;
  /** What the line to the hub is like; each number is how often it happens, 1 always and 0 never. */
  readonly line: Weather;
  device(): string;
  membership(): Membership;
  /** Begins a report and fills it in; it stays a draft. */
  begins(more?: Values): string;
  /** A report that is complete and made ready. */
  sends(more?: Values): string;
  readies(id: string): void;
  types(id: string, path: string, value: unknown): void;
  entersDetainee(id: string, order: string, fields: Values): void;
  removesDetainee(id: string, detainee: string): void;
  corrects(id: string, path: string, value: unknown): void;
  changesSuite(name: string, notes: string): void;
  movesTo(person: Person, panel: 'North' | 'South'): void;
  saysLeft(person: Person): void;
  handsPen(id: string, to: Person): void;
  settles(contested: Contested | undefined, places: Patch): void;
  /** Tries what the application does not do, and gives why not. */
  refused<N extends StoreCall>(name: N, input: Input<N>): string | undefined;
  /** Whether what is ready could be taken back. */
  takesBack(id: string): boolean;
  visit(id: string): Visit | undefined;
  state(id: string): string | undefined;
  suite(name: string): Suite | undefined;
  waiting(): Output<'sync.waiting'>;
  conflicts(): Contested[];
  pens(): Output<'pens.list'>;
  /** The changes that are sealed, exactly as they will be sent. */
  sealed(): Change[];
  /** What would be sent next, sealed by asking for it. */
  toPush(): Change[];
  /** Alters a sealed change behind the application's back, to one that no office takes. */
  spoils(record: string): void;
  fileSays(words: string): boolean;
  /** Takes a record out of the file behind the application's back. */
  losesFromDisk(type: RecordType, id: string): void;
  /** Syncs with another hub, as if this one's address led there. */
  syncWith(far: FarEnd): Promise<HowItEnded>;
  sync(wish?: { check?: boolean; removal?: boolean }): Promise<HowItEnded>;
  /** Syncs and is killed after so many half steps; false where the sync had ended before. */
  syncKilledAt(step: number): Promise<boolean>;
  /** Joins the office again by a new invitation: its own, or one that was made for somebody else. */
  joinsAgain(of?: Person): Promise<Result<null, Failure>>;
  image(): string;
  putBack(image: string): void;
  clockIsOffBy(hours: number): void;
};

const complete = {
  date: '2026-05-14',
  outcome: 'completed',
  method: 'in-person',
  arrived: '10:00',
  admitted: '10:04',
  left: '11:20',
  'counts.total': { held: 9, notAvailable: 2, notOffered: 1, offered: 6, accepted: 4, declined: 2 },
  comments: 'Quiet.',
  aloneReason: 'Nobody else could come',
};

const hour = 3_600_000;

export const personOf = (
  member: Member,
  office: { clock: Clock; suite: (name: string) => string; hub: SimulatedHub },
): Person => {
  const { laptop, person } = member;
  const line: Weather = { lost: 0, torn: 0, answerLost: 0, twice: 0, late: 0, black: false };
  member.weather = line;

  const ask = <N extends StoreCall>(name: N, input: Parameters<typeof laptop.call<N>>[1]): Output<N> => {
    const answer = laptop.call(name, input);
    if (answer.ok) return answer.value;
    throw new Error(`${laptop.name}, ${name}: ${JSON.stringify(answer.error)}`);
  };
  /** A place as it stands on this screen, and what shall stand there. */
  const place = (document: object | undefined, dotted: string, now: unknown): PatchEntry => {
    const path = dotted.split('.');
    const was = read(document, path);
    return {
      path,
      ...(was === undefined ? {} : { was }),
      ...(now === undefined ? {} : { now: now as PatchEntry['now'] }),
    };
  };
  const change = (name: 'visits.save', id: string, dotted: string, now: unknown) => {
    ask(name, { id, patch: [place(laptop.read('visit', id), dotted, now)] });
  };
  const savesPerson = (of: Person, path: string, now: unknown) => {
    ask('people.save', { id: of.person, patch: [place(laptop.read('person', of.person), path, now)] });
  };

  const self: Person = {
    member,
    person,
    line,
    membership: () => syncSteps(laptop.store(), laptop.sources).membership() as Membership,
    device: () => readIdentity(laptop.store()).device,
    begins: (more = {}) => {
      const id = newId(laptop.sources);
      ask('visits.start', { id });
      const begun = laptop.read('visit', id);
      const values = { suite: office.suite('Northgate'), ...complete, ...more };
      const patch = Object.entries(values)
        .filter(([, now]) => now !== undefined)
        .map(([dotted, now]) => place(begun, dotted, now));
      ask('visits.save', { id, patch });
      return id;
    },
    sends: (more) => {
      const id = self.begins(more);
      self.readies(id);
      return id;
    },
    readies: (id) => {
      ask('visits.ready', { id });
    },
    types: (id, dotted, now) => change('visits.save', id, dotted, now),
    entersDetainee: (id, order, fields) => {
      const detainee = { id: newId(laptop.sources), order, answers: {}, ...fields };
      ask('visits.save', { id, patch: [putting(['detainees', `#${detainee.id}`], detainee)] });
    },
    removesDetainee: (id, detainee) => {
      const v = laptop.read('visit', id);
      ask('visits.save', { id, patch: [place(v, `detainees.#${detainee}`, undefined)] });
    },
    corrects: (id, dotted, now) => {
      const patch = [place(laptop.read('visit', id), dotted, now)];
      ask('visits.correct', { id, patch, reason: `Corrected by ${laptop.name}` });
    },
    changesSuite: (name, notes) => {
      const id = office.suite(name);
      ask('suites.save', { id, patch: [place(laptop.read('suite', id), 'notes', notes)] });
    },
    movesTo: (of, panel) => {
      const suite = laptop.read('suite', office.suite(panel === 'North' ? 'Northgate' : 'Southgate'));
      savesPerson(of, 'panel', suite?.panel);
    },
    saysLeft: (of) => savesPerson(of, 'volunteer.status', 'left'),
    handsPen: (visit, to) => {
      ask('pens.hand', { visit, to: to.person });
    },
    settles: (contested, places) => {
      if (!contested) throw new Error('there is no conflict to settle');
      const standing = laptop.read(contested.type as 'visit', contested.record);
      ask('sync.settle', {
        id: contested.id,
        seen: contested.values.map(({ id }) => id),
        places: places.map(({ path, now }) => place(standing, path.join('.'), now)),
      });
    },
    refused: (name, input) => {
      const answer = laptop.call(name, input);
      return answer.ok ? undefined : answer.error.tag;
    },
    takesBack: (id) => {
      const [waits] = self.waiting().filter((one) => one.record === id);
      return waits ? laptop.call('sync.takeBack', { change: waits.change }).ok : false;
    },
    visit: (id) => laptop.read('visit', id),
    state: (id) => {
      const v = laptop.read('visit', id);
      return v && visitState(v);
    },
    suite: (name) => laptop.read('suite', office.suite(name)),
    waiting: () => ask('sync.waiting', {}),
    conflicts: () => ask('sync.conflicts', {}),
    pens: () => ask('pens.list', {}),
    sealed: () =>
      laptop
        .store()
        .all(sql.selectFrom('outgoing').select('sealed').where('sealed', 'is not', null).orderBy('number'))
        .map((row) => JSON.parse(row.sealed as string)),
    toPush: () => syncSteps(laptop.store(), laptop.sources).toPush(0),
    spoils: (record) => {
      const [change] = self.toPush().filter((one) => one.record === record);
      if (!change) throw new Error('nothing is ready');
      const events = [
        { id: newId(laptop.sources), from: 'draft', to: 'accepted', by: person, at: change.at },
      ];
      const now = { ...(change.patch[0]?.now as object), events };
      const sealed = JSON.stringify({ ...change, patch: [{ path: [], now }] });
      laptop.store().run(sql.updateTable('outgoing').set({ sealed }).where('change_id', '=', change.id));
    },
    fileSays: (words) => everyText(laptop).includes(words),
    losesFromDisk: (type, id) => {
      forgetRecords(laptop.store(), type, [id]);
    },
    sync: async (wish) => {
      const syncing = member.sync(wish);
      if (!(await office.clock.until(syncing, 48 * hour))) throw new Error(`${laptop.name} is stuck`);
      return syncing;
    },
    syncWith: async (far) => {
      const own = member.far;
      member.far = far;
      const ended = await self.sync();
      member.far = own;
      return ended;
    },
    syncKilledAt: async (step) => {
      member.killAfter = step;
      const ended = await self.sync();
      member.killAfter = undefined;
      laptop.switchOn();
      return ended.kind === 'killed';
    },
    joinsAgain: async (of = self) => {
      const by = { store: office.hub.store(), sources: laptop.sources };
      // Whom the hub has lost is invited by the id that the laptop shows.
      const wish = { person: of.person, name: of.member.laptop.name, role: 'coordinator' } as const;
      const invited = await invite(by, null, wish);
      if (!invited.ok) throw new Error(`nobody can be invited: ${invited.error}`);
      const joining = member.joinAgain({ code: invited.value.code });
      if (!(await office.clock.until(joining, hour))) throw new Error(`${laptop.name} is stuck`);
      return joining;
    },
    image: () => laptop.image('kept'),
    putBack: (image) => laptop.putBack(image),
    clockIsOffBy: (hours) => {
      laptop.skew = hours * hour;
    },
  };
  return self;
};
