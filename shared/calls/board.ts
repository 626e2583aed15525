import { z } from 'zod';
import { isoDate, recordId } from '#shared/records/common.ts';
import { recordTypes } from '#shared/records/types.ts';
import { type Call, nothing, staff } from './call.ts';

/** Everything that can wait for somebody at the office, in the order in which it is looked at. */
export const boardMatters = [
  'untold',
  'urgent',
  'lateAnswers',
  'silentSheets',
  'latePlanItems',
  'weeksWithout',
  'longDrafts',
  'lateActions',
  'expired',
  'unread',
  'answeredQueries',
  'fresh',
  'withCoordinator',
  'answered',
  'checked',
  'checkDrafts',
  'claimsWaiting',
  'awaited',
  'openQueries',
  'undeclared',
  'swapsAsked',
  'emptyPlaces',
  'duePlanItems',
  'expiring',
  'reviewsDue',
  'visited',
  'raised',
  'answers',
  'contested',
  'attention',
  'aside',
] as const;
export type BoardMatter = (typeof boardMatters)[number];

/** One number of the board: how many, since when the oldest of them waits, and which suites they are of. */
export const boardFigure = z.object({
  matter: z.enum(boardMatters),
  count: z.int(),
  oldest: isoDate.nullable(),
  bySuite: z.array(z.object({ suite: recordId.nullable(), count: z.int() })),
});
export type BoardFigure = z.infer<typeof boardFigure>;

/** All that is open, due or unanswered, on one page. */
export const boardCalls = {
  'board.get': {
    input: nothing,
    output: z.object({
      today: isoDate,
      body: z.string(),
      notice: z.string().nullable(),
      /** The days from which what came in is counted, to today. */
      from: isoDate,
      suites: z.array(z.object({ id: recordId, name: z.string() })),
      figures: z.array(boardFigure),
    }),
    errors: [],
    may: staff,
    where: 'read',
    of: [...recordTypes],
  },
} as const satisfies Record<string, Call>;
