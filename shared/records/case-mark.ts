import { z } from 'zod';
import { answerers, caseKinds, requestOutcomes } from './case-parts.ts';
import { isoDate, recordId, shortText } from './common.ts';

const day = z.looseObject({ on: isoDate });
const asked = z.looseObject({ asked: isoDate, received: isoDate.optional() });

/** What moves the clock of a request for information, by its days alone. */
const markedRequest = z.looseObject({
  proofs: z.array(asked),
  clarifications: z.array(asked),
  fee: z.looseObject({ noticed: isoDate, paid: isoDate.optional() }).optional(),
  extension: z.looseObject({ id: shortText.optional(), on: isoDate }).optional(),
  decision: z.looseObject({ outcome: z.enum(requestOutcomes), on: isoDate }).optional(),
  internalReviews: z.array(z.looseObject({ asked: isoDate })),
});

/**
 * That there is a confidential case, without a word of it: what figures count on and nothing else, for every caseworker,
 * so that a return is the same whoever makes it. It names nobody, and neither theme nor place, channel, area nor
 * constituency: with a day these could tell whose case it is. Acceptance alone writes it, beside the case.
 */
export const caseMark = z.looseObject({
  id: recordId,
  /** Absent once the case is every caseworker's again, and counted as any other. */
  counted: z
    .looseObject({
      kind: z.enum(caseKinds),
      received: isoDate,
      /** From a file of earlier cases that does not speak of acknowledgements. */
      acknowledgementUnknown: z.boolean().optional(),
      acknowledged: day.optional(),
      answered: z.looseObject({ on: isoDate, by: z.enum(answerers).optional() }).optional(),
      closed: day.optional(),
      holds: z.array(z.looseObject({ from: isoDate, until: isoDate.optional() })),
      calls: z.array(z.looseObject({ on: isoDate, direction: z.enum(['in', 'out']) })),
      request: markedRequest.optional(),
    })
    .optional(),
});
export type CaseMark = z.infer<typeof caseMark>;
