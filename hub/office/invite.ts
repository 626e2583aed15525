import { newInvitationCode, readInvitationCode } from '#db/recovery-code.ts';
import { instant, newId } from '#shared/ids.ts';
import type { Person } from '#shared/records/person.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { InvitationFile, Message, RefusalTag, Reply } from '#shared/sync/wire.ts';
import { beginningOf } from '../beginning.ts';
import type { HubWrite } from '../port.ts';
import { hashOf } from '../secrets.ts';
import { type By, doneBy, mayTouch, type Office } from './office.ts';

/** How long an invitation can be used. */
const lifetime = 14 * 86_400_000;

/**
 * Invites somebody: one whom the office knows, or a new person by name, role and panel. The code is told this once and
 * kept as a hash; the file holds it with all that a store needs where there is no network.
 */
export const invite = (
  { store, sources }: Office,
  by: By,
  asked: Message<'invite'>,
): Promise<Result<Reply<'invite'>, RefusalTag>> =>
  store.inOrder(async (s) => {
    const known = asked.person === undefined ? undefined : await knownPerson(s, asked.person);
    if (asked.person !== undefined && (await s.isPurged('person', asked.person))) return fail('notFound');
    const found = known ?? newPerson(asked, asked.person ?? newId(sources));
    if (!found) return fail(asked.person === undefined ? 'badRequest' : 'notFound');
    if (!mayTouch(by, found)) return fail('notAllowed');
    if (!known) {
      if (asked.panel !== undefined && !(await s.document('panel', asked.panel))) return fail('notFound');
      await s.make(by?.person.id ?? null, 'person', found);
    }
    const code = newInvitationCode(sources);
    const expires = new Date(sources.now() + lifetime).toISOString();
    const { office, publicKey, url } = await s.identity();
    await s.addInvitation({
      hash: hashOf(readInvitationCode(code) as string),
      person: found.id,
      by: by?.person.id ?? office,
      expires,
      used: null,
    });
    await s.audit({ kind: 'invite', ...doneBy(by), subject: { type: 'person', id: found.id }, detail: {} });
    const begin = await beginningOf(s, found, instant(sources).slice(0, 10));
    const file: InvitationFile = {
      kind: 'icv-desk-invitation',
      hub: url ?? unknownAddress,
      office,
      key: publicKey,
      code,
      expires,
      person: found.id,
      begin,
    };
    return ok({ person: found.id, code, expires, file: JSON.stringify(file) });
  });

/** Stands in an invitation where nobody has said yet at which address the hub is reached. */
const unknownAddress = 'http://127.0.0.1/';

const newPerson = ({ name, role, panel }: Message<'invite'>, id: string): Person | undefined =>
  name && role
    ? { id, name, roles: [role], ...(panel !== undefined && { panel }), ...volunteerOf(role) }
    : undefined;

const volunteerOf = (role: Person['roles'][number]): Pick<Person, 'volunteer'> =>
  role === 'visitor' || role === 'panel-coordinator' ? { volunteer: { status: 'accredited' } } : {};

const knownPerson = async (s: HubWrite, id: string): Promise<Person | undefined> =>
  (await s.document('person', id)) as Person | undefined;
