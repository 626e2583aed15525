import { z } from 'zod';
import { period } from '#shared/periods.ts';
import { recordId, words } from '#shared/records/common.ts';
import { monday, shiftStates } from '#shared/records/shift.ts';
import { gap, objection, person, place, proposed, said, swap } from '#shared/rota-views.ts';
import { patch } from '#shared/sync/patch.ts';
import { byId, type Call, madeFile, nothing, saved, staff, writers } from './call.ts';

export const ofRota = [
  'shift',
  'availability',
  'swap',
  'interest',
  'person',
  'suite',
  'panel',
  'setting',
  'visit',
] as const;
/** A quarter by its id, such as `2026-27Q3`; the one that contains today where none is said. */
export const quarter = z.string().max(20);
const ofQuarter = z.object({ quarter: quarter.optional(), panel: recordId.optional() });

/**
 * The rota: weeks, suites and pairs, and never a day or a time (Code of Practice on Independent Custody Visiting 2013:
 * visits are unannounced). Staff plan it; what volunteers do themselves is in `rota-own.ts`.
 */
export const rotaCalls = {
  /** A quarter of the rota. A volunteer sees the planned places of their panel, and nothing that speaks against anybody. */
  'rota.get': {
    input: ofQuarter,
    output: z.object({
      quarter: period,
      previous: z.string(),
      next: z.string(),
      /** Mondays, and the one of the week it is now. */
      weeks: z.array(monday),
      thisWeek: monday,
      /** Whether the reader plans this rota. */
      plans: z.boolean(),
      panels: z.array(z.object({ id: recordId, name: z.string() })),
      suites: z.array(
        z.object({
          id: recordId,
          name: z.string(),
          panel: recordId.nullable(),
          /** Weeks in which it is closed or in reserve. */
          notOpen: z.array(monday),
          /** How many visits are wanted in the quarter. */
          wanted: z.int(),
        }),
      ),
      places: z.array(place),
      gaps: z.array(gap),
      overUse: z.array(z.string()),
      /** By name: volunteers who can be placed, and what each said of the quarter. */
      volunteers: z.array(
        person.extend({
          panel: recordId.nullable(),
          /** How many weeks of the quarter they said anything of, and of how many that they are free. */
          said: z.int(),
          free: z.int(),
          /** By Monday. */
          weeks: z.record(monday, said),
          /** How many places of the quarter they have. */
          places: z.int(),
        }),
      ),
      /** Asked and not answered yet. */
      swaps: z.array(swap),
      body: z.string(),
      notice: z.string().nullable(),
    }),
    errors: ['badPeriod'],
    may: writers,
    where: 'read',
    of: ofRota,
  },
  /** One place, with what its page shows beside it. */
  'rota.place': {
    input: byId,
    output: z.object({
      place,
      quarter: period,
      plans: z.boolean(),
      /** Whether it is the reader's own, or one they may take, and why not. */
      mine: z.boolean(),
      mayTake: z.boolean(),
      against: z.array(z.string()),
      swaps: z.array(swap),
      /** What happened to it: when it was written down, and by whom. */
      history: z.array(
        z.object({ to: z.enum(shiftStates), at: z.string(), by: person, why: z.string().nullable() }),
      ),
    }),
    errors: ['notFound'],
    may: writers,
    where: 'read',
    of: ofRota,
  },
  /** Proposes pairs for every visit that is wanted and has none; nothing is written. */
  'rota.propose': {
    input: ofQuarter,
    output: z.object({ places: z.array(proposed), gaps: z.array(gap) }),
    errors: ['badPeriod'],
    may: staff,
    where: 'read',
    of: ofRota,
  },
  /** Writes chosen proposals: new places as drafts, the other halves of places that stand into them. */
  'rota.draft': {
    input: z.object({
      places: z
        .array(
          z.object({
            id: recordId.optional(),
            suite: recordId,
            week: monday,
            tact: z.boolean().optional(),
            people: z.array(recordId).length(2),
          }),
        )
        .min(1)
        .max(1_000),
    }),
    output: z.object({ made: z.array(recordId) }),
    errors: ['notFound', 'speaksAgainst', 'movedOn'],
    may: staff,
    where: 'write',
  },
  /** Makes a place as a draft; the pair may be empty. */
  'rota.addPlace': {
    input: z.object({
      suite: recordId,
      week: monday,
      tact: z.boolean().optional(),
      first: recordId.optional(),
      second: recordId.optional(),
      trainee: recordId.optional(),
    }),
    output: saved,
    errors: ['notFound'],
    may: staff,
    where: 'write',
  },
  /**
   * Changes who goes; `despite` says why a place stands although something speaks against it. What must not stand in a
   * planned place is not saved without.
   */
  'rota.savePlace': {
    input: byId.extend({
      patch,
      despite: z
        .object({
          kinds: z.array(z.string().max(50)).min(1).max(20),
          people: z.array(recordId).max(10),
          reason: words,
        })
        .optional(),
    }),
    output: saved,
    errors: ['notFound', 'changedElsewhere', 'speaksAgainst', 'saysWhen', 'noReason', 'movedOn'],
    may: staff,
    where: 'write',
  },
  /**
   * A place as somebody means to change it, or to make it: what would speak against it, and of every volunteer, by name,
   * what would speak against them going there, whoever went with them.
   */
  'rota.consider': {
    input: z.object({
      /** The place that is changed; none for one that is only meant. */
      id: recordId.optional(),
      suite: recordId,
      week: monday,
      tact: z.boolean().optional(),
      first: recordId.optional(),
      second: recordId.optional(),
      trainee: recordId.optional(),
    }),
    output: z.object({
      objections: z.array(objection),
      people: z.array(person.extend({ against: z.array(objection) })),
    }),
    errors: ['notFound'],
    may: staff,
    where: 'read',
    of: ofRota,
  },
  /** Shows drafts to their panel: all of a quarter, or those named. What must not stand stays a draft, and why. */
  'rota.publish': {
    input: ofQuarter.extend({ ids: z.array(recordId).max(1_000).optional() }),
    output: z.object({
      published: z.int(),
      left: z.array(z.object({ id: recordId, against: z.array(z.string()) })),
    }),
    errors: ['badPeriod'],
    may: staff,
    where: 'write',
  },
  'rota.withdraw': {
    input: byId.extend({ why: words.optional() }),
    output: saved,
    errors: ['notFound', 'movedOn', 'saysWhen'],
    may: staff,
    where: 'write',
  },
  /** Says that its week passed without a visit, and why. */
  'rota.missed': {
    input: byId.extend({ why: words }),
    output: saved,
    errors: ['notFound', 'movedOn', 'saysWhen', 'noReason'],
    may: staff,
    where: 'write',
  },
  /** Plans again what was withdrawn or said to be missed. */
  'rota.planAgain': {
    input: byId,
    output: saved,
    errors: ['notFound', 'movedOn', 'speaksAgainst'],
    may: staff,
    where: 'write',
  },
  /** Who could take the empty half of a place, or go instead of somebody in it: by name, and nobody before anybody. */
  'rota.couldTake': {
    input: byId.extend({ instead: recordId.optional() }),
    output: z.array(
      person.extend({
        against: z.array(z.string()),
        partners: z.array(person),
      }),
    ),
    errors: ['notFound'],
    may: staff,
    where: 'read',
    of: ofRota,
  },
  /** Planned weeks that passed and of which there is no report. */
  'rota.weeksWithout': {
    input: z.object({ panel: recordId.optional() }),
    output: z.array(place.extend({ weeksAgo: z.int() })),
    errors: [],
    may: staff,
    where: 'read',
    of: ofRota,
  },
  /** What waits for somebody in whatever week is to come: places that look for somebody, and exchanges not answered. */
  'rota.waiting': {
    input: nothing,
    output: z.object({ seeking: z.array(place), swaps: z.array(swap) }),
    errors: [],
    may: staff,
    where: 'read',
    of: ofRota,
  },
  /** The rota of a quarter as it is handed round: planned places alone. */
  'rota.file': {
    input: ofQuarter.extend({ as: z.enum(['docx', 'csv']) }),
    output: madeFile,
    errors: ['badPeriod'],
    may: writers,
    where: 'app',
  },
} as const satisfies Record<string, Call>;
