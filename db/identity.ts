import { prepared, type Reader, sql, type Writer } from './sql.ts';

/**
 * What this store is: its office, its device, and how far its own numbering has come. A stand-alone store is its
 * own office, and accepts with the function that a hub would use; it can become a hub and keep every number.
 */
export type Identity = {
  office: string;
  device: string;
  /** The person whose store this is. */
  person: string;
  /** The number of this device's last sealed change. */
  number: number;
  epoch: number;
  n: number;
  head: string;
};

const stored = prepared(() => sql.selectFrom('meta').select('value').where('key', '=', 'identity'));

export const readIdentity = (r: Reader): Identity => JSON.parse(r.first(stored())?.value as string);

const store = prepared((value: string) =>
  sql
    .insertInto('meta')
    .values({ key: 'identity', value })
    .onConflict((c) => c.column('key').doUpdateSet({ value })),
);

export const writeIdentity = (w: Writer, identity: Identity): void => {
  w.run(store(JSON.stringify(identity)));
};
