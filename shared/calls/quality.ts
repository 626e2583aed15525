import { z } from 'zod';
import { period } from '#shared/periods.ts';
import { fact } from '#shared/quality/facts.ts';
import { isoDate, recordId, shortText, words } from '#shared/records/common.ts';
import { criterion, criterionStatuses } from '#shared/records/criterion.ts';
import { patch } from '#shared/sync/patch.ts';
import { byId, type Call, coordinator, madeFile, nothing, saved } from './call.ts';

const status = z.enum(criterionStatuses);
const criterionView = z.object({
  criterion,
  status,
  /** Its words are this application's own, to be replaced by the office's. */
  replace: z.boolean(),
});

const evidence = z.object({
  id: recordId,
  on: isoDate,
  words,
  link: z.string().nullable(),
  record: z.object({ type: z.string(), id: recordId }).nullable(),
  /** What the linked record is called; null without one. */
  title: z.string().nullable(),
});

export const qualityPack = z.object({
  period,
  body: z.string(),
  notice: z.string().nullable(),
  levels: z.array(
    z.object({
      level: z.string(),
      criteria: z.array(
        z.object({
          id: recordId,
          number: z.string(),
          text: z.string(),
          replace: z.boolean(),
          status,
          /** What was last said of it within the period or before. */
          said: z.object({ on: isoDate, words: z.string() }).nullable(),
          fact: fact.nullable(),
          evidence: z.array(evidence),
        }),
      ),
    }),
  ),
  facts: z.array(fact),
  /** What is not evidenced, in sentences. */
  gaps: z.array(z.string()),
});

const asked = z.object({ period: z.string().max(50) });
const choice = z.object({ id: recordId, title: z.string() });

/** Quality evidence: the framework of the office, what the records prove of it, and the pack it leaves in. */
export const qualityCalls = {
  'quality.list': {
    input: nothing,
    output: z.array(criterionView),
    errors: [],
    may: coordinator,
    where: 'read',
    of: ['criterion'],
  },
  /** Lays down a list to begin with, where there is none. */
  'quality.begin': {
    input: nothing,
    output: z.object({ added: z.int() }),
    errors: [],
    may: coordinator,
    where: 'write',
  },
  'quality.get': {
    input: byId,
    output: criterionView.extend({
      evidence: z.array(evidence),
      names: z.record(z.string(), z.string()),
      /** What evidence can be linked to by choosing it. */
      sessions: z.array(choice),
      plans: z.array(choice),
    }),
    errors: ['notFound'],
    may: coordinator,
    where: 'read',
    of: ['criterion', 'person', 'session', 'plan', 'visit', 'concern', 'recordCheck'],
  },
  'quality.save': {
    input: byId.extend({ patch }),
    output: saved,
    errors: ['changedElsewhere'],
    may: coordinator,
    where: 'write',
  },
  /** Says where a criterion stands now; what was said before stays. */
  'quality.update': {
    input: byId.extend({ status, words: words.optional() }),
    output: saved,
    errors: ['notFound'],
    may: coordinator,
    where: 'write',
  },
  /** `reference`: the number of a report, concern or record check; `record`: one that was chosen; `link`: anything else. */
  'quality.addEvidence': {
    input: byId.extend({
      on: isoDate,
      words: shortText,
      link: z.string().max(500).optional(),
      reference: z.string().max(200).optional(),
      record: z.object({ type: z.enum(['session', 'plan']), id: recordId }).optional(),
    }),
    output: saved,
    errors: ['notFound'],
    may: coordinator,
    where: 'write',
  },
  'quality.removeEvidence': {
    input: byId.extend({ evidence: recordId }),
    output: saved,
    errors: ['notFound'],
    may: coordinator,
    where: 'write',
  },
  'quality.pack': {
    input: asked,
    output: qualityPack,
    errors: ['badPeriod', 'figuresWait'],
    may: coordinator,
    where: 'read',
    of: [
      'criterion',
      'visit',
      'concern',
      'person',
      'session',
      'monitoring',
      'suite',
      'setting',
      'plan',
      'recordCheck',
    ],
  },
  /** The records behind a figure of a fact that is counted record by record. */
  'quality.records': {
    input: asked.extend({
      fact: z.string().max(50),
      part: z.string().max(200),
      after: z.string().max(400).optional(),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({
      title: z.string(),
      definition: z.string(),
      total: z.int(),
      rows: z.array(
        z.object({
          type: z.enum(['visit', 'person', 'session']),
          id: recordId,
          date: isoDate.nullable(),
          title: z.string(),
          words: z.string(),
        }),
      ),
      next: z.string().nullable(),
    }),
    errors: ['badPeriod', 'figuresWait', 'notFound'],
    may: coordinator,
    where: 'read',
    of: ['visit', 'person', 'session', 'setting'],
  },
  'quality.file': {
    input: asked.extend({ as: z.enum(['docx', 'html']) }),
    output: madeFile,
    errors: ['badPeriod', 'figuresWait'],
    may: coordinator,
    where: 'app',
  },
} as const satisfies Record<string, Call>;
