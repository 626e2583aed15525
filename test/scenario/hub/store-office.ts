import type { HubRead, HubStore } from '#hub/port.ts';
import { derivedId } from '#shared/ids.ts';
import type { Visit } from '#shared/records/visit.ts';
import type { Answer, Change } from '#shared/sync/accept.ts';
import { diff, type Patch, putting } from '#shared/sync/patch.ts';
import { type StreamItem, streams, type Version } from '#shared/sync/wire.ts';
import { freshId, kinds } from '#test/hub-store.ts';

/** Somebody with a laptop: numbers its changes, and knows what it sent last of each record. */
export type Author = { person: string; device: string; number: number; last: Map<string, string> };

export const [panelA, panelB] = [freshId(), freshId()] as const;
const at = '2026-05-04T10:00:00.000Z';

/** An office with two panels, a coordinator, and a visitor of each panel, all with laptops. */
export const newStoreOffice = async (kind: keyof typeof kinds) => {
  const hub = await kinds[kind]();
  const [coordinator, north, south, other] = [newAuthor(), newAuthor(), newAuthor(), newAuthor()];
  await hub.store.inOrder(async (s) => {
    const people = [
      { ...coordinator, name: 'Coordinator', roles: ['coordinator', 'administrator'] },
      { ...north, name: 'Visitor North', roles: ['visitor'], panel: panelA },
      { ...other, name: 'Another North', roles: ['visitor'], panel: panelA },
      { ...south, name: 'Visitor South', roles: ['visitor'], panel: panelB },
    ];
    for (const [id, name] of [
      [panelA, 'North'],
      [panelB, 'South'],
    ] as const)
      await s.make(null, 'panel', { id, name } as { id: string });
    for (const { device, number: _, last: __, person, ...rest } of people) {
      await s.make(null, 'person', { id: person, ...rest } as { id: string });
      await s.addDevice(deviceOf(device, person));
    }
  });
  return { ...hub, coordinator, north, other, south, ...acting(hub.store) };
};
export type StoreOffice = Awaited<ReturnType<typeof newStoreOffice>>;

const newAuthor = (): Author => ({ person: freshId(), device: freshId(), number: 0, last: new Map() });

export const deviceOf = (id: string, person: string) => ({
  id,
  person,
  name: 'A laptop',
  key: 'key',
  token: id,
  next: null,
  joined: at,
  lastSeen: null,
  revoked: null,
  product: null,
  number: 0,
  unlock: null,
  witnessed: null,
  seen: 0,
});

/** A change as its author's laptop seals it. */
export const changeBy = (
  author: Author,
  type: Change['type'],
  record: string,
  patch: Patch,
  saw: Version | null = null,
): Change => {
  author.number += 1;
  const change: Change = {
    id: freshId(),
    device: author.device,
    number: author.number,
    type,
    record,
    after: author.last.get(record) ?? null,
    by: author.person,
    saw,
    at,
    patch,
  };
  author.last.set(record, change.id);
  return change;
};

export type SuiteWords = { id: string; name: string; panel?: string; notes?: string; area?: string };
const whole = (suite: SuiteWords) => ({ ...suite, statuses: [], targets: [] });

/** What people do, over any store. */
export const acting = (store: HubStore) => {
  const push = async (author: Author, changes: readonly Change[]): Promise<Answer[]> => {
    const { device, person } = author;
    const answers = await store.inOrder((s) => s.accept({ device, person }, changes));
    return answers.map(({ answer }) => answer);
  };
  const makeSuite = async (author: Author, words: Partial<SuiteWords> = {}): Promise<string> => {
    const suite = whole({ id: freshId(), name: 'Northgate', panel: panelA, ...words });
    const [answer] = await push(author, [changeBy(author, 'suite', suite.id, [putting([], suite)])]);
    if (answer?.kind !== 'accepted') throw new Error(`a new suite was answered ${JSON.stringify(answer)}`);
    return suite.id;
  };
  /** Changes a suite from what `was` before its author. */
  const changeSuite = (author: Author, was: SuiteWords, now: SuiteWords): Promise<Answer[]> =>
    push(author, [changeBy(author, 'suite', was.id, diff(was, now))]);
  return { push, makeSuite, changeSuite };
};

export const newSuite = (author: Author, words: Partial<SuiteWords> = {}): Change => {
  const suite = whole({ id: freshId(), name: 'Northgate', panel: panelA, ...words });
  return changeBy(author, 'suite', suite.id, [putting([], suite)]);
};

/** A report that is made ready in the change that brings it. */
export const readyVisit = (author: Author, form: string, words: Partial<Visit> = {}): Change => {
  const id = freshId();
  const now = {
    id,
    form: { id: form, version: 1 },
    events: [{ id: freshId(), from: 'draft', to: 'ready', by: author.person, at }],
    corrections: [],
    date: '2026-05-04',
    left: '12:00',
    panel: panelA,
    visitor1: author.person,
    counts: { total: {} },
    answers: {},
    ...words,
  };
  return changeBy(author, 'visit', id, [putting([], now)]);
};

export const formOf = async (store: HubStore): Promise<string> => {
  const { office } = await store.read((s) => s.identity());
  return derivedId(office, 'form', 'visit 1');
};

type Put = Extract<StreamItem, { kind: 'put' }>;

/** What came under lost keys alone goes with the page that says so. */
const dropLost = (held: Map<string, Put>, keys: readonly string[]): void => {
  for (const [name, item] of held) {
    const left = item.keys.filter((key) => keys.includes(key));
    if (left.length === 0) held.delete(name);
    else held.set(name, { ...item, keys: left });
  }
};

/** A laptop's side of pulling: what it holds under its keys, and how far it came. */
export const newReader = (keys: readonly string[]) => {
  const holdings = { shared: new Map<string, Put>(), own: new Map<string, Put>() };
  const cursors: { shared: string | null; own: string | null } = { shared: null, own: null };
  const told: StreamItem[] = [];
  const reader = {
    keys,
    cursors,
    /** Every item it was ever brought, in order. */
    told,
    held: (): Put[] => [...holdings.shared.values(), ...holdings.own.values()],
    document: (id: string) =>
      reader.held().find((item) => item.id === id)?.document as SuiteWords | undefined,
    holds: (id: string) => reader.document(id) !== undefined,
    /** The pages to the head of both streams. */
    pull: async (store: { read: HubStore['read'] }): Promise<void> => {
      for (const stream of streams)
        for (let remaining = 1; remaining > 0; ) {
          const page = await store.read((s: HubRead) => s.page(stream, reader.keys, cursors[stream]));
          dropLost(holdings[stream], reader.keys);
          for (const item of page.items) {
            told.push(item);
            const name = `${item.type}/${item.id}`;
            if (item.kind === 'put') holdings[stream].set(name, item);
            else holdings[stream].delete(name);
          }
          cursors[stream] = page.cursor;
          remaining = page.remaining;
        }
    },
    /** Other keys from the next pull on. */
    become: (next: readonly string[]) => {
      reader.keys = next;
    },
  };
  return reader;
};

export const keysOf = {
  coordinator: (who: Author) => [
    'everyone',
    'role:coordinator',
    'role:administrator',
    `person:${who.person}`,
  ],
  visitor: (who: Author, panel: string) => [
    'everyone',
    `panel:${panel}`,
    'role:visitor',
    `person:${who.person}`,
  ],
};
