import { z } from 'zod';
import { recordId } from '#shared/records/common.ts';
import { monday } from '#shared/records/shift.ts';
import { type Call, madeFile, staff } from './call.ts';

const about = <K extends string>(kind: K) => z.object({ kind: z.literal(kind), id: recordId });

/** What a mail to volunteers is about. */
export const mailAbout = z.discriminatedUnion('kind', [
  /** The planned places of a panel: of one week of a quarter, or of all of it. */
  z.object({
    kind: z.literal('rotaReminder'),
    panel: recordId.nullable(),
    quarter: z.string().max(20),
    week: monday.optional(),
  }),
  /** A place of the rota whose week has passed without a report. */
  about('lateReport'),
  /** A place of the rota with an empty half, or with somebody who looks for cover. */
  about('cover'),
  /** A report that was accepted. */
  about('thanksReport'),
  /** A concern that is settled. */
  about('thanksConcern'),
]);

/** A mail to volunteers, from the office's template: nothing is sent or kept, it is a file for one's own mail program. */
export const mailsCalls = {
  'mails.draft': {
    input: z.object({ about: mailAbout }),
    output: z.object({
      subject: z.string(),
      body: z.string(),
      notice: z.string().nullable(),
      /** By name; without an address where the office knows none. */
      to: z.array(z.object({ id: recordId, name: z.string(), mail: z.string().nullable() })),
    }),
    errors: ['notFound', 'destroyed', 'badPeriod'],
    may: staff,
    where: 'read',
    of: [
      'template',
      'setting',
      'person',
      'personContact',
      'shift',
      'availability',
      'interest',
      'suite',
      'panel',
      'visit',
      'concern',
    ],
  },
  /** The mail as a file ready to be sent, and of whom no address is known. */
  'mails.file': {
    input: z.object({ about: mailAbout }),
    output: madeFile.extend({ without: z.array(z.string()) }),
    errors: ['notFound', 'destroyed', 'badPeriod'],
    may: staff,
    where: 'app',
  },
} as const satisfies Record<string, Call>;
