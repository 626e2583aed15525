import { failureOf } from '#db/failure.ts';
import type { Failure } from '#shared/errors.ts';

/** What says that nobody answers, or that the answer broke off: of the network, and of a server that is starting or stopping. */
const unreachable = /^(ECONN|ENOTFOUND|EHOST|ENET|ETIMEDOUT|EAI_AGAIN|EPIPE|ERR_INVALID_URL|08|57P0)/;
/** Who may not come in, a database that is not there, what the user may not do, too many connections; and certificates. */
const refused = /^(28|3D000|42501|53300|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|CERT_|ERR_TLS)/;
/** No room, or no memory, on the database server. */
const full = /^(53100|53200|58030)/;

/**
 * What went wrong with PostgreSQL, or with the file that is copied into it, by the codes that both give. Undefined for
 * anything else: that is a bug, and is not to look like a network.
 */
export const databaseFailure = (error: unknown, path: string): Failure | undefined => {
  if (!(error instanceof Error)) return undefined;
  // A name that has several addresses fails with one error for each.
  const first = error instanceof AggregateError ? (error.errors[0] as Error) : error;
  const code = String((first as NodeJS.ErrnoException).code ?? '');
  if (unreachable.test(code) || /timeout|connection terminated/i.test(first.message))
    return { tag: 'databaseUnreachable' };
  if (refused.test(code) || /does not support SSL/i.test(first.message))
    return { tag: 'databaseRefused', detail: first.message };
  if (full.test(code)) return { tag: 'databaseFull' };
  return failureOf(error, path);
};
