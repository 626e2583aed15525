import { reads, writes } from '#desk/answers.ts';

/** What a worker answers out of its store, for tests that stand on a store without a worker. */
export const handlers = { ...reads, ...writes };
export type StoreCall = keyof typeof handlers;
