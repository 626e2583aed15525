import { z } from 'zod';
import { form, formsOf, section } from '#shared/forms/definition.ts';
import { recordId, shortText } from '#shared/records/common.ts';
import { type Call, coordinator } from './call.ts';

/** The office's forms and their versions. */
export const formsCalls = {
  /** A version by its id; without one the newest of visits, or of record checks. */
  'forms.get': {
    input: z.object({ id: recordId.optional(), of: z.enum(formsOf).default('visit') }),
    output: form,
    errors: ['notFound'],
    may: 'everyone',
    where: 'read',
    of: ['form'],
  },
  /** All versions, the newest first, and how many reports or checks were written with each. */
  'forms.list': {
    input: z.object({ of: z.enum(formsOf).default('visit') }),
    output: z.array(form.omit({ sections: true }).extend({ reports: z.int() })),
    errors: [],
    may: 'everyone',
    where: 'read',
    of: ['form', 'visit', 'recordCheck'],
  },
  /** Publishes the next version of the form that `base` is the newest of; reports begun before keep theirs. */
  'forms.publish': {
    input: z.object({
      base: recordId,
      id: recordId,
      title: shortText,
      sections: z.array(section).min(1).max(100),
    }),
    output: z.object({ id: recordId, version: z.int() }),
    errors: ['notFound', 'newerForm', 'formProblems'],
    may: coordinator,
    where: 'write',
  },
} as const satisfies Record<string, Call>;
