import { sql } from '#db/sql.ts';
import type { HubStore } from '#hub/port.ts';
import type { Person } from '#shared/records/person.ts';
import type { RecordType } from '#shared/records/types.ts';
import { canonical, recordKey } from '#shared/sync/accept.ts';
import { keysHeldBy } from '#shared/sync/access.ts';
import { concernsWrong } from './concerns.ts';
import { type HubRecord, hubHolds, laptopHolds, textsByTable } from './holdings.ts';
import type { Laptop } from './laptop.ts';
import { type Model, type Word, wordsIn } from './model.ts';

/** A laptop that takes part, and whose it is. */
export type Member = { laptop: Laptop; person: string };

const textOf = ({ document, log }: HubRecord) => JSON.stringify([document, log]);

/** Where a word was found at the end. */
type Place = 'office' | 'on this laptop' | 'refused and shown' | 'quarantine';

/**
 * What does not hold once everything is quiet, in sentences. Nothing is asked of the pieces under test that can be
 * reckoned from what they hold.
 */
export const failures = async (
  hub: HubStore,
  members: readonly Member[],
  model: Model,
  quarantined: readonly string[],
  today: string,
): Promise<string[]> => {
  const held = await hubHolds(hub);
  return [
    ...lost(held, members, model, quarantined),
    ...members.flatMap((member) => disagrees(held, member, today)),
    ...members.flatMap((member) => beyondScope(held, member, model, today)),
    ...members.flatMap(stillWaiting),
    ...notPurged(held, members, model),
    ...numbersTwice(held),
    ...concernsWrong(held),
    ...(await hub.check()).map((text) => `the hub's own check: ${text}`),
  ];
};

/** The words that are nowhere, each with what was being done when it was typed. */
const lost = (
  held: ReadonlyMap<string, HubRecord>,
  members: readonly Member[],
  model: Model,
  quarantined: readonly string[],
): string[] => {
  const atOffice = wordsIn([...held.values()].map(textOf).join('\n'));
  const inQuarantine = wordsIn(quarantined.join('\n'));
  const onLaptops = new Map(members.map(({ laptop }) => [laptop.name, unsentWords(laptop)]));
  const found = ({ word, laptop }: Word): Place | undefined => {
    if (atOffice.has(word)) return 'office';
    if (inQuarantine.has(word)) return 'quarantine';
    const unsent = onLaptops.get(laptop);
    if (unsent?.drafts.has(word)) return 'on this laptop';
    return unsent?.refused.has(word) ? 'refused and shown' : undefined;
  };
  return model
    .owed()
    .filter((word) => !found(word))
    .map(({ word, deed, laptop, record }) => `lost: ${word}, ${deed} ${record.slice(-6)} on ${laptop}`);
};

/** Drafts that nobody waits for yet, and refused changes that are shown. */
const unsentWords = (laptop: Laptop) => {
  const store = laptop.store();
  const rows = store.all(sql.selectFrom('outgoing').selectAll());
  const drafts = rows
    .filter((row) => row.number === null)
    .map((row) => JSON.stringify(laptop.read(row.type, row.record) ?? null));
  const shown = laptop.call('sync.waiting', {});
  const ids = new Set(shown.ok ? shown.value.map(({ change }) => change) : []);
  const refused = rows.filter((row) => row.answer !== null && ids.has(row.change_id));
  return {
    drafts: wordsIn(drafts.join('\n')),
    refused: wordsIn(refused.map((row) => row.sealed).join('\n')),
  };
};

/** Whether a laptop holds exactly what its person may see, as the office has it. */
const disagrees = (
  held: ReadonlyMap<string, HubRecord>,
  { laptop, person }: Member,
  today: string,
): string[] => {
  const expected = seenBy(held, person, today);
  const has = laptopHolds(laptop);
  const missing = [...expected].flatMap(([key, record]) => {
    const own = has.get(key);
    if (!own) return [`${laptop.name} lacks ${key}`];
    const { version } = record;
    if (own.version.epoch !== version.epoch || own.version.n !== version.n)
      return [`${laptop.name} has ${key} at ${own.version.n}, the office at ${version.n}`];
    return own.content === canonical(record.document) ? [] : [`${laptop.name} has another ${key}`];
  });
  const surplus = [...has.keys()]
    .filter((key) => !expected.has(key) && !isOwnUnsent(laptop, key) && !staysAnyhow(key, person))
    .map((key) => `${laptop.name} still has ${key}`);
  return [...missing, ...surplus];
};

