import { openFile } from '#db/file.ts';
import { directoryFor, listStores, type NewStore, placeStore } from '#db/folder.ts';
import { createKeys, officeWayIn, withRecoveryCode } from '#db/keys.ts';
import { migrate } from '#db/migrate.ts';
import { migrations } from '#db/migrations/index.ts';
import { sealTo } from '#db/sealed.ts';
import { writer } from '#db/sql.ts';
import { beginJoined } from '#db/sync/begin.ts';
import type { Cost } from '#db/wrap.ts';
import type { Failure } from '#shared/errors.ts';
import { newId, type Sources } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { invitationFile, protocol, type StreamItem } from '#shared/sync/wire.ts';
import { hubAddress } from './address.ts';
import { type Membership, type TransportFailure, unmet } from './port.ts';
import { newDeviceKey } from './proof.ts';
import type { HubTransport } from './transport.ts';

export type JoinMeans = {
  /** The folder that holds the stores. */
  folder: string;
  sources: Sources;
  /** What the office shall call this laptop by. */
  machine: string;
  openTransport(hub: string): HubTransport;
  /** What unlocking the store shall cost; the usual where nobody says. */
  cost?: Cost | undefined;
};

/** A code with the address of the hub, or the contents of a file that needs no network. */
export type JoinWish = {
  name: string;
  passphrase: string;
  hub?: string | undefined;
  code?: string | undefined;
  file?: string | undefined;
};

export type Joined = NewStore & { recoveryCode: string; person: string; body: string; reached: boolean };

/** What an invitation, or the hub itself, says of who joins. */
type Begun = Pick<Membership, 'hub' | 'office' | 'hubKey' | 'person' | 'code' | 'token' | 'unlock'> & {
  begin: readonly StreamItem[];
};

/**
 * Makes the first store of a laptop out of an invitation. Everything that can go wrong here is tried before the code is
 * used; the store is put in its place whole, with the person, the settings and the forms it begins with. The device's
 * key is made here, lies in the store alone, and only its public half travels.
 */
export const joinOffice = async (means: JoinMeans, wish: JoinWish): Promise<Result<Joined, Failure>> => {
  const { folder, sources, machine, cost } = means;
  const taken = wish.name === '' ? ok(false) : isTaken(folder, wish.name);
  if (!taken.ok) return taken;
  if (taken.value) return fail({ tag: 'storeExists' });
  const created = await createKeys(wish.name, wish.passphrase, sources, cost);
  if (!created.ok) return created;
  const { key } = created.value;
  const printed = withRecoveryCode(created.value.keys, key, sources);
  const office = withRecoveryCode(printed.keys, key, sources, 'office');
  const device = { id: newId(sources), ...newDeviceKey(sources) };

  const sealCode = (hubKey: string) => sealTo(hubKey, Buffer.from(office.code));
  const begun =
    wish.file === undefined ? await askHub(means, wish, device, sealCode) : fromFile(wish.file, sealCode);
  if (!begun.ok) return begun;
  const { begin, ...known } = begun.value;
  const person = nameIn(begin, 'person', known.person, 'name');
  const body = nameIn(begin, 'setting', undefined, 'body');
  if (person === undefined || body === undefined)
    return fail(wish.file === undefined ? { tag: 'notAHub' } : { tag: 'badFile', detail: 'it names nobody' });

  const member: Membership = {
    ...unmet,
    ...known,
    device: device.id,
    key: device.key,
    name: machine,
    wayIn: officeWayIn(office.keys) as string,
  };
  const name = wish.name === '' ? freeLabel(folder, person) : wish.name;
  const placed = await placeStore(folder, { keys: { ...office.keys, name }, key }, (file) =>
    fillJoined(file, key, sources, { member, begin }),
  );
  if (!placed.ok) return placed;
  return ok({ ...placed.value, recoveryCode: printed.code, person, body, reached: known.code === null });
};

