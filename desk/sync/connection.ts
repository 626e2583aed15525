import type { Sources } from '#shared/ids.ts';
import type { Connection } from '#shared/sync/views.ts';
import { protocol } from '#shared/sync/wire.ts';
import type { Membership, Transport, TransportFailure } from './port.ts';

/** More than this, and lists show wrong dates: it is said, and nothing else comes of it. */
const tolerated = 10 * 60_000;

/** The answer of the connection test that a failure amounts to. */
export const connectionOf = (why: TransportFailure): Connection => {
  switch (why.tag) {
    case 'noNetwork':
      return 'noNetwork';
    case 'notAHub':
      return 'signInPage';
    case 'badCertificate':
      // A sign-in page stands in for the hub with a certificate of its own.
      return why.untimely ? 'clockWrong' : 'signInPage';
    case 'refused':
      return refusedAs(why.refused);
    default:
      return 'hubDown';
  }
};

const refusedAs = (refused: string): Connection => {
  if (refused === 'tooOld') return 'tooOld';
  if (['revoked', 'notJoined', 'badInvitation'].includes(refused)) return 'signedOut';
  // Something answers at the address, and it is not this office.
  if (refused === 'foreignOffice') return 'signInPage';
  return 'hubDown';
};

/** Whether a laptop's clock is so far off that people should know. */
export const isClockWrong = (ahead: number): boolean => Math.abs(ahead) > tolerated;

/** The connection test: who answers at the hub's address, whether it knows this laptop, and what its clock says. */
export const testConnection = async (
  transport: Transport,
  member: Membership,
  sources: Sources,
): Promise<{ connection: Connection; hub: string; clockAhead: number | null }> => {
  const { hub, device, key, token, code } = member;
  const met = await transport.ask('hello', {}, null);
  if (!met.ok) return { connection: connectionOf(met.why), hub, clockAhead: null };
  const ahead = sources.now() - Date.parse(met.value.now);
  const found = (connection: Connection) => ({ connection, hub, clockAhead: Math.round(ahead / 60_000) });
  if (met.value.office !== member.office) return found('signInPage');
  if (met.value.oldest > protocol.newest) return found('tooOld');
  if (code === null) {
    // The least that can be asked as somebody: no numbers are declared void.
    const known = await transport.ask('void', { numbers: [] }, { device, key, token });
    const stale = !known.ok && known.why.tag === 'refused' && known.why.refused === 'staleToken';
    if (!known.ok && !stale) return found(connectionOf(known.why));
  }
  return found(isClockWrong(ahead) ? 'clockWrong' : 'reached');
};
