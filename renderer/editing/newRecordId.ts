import { newId } from '#shared/ids.ts';

/** An id for what a person has just begun to make. */
export const newRecordId = (): string =>
  newId({ now: Date.now, random: (count) => crypto.getRandomValues(new Uint8Array(count)) });
