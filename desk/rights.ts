import { readRecord } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import type { RecordType } from '#shared/records/types.ts';
import { audienceOf, keysHeldBy } from '#shared/sync/access.ts';
import { actorOf } from '#shared/sync/actor.ts';
import { mayChange } from '#shared/sync/may-change.ts';
import type { Context } from './context.ts';

type Who = Pick<Context, 'identity' | 'today'>;

const own = (r: Reader, { identity }: Who) => readRecord(r, 'person', identity.person)?.document;

/** The keys that the person of this store holds, by the roles they have now. */
export const keysOf = (r: Reader, ctx: Who): string[] => {
  const person = own(r, ctx);
  return person ? keysHeldBy(person, ctx.today) : [];
};

/** Asks of one record after another whether the person of this store sees it, by the roles they have now. */
export const seesOf = (r: Reader, ctx: Who, type: RecordType): ((document: { id: string }) => boolean) => {
  const keys = keysOf(r, ctx);
  return (document) => audienceOf(type, document).some((key) => keys.includes(key));
};

/** Whether the person of this store sees a record as it stands. */
export const sees = (r: Reader, ctx: Who, type: RecordType, document: { id: string }): boolean =>
  seesOf(r, ctx, type)(document);

/**
 * Whether the person of this store may make of a record what they want to make of it: what the office would refuse is
 * said at once.
 */
export const mayMake = (
  r: Reader,
  ctx: Who,
  type: RecordType,
  before: { id: string } | undefined,
  after: { id: string },
): boolean => {
  const person = own(r, ctx);
  return person !== undefined && mayChange(actorOf(person), type, before, after);
};
