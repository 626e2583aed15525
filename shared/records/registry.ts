import type { z } from 'zod';
import { provisionalNumber } from '#shared/cases/number.ts';
import { form } from '#shared/forms/definition.ts';
import type { MergeGroups } from '#shared/sync/patch.ts';
import { caseFile, caseOpening } from './case-file.ts';
import { caseMark } from './case-mark.ts';
import { caseRules } from './case-rules.ts';
import { claim } from './claim.ts';
import { claimRules } from './claim-rules.ts';
import { complaintSample, scheduleFigures, scheduleTotals } from './complaint-sample.ts';
import { concern, concernNote } from './concern.ts';
import { concernRules } from './concern-rules.ts';
import { conflict } from './conflict.ts';
import { contact, reviewNote } from './contact.ts';
import { criterion } from './criterion.ts';
import { disposal } from './disposal.ts';
import { assuranceRequest, engagement, monthlyFigure } from './engagement.ts';
import type { AttachedFile } from './file.ts';
import { handover } from './handover.ts';
import { keptRules } from './kept-rules.ts';
import { letter, template } from './letter.ts';
import type { AnyRules } from './life-rules.ts';
import { namedReturn } from './named-return.ts';
import { pen } from './pen.ts';
import { periodReturn } from './period-return.ts';
import { periodReturnRules } from './period-return-rules.ts';
import { person } from './person.ts';
import { interest, monitoring, personContact, personFile } from './person-file.ts';
import { plan, planItem } from './plan.ts';
import { recommendation, recommendationRules } from './recommendation.ts';
import { entriesOf, recordCheck, sample } from './record-check.ts';
import { recordCheckRules } from './record-check-rules.ts';
import { returnWords } from './return-words.ts';
import { review } from './review.ts';
import { reviewRules } from './review-rules.ts';
import { session } from './session.ts';
import { setting } from './setting.ts';
import { availability, shift, swap } from './shift.ts';
import { shiftRules, swapRules } from './shift-rules.ts';
import { panel, suite } from './suite.ts';
import { suiteSheet } from './suite-sheet.ts';
import { throughput } from './throughput.ts';
import type { RecordType } from './types.ts';
import { isPractice, visit } from './visit.ts';
import { visitRules } from './visit-rules.ts';

/** All that saving, searching and sync need to know of a type. Registering it here is all there is to do. */
export type RecordKind = {
  readonly schema: z.ZodType;
  /** Fields that only make sense together. */
  readonly groups: MergeGroups;
  /** Fields that are claims: they go to whoever is first, and the second is told so. */
  readonly claims?: readonly string[];
  /** Of what two people say differently nothing is kept to be settled: whoever is first has their way, the other is told. */
  readonly firstCome?: true;
  /** The words a search finds the record by: its own words only, never another record's. */
  readonly words: (document: never) => string;
  /**
   * Where the files of a record stand. What is in them then lies beside it in pieces, follows it to whoever sees it, and
   * is destroyed when nothing of the record names it any more.
   */
  readonly files?: (document: never) => readonly AttachedFile[] | undefined;
  /** Types whose submitted work has a life of its own and is never overwritten. */
  readonly rules?: AnyRules;
  /** Whether a record is never sent from this store: an exercise is nobody else's business. */
  readonly staysHere?: (document: never) => boolean;
};

const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ');

