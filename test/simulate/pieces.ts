import { gunzipSync } from 'node:zlib';
import { createFile } from '#db/file.ts';
import { storeFile } from '#db/folder.ts';
import { openSealed } from '#db/sealed.ts';
import { beginJoined } from '#db/sync/begin.ts';
import { unmet } from '#desk/sync/port.ts';
import { newDeviceKey, proofOf } from '#desk/sync/proof.ts';
import { invite } from '#hub/office/invite.ts';
import type { HubStore } from '#hub/port.ts';
import { hubHandler } from '#hub/server/handler.ts';
import { initHub } from '#hub/store/create.ts';
import { type Database, openEngine, storeOver, unlockHub } from '#hub/store/folder.ts';
import { newId, type Sources } from '#shared/ids.ts';
import { ok } from '#shared/result.ts';
import { headers, type Message, type MessageName, messages, type Reply, refusal } from '#shared/sync/wire.ts';
import type { Process } from './hub.ts';
import type { Member } from './member.ts';
import type { Answered, Caller } from './network.ts';

const passphrase = 'four unrelated words here';
/** Deriving a key from a passphrase is not what is tried here: as little of it as keys may have. */
const cheap = { memory: 19_456, passes: 2 };

type Kept = { recoveryCode: string };

/** Makes an office's hub in a folder, and gives how each process of it is begun. */
export const newHubIn = async (folder: string, database: Database, sources: Sources) => {
  const made = await initHub(
    { folder, passphrase, database, cost: cheap },
    'Office of a policing body',
    sources,
  );
  if (!made.ok) throw new Error(`the hub cannot be made: ${made.error.tag}`);
  const { recoveryCode } = made.value;
  await made.value.store.close();
  return (guard: (store: HubStore) => HubStore) =>
    beginHub(folder, database, { recoveryCode }, sources, guard);
};

const beginHub = async (
  folder: string,
  database: Database,
  { recoveryCode }: Kept,
  sources: Sources,
  guard: (store: HubStore) => HubStore,
): Promise<Process> => {
  const unlocked = await unlockHub(folder, { recoveryCode });
  const engine = unlocked.ok ? await openEngine(folder, unlocked.value, database, sources) : unlocked;
  if (!unlocked.ok || !engine.ok) throw new Error(`the hub does not open: ${JSON.stringify(engine)}`);
  const store = storeOver(engine.value, unlocked.value, sources);
  const handler = hubHandler(guard(store), { sources, onBug: tell });
  let nonce = '';

  const once = async (name: MessageName, input: unknown, caller: Caller) => {
    const { method } = messages[name];
    const path = `/v1/${name}`;
    const body = method === 'POST' ? Buffer.from(JSON.stringify(input)) : Buffer.alloc(0);
    const reply = await handler.answer({
      name,
      address: '127.0.0.1',
      headers: {
        'content-type': 'application/json',
        ...(caller && {
          [headers.device]: caller.device,
          [headers.token]: caller.token ?? '',
          [headers.nonce]: nonce,
          [headers.proof]: proofOf(caller, { method, path, body, nonce }),
        }),
      },
      body: async () => ok(body),
    });
    nonce = reply.headers[headers.nonce] ?? nonce;
    return { status: reply.status, json: JSON.parse(reply.body.toString('utf8')) as unknown };
  };

  const ask = async <N extends MessageName>(
    name: N,
    input: Message<N>,
    caller: Caller,
    again = true,
  ): Promise<Answered<N>> => {
    const { status, json } = await once(name, input, caller);
    if (status === 200) return { ok: true, value: messages[name].output.parse(json) as Reply<N> };
    const { refused, retryAfter } = refusal.parse(json);
    if (refused === 'nonce' && again) return ask(name, input, caller, false);
    return {
      ok: false,
      why: { tag: 'refused', refused, ...(retryAfter === undefined ? {} : { retryAfter }) },
    };
  };
  return { store, ask: (name, input, caller) => ask(name, input, caller), close: () => store.close() };
};

/** A kill that a test asked for is no bug. */
const tell = (error: unknown) => {
  if (!(error instanceof Error && error.message === 'killed')) console.error(error);
};

/** A new laptop with an invitation that it has not used yet. */
export const beginStore = async ({ laptop }: Member, person: string, store: HubStore, sources: Sources) => {
  const invited = await invite({ store, sources }, null, { person });
  if (!invited.ok) throw new Error(`nobody can be invited: ${invited.error}`);
  const file = JSON.parse(invited.value.file);
  const made = createFile(storeFile(laptop.folder), laptop.key as never);
  if (!made.ok) throw new Error(`no store can be made: ${made.error.tag}`);
  laptop.switchOn();
  const { hub, office, key: hubKey, code, begin } = file;
  const { key } = newDeviceKey(laptop.sources);
  const device = newId(laptop.sources);
  const member = { ...unmet, hub, office, person, device, code, key, hubKey, name: laptop.name };
  beginJoined(laptop.store(), laptop.sources, { member, begin });
};

/** What a revoked laptop left, as the office reads it with its own key. */
export const openQuarantine = (sealed: string, privateKey: string): string | undefined => {
  const opened = openSealed(privateKey, sealed);
  return opened && gunzipSync(opened).toString('utf8');
};
