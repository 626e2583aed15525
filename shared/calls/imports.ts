import { z } from 'zod';
import { importKinds, importReport, rowProblem } from '#shared/import-views.ts';
import { recordId } from '#shared/records/common.ts';
import type { Role } from '#shared/roles.ts';
import { byId, type Call, caseworkers, coordinator, nothing } from './call.ts';

/** Files of the scheme are the coordinator's, reviews the caseworkers': `imports.begin` asks which it is. */
const importing = [...coordinator, ...caseworkers] as const satisfies Role[];

/** A file arrives in chunks of text, is staged inside the encrypted store, and becomes records all at once. */
export const importsCalls = {
  'imports.begin': {
    input: z.object({
      kind: z.enum(importKinds),
      file: z.string().max(200),
      create: z.boolean().default(false),
    }),
    output: byId,
    errors: [],
    may: importing,
    where: 'write',
    bulk: true,
  },
  'imports.chunk': {
    input: z.object({ id: recordId, text: z.string().max(300_000) }),
    output: z.object({ rows: z.int() }),
    errors: ['badFile', 'importGone'],
    may: importing,
    where: 'write',
    bulk: true,
  },
  'imports.finish': {
    input: byId,
    output: importReport,
    errors: ['badFile', 'importGone'],
    may: importing,
    where: 'write',
    bulk: true,
  },
  'imports.problems': {
    input: byId.extend({ after: z.int().default(0), limit: z.int().min(1).max(1_000).default(200) }),
    output: z.object({ problems: z.array(rowProblem), rejects: z.string(), next: z.int().nullable() }),
    errors: ['importGone'],
    may: importing,
    where: 'read',
  },
  /** Once this has answered, the import is decided: it is finished even after a loss of power. */
  'imports.accept': {
    input: byId.extend({ partial: z.boolean().default(false) }),
    output: z.object({ rows: z.int() }),
    errors: ['importGone', 'badFile'],
    may: importing,
    where: 'write',
    bulk: true,
  },
  /** Writes the next few hundred rows of an accepted import; called until nothing is left. */
  'imports.step': {
    input: byId,
    output: z.object({ done: z.int(), left: z.int() }),
    errors: ['importGone', 'importRefused'],
    may: importing,
    where: 'write',
    bulk: true,
  },
  'imports.discard': {
    input: byId,
    output: nothing,
    errors: [],
    may: importing,
    where: 'write',
    bulk: true,
  },
} as const satisfies Record<string, Call>;
