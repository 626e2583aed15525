import { z } from 'zod';
import { derivedId } from '#shared/ids.ts';
import { isoDate, recordId, shortText, words } from './common.ts';
import { attachedFile } from './file.ts';
import { volunteerStatuses } from './person.ts';

/**
 * How somebody is reached: theirs to change, read by whoever runs their panel. Its id is derived from the person's.
 */
export const personContact = z.looseObject({
  id: recordId,
  person: recordId,
  panel: recordId.optional(),
  mail: z.email().max(200).optional(),
  telephone: z.string().max(50).optional(),
  address: z.string().max(500).optional(),
  emergency: z.looseObject({ name: shortText, telephone: z.string().max(50) }).optional(),
  /** What they need so that they can take part (Equality Act 2010, section 20). */
  adjustments: words.optional(),
});
export type PersonContact = z.infer<typeof personContact>;

export const personContactId = (office: string, person: string): string =>
  derivedId(office, 'personContact', person);

export const vettingOutcomes = ['cleared', 'refused', 'withdrawn'] as const;
export const reviewOutcomes = ['reaccredited', 'further training', 'not reaccredited'] as const;

/**
 * What the office keeps of a volunteer and the coordinator alone reads: their way from enquiry to leaving with its
 * reasons, references, vetting, reviews and papers. Its id is derived from the person's.
 */
export const personFile = z.looseObject({
  id: recordId,
  person: recordId,
  /** How they heard of the scheme. */
  heard: shortText.optional(),
  /** Every step of the way, on which day and why; the last is `person.volunteer.status`. */
  steps: z
    .array(
      z.looseObject({
        id: recordId,
        to: z.enum(volunteerStatuses),
        on: isoDate,
        by: recordId,
        why: words.optional(),
      }),
    )
    .max(100),
  references: z
    .array(
      z.looseObject({
        id: recordId,
        name: shortText,
        asked: isoDate.optional(),
        received: isoDate.optional(),
        words: words.optional(),
      }),
    )
    .max(20),
  vetting: z
    .array(
      z.looseObject({
        id: recordId,
        level: shortText.optional(),
        sent: isoDate.optional(),
        decided: isoDate.optional(),
        outcome: z.enum(vettingOutcomes).optional(),
        expires: isoDate.optional(),
        words: words.optional(),
      }),
    )
    .max(50),
  /** The reviews of every three years, and of the end of probation. */
  reviews: z
    .array(
      z.looseObject({
        id: recordId,
        on: isoDate,
        by: recordId,
        outcome: z.enum(reviewOutcomes),
        words: words.optional(),
      }),
    )
    .max(50),
  files: z.array(attachedFile).max(100).optional(),
  notes: words.optional(),
});
export type PersonFile = z.infer<typeof personFile>;

export const personFileId = (office: string, person: string): string =>
  derivedId(office, 'personFile', person);

export const interestKinds = ['suite', 'person', 'police', 'other'] as const;
export const interestFindings = ['keeps away', 'no conflict'] as const;

/**
 * A conflict of interest that somebody declares, and what the coordinator found of it: visitors are independent of the
 * force and of the body. Until it is looked at it counts.
 */
export const interest = z.looseObject({
  id: recordId,
  person: recordId,
  panel: recordId.optional(),
  kind: z.enum(interestKinds),
  suite: recordId.optional(),
  other: recordId.optional(),
  words: words.optional(),
  declared: isoDate,
  checked: z
    .looseObject({
      by: recordId,
      on: isoDate,
      finding: z.enum(interestFindings),
      words: words.optional(),
    })
    .optional(),
  ended: isoDate.optional(),
});
export type Interest = z.infer<typeof interest>;

/** Whether a declared interest keeps somebody from a suite, or from going with somebody, on `day`. */
export const keepsAway = (i: Interest, day: string): boolean =>
  i.checked?.finding !== 'no conflict' && !(i.ended !== undefined && i.ended <= day);

/**
 * One answer to equality monitoring. It names nobody, and nothing in it leads back to anybody: not a panel, not a day.
 * It is read in totals only, small ones suppressed.
 */
export const monitoring = z.looseObject({
  id: recordId,
  year: z.string().regex(/^\d{4}$/),
  /** Question to option, as the office's list has them; a question not answered is not in it. */
  answers: z.record(z.string().max(100), shortText),
});
export type Monitoring = z.infer<typeof monitoring>;