const isTaken = (folder: string, name: string): Result<boolean, Failure> => {
  const stores = listStores(folder);
  if (!stores.ok) return stores;
  const place = directoryFor(folder, name);
  return place.ok ? ok(stores.value.some(({ directory }) => directory === place.value)) : place;
};

/** The person's own name, or with a number where somebody of that name has a store here already. */
const freeLabel = (folder: string, person: string): string => {
  const isFree = (name: string) => {
    const taken = isTaken(folder, name);
    return !taken.ok || !taken.value;
  };
  let label = person;
  for (let n = 2; !isFree(label); n += 1) label = `${person} (${n})`;
  return label;
};

const nameIn = (
  begin: readonly StreamItem[],
  type: string,
  id: string | undefined,
  field: string,
): string | undefined => {
  const item = begin.find((one) => one.kind === 'put' && one.type === type && (id ?? one.id) === one.id);
  const found = item?.kind === 'put' ? item.document[field] : undefined;
  return typeof found === 'string' ? found : undefined;
};

const fromFile = (text: string, sealCode: (hubKey: string) => string): Result<Begun, Failure> => {
  const parsed = invitationFile.safeParse(jsonOf(text));
  if (!parsed.success) return fail({ tag: 'badFile', detail: 'it is no invitation' });
  const { hub, office, key, code, person, begin } = parsed.data;
  const address = hubAddress(hub);
  if (!address.ok) return fail({ tag: 'badFile', detail: 'the address of the hub in it cannot be used' });
  return ok({
    hub: address.value,
    office,
    hubKey: key,
    person,
    code,
    token: null,
    unlock: sealCode(key),
    begin,
  });
};

export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const askHub = async (
  { openTransport, machine }: JoinMeans,
  { hub = '', code = '' }: JoinWish,
  device: { id: string; key: string; publicKey: string },
  sealCode: (hubKey: string) => string,
): Promise<Result<Begun, Failure>> => {
  const address = hubAddress(hub);
  if (!address.ok) return address;
  if (code.trim() === '') return fail({ tag: 'badInvitation' });
  const transport = openTransport(address.value);
  try {
    const met = await transport.ask('hello', {}, null);
    if (!met.ok) return fail(failureOf(met.why));
    const { office, key: hubKey, oldest } = met.value;
    if (oldest > protocol.newest) return fail({ tag: 'tooOld' });
    const caller = { device: device.id, key: device.key, token: null };
    const input = {
      code: code.trim(),
      device: device.id,
      name: machine,
      key: device.publicKey,
      unlock: sealCode(hubKey),
    };
    let joined = await transport.ask('join', input, caller);
    // The answer may have been lost on its way: the same device may ask again.
    if (!joined.ok && joined.why.tag !== 'refused') joined = await transport.ask('join', input, caller);
    if (!joined.ok) return fail(failureOf(joined.why));
    const { person, token, begin } = joined.value;
    return ok({ hub: address.value, office, hubKey, person, code: null, token, unlock: null, begin });
  } finally {
    transport.close();
  }
};

const failureOf = (why: TransportFailure): Failure => {
  if (why.tag === 'notAHub' || why.tag === 'badCertificate') return { tag: 'notAHub' };
  if (why.tag !== 'refused') return { tag: 'hubUnreachable' };
  if (why.refused === 'tooOld') return { tag: 'tooOld' };
  return ['badInvitation', 'notFound', 'notJoined', 'badRequest'].includes(why.refused)
    ? { tag: 'badInvitation' }
    : { tag: 'hubUnreachable' };
};

const fillJoined = (
  file: string,
  key: Uint8Array,
  sources: Sources,
  joining: Parameters<typeof beginJoined>[2],
): Result<void, Failure> => {
  const opened = openFile(file, key, { readonly: false });
  if (!opened.ok) return opened;
  try {
    const migrated = migrate(opened.value, migrations, () => ok(undefined));
    if (!migrated.ok) return migrated;
    beginJoined(writer(opened.value), sources, joining);
    return ok(undefined);
  } finally {
    opened.value.close();
  }
};
