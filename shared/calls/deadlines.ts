import { z } from 'zod';
import { ruleIds, standings } from '#shared/deadlines/rules.ts';
import { isoDate, recordId, words } from '#shared/records/common.ts';
import { reviewSettings } from '#shared/records/review-settings.ts';
import { deadlineView } from '#shared/review-views.ts';
import { type Call, caseworkers, nothing, saved } from './call.ts';

const length = { count: z.int(), unit: z.string() };
const list = z.object({ name: z.string().max(300), text: z.string().max(500_000) });
/** A last day that moves, by the review or case it belongs to. */
export const moved = z.object({
  of: z.enum(['review', 'caseFile']),
  id: recordId,
  reference: z.string().nullable(),
  title: z.string(),
  from: isoDate,
  to: isoDate,
});
const holiday = z.tuple([isoDate, z.string(), z.string()]);

/** Clocks and the calendars they go by. */
export const deadlinesCalls = {
  /** Every clock there is, as this office has set it, and how far bank holidays are known. */
  'deadlines.rules': {
    input: nothing,
    output: z.object({
      rules: z.array(
        z.object({
          id: z.enum(ruleIds),
          title: z.string(),
          starts: z.string(),
          ...length,
          calendar: z.string().nullable(),
          pauses: z.string().nullable(),
          restarts: z.string().nullable(),
          extensions: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              how: z.enum(['in all', 'more']),
              ...length,
              basis: z.string(),
              confirm: z.boolean(),
            }),
          ),
          standing: z.enum(standings),
          basis: z.string(),
          since: isoDate.nullable(),
          note: z.string().nullable(),
          /** What the note says is doubtful in law. */
          confirm: z.boolean(),
        }),
      ),
      calendar: z.object({
        source: z.string(),
        first: z.int(),
        last: z.int(),
        loaded: isoDate.nullable(),
      }),
    }),
    errors: [],
    may: 'everyone',
    where: 'read',
    of: ['setting'],
  },
  /** Works a clock out from a start and what happened since; null where it has not started. */
  'deadlines.work': {
    input: z.object({
      rule: z.enum(ruleIds),
      events: z
        .array(
          z.discriminatedUnion('kind', [
            z.object({ kind: z.enum(['started', 'restarted']), on: isoDate, why: words.optional() }),
            z.object({ kind: z.literal('paused'), on: isoDate, until: isoDate.optional(), why: words }),
            z.object({
              kind: z.literal('extended'),
              extension: z.string().max(100),
              count: z.int().min(1).max(1_000).optional(),
              why: words.optional(),
            }),
          ]),
        )
        .max(50),
    }),
    output: deadlineView.nullable(),
    errors: [],
    may: 'everyone',
    where: 'read',
    of: ['setting'],
  },
  /** What a newer list of bank holidays would change, before anything is changed. */
  'deadlines.readHolidays': {
    input: list,
    output: z.object({
      first: z.int(),
      last: z.int(),
      added: z.array(holiday),
      removed: z.array(holiday),
      moved: z.array(moved),
    }),
    errors: ['badFile'],
    may: caseworkers,
    where: 'read',
  },
  /** Takes it for the whole office; gives what moved by it. Dates quoted in letters stay as they were quoted. */
  'deadlines.loadHolidays': {
    input: list,
    output: saved.extend({ moved: z.array(moved) }),
    errors: ['badFile'],
    may: caseworkers,
    where: 'write',
  },
  /** The lists and clocks of reviews, those that the office has not set as it began. */
  'reviews.settings': {
    input: nothing,
    output: reviewSettings.required(),
    errors: [],
    may: 'everyone',
    where: 'read',
    of: ['setting'],
  },
  /** Sets some of them; gives the last days that moved where clocks did. */
  'reviews.set': {
    input: z.object({ set: reviewSettings }),
    output: saved.extend({ moved: z.array(moved) }),
    errors: [],
    may: caseworkers,
    where: 'write',
  },
} as const satisfies Record<string, Call>;
