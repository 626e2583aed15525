import { z } from 'zod';
import { isoDate, recordId, shortText, words } from '#shared/records/common.ts';
import { person, standings, volunteerStatuses } from '#shared/records/person.ts';
import {
  interest,
  interestFindings,
  interestKinds,
  personContact,
  personFile,
  reviewOutcomes,
} from '#shared/records/person-file.ts';
import { training } from '#shared/records/session.ts';
import { patch } from '#shared/sync/patch.ts';
import { byId, type Call, coordinator, madeFile, nothing, saved, staff, writers } from './call.ts';
import { fileWhere } from './files.ts';

const lasting = z.object({ state: z.enum(standings), until: isoDate.optional() });

/** How a volunteer stands in what keeps them from serving once it has run out. */
const standing = z.object({
  vetting: lasting,
  accreditation: lasting,
  training: lasting,
  review: lasting,
  trainings: z.array(lasting.extend({ topic: z.string(), last: isoDate.optional() })),
});

const runningOut = z.object({
  id: recordId,
  name: z.string(),
  what: z.string(),
  until: isoDate,
  state: z.enum(standings),
});

/** Something that somebody who leaves would leave behind. */
const left = z.object({ id: recordId, title: z.string() });

const told = z.union([z.int().min(0), z.literal('suppressed')]);
const year = z.string().regex(/^\d{4}$/);

/** A person as their page shows them: what the reader may not see of them is null or empty. */
const page = z.object({
  person,
  panelName: z.string().nullable(),
  /** The day of the step on which they stand, where it is known. */
  since: isoDate.nullable(),
  mine: z.boolean(),
  contact: personContact.nullable(),
  mayContact: z.boolean(),
  interests: z.array(interest),
  mayDeclare: z.boolean(),
  standing: standing.nullable(),
  trainings: z.array(training),
  /** The coordinator's alone, with the places of the rota and the reports that are still theirs. */
  office: z
    .object({
      file: personFile,
      files: z.array(fileWhere),
      /** Whether the office has the file; null where nothing is kept of them yet, so that nothing can be attached. */
      isWithOffice: z.boolean().nullable(),
      places: z.array(left),
      reports: z.array(left),
      /** Words by which people heard of the scheme before, to be chosen again. */
      heard: z.array(z.string()),
    })
    .nullable(),
  /** The names of people and suites that are spoken of. */
  names: z.record(z.string(), z.string()),
});

const options = z.array(z.object({ option: z.string(), people: told, census: z.number().optional() }));

const totals = z.object({
  year,
  /** The years of which there are answers, the newest first. */
  years: z.array(year),
  body: z.string(),
  notice: z.string().nullable(),
  /** Numbers below it are not told. */
  least: z.int(),
  questions: z.array(z.object({ question: z.string(), total: told, options })),
  sources: z.object({
    total: told,
    sources: z.array(z.object({ source: z.string(), people: told })),
  }),
});

