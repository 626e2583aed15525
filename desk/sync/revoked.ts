import { type Halt, type Run, refusalIn } from './run.ts';

/**
 * The office ended this laptop's access: what is unsent is sealed so that only the office can read it, and handed
 * over; where that cannot be done it is for the caller to keep as a file, before the store's key is destroyed. Where
 * attached files make it more than the office takes, it has the words at once, and the file to be kept has all.
 */
export const leaveOffice = async (run: Run): Promise<Halt> => {
  const sealed = await run.store.sealedRest(true);
  const handedOver = sealed === '' ? undefined : await run.ask('quarantine', { sealed });
  if (handedOver && refusalIn(handedOver) === 'tooLarge') {
    const words = await run.store.sealedRest(false);
    if (words !== '') await run.ask('quarantine', { sealed: words });
  }
  return { kind: 'revoked', sealed, withOffice: handedOver?.ok ?? true };
};
