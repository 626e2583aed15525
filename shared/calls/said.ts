import { z } from 'zod';
import { period } from '#shared/periods.ts';
import { recordId } from '#shared/records/common.ts';
import { concernAreas } from '#shared/records/concern.ts';
import { type Call, madeFile, nothing, staff } from './call.ts';

const asked = z.object({ suite: recordId, period: z.string().max(50) });

const row = z.object({
  id: recordId,
  said: z.string(),
  area: z.enum(concernAreas),
  raised: z.string(),
  did: z.string(),
  days: z.number().nullable(),
  checked: z.string(),
  cameBack: z.string().nullable(),
});

/** You said, they did, we checked: for a suite and a quarter, in the wording for publication. */
export const saidCalls = {
  /** The suites and quarters there can be a page for, and the one that is looked at first. */
  'said.begin': {
    input: nothing,
    output: z.object({
      suites: z.array(z.object({ id: recordId, name: z.string() })),
      quarters: z.array(z.object({ id: z.string(), label: z.string() })),
      latest: z.string(),
    }),
    errors: [],
    may: staff,
    where: 'read',
    of: ['suite', 'concern', 'setting'],
  },
  'said.get': {
    input: asked,
    output: z.object({
      suite: z.string(),
      period,
      body: z.string(),
      notice: z.string().nullable(),
      rows: z.array(row),
      unworded: z.array(recordId),
      officeOnly: z.array(recordId),
      doubtful: z.array(recordId),
    }),
    errors: ['badPeriod', 'notFound'],
    may: staff,
    where: 'read',
    of: ['concern', 'suite', 'setting', 'visit', 'recordCheck'],
  },
  'said.file': {
    input: asked.extend({ as: z.enum(['docx', 'html', 'csv']) }),
    output: madeFile,
    errors: ['badPeriod', 'notFound'],
    may: staff,
    where: 'app',
  },
} as const satisfies Record<string, Call>;