/** Volunteers from their enquiry to their leaving, what runs out, and equality monitoring. */
export const volunteersCalls = {
  'volunteers.get': {
    input: byId,
    output: page,
    errors: ['notFound'],
    may: 'everyone',
    where: 'read',
    of: [
      'person',
      'personFile',
      'personContact',
      'interest',
      'session',
      'setting',
      'shift',
      'visit',
      'pen',
      'panel',
    ],
  },
  /** Somebody who asks to join, and is no user yet. */
  'volunteers.add': {
    input: byId.extend({
      name: shortText,
      panel: recordId.optional(),
      on: isoDate,
      heard: shortText.optional(),
      mail: z.email().max(200).optional(),
      telephone: z.string().trim().max(50).optional(),
    }),
    output: saved,
    errors: ['futureDay'],
    may: coordinator,
    where: 'write',
  },
  /** Moves somebody on, back or out, from where the asker saw them; their status and their file together. */
  'volunteers.move': {
    input: byId.extend({
      from: z.enum(volunteerStatuses).nullable(),
      to: z.enum(volunteerStatuses),
      on: isoDate,
      why: words.optional(),
    }),
    output: saved,
    errors: ['notFound', 'movedOn', 'noStepReason', 'futureDay', 'lastCoordinator'],
    may: coordinator,
    where: 'write',
  },
  /** How they heard of the scheme, and notes. */
  'volunteers.saveFile': {
    input: byId.extend({ patch }),
    output: saved,
    errors: ['notFound', 'changedElsewhere'],
    may: coordinator,
    where: 'write',
  },
  'volunteers.setReference': {
    input: byId.extend({ reference: personFile.shape.references.element }),
    output: saved,
    errors: ['notFound'],
    may: coordinator,
    where: 'write',
  },
  /** A round of vetting; one that is cleared says until when, and the person's date follows. */
  'volunteers.setVetting': {
    input: byId.extend({ round: personFile.shape.vetting.element }),
    output: saved,
    errors: ['notFound', 'vettingUndated'],
    may: coordinator,
    where: 'write',
  },
  /** A review, and the day of the next. */
  'volunteers.review': {
    input: byId.extend({
      on: isoDate,
      outcome: z.enum(reviewOutcomes),
      next: isoDate.optional(),
      words: words.optional(),
    }),
    output: saved,
    errors: ['notFound', 'futureDay'],
    may: coordinator,
    where: 'write',
  },
  /** Training taken elsewhere; without a day it is taken out again. */
  'volunteers.setTrained': {
    input: byId.extend({ item: recordId, topic: shortText, on: isoDate.nullable() }),
    output: saved,
    errors: ['notFound', 'futureDay'],
    may: coordinator,
    where: 'write',
  },
  /** How somebody is reached: theirs to change, and of whoever runs their panel. */
  'volunteers.saveContact': {
    input: byId.extend({ patch }),
    output: saved,
    errors: ['notFound', 'changedElsewhere'],
    may: writers,
    where: 'write',
  },
  'volunteers.declare': {
    input: byId.extend({
      person: recordId,
      kind: z.enum(interestKinds),
      suite: recordId.optional(),
      other: recordId.optional(),
      words: words.optional(),
    }),
    output: saved,
    errors: ['notFound', 'interestEmpty'],
    may: writers,
    where: 'write',
  },
  'volunteers.checkInterest': {
    input: byId.extend({ finding: z.enum(interestFindings), words: words.optional() }),
    output: saved,
    errors: ['notFound'],
    may: coordinator,
    where: 'write',
  },
  /** It is no longer so: from today on it keeps nobody away. */
  'volunteers.endInterest': {
    input: byId,
    output: saved,
    errors: ['notFound'],
    may: coordinator,
    where: 'write',
  },
  'volunteers.standing': {
    input: nothing,
    output: z.object({
      body: z.string(),
      notice: z.string().nullable(),
      today: isoDate,
      people: z.array(
        standing.extend({
          id: recordId,
          name: z.string(),
          panelName: z.string().nullable(),
          status: z.enum(volunteerStatuses),
        }),
      ),
      /** What has run out or will within 90 days, in the order of the days. */
      soon: z.array(runningOut),
      /** The kinds of training the office says are needed. */
      needed: z.int(),
    }),
    errors: [],
    may: staff,
    where: 'read',
    of: ['person', 'session', 'setting', 'panel'],
  },
  'volunteers.standingFile': {
    input: nothing,
    output: madeFile,
    errors: [],
    may: staff,
    where: 'app',
  },
  /** What equality monitoring asks. */
  'monitoring.form': {
    input: nothing,
    output: z.object({
      year,
      least: z.int(),
      questions: z.array(
        z.object({
          id: recordId,
          question: z.string(),
          options: z.array(z.object({ id: recordId, name: z.string() })),
        }),
      ),
    }),
    errors: [],
    may: writers,
    where: 'read',
    of: ['setting'],
  },
  /** One set of answers. Whoever gives them is in no record; no call gives them out again one by one. */
  'monitoring.answer': {
    input: z.object({ answers: z.record(recordId, recordId) }),
    output: z.object({}),
    errors: [],
    may: writers,
    where: 'write',
  },
  'monitoring.totals': {
    input: z.object({ year: year.optional() }),
    output: totals,
    errors: [],
    may: coordinator,
    where: 'read',
    of: ['monitoring', 'setting', 'personFile'],
  },
  'monitoring.file': {
    input: z.object({ year: year.optional() }),
    output: madeFile,
    errors: [],
    may: coordinator,
    where: 'app',
  },
} as const satisfies Record<string, Call>;
