import type { TransportFailure } from './port.ts';
import { Torn } from './whole-body.ts';

/** Nothing moved for too long: `unconnected` where nobody had even taken the call. */
export class Stalled extends Error {
  readonly unconnected: boolean;
  constructor(unconnected: boolean) {
    super('stalled');
    this.unconnected = unconnected;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const noNetwork = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'ENETUNREACH',
  'ENETDOWN',
  'ENONET',
  'EADDRNOTAVAIL',
]);
const nobodyThere = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'EHOSTDOWN', 'ETIMEDOUT']);
const cutOff = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ABORT_ERR']);

/** Whether the other side was gone before it had answered anything. */
export const isUnanswered = (error: unknown): boolean => cutOff.has(codeOf(error));

/** What an error of a connection means, in the words of the port. */
export const failureOf = (thrown: unknown): TransportFailure => {
  const error = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  if (error instanceof Stalled) return { tag: error.unconnected ? 'hubDown' : 'stalled' };
  if (error instanceof Torn) return { tag: 'torn' };
  // Several addresses were tried: the first one speaks for all.
  if (error instanceof AggregateError) return failureOf(error.errors[0]);
  const code = codeOf(error);
  if (noNetwork.has(code)) return { tag: 'noNetwork' };
  if (nobodyThere.has(code)) return { tag: 'hubDown' };
  if (cutOff.has(code)) return { tag: 'torn' };
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID')
    return { tag: 'badCertificate', untimely: true };
  if (/CERT|ERR_TLS|UNABLE_TO|SELF_SIGNED|ISSUER/.test(code)) return { tag: 'badCertificate' };
  // Something speaks there, and neither TLS nor HTTP.
  if (code === 'EPROTO' || code.startsWith('HPE_') || code.startsWith('ERR_SSL')) return { tag: 'notAHub' };
  return { tag: 'hubDown' };
};

/** What an answer that no hub gives means: a proxy without its hub, a proxy's own limits, or a stranger. */
export const statusMeans = (status: number, retryAfter: number): TransportFailure => {
  const wait = retryAfter > 0 ? { retryAfter } : {};
  if (status === 413) return { tag: 'refused', refused: 'tooLarge' };
  if (status === 429) return { tag: 'refused', refused: 'tooMany', ...wait };
  if (status === 511) return { tag: 'notAHub' };
  if (status === 503 && retryAfter > 0) return { tag: 'refused', refused: 'stopping', ...wait };
  return { tag: status >= 500 ? 'hubDown' : 'notAHub' };
};