/** The one table of types, longer than other files: whoever adds one looks at what the others say of themselves. */
export const registry = {
  setting: { schema: setting, groups: [], words: () => '' },
  suite: { schema: suite, groups: [], words: (s: z.infer<typeof suite>) => join(s.name, s.area) },
  panel: { schema: panel, groups: [], words: (p: z.infer<typeof panel>) => p.name },
  person: { schema: person, groups: [], words: (p: z.infer<typeof person>) => p.name },
  form: { schema: form, groups: [['sections']], words: () => '' },
  throughput: { schema: throughput, groups: [['total', 'under18', 'female']], words: () => '' },
  visit: {
    schema: visit,
    groups: [
      ['date', 'arrived', 'admitted', 'left'],
      ['counts.total'],
      ['counts.splits.*'],
      ['counts.notAvailableReasons'],
      ['counts.notOfferedReasons'],
      ['detainees.*.seen'],
      ['detainees.*.arrived'],
    ],
    words: visitRules.words,
    rules: visitRules,
    files: (v: z.infer<typeof visit>) => v.files,
    staysHere: isPractice,
  },
  concern: {
    schema: concern,
    groups: [],
    words: (c: z.infer<typeof concern>) => join(c.reference, c.matter, c.publication, c.area, c.topic),
    rules: concernRules,
  },
  concernNote: {
    schema: concernNote,
    groups: [],
    words: (n: z.infer<typeof concernNote>) => n.words,
    rules: keptRules<z.infer<typeof concernNote>>({ free: ['panel'] }),
  },
  template: { schema: template, groups: [['subject', 'body']], words: () => '' },
  letter: {
    schema: letter,
    groups: [],
    words: (l: z.infer<typeof letter>) => join(l.to, l.subject, l.body),
    rules: keptRules<z.infer<typeof letter>>({ free: ['panel'] }),
  },
  suiteSheet: {
    schema: suiteSheet,
    groups: [],
    words: () => '',
    rules: keptRules<z.infer<typeof suiteSheet>>({ grows: ['returns'], free: ['panel', 'notes'] }),
  },
  recordCheck: {
    schema: recordCheck,
    groups: [['entries.*.done'], ['entries.*.entered']],
    words: (c: z.infer<typeof recordCheck>) =>
      join(c.reference, c.custodyNumber, c.summary, ...entriesOf(c).map(({ words }) => words)),
    rules: recordCheckRules,
  },
  sample: {
    schema: sample,
    groups: [],
    words: () => '',
    rules: keptRules<z.infer<typeof sample>>({ free: ['panel', 'notes'] }),
  },
  plan: { schema: plan, groups: [], words: (p: z.infer<typeof plan>) => join(p.title, p.source) },
  planItem: {
    schema: planItem,
    groups: [],
    words: (i: z.infer<typeof planItem>) => join(i.number, i.recommendation, i.owner),
    rules: keptRules<z.infer<typeof planItem>>({
      grows: ['updates'],
      free: ['number', 'recommendation', 'owner', 'due', 'evidence', 'concerns', 'visits'],
    }),
  },
  personContact: { schema: personContact, groups: [['emergency']], words: () => '' },
  personFile: {
    schema: personFile,
    groups: [],
    words: () => '',
    rules: keptRules<z.infer<typeof personFile>>({
      grows: ['steps', 'reviews'],
      free: ['heard', 'references', 'vetting', 'files', 'notes'],
    }),
    files: (f: z.infer<typeof personFile>) => f.files,
  },
  interest: { schema: interest, groups: [['kind', 'suite', 'other'], ['checked']], words: () => '' },
  monitoring: {
    schema: monitoring,
    groups: [],
    words: () => '',
    rules: keptRules<z.infer<typeof monitoring>>({}),
  },
  shift: {
    schema: shift,
    groups: [],
    claims: ['first', 'second'],
    firstCome: true,
    words: () => '',
    rules: shiftRules,
  },
  availability: { schema: availability, groups: [], words: () => '' },
  swap: { schema: swap, groups: [], firstCome: true, words: () => '', rules: swapRules },
  session: {
    schema: session,
    groups: [['on', 'from', 'to']],
    words: (s: z.infer<typeof session>) =>
      join(s.title, s.place, s.topic, ...s.agenda.flatMap((item) => [item.title, item.words, item.minutes])),
    files: (s: z.infer<typeof session>) => s.files,
  },
  // Two that export it without a network: the first has it, the other is told so.
  claim: { schema: claim, groups: [], claims: ['paidWith'], words: () => '', rules: claimRules },
  criterion: {
    schema: criterion,
    groups: [],
    words: (c: z.infer<typeof criterion>) => join(c.level, c.number, c.text),
    rules: keptRules<z.infer<typeof criterion>>({
      grows: ['updates'],
      free: ['level', 'number', 'text', 'fact', 'evidence', 'retired'],
    }),
  },
  handover: { schema: handover, groups: [], words: (h: z.infer<typeof handover>) => h.words },
  review: {
    schema: review,
    groups: [
      ['late'],
      ['outcome'],
      ['body.override'],
      ['representative'],
      ['examination.finding', 'examination.reasons'],
      ['allegations.*.finding', 'allegations.*.reasons'],
    ],
    words: (r: z.infer<typeof review>) =>
      join(
        r.reference,
        r.imported?.reference,
        r.complaint?.reference,
        r.complaint?.words,
        r.grounds,
        ...r.themes,
        ...r.allegations.flatMap(({ text, category }) => [text, category]),
        ...r.learning.map(({ words }) => words),
      ),
    rules: reviewRules,
  },
  recommendation: {
    schema: recommendation,
    groups: [],
    words: (r: z.infer<typeof recommendation>) =>
      join(r.words, ...r.answers.map(({ reasons }) => reasons), ...r.changed.map(({ words }) => words)),
    rules: recommendationRules,
  },
  contact: {
    schema: contact,
    groups: [['merging']],
    claims: ['mergedInto', 'merging'],
    words: (c: z.infer<typeof contact>) =>
      join(
        c.name,
        ...(c.aliases ?? []),
        c.organisation,
        c.address,
        c.mail,
        ...(c.otherMails ?? []),
        c.telephone,
      ),
  },
  reviewNote: {
    schema: reviewNote,
    groups: [],
    words: (n: z.infer<typeof reviewNote>) => n.words,
    rules: keptRules<z.infer<typeof reviewNote>>({}),
  },
  complaintSample: {
    schema: complaintSample,
    groups: [],
    words: (s: z.infer<typeof complaintSample>) => join(s.reference, s.category, s.findings, s.feedback),
  },
  scheduleTotals: { schema: scheduleTotals, groups: [[...scheduleFigures]], words: () => '' },
  // What is published is found where it is published.
  returnWords: { schema: returnWords, groups: [], words: () => '' },
  namedReturn: {
    schema: namedReturn,
    // Of each of these the order counts, so that each is taken whole.
    groups: [['measures'], ['tables'], ['charts'], ['splits'], ['sections']],
    words: () => '',
  },
  periodReturn: {
    schema: periodReturn,
    groups: [],
    words: () => '',
    rules: periodReturnRules,
    files: (p: z.infer<typeof periodReturn>) => p.files,
  },
  caseFile: {
    schema: caseFile,
    groups: [
      ['acknowledged'],
      ['answered'],
      ['risk.words'],
      ['received', 'at'],
      ['confidential'],
      ['request.decision'],
      // Whoever approves a reply approves what they read of it.
      ['drafts.*'],
    ],
    words: (c: z.infer<typeof caseFile>) =>
      join(
        c.reference,
        c.imported?.reference,
        provisionalNumber(c.id),
        c.summary,
        c.place,
        ...c.themes,
        ...c.tags,
        ...c.messages.flatMap(({ subject, words }) => [subject, words]),
        ...c.asks.flatMap(({ question, answer }) => [question, answer]),
        ...c.notes.map(({ words }) => words),
      ),
    rules: caseRules,
    files: (c: z.infer<typeof caseFile>) => c.files,
  },
  caseOpening: {
    schema: caseOpening,
    groups: [],
    words: () => '',
    rules: keptRules<z.infer<typeof caseOpening>>({}),
  },
  caseMark: { schema: caseMark, groups: [], words: () => '' },
  engagement: {
    schema: engagement,
    groups: [],
    words: (e: z.infer<typeof engagement>) => join(e.title, e.place, e.words, e.decision, ...e.themes),
  },
  assuranceRequest: {
    schema: assuranceRequest,
    groups: [['answered', 'answer']],
    words: (a: z.infer<typeof assuranceRequest>) => join(a.title, a.question, a.answer, ...a.themes),
  },
  monthlyFigure: { schema: monthlyFigure, groups: [['value', 'source']], words: () => '' },
  disposal: {
    schema: disposal,
    groups: [['decided']],
    words: () => '',
    rules: keptRules<z.infer<typeof disposal>>({ free: ['decided', 'carriedOut'] }),
  },
  pen: { schema: pen, groups: [['holder']], claims: ['holder'], words: () => '' },
  conflict: { schema: conflict, groups: [], words: () => '' },
} as const satisfies Record<RecordType, RecordKind>;

/** What a record of each type looks like. */
export type Documents = { [T in RecordType]: z.infer<(typeof registry)[T]['schema']> };
