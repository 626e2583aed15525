import { z } from 'zod';
import { caseDeadlineView } from '#shared/case-views.ts';
import { requestDeed } from '#shared/cases/request-deeds.ts';
import { caseFile } from '#shared/records/case-file.ts';
import { caseKinds, requestOutcomes } from '#shared/records/case-parts.ts';
import { isoDate, recordId, shortText } from '#shared/records/common.ts';
import { attachedFile } from '#shared/records/file.ts';
import { byId, type Call, caseworkers, madeFile, saved } from './call.ts';

const gone = ['notFound', 'destroyed'] as const;

/** A request for information under its regime, with what follows from all that was done about it. */
const requestView = z.object({
  case: caseFile,
  /** The clocks of the request alone, each explained; that of asking for an internal review among them. */
  deadlines: z.array(caseDeadlineView),
  /** Working days to the answer, and whether that was in time; null while it is not answered. */
  taken: z.int().nullable(),
  inTime: z.boolean().nullable(),
  /** What to think of now, in sentences. */
  reminders: z.array(z.string()),
  /** Words of the entry in the disclosure log that are the requester's own: their name, mail or telephone. */
  naming: z.array(z.string()),
  mayWrite: z.boolean(),
  names: z.record(z.string(), z.string()),
  /** Whoever may look at a decision again: nobody who made it. */
  reviewers: z.array(z.object({ id: recordId, name: z.string() })),
});

const redactionView = z.object({
  files: z.array(
    z.object({
      file: attachedFile,
      here: z.boolean(),
      /** The original, where this is a redacted copy. */
      of: recordId.nullable(),
      copies: z.array(recordId),
    }),
  ),
  redactions: z.array(caseFile.shape.redactions.element),
  mayWrite: z.boolean(),
});

/** One line of the disclosure log. It names nobody, and no case by its number. */
const logRow = z.object({
  id: recordId,
  title: z.string(),
  summary: z.string(),
  regime: z.enum(caseKinds),
  received: isoDate,
  answered: isoDate.nullable(),
  outcome: z.enum(requestOutcomes).nullable(),
  /** Words that are the requester's own and must go before it is published. */
  naming: z.array(z.string()),
});
export type LogRow = z.infer<typeof logRow>;

const logAsked = z.object({ from: isoDate.optional(), to: isoDate.optional() });

/** Requests for information: what was asked, waited for, told, withheld and decided, and what is published of it. */
export const requestsCalls = {
  'requests.get': {
    input: byId,
    output: requestView,
    errors: gone,
    may: caseworkers,
    where: 'read',
    of: ['caseFile', 'contact', 'person', 'setting'],
  },
  'requests.do': {
    input: byId.extend({ deed: requestDeed }),
    output: saved,
    errors: [...gone, 'movedOn', 'notTheirCase', 'requestStep'],
    may: caseworkers,
    where: 'write',
  },
  'redactions.get': {
    input: byId,
    output: redactionView,
    errors: gone,
    may: caseworkers,
    where: 'read',
    of: ['caseFile'],
  },
  /** Says of a file of the case that it is a redacted copy of another, and why what is illegible in it is so. */
  'redactions.put': {
    input: byId.extend({
      redaction: recordId,
      of: recordId,
      file: recordId,
      reasons: z
        .array(z.object({ id: recordId, place: shortText, reason: shortText }))
        .min(1)
        .max(500),
    }),
    output: saved,
    errors: [...gone, 'movedOn', 'notTheirCase', 'notACopy'],
    may: caseworkers,
    where: 'write',
  },
  /** Takes that back: the copy is a file of the case like any other, and can be taken out. */
  'redactions.remove': {
    input: byId.extend({ redaction: recordId }),
    output: saved,
    errors: [...gone, 'movedOn', 'notTheirCase'],
    may: caseworkers,
    where: 'write',
  },
  'requests.log': {
    input: logAsked,
    output: z.object({ body: z.string(), notice: z.string().nullable(), rows: z.array(logRow) }),
    errors: [],
    may: caseworkers,
    where: 'read',
    of: ['caseFile', 'contact', 'setting'],
  },
  /** The log as it is published; while an entry names its requester there is none. */
  'requests.logFile': {
    input: logAsked.extend({ as: z.enum(['html', 'csv']) }),
    output: madeFile,
    errors: ['namesRequester'],
    may: caseworkers,
    where: 'app',
  },
} as const satisfies Record<string, Call>;
