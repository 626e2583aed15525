import { sql } from 'kysely';
import type { Context } from './context.ts';

/** The numbers of a device that came, or never will because it said so. */
const known = ({ db }: Context, device: string) =>
  db
    .selectFrom('answer')
    .select('number')
    .where('device', '=', device)
    .union(db.selectFrom('held').select('number').where('device', '=', device))
    .union(db.selectFrom('void').select('number').where('device', '=', device));

/** The numbers up to `highest` that never came. Counting is enough where there are none, which is nearly always. */
export const missingNumbers = async (ctx: Context, device: string, highest: number): Promise<number[]> => {
  const { count } = await ctx.db
    .selectFrom(known(ctx, device).as('known'))
    .select(sql<number>`cast(count(*) as integer)`.as('count'))
    .where('number', '>', 0)
    .where('number', '<=', highest)
    .executeTakeFirstOrThrow();
  if (count >= highest) return [];
  const came = new Set((await known(ctx, device).execute()).map(({ number }) => number));
  return Array.from({ length: highest }, (_, i) => i + 1).filter((number) => !came.has(number));
};

export const gapsOf = async (ctx: Context, device: string): Promise<{ missing: number[]; held: number }> => {
  const highest = await ctx.db
    .selectFrom('device')
    .select('number')
    .where('id', '=', device)
    .executeTakeFirst();
  const held = await ctx.db
    .selectFrom('held')
    .select(sql<number>`cast(count(*) as integer)`.as('count'))
    .where('device', '=', device)
    .executeTakeFirstOrThrow();
  return { missing: await missingNumbers(ctx, device, highest?.number ?? 0), held: held.count };
};
