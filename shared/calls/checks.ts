import { z } from 'zod';
import { answersOfQuestion, checkFilter, checkRow, sampleRow } from '#shared/check-views.ts';
import { form } from '#shared/forms/definition.ts';
import { isoDate, recordId, shortText, words } from '#shared/records/common.ts';
import { checkReasons, checkStates, cohorts, recordCheck, sample } from '#shared/records/record-check.ts';
import { patch } from '#shared/sync/patch.ts';
import { page } from '#shared/views.ts';
import { byId, type Call, nothing, saved, staff, writers } from './call.ts';

/** A list of custody numbers is pasted or dropped whole; of it only the drawn ones are kept. */
const longestList = 2_000_000;

/** Custody record checks, and the samples they are drawn in. */
export const checksCalls = {
  'checks.start': {
    input: byId.extend({
      /** The report in which the person could not be seen, and who they are in it. */
      visit: recordId.optional(),
      detainee: recordId.optional(),
      /** The drawn sample, and which of its numbers. */
      sample: recordId.optional(),
      custodyNumber: z.string().trim().max(50).optional(),
      reason: z.enum(checkReasons).optional(),
    }),
    output: saved,
    errors: ['notFound'],
    may: writers,
    where: 'write',
  },
  'checks.get': {
    input: byId,
    output: z.object({
      check: recordCheck,
      form,
      state: z.enum(checkStates),
      names: z.record(z.string(), z.string()),
    }),
    errors: ['notFound', 'destroyed'],
    may: writers,
    where: 'read',
    of: ['recordCheck', 'suite', 'person', 'form', 'visit'],
  },
  'checks.list': {
    input: z.object({
      filter: checkFilter,
      after: z.string().max(400).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: page(checkRow).extend({ total: z.int() }),
    errors: [],
    may: writers,
    where: 'read',
    of: ['recordCheck', 'suite', 'person'],
  },
  'checks.save': {
    input: byId.extend({ patch }),
    output: saved,
    errors: ['notFound', 'destroyed', 'checkDone', 'changedElsewhere'],
    may: writers,
    where: 'write',
  },
  /** Ends a draft: from now on it counts, and changes only by numbered corrections. */
  'checks.finish': {
    input: byId,
    output: saved.extend({ reference: z.string().nullable() }),
    errors: ['notFound', 'destroyed', 'checkDone', 'mustFix'],
    may: writers,
    where: 'write',
  },
  'checks.discard': {
    input: byId,
    output: saved,
    errors: ['notFound', 'destroyed', 'checkDone'],
    may: writers,
    where: 'write',
  },
  'checks.restore': {
    input: byId,
    output: saved,
    errors: ['notFound', 'destroyed', 'checkDone'],
    may: writers,
    where: 'write',
  },
  'checks.correct': {
    input: byId.extend({ patch, reason: words }),
    output: saved.extend({ number: z.int() }),
    errors: ['notFound', 'destroyed', 'checkNotDone', 'noReason', 'changedElsewhere', 'mustFix'],
    may: writers,
    where: 'write',
  },
  /** Draws a sample by chance from a list, and opens a check for each number that is drawn. */
  'checks.draw': {
    input: byId.extend({
      list: z.string().max(longestList),
      cohort: z.enum(cohorts),
      from: isoDate,
      to: isoDate,
      suite: recordId.optional(),
      size: z.int().min(1).max(200),
      seed: shortText,
      notes: words.optional(),
    }),
    output: saved.extend({ drawn: z.array(z.string()) }),
    errors: ['notFound', 'noNumbers'],
    may: staff,
    where: 'write',
  },
  'checks.samples': {
    input: nothing,
    output: z.array(sampleRow),
    errors: [],
    may: staff,
    where: 'read',
    of: ['sample', 'recordCheck', 'suite'],
  },
  'checks.sample': {
    input: byId,
    output: z.object({
      sample,
      suite: z.string().nullable(),
      by: z.string().nullable(),
      checks: z.array(checkRow),
    }),
    errors: ['notFound'],
    may: staff,
    where: 'read',
    of: ['sample', 'recordCheck', 'suite', 'person'],
  },
  /** How each question was answered, over the checks that are done. */
  'checks.answers': {
    input: z.object({
      from: isoDate,
      to: isoDate,
      suite: recordId.optional(),
      cohort: z.enum(cohorts).optional(),
    }),
    output: z.array(answersOfQuestion),
    errors: ['figuresWait'],
    may: writers,
    where: 'read',
    of: ['recordCheck'],
  },
} as const satisfies Record<string, Call>;
