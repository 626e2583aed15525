import { hash } from 'node:crypto';
import { inBrief } from '#shared/cases/brief.ts';
import { markId } from '#shared/cases/mark.ts';
import { nextReview } from '#shared/contacts/restrictions.ts';
import { caseState, ownerOf, standingClosing } from '#shared/records/case-file.ts';
import { awaitsApproval, mailKeys } from '#shared/records/case-mails.ts';
import { claimState } from '#shared/records/claim.ts';
import { answerDue, concernState, isOpenConcern } from '#shared/records/concern.ts';
import { isContested } from '#shared/records/conflict.ts';
import { standingCounts } from '#shared/records/counts.ts';
import { criterionStatus } from '#shared/records/criterion.ts';
import { owingOf } from '#shared/records/declared.ts';
import { completeLadder } from '#shared/records/ladder.ts';
import { returnState } from '#shared/records/period-return.ts';
import { planStatus } from '#shared/records/plan.ts';
import { answerTo } from '#shared/records/recommendation.ts';
import { checkState } from '#shared/records/record-check.ts';
import type { Documents } from '#shared/records/registry.ts';
import { assessorOf, reviewState, standingDecision } from '#shared/records/review.ts';
import { goersOf, shiftState, swapState } from '#shared/records/shift.ts';
import type { RecordType } from '#shared/records/types.ts';
import { delayMinutes, isPractice, type Visit, visitState } from '#shared/records/visit.ts';
import { isOver } from '#shared/reviews/next-step.ts';

type Columns = Record<string, string | number | null>;

/** A report without a date is unfinished and belongs on top of the list: it stands on the last day there is. */
export const undated = '9999-12-31';

const sha256 = (text: string): string => hash('sha256', text);

/**
 * What became of a report: when it came to where it stands, and who still owes it a declaration. What was imported
 * and what is an exercise is no news to anybody.
 */
export const newsColumns = (
  v: Visit,
): { moved_at: string | null; owes1: string | null; owes2: string | null } => {
  const last = v.events.at(-1);
  const [owes1 = null, owes2 = null] = owingOf(v, sha256);
  return { moved_at: last && last.by !== 'import' && !isPractice(v) ? last.at : null, owes1, owes2 };
};

