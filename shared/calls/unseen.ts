import { z } from 'zod';
import { isoDate, recordId } from '#shared/records/common.ts';
import { unseenKinds } from '#shared/unseen/unseen.ts';
import { type Call, coordinator, nothing } from './call.ts';

/**
 * What past visits have not seen. The coordinator's alone: whoever knows where nobody goes could know where nobody
 * will come, so that no other call, letter, sheet or file has any of it.
 */
export const unseenCalls = {
  'unseen.get': {
    input: nothing,
    output: z.object({
      today: isoDate,
      sentences: z.array(
        z.object({
          key: z.string(),
          kind: z.enum(unseenKinds),
          suite: recordId,
          weeks: z.int(),
          text: z.string(),
          since: isoDate,
          last: z.object({ id: recordId, reference: z.string().nullable(), date: isoDate }).nullable(),
          visits: z.int(),
        }),
      ),
      against: z.array(
        z.object({
          key: z.string(),
          kind: z.enum(['everybody', 'children', 'women']),
          suite: recordId,
          text: z.string(),
          from: isoDate,
          to: isoDate,
          detained: z.int(),
          seen: z.int(),
        }),
      ),
      cannotSay: z.array(z.string()),
    }),
    errors: ['figuresWait'],
    may: coordinator,
    where: 'read',
    of: ['visit', 'suite', 'throughput'],
  },
} as const satisfies Record<string, Call>;
