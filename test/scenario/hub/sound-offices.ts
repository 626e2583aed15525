import { afterEach, expect } from 'vitest';
import type { kinds } from '#test/hub-store.ts';
import { newStoreOffice, type StoreOffice } from './store-office.ts';

/** How each test of a group begins an office of its own, which must be sound when the test ends. */
export const soundOffices = (kind: keyof typeof kinds): (() => Promise<StoreOffice>) => {
  let office: StoreOffice;
  afterEach(async () => {
    expect(await office.store.check()).toEqual([]);
    await office.end();
  });
  return async () => {
    office = await newStoreOffice(kind);
    return office;
  };
};
