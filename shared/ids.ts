import { v4, v5, v7 } from 'uuid';

/** Where time and randomness come from, so that tests need no mocks. */
export type Sources = {
  /** Milliseconds since 1970, as this machine believes. A claim, never used for order between machines. */
  now(): number;
  /** `count` random bytes. */
  random(count: number): Uint8Array;
};

/** A new record id (UUIDv7): made on the device, ascending in time, so that inserts stay at the end of an index. */
export const newId = (sources: Sources): string => v7({ msecs: sources.now(), random: sources.random(16) });

/** The last moment that ISO text has four digits of a year for. */
const lastMoment = Date.parse('9999-12-31T23:59:59.999Z');

/** When an id that `newId` gave was made, as its maker's clock had it. */
export const madeAt = (id: string): string =>
  new Date(Math.min(Number.parseInt(id.replace('-', '').slice(0, 12), 16), lastMoment)).toISOString();

/** An id that says nothing at all, not even when it was made: for what must not lead back to anybody. */
export const randomId = (sources: Sources): string => v4({ random: sources.random(16) });

/**
 * The id of a record that is derived or imported: a hash of office, type and source, so that two laptops which
 * derive the same thing, or read the same file twice, make one record.
 */
export const derivedId = (office: string, type: string, source: string): string =>
  v5(new TextEncoder().encode(`${type}:${source}`), office);

/** The moment as ISO text in UTC with milliseconds. */
export const instant = (sources: Sources): string => new Date(sources.now()).toISOString();

/** What stands for the product itself where the id of an office would. */
const product = '5b7d3f52-6f0e-4c0a-9a53-0c1d8c5b7e21';

/** The id of something that every office begins with: the same in each of them, so that they name the same. */
export const beginningId = (of: string, name: string): string => derivedId(product, of, name);
