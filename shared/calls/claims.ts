import { z } from 'zod';
import { claimRow, claimShows, claimView, hours, paymentRow } from '#shared/claim-views.ts';
import { claim, claimLine } from '#shared/records/claim.ts';
import { recordId, shortText, words } from '#shared/records/common.ts';
import { page } from '#shared/views.ts';
import { byId, type Call, coordinator, madeFile, nothing, saved, staff, writers } from './call.ts';

const { month } = claim.shape;

/** What is typed of a line; its day is that of what it is for. */
const line = claimLine
  .pick({ id: true, kind: true, for: true, miles: true, pence: true, rate: true, words: true })
  .refine(({ kind, miles, pence }) => (kind === 'mileage' ? (miles ?? 0) > 0 : (pence ?? 0) > 0), {
    path: ['amount'],
    message: 'Mileage has miles, and anything else an amount.',
  });

const moving = ['notFound', 'movedOn', 'changedElsewhere'] as const;
const of = ['claim', 'visit', 'session', 'person', 'setting', 'suite'] as const;

/** Hours given, and claims: written by whom they pay, decided by a coordinator, who never decides their own. */
export const claimsCalls = {
  'claims.list': {
    input: z.object({
      show: z.enum(claimShows).default('submitted'),
      after: z.string().max(400).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: page(claimRow),
    errors: [],
    may: coordinator,
    where: 'read',
    of,
  },
  /** One's own hours of the office's year, month by month, one's claims, and the months that could be claimed for. */
  'claims.mine': {
    input: nothing,
    output: z.object({
      year: z.string(),
      months: z.array(z.object({ month, hours })),
      total: hours,
      claims: z.array(claimRow),
      toClaim: z.array(z.object({ month, for: z.int() })),
      /** Whether this store is its own office, which writes down what volunteers hand in. */
      alone: z.boolean(),
      people: z.array(z.object({ id: recordId, name: z.string() })),
      today: z.iso.date(),
    }),
    errors: [],
    may: writers,
    where: 'read',
    of,
  },
  'claims.get': { input: byId, output: claimView, errors: ['notFound'], may: writers, where: 'read', of },
  /** Begins the claim of a month, or gives the one there is. In a store that is its own office, also somebody else's. */
  'claims.begin': {
    input: z.object({ month, person: recordId.optional() }),
    output: saved,
    errors: ['notFound', 'futureMonth'],
    may: writers,
    where: 'write',
  },
  'claims.saveLine': {
    input: byId.extend({ line }),
    output: saved,
    errors: [...moving, 'claimLine', 'claimSubmitted'],
    may: writers,
    where: 'write',
  },
  'claims.removeLine': {
    input: byId.extend({ line: recordId }),
    output: saved,
    errors: [...moving, 'claimSubmitted'],
    may: writers,
    where: 'write',
  },
  'claims.submit': {
    input: byId,
    output: saved,
    errors: [...moving, 'noLines', 'noRate', 'claimLine', 'claimSubmitted'],
    may: writers,
    where: 'write',
  },
  'claims.withdraw': { input: byId, output: saved, errors: moving, may: writers, where: 'write' },
  /** Gives it back to its claimant with a reason; one that was approved as long as it has not left for payment. */
  'claims.return': {
    input: byId.extend({ words }),
    output: saved,
    errors: [...moving, 'noWords', 'ownClaim'],
    may: coordinator,
    where: 'write',
  },
  /** Approves what it was seen to come to, and freezes that. */
  'claims.approve': {
    input: byId.extend({ pence: z.int() }),
    output: saved,
    errors: [...moving, 'noRate', 'ownClaim'],
    may: coordinator,
    where: 'write',
  },
  /** What is approved and has not left, and what has left with which export. */
  'claims.payment': {
    input: nothing,
    output: z.object({
      ready: z.array(paymentRow),
      exports: z.array(
        z.object({
          name: z.string(),
          claims: z.int(),
          pence: z.int(),
          paid: z.int(),
          /** The office has taken it, so that nobody else can export the same. */
          taken: z.boolean(),
        }),
      ),
    }),
    errors: [],
    may: coordinator,
    where: 'read',
    of,
  },
  /** Lets approved claims leave for payment together: from then on they have left, and leave with nothing else. */
  'claims.export': {
    input: z.object({ claims: z.array(recordId).min(1).max(500) }),
    output: z.object({ export: z.string() }),
    errors: moving,
    may: coordinator,
    where: 'write',
  },
  'claims.exported': {
    input: z.object({ export: shortText }),
    output: z.object({
      rows: z.array(paymentRow),
      body: z.string(),
      notice: z.string().nullable(),
    }),
    errors: ['notFound', 'exportWaits'],
    may: coordinator,
    where: 'read',
    of,
  },
  /** The file of an export; saved again it is a copy, and says so by the export it names. */
  'claims.file': {
    input: z.object({ export: shortText, as: z.enum(['csv', 'xlsx']) }),
    output: madeFile,
    errors: ['notFound', 'exportWaits'],
    may: coordinator,
    where: 'app',
  },
  'claims.paid': {
    input: z.object({ export: shortText }),
    output: z.object({ paid: z.int() }),
    errors: ['notFound', 'exportWaits', 'changedElsewhere'],
    may: coordinator,
    where: 'write',
  },
  /** Hours of a month, a quarter or a year by panel; within a panel by name. */
  'claims.hours': {
    input: z.object({ period: z.string().max(40).optional() }),
    output: z.object({
      period: z.string(),
      label: z.string(),
      periods: z.array(z.object({ id: z.string(), label: z.string() })),
      panels: z.array(
        z.object({
          name: z.string(),
          people: z.array(z.object({ id: recordId, name: z.string(), hours })),
          total: hours,
        }),
      ),
    }),
    errors: ['badPeriod'],
    may: staff,
    where: 'read',
    of: [...of, 'panel'],
  },
} as const satisfies Record<string, Call>;
