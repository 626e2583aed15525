import type { Reader } from '#db/sql.ts';
import { isJoining, type Person } from '#shared/records/person.ts';
import type { Context } from './context.ts';
import { sees } from './rights.ts';

/** Whether somebody may be known of: who only asks to join is the business of those who take people on. */
export const isKnown = (r: Reader, ctx: Context, p: Person): boolean =>
  !isJoining(p) || sees(r, ctx, 'person', p);
