import { z } from 'zod';
import { minutesBetween } from '#shared/times.ts';
import { answer } from './answer.ts';
import {
  clockTime,
  imported,
  isoDate,
  isoInstant,
  lifeEvent,
  recordId,
  shortText,
  wholeNumber,
  words,
} from './common.ts';
import { findings } from './concern.ts';
import { answered, call, type Detainee, detainee, type Matter, matter, type UrgentCall } from './detainee.ts';
import { type AttachedFile, attachedFile } from './file.ts';
import { ladder, splitKeys } from './ladder.ts';

export const methods = ['in-person', 'telephone', 'video'] as const;
export const purposes = ['routine', 'extended observation', 'follow-up', 'training', 'TACT'] as const;
export const outcomes = ['completed', 'abandoned', 'refused', 'closed'] as const;
export const introductions = ['by visitors', 'by staff', 'mixed'] as const;
export const delayExplanations = ['danger', 'other reason', 'no explanation given'] as const;
export const busyness = ['quiet', 'normal', 'busy', 'very busy'] as const;

/** One changed place in a correction: what stood there and what stands there now (absent: blank). */
export const correctedValue = z.looseObject({
  path: z.array(z.string()),
  was: z.json().optional(),
  now: z.json().optional(),
});

/** A correction of submitted work: it lies inside the document, and the office numbers it when it accepts it. */
export const correction = z.looseObject({
  id: recordId,
  number: wholeNumber.optional(),
  by: recordId,
  at: isoInstant,
  reason: words,
  changes: z.array(correctedValue),
});
export type Correction = z.infer<typeof correction>;

/** The counts of a whole visit, the same split by age group and sex, and the reasons why people were not seen. */
export const visitCounts = z.looseObject({
  total: ladder.optional(),
  splits: z.partialRecord(z.enum(splitKeys), ladder).optional(),
  notAvailableReasons: z.record(z.string().max(100), wholeNumber).optional(),
  notOfferedReasons: z.record(z.string().max(100), wholeNumber).optional(),
});

/** What became of the notes made in the suite, from which a report was copied. */
export const notesFates = ['none made', 'destroyed', 'handed over'] as const;

/** How a visitor declared: in their own session, or on somebody else's laptop with a PIN of their own. */
export const declaredHow = ['own', 'pin'] as const;

/**
 * A visitor's declaration that the report says what they saw and were told. It stands for exactly the content whose
 * hash it holds: a report that says something else afterwards stands undeclared by them, visibly.
 */
export const declaration = z.looseObject({
  id: recordId,
  by: recordId,
  at: isoInstant,
  how: z.enum(declaredHow),
  content: z.string().length(64),
});
export type Declaration = z.infer<typeof declaration>;

/** A report of one visit to one suite. Everything that is not yet answered is absent, and saving never fails for that. */
export const visit = z.looseObject({
  id: recordId,
  /** The form and the version of it that this report was begun with, and keeps. */
  form: z.looseObject({ id: recordId, version: wholeNumber }),
  events: z.array(lifeEvent),
  corrections: z.array(correction),
  /** The office's own number, given when it receives the report. */
  reference: z.string().optional(),
  imported: imported.optional(),

  suite: recordId.optional(),
  /** The place of the rota that it was begun from. */
  shift: recordId.optional(),
  /** The suite's panel on the day the report was begun: a suite may move. */
  panel: recordId.optional(),
  date: isoDate.optional(),
  method: z.enum(methods).optional(),
  purpose: z.enum(purposes).optional(),
  visitor1: recordId.optional(),
  visitor2: recordId.optional(),
  trainee: recordId.optional(),
  /** Why one visitor went alone, where the method asks for two. */
  aloneReason: words.optional(),
  arrived: clockTime.optional(),
  admitted: clockTime.optional(),
  left: clockTime.optional(),
  delayReason: words.optional(),
  delayAuthoriser: shortText.optional(),
  outcome: z.enum(outcomes).optional(),
  sergeant: words.optional(),
  escort: words.optional(),
  /** Whether the visitors were kept waiting, as they say; times may say so too. */
  keptWaiting: z.boolean().optional(),
  /** How the wait was explained: danger alone allows one, and no explanation is itself a concern. */
  delayExplained: z.enum(delayExplanations).optional(),
  briefing: words.optional(),
  introduced: z.enum(introductions).optional(),
  busy: z.enum(busyness).optional(),
  /** Minutes of volunteer time, both visitors together, travel included. */
  volunteerMinutes: wholeNumber.optional(),

  counts: visitCounts,
  ...answered,
  answers: z.record(z.string().max(100), answer),
  detainees: z.array(detainee).max(500).optional(),
  matters: z.array(matter).max(500).optional(),
  calls: z.array(call).max(500).optional(),
  /** Scans and photographs; far more than a report carries, since two people may add some at once. */
  files: z.array(attachedFile).max(100).optional(),
  /**
   * What the visitors found of each concern that stood open at the suite; `id` is the concern's. Receiving the report
   * applies it to the concern.
   */
  found: z
    .array(
      z.looseObject({
        id: recordId,
        finding: z.enum(findings).optional(),
        words: words.optional(),
        removed: isoInstant.optional(),
      }),
    )
    .max(500)
    .optional(),
  notes: z.enum(notesFates).optional(),
  declarations: z.array(declaration).max(100).optional(),
  /** Words that look like a name and are none: the final check does not point at them again. */
  notNames: z.record(z.string().max(200), z.boolean()).optional(),

  comments: words.optional(),
  praise: z.boolean().optional(),
  praiseWords: words.optional(),
  /** Concerns to be reported under the Optional Protocol to the Convention against Torture. */
  opcatConcerns: wholeNumber.optional(),
  satisfactory: z.boolean().optional(),
});
export type Visit = z.infer<typeof visit>;

