import { z } from 'zod';
import { isoDate, isoInstant, recordId, shortText, words } from '#shared/records/common.ts';
import { concernAreas, concernStates } from '#shared/records/concern.ts';
import { suiteSheet } from '#shared/records/suite-sheet.ts';
import { byId, type Call, madeFile, nothing, saved, staff } from './call.ts';

const month = suiteSheet.shape.month;
const asked = z.object({
  id: recordId,
  reference: z.string(),
  raisedOn: isoDate,
  area: z.enum(concernAreas),
  /** As custody reads it. */
  matter: z.string(),
});

/** What a row of the sheet came to: answered, waiting for its day, or silent past it. */
const standing = z.enum(['answered', 'waiting', 'silent']);

const sheetAnswer = z.object({
  done: words,
  by: z.string().max(200),
  on: isoDate.optional(),
});

/** The monthly sheets of the suites: out, back in, and what nobody answered. */
export const sheetsCalls = {
  'sheets.list': {
    input: nothing,
    output: z.array(
      z.object({
        id: recordId,
        suite: z.string(),
        month,
        due: isoDate,
        rows: z.int(),
        answered: z.int(),
        silent: z.int(),
      }),
    ),
    errors: [],
    may: staff,
    where: 'read',
    of: ['suiteSheet', 'concern', 'suite'],
  },
  /** What a sheet would ask of a suite in a month. */
  'sheets.begin': {
    input: z.object({ suite: recordId, month }),
    output: z.object({
      /** `before`: on how many earlier sheets it stood. */
      rows: z.array(asked.extend({ before: z.int() })),
      /** What in their words looks like a name: the sheet names no detainee. */
      doubts: z.array(z.string()),
      /** Concerns that the office has not numbered yet, and that cannot be matched. */
      unnumbered: z.int(),
      due: isoDate,
      /** The sheet that is there already for this suite and month. */
      existing: recordId.nullable(),
    }),
    errors: ['notFound'],
    may: staff,
    where: 'read',
    of: ['suiteSheet', 'concern', 'suite', 'visit', 'recordCheck', 'setting'],
  },
  'sheets.make': {
    input: z.object({
      suite: recordId,
      month,
      due: isoDate,
      notNames: z.array(z.string().max(300)).max(500),
    }),
    output: saved,
    errors: ['notFound', 'sheetExists', 'nothingToAsk', 'namesInLetter'],
    may: staff,
    where: 'write',
  },
  'sheets.get': {
    input: byId,
    output: z.object({
      sheet: suiteSheet,
      suite: z.string(),
      office: z.string(),
      notice: z.string().nullable(),
      rows: z.array(
        asked.extend({ state: z.enum(concernStates).nullable(), standing, answer: z.string().nullable() }),
      ),
      cover: z.object({ subject: z.string(), body: z.string() }),
      mail: z.string().nullable(),
      names: z.record(z.string(), z.string()),
    }),
    errors: ['notFound', 'destroyed'],
    may: staff,
    where: 'read',
    of: ['suiteSheet', 'concern', 'suite', 'template', 'setting', 'person', 'visit', 'recordCheck'],
  },
  'sheets.file': {
    input: byId.extend({ as: z.enum(['xlsx', 'docx', 'mail']) }),
    output: madeFile,
    errors: ['notFound', 'destroyed'],
    may: staff,
    where: 'app',
  },
  /** What a file that came back says, row by row: nothing is written. Strangers' files are read beside everything else. */
  'sheets.read': {
    input: byId.extend({ bytes: z.string().max(3_000_000) }),
    output: z.object({
      rows: z.array(
        z.object({
          row: z.int(),
          reference: z.string(),
          concern: recordId.nullable(),
          answer: sheetAnswer.nullable(),
          refused: z.string().nullable(),
        }),
      ),
      empty: z.array(z.string()),
      missing: z.array(z.string()),
    }),
    errors: ['notFound', 'badSheet'],
    may: staff,
    where: 'read',
    bulk: true,
  },
  /** Takes the chosen rows: each becomes an answer of its concern. Once and for all by the id of the return. */
  'sheets.accept': {
    input: byId.extend({
      return: recordId,
      file: shortText,
      rows: z
        .array(sheetAnswer.extend({ concern: recordId }))
        .min(1)
        .max(500),
    }),
    output: saved.extend({ at: isoInstant, accepted: z.int() }),
    errors: ['notFound', 'destroyed', 'movedOn', 'noWords'],
    may: staff,
    where: 'write',
  },
} as const satisfies Record<string, Call>;
