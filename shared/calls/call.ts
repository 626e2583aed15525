import { z } from 'zod';
import type { FailureTag } from '#shared/errors.ts';
import { isoInstant, recordId } from '#shared/records/common.ts';
import type { RecordType } from '#shared/records/types.ts';
import type { Role } from '#shared/roles.ts';
import { limits } from '#shared/sync/wire.ts';

/** Who may make a call: anyone at the machine, anyone who has unlocked a store, or the roles named. */
type May = 'anyone' | 'everyone' | readonly Role[];

export type Call = {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** What can go wrong, apart from what can always: locked, notAllowed, invalid, unexpected, diskFull. */
  readonly errors: readonly FailureTag[];
  readonly may: May;
  /** `app`: answered without the store; `read` and `write`: by the worker that reads or the one that writes. */
  readonly where: 'app' | 'read' | 'write';
  /** For reads: the record types whose change makes the answer stale. For writes nothing: the store knows. */
  readonly of?: readonly RecordType[];
  /** Long work that gives way to what people do. */
  readonly bulk?: true;
  /** Its input carries a whole file, so that it may weigh much more than any other. */
  readonly carriesFile?: true;
};

export const staff = ['panel-coordinator', 'coordinator'] as const satisfies Role[];
export const coordinator = ['coordinator'] as const satisfies Role[];
/** Whoever has every review and whom the office writes to; of a review also its assessor and whoever decides it. */
export const caseworkers = ['caseworker'] as const satisfies Role[];
export const reviewers = ['caseworker', 'assessor', 'decider'] as const satisfies Role[];
export const writers = ['visitor', 'panel-coordinator', 'coordinator'] as const satisfies Role[];

/** A file that a call carries as base64: one to be attached, or a rescue file with one in it. */
export const largestFile = Math.ceil(limits.file / 3) * 4 + 1_000;
/** What a call weighs at most, whichever way it comes. */
export const largestCall = largestFile + 1_000_000;

export const nothing = z.object({});
export const byId = z.object({ id: recordId });
export const saved = z.object({ id: recordId, savedAt: isoInstant });
/** A file that was made and leaves by a call; `bytes` as base64. */
export const madeFile = z.object({ name: z.string(), mime: z.string(), bytes: z.string() });