/**
 * The life of a report. `practice` is an exercise that never leaves the laptop. `discarded` is a draft put aside by its
 * author: kept and restorable to what it was, in no list and no figure. `received` is the office's own move; after it the report is
 * read through: read, queried with the visitors, answered by them, accepted with thanks. A query can follow at any time.
 */
export const visitMoves = {
  draft: ['ready', 'discarded', 'practice'],
  practice: ['discarded'],
  discarded: ['draft', 'practice'],
  ready: ['draft', 'received'],
  received: ['read', 'queried', 'accepted'],
  read: ['queried', 'accepted'],
  queried: ['answered'],
  answered: ['queried', 'accepted'],
  accepted: ['queried'],
} as const satisfies Record<string, readonly string[]>;
export type VisitState = keyof typeof visitMoves;
export const visitStates = Object.keys(visitMoves) as [VisitState, ...VisitState[]];

/** Where a report stands: what its last event says. */
export const visitState = (v: Pick<Visit, 'events'>): VisitState =>
  (v.events.at(-1)?.to ?? 'draft') as VisitState;

/** Whether a report is an exercise, wherever it stands: it never leaves this laptop. */
export const isPractice = (v: Pick<Visit, 'events'>): boolean => v.events.some((e) => e.to === 'practice');

/** The states of a report that its visitors still write in. */
export const isOpenState = (state: VisitState): boolean => state === 'draft' || state === 'practice';

/** The states of a report that the office has: it counts in figures and is changed only by numbered corrections. */
export const officeStates = [
  'received',
  'read',
  'queried',
  'answered',
  'accepted',
] as const satisfies VisitState[];
export const isWithOffice = (state: VisitState): boolean =>
  (officeStates as readonly VisitState[]).includes(state);

/** Fields in which the office and the life cycle write; everything else is what the visitors said. */
export const lifeFields: readonly string[] = [
  'id',
  'form',
  'events',
  'corrections',
  'declarations',
  'reference',
  'imported',
] satisfies (keyof Visit)[];

/** The visitors a report names, whose declarations it carries: each once. */
export const visitorsOf = ({ visitor1, visitor2 }: Pick<Visit, 'visitor1' | 'visitor2'>): string[] => [
  ...new Set([visitor1, visitor2].filter((one) => one !== undefined)),
];

/** Everybody who went: the visitors and whoever was trained. They see a report from its draft on. */
export const namesOf = ({
  visitor1,
  visitor2,
  trainee,
}: Pick<Visit, 'visitor1' | 'visitor2' | 'trainee'>): string[] => [
  ...new Set([visitor1, visitor2, trainee].filter((one) => one !== undefined)),
];

/** The items of a list inside a report that were not put aside, in their order. */
const standing = <T extends { removed?: string | undefined }>(items: readonly T[] | undefined): T[] =>
  (items ?? []).filter((item) => item.removed === undefined);
export const detaineesOf = (v: Pick<Visit, 'detainees'>): Detainee[] => standing(v.detainees);
export const mattersOf = (v: Pick<Visit, 'matters'>): Matter[] => standing(v.matters);
export const filesOf = (v: Pick<Visit, 'files'>): AttachedFile[] => standing(v.files);
export const callsOf = (v: Pick<Visit, 'calls'>): UrgentCall[] => standing(v.calls);

/** Whether the visitors came into custody, and met whoever was there, or say nothing yet of what came of it. */
export const mayHaveBegun = ({ outcome }: Pick<Visit, 'outcome'>): boolean =>
  outcome !== 'refused' && outcome !== 'closed';

/** Minutes from arrival at the station to admission to custody; null where one of them is not known, or nobody came in. */
export const delayMinutes = (v: Pick<Visit, 'arrived' | 'admitted' | 'outcome'>): number | null =>
  v.arrived && v.admitted && mayHaveBegun(v) ? minutesBetween(v.arrived, v.admitted) : null;

/** Minutes from arrival at the station to leaving; null where one of them is not known. */
export const visitMinutes = (v: Pick<Visit, 'arrived' | 'left'>): number | null =>
  v.arrived && v.left ? minutesBetween(v.arrived, v.left) : null;