const seenBy = (held: ReadonlyMap<string, HubRecord>, person: string, today: string) => {
  const self = held.get(recordKey('person', person))?.document as Person | undefined;
  const keys = new Set(self ? keysHeldBy(self, today) : []);
  return new Map([...held].filter(([, { audience }]) => audience.some((key) => keys.has(key))));
};

/** What an application cannot open without stays with somebody who has left: nobody's secret, and their own record. */
const staysAnyhow = (key: string, person: string): boolean =>
  key === recordKey('person', person) || key.startsWith('setting/') || key.startsWith('form/');

const isOwnUnsent = (laptop: Laptop, key: string): boolean => {
  const [type, record] = key.split('/') as [RecordType, string];
  return (
    laptop
      .store()
      .first(
        sql.selectFrom('outgoing').select('change_id').where('type', '=', type).where('record', '=', record),
      ) !== undefined
  );
};

/** Whether somebody typed a word on this laptop, or on the one that it is a copy of. */
const isBy = (one: Word, laptop: Laptop): boolean => one.laptop.split(' (')[0] === laptop.name.split(' (')[0];

/** Words of others in records that are none of this person's business, wherever in the file they stand. */
const beyondScope = (
  held: ReadonlyMap<string, HubRecord>,
  { laptop, person }: Member,
  model: Model,
  today: string,
): string[] => {
  const allowed = wordsIn([...seenBy(held, person, today).values()].map(textOf).join('\n'));
  const tables = textsByTable(laptop);
  const there = wordsIn([...tables.values()].join('\n'));
  const where = (word: string) => [...tables].filter(([, text]) => text.includes(word)).map(([name]) => name);
  return (
    model
      .owed()
      .filter((one) => !isBy(one, laptop) && there.has(one.word) && !allowed.has(one.word))
      // A record in which this person has words that the office refused is kept until they have settled that.
      .filter(({ type, record }) => !isOwnUnsent(laptop, recordKey(type, record)))
      .map(
        ({ word, type, record }) =>
          `${laptop.name} has ${word} of ${type} ${record.slice(-6)} beyond its scope, in ${where(word)}`,
      )
  );
};

/** Changes that were sealed and have no answer although everything was quiet. */
const stillWaiting = ({ laptop }: Member): string[] =>
  laptop
    .store()
    .all(sql.selectFrom('outgoing').selectAll().where('number', 'is not', null).where('answer', 'is', null))
    .map((row) => `${laptop.name} still waits for an answer to number ${row.number}`);

const notPurged = (
  held: ReadonlyMap<string, HubRecord>,
  members: readonly Member[],
  model: Model,
): string[] =>
  model.purges().flatMap(({ type, record }) => {
    const key = recordKey(type, record);
    return [
      ...(held.has(key) ? [`the office still has ${key}, which was purged`] : []),
      ...members
        .filter(({ laptop }) => laptop.read(type, record) !== undefined)
        .map(({ laptop }) => `${laptop.name} still has ${key}, which was purged`),
    ];
  });

/** A device's number stands for one change, for ever. */
const numbersTwice = (held: ReadonlyMap<string, HubRecord>): string[] => {
  const entries = [...held.values()].flatMap(({ log }) => log).filter(({ number }) => number > 0);
  const byNumber = Map.groupBy(entries, ({ device, number }) => `${device} ${number}`);
  return [...byNumber]
    .filter(([, same]) => new Set(same.map(({ change }) => change)).size > 1)
    .map(([number]) => `a device's number stands for two changes: ${number}`);
};
