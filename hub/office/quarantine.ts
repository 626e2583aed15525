import { newInvitationCode } from '#db/recovery-code.ts';
import { openSealed } from '#db/sealed.ts';
import { toRescueFile } from '#db/sync/rescue-file.ts';
import { changesIn as countIn, unpack, type Left as WithFiles } from '#db/sync/rest.ts';
import type { Person } from '#shared/records/person.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { RefusalTag } from '#shared/sync/wire.ts';
import type { HubRead, HubWrite, Quarantined } from '../port.ts';
import { type By, doneBy, type Office } from './office.ts';
import { readableText, readingOf } from './readable.ts';

/** What a revoked laptop had not sent, or records that a restored hub was offered and could not take. */
type Content = { kind: 'changes'; left: WithFiles } | { kind: 'records'; documents: unknown[] };

/** One line of the list: whose laptop left it, and how much it is. `unreadable` was sealed for another hub, or damaged. */
export type Left = Pick<Quarantined, 'id' | 'at' | 'device'> & {
  person: string;
  kind: Content['kind'] | 'unreadable';
  count: number;
  /** Attached files that lie with the changes. */
  files: number;
};

/** Beyond any store of a laptop: what unpacks to more is no work of somebody. */
const largest = 1_000_000_000;

const changesIn = (privateKey: string, sealed: string): WithFiles | undefined => {
  const packed = openSealed(privateKey, sealed.trim());
  return packed && unpack(packed, largest);
};

const contentOf = (privateKey: string, data: string): Content | undefined => {
  const left = changesIn(privateKey, data);
  if (left) return { kind: 'changes', left };
  try {
    const found: unknown = JSON.parse(data);
    return { kind: 'records', documents: Array.isArray(found) ? found : [found] };
  } catch {
    return undefined;
  }
};

const countOf = (content: Content): number =>
  content.kind === 'changes' ? countIn(content.left) : content.documents.length;

const filesIn = (content: Content): number => (content.kind === 'changes' ? content.left.files.length : 0);

const nameOf = async (s: HubRead, device: string): Promise<string> => {
  const person = (await s.device(device))?.person;
  const found = person && ((await s.document('person', person)) as Person | undefined);
  return found ? found.name : '';
};

/** Everything that lies in quarantine, the oldest first. */
export const quarantined = ({ store }: Office): Promise<Left[]> =>
  store.read(async (s) => {
    const { privateKey } = await s.identity();
    const all: Left[] = [];
    for (const { id, at, device, data } of await s.quarantined()) {
      const content = contentOf(privateKey, data);
      const found = content
        ? { kind: content.kind, count: countOf(content), files: filesIn(content) }
        : { kind: 'unreadable' as const, count: 0, files: 0 };
      all.push({ id, at, device, person: await nameOf(s, device), ...found });
    }
    return all;
  });

/** Changes as a rescue file under a new passphrase, to be brought in at a coordinator's desk; records as they are. */
export type Opened =
  | { kind: 'changes'; person: string; count: number; files: number; file: Buffer; passphrase: string }
  | { kind: 'records'; documents: unknown[]; texts: string[] };

const kept = async <C extends { type: string; record: string }>(
  s: HubRead,
  changes: readonly C[],
): Promise<C[]> => {
  const some: C[] = [];
  for (const one of changes) if (!(await s.isPurged(one.type, one.record))) some.push(one);
  return some;
};

const asRescue = async (s: HubRead, { rest, files }: WithFiles, { sources }: Office): Promise<Opened> => {
  const passphrase = newInvitationCode(sources);
  const clean = {
    rest: { ...rest, sealed: await kept(s, rest.sealed), open: await kept(s, rest.open) },
    files: await kept(s, files),
  };
  const count = countIn(clean);
  const person = ((await s.document('person', rest.person)) as Person | undefined)?.name ?? '';
  const file = toRescueFile(clean, passphrase, sources);
  return { kind: 'changes', person, count, files: clean.files.length, passphrase, file };
};

const noted = (s: HubWrite, by: By, detail: Record<string, string | number>) =>
  s.audit({ kind: 'openQuarantine', ...doneBy(by), subject: null, detail });

/** Opens one upload. That it was opened is in the audit. */
export const openQuarantine = (office: Office, by: By, id: string): Promise<Result<Opened, RefusalTag>> =>
  office.store.inOrder(async (s) => {
    const found = (await s.quarantined()).find((one) => one.id === id);
    const content = found && contentOf((await s.identity()).privateKey, found.data);
    if (!content) return fail('notFound');
    await noted(s, by, { opened: id });
    if (content.kind === 'changes') return ok(await asRescue(s, content.left, office));
    const reading = await readingOf(s);
    return ok({ ...content, texts: content.documents.map((one) => readableText(one, reading)) });
  });

/** Opens the file that a revoked laptop kept because it could not hand its work over. */
export const openLeftFile = (office: Office, by: By, sealed: string): Promise<Result<Opened, RefusalTag>> =>
  office.store.inOrder(async (s) => {
    const { privateKey, office: own } = await s.identity();
    const left = changesIn(privateKey, sealed);
    if (!left) return fail('notFound');
    if (left.rest.office !== own) return fail('foreignOffice');
    await noted(s, by, { device: left.rest.device });
    return ok(await asRescue(s, left, office));
  });

/** Destroys one upload, once its changes were brought in or are not wanted. */
export const endQuarantine = (
  { store }: Office,
  by: By,
  id: string,
): Promise<Result<Record<string, never>, RefusalTag>> =>
  store.inOrder(async (s) => {
    if (!(await s.quarantined()).some((one) => one.id === id)) return fail('notFound');
    await s.endQuarantine(id);
    await s.audit({ kind: 'endQuarantine', ...doneBy(by), subject: null, detail: { destroyed: id } });
    return ok({});
  });
