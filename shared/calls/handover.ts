import { z } from 'zod';
import { isoDate, recordId } from '#shared/records/common.ts';
import { urgentContact } from '#shared/records/setting.ts';
import { postholder, suiteStatuses } from '#shared/records/suite.ts';
import { recordTypes } from '#shared/records/types.ts';
import { patch } from '#shared/sync/patch.ts';
import { boardMatters } from './board.ts';
import { type Call, coordinator, nothing, saved, staff } from './call.ts';

const line = z.object({
  type: z.enum(recordTypes),
  id: recordId,
  title: z.string(),
  /** What of its words tells it from others. */
  words: z.string().nullable(),
  /** Since when it waits, or by when it is due. */
  day: isoDate.nullable(),
});

/** Somebody of the scheme, and how they are reached as far as the office has it. */
const reached = z.object({
  id: recordId,
  name: z.string(),
  mail: z.string().nullable(),
  telephone: z.string().nullable(),
});

/** Everything a stand-in needs: what is open, due or unanswered, who is who, and what the office wrote down for them. */
export const handoverCalls = {
  'handover.get': {
    input: nothing,
    output: z.object({
      today: isoDate,
      body: z.string(),
      notice: z.string().nullable(),
      /** Each number of the board that is not nought, with the records behind it as far as a page holds them. */
      matters: z.array(z.object({ matter: z.enum(boardMatters), count: z.int(), lines: z.array(line) })),
      /** The matters of the board of which there is nothing. */
      none: z.array(z.enum(boardMatters)),
      /** Whoever runs the scheme. */
      coordinators: z.array(reached),
      panels: z.array(
        z.object({
          id: recordId,
          name: z.string(),
          suites: z.array(z.string()),
          coordinators: z.array(reached),
          volunteers: z.int(),
        }),
      ),
      suites: z.array(
        z.object({
          id: recordId,
          name: z.string(),
          status: z.enum(suiteStatuses),
          telephone: z.string().nullable(),
          mail: z.string().nullable(),
          /** Who holds each post today. */
          postholders: z.array(postholder.pick({ id: true, post: true, name: true, mail: true })),
        }),
      ),
      contacts: z.array(urgentContact),
      notes: z.object({ id: recordId, words: z.string() }),
    }),
    errors: [],
    may: staff,
    where: 'read',
    of: [...recordTypes],
  },
  /** Changes the office's own words for a stand-in. */
  'handover.save': {
    input: z.object({ patch }),
    output: saved,
    errors: ['changedElsewhere'],
    may: coordinator,
    where: 'write',
  },
} as const satisfies Record<string, Call>;
