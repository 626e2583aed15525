import type { Halt, Run } from './run.ts';

/**
 * The office ended this laptop's access: what is unsent is sealed so that only the office can read it, and handed
 * over; where that cannot be done it is for the caller to keep as a file, before the store's key is destroyed.
 */
export const leaveOffice = async (run: Run): Promise<Halt> => {
  const sealed = await run.store.sealedRest();
  const handedOver = sealed === '' ? undefined : await run.ask('quarantine', { sealed });
  return { kind: 'revoked', sealed, withOffice: handedOver?.ok ?? true };
};
