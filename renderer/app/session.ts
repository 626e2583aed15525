import type { Output } from '#shared/contract.ts';
import { type Reading, useRead } from './host.tsx';

export type Session = Output<'session.get'>;

/** Who is at work, in which office, on which day. */
export const useSession = (): Reading<'session.get'> => useRead('session.get', {});