/** The plain list columns of each type, written with the document so that no list ever reads one. */
export const columnsOf: { [T in RecordType]: (document: Documents[T], savedAt: string) => Columns } = {
  setting: () => ({}),
  suite: ({ name }) => ({ name }),
  panel: ({ name }) => ({ name }),
  person: (p) => ({
    name: p.name,
    panel: p.panel ?? null,
    joined: p.volunteer?.joined ?? null,
    left: p.volunteer?.left ?? null,
  }),
  form: (f) => ({ of: f.of, version: f.version }),
  throughput: (t) => ({ suite: t.suite, month: t.month }),
  visit: (v, savedAt) => {
    const { held, offered, accepted, unexplained } = completeLadder(standingCounts(v).total);
    return {
      form: v.form.id,
      shift: v.shift ?? null,
      state: visitState(v),
      listed_on: v.date ?? undated,
      date: v.date ?? null,
      arrived: v.arrived ?? null,
      suite: v.suite ?? null,
      panel: v.panel ?? null,
      outcome: v.outcome ?? null,
      method: v.method ?? null,
      purpose: v.purpose ?? null,
      visitor1: v.visitor1 ?? null,
      visitor2: v.visitor2 ?? null,
      held,
      offered,
      accepted,
      delay: delayMinutes(v),
      unexplained,
      reference: v.reference ?? v.imported?.reference ?? null,
      corrections: v.corrections.length,
      saved_at: savedAt,
      ...newsColumns(v),
    };
  },
  concern: (c) => ({
    state: concernState(c),
    open: isOpenConcern(c) ? 1 : 0,
    reference: c.reference ?? c.imported?.reference ?? null,
    raised_on: c.raisedOn,
    suite: c.suite ?? null,
    panel: c.panel ?? null,
    area: c.area,
    topic: c.topic ?? null,
    severity: c.severity,
    due: answerDue(c) ?? null,
    moved_at: c.events.at(-1)?.at ?? null,
    told: c.told.length,
    source: c.from.record ?? null,
    raised_by: c.raisedBy.join(' '),
  }),
  concernNote: (n) => ({ concern: n.concern, at: n.at }),
  template: (t) => ({ of: t.of, name: t.name }),
  // A letter may be about several: it is found by each of them.
  letter: (l) => ({ date: l.on, about: l.about.map(({ id }) => id).join(' ') || null }),
  suiteSheet: (s) => ({ suite: s.suite, month: s.month }),
  recordCheck: (c) => ({
    state: checkState(c),
    form: c.form.id,
    custody_number: c.custodyNumber ?? null,
    visit: c.visit ?? null,
    reference: c.reference ?? null,
    checked_on: c.checkedOn ?? undated,
    suite: c.suite ?? null,
    panel: c.panel ?? null,
    cohort: c.cohort ?? null,
    checker: c.checker ?? null,
    sample: c.sample ?? null,
  }),
  sample: (s) => ({ at: s.at }),
  plan: (p) => ({ title: p.title, kind: p.kind }),
  planItem: (i) => ({ plan: i.plan, status: planStatus(i), due: i.due ?? null }),
  personContact: (c) => ({ person: c.person }),
  personFile: (f) => ({ person: f.person }),
  interest: (i) => ({ person: i.person }),
  monitoring: (m) => ({ year: m.year }),
  shift: (s) => ({
    state: shiftState(s),
    week: s.week,
    suite: s.suite,
    panel: s.panel ?? null,
    goers: goersOf(s).join(' '),
    seeks: shiftState(s) === 'planned' && (!s.first || !s.second || (s.cover ?? []).length > 0) ? 1 : 0,
  }),
  availability: (a) => ({ person: a.person, quarter: a.quarter }),
  swap: (s) => ({ state: swapState(s), gives: s.gives, takes: s.takes, by: s.by, with: s.with }),
  session: (s) => ({ on: s.on, kind: s.kind, panel: s.panel ?? null, topic: s.topic ?? null }),
  claim: (c) => ({
    state: claimState(c),
    person: c.person,
    month: c.month,
    reference: c.reference ?? null,
    paid_with: c.paidWith ?? null,
  }),
  criterion: (c) => ({ level: c.level, number: c.number, status: criterionStatus(c) }),
  handover: () => ({}),
  review: (r) => ({
    state: reviewState(r),
    received: r.received,
    reference: r.reference ?? r.imported?.reference ?? null,
    route: r.route ?? null,
    decision: standingDecision(r)?.decision ?? null,
    applicant: r.applicant ?? null,
    representative: r.representative?.person ?? null,
    assessor: assessorOf(r) ?? null,
    over: isOver(r) ? 1 : 0,
    moved_at: r.events.at(-1)?.at ?? null,
  }),
  recommendation: (r) => ({
    review: r.review,
    made_on: r.madeOn,
    kind: r.kind,
    answer: answerTo(r)?.answer ?? null,
  }),
  contact: (c) => ({
    name: c.name,
    organisation: c.organisation ?? null,
    merged_into: c.mergedInto ?? null,
    restriction_review: nextReview(c) ?? null,
  }),
  reviewNote: (n) => ({ review: n.review, at: n.at }),
  complaintSample: (s) => ({ on: s.on, reference: s.reference, category: s.category ?? null }),
  scheduleTotals: (t) => ({ from: t.from, to: t.to }),
  returnWords: (w) => ({ of: w.of, from: w.from, to: w.to }),
  namedReturn: (n) => ({ key: n.key, kind: n.of }),
  periodReturn: (p) => ({ of: p.of, kind: p.return, from: p.from, to: p.to, state: returnState(p) }),
  caseFile: (c) => ({
    state: caseState(c),
    kind: c.kind,
    received: c.received,
    reference: c.reference ?? c.imported?.reference ?? null,
    from: c.from ?? null,
    on_behalf_of: c.onBehalfOf ?? null,
    owner: ownerOf(c) ?? null,
    closed_on: standingClosing(c)?.on ?? null,
    frozen: c.frozen ? 1 : 0,
    mails: mailKeys(c),
    awaits: c.drafts.some(awaitsApproval) ? 1 : 0,
    brief: JSON.stringify(inBrief(c)),
    mark: c.confidential ? markId(c.id) : null,
  }),
  caseOpening: (o) => ({ of: o.case, on: o.on }),
  caseMark: () => ({}),
  engagement: (e) => ({ on: e.on, kind: e.kind }),
  assuranceRequest: (a) => ({ on: a.on, answered: a.answered ?? null }),
  monthlyFigure: (f) => ({ month: f.month, name: f.name }),
  disposal: (d) => ({ on: d.on, carried_out: d.carriedOut?.on ?? null }),
  pen: (p) => ({ visit: p.visit, done: p.done ? 1 : 0 }),
  conflict: (c) => ({ of: c.record, open: isContested(c) ? 1 : 0 }),
};
