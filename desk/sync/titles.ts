import { readRecord } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import { keptName } from '#db/sync/names.ts';
import { isolated } from '#shared/bidi.ts';
import type { Conflict } from '#shared/records/conflict.ts';
import type { Pen } from '#shared/records/pen.ts';
import type { Documents } from '#shared/records/registry.ts';
import { isKnownType, type RecordType } from '#shared/records/types.ts';
import { returnNames } from '#shared/returns/names.ts';
import { dayWords } from '#shared/times.ts';

const list = (...parts: (string | null | undefined)[]): string =>
  parts.flatMap((part) => (part ? [isolated(part)] : [])).join(', ');

export const suiteName = (r: Reader, id: string | undefined): string | undefined =>
  id && (readRecord(r, 'suite', id)?.document.name ?? keptName(r, id));

export const personName = (r: Reader, id: string): string | undefined =>
  readRecord(r, 'person', id)?.document.name ?? keptName(r, id);

const named: { [T in RecordType]: (r: Reader, document: Documents[T]) => string } = {
  setting: () => 'The office’s settings',
  suite: (_, s) => list('Suite', s.name),
  panel: (_, p) => list('Panel', p.name),
  person: (_, p) => list('Person', p.name),
  form: (_, f) => list(f.of === 'visit' ? 'Visit form' : 'Record check form', `version ${f.version}`),
  throughput: (r, t) => list('Detentions', suiteName(r, t.suite), t.month),
  visit: (r, v) =>
    list('Visit report', v.reference, suiteName(r, v.suite) ?? 'no suite yet', v.date && dayWords(v.date)),
  concern: (r, c) => list('Concern', c.reference, suiteName(r, c.suite), dayWords(c.raisedOn)),
  concernNote: (r, n) => list('Note', titleOf(r, 'concern', n.concern)),
  template: (_, t) => list('Letter template', t.name),
  letter: (_, l) => list('Letter', l.subject, dayWords(l.on)),
  suiteSheet: (r, s) => list('Monthly sheet', suiteName(r, s.suite), s.month),
  recordCheck: (r, c) => list('Custody record check', c.reference, suiteName(r, c.suite)),
  sample: (_, s) => list('Sample of custody records', s.cohort),
  plan: (_, p) => list('Plan', p.title),
  planItem: (r, i) => list('Recommendation', i.number, titleOf(r, 'plan', i.plan)),
  personContact: (r, c) => list('How to reach', personName(r, c.person)),
  personFile: (r, f) => list('Volunteer’s file', personName(r, f.person)),
  interest: (r, i) => list('Declared interest', personName(r, i.person)),
  monitoring: () => 'Equality monitoring',
  shift: (r, s) => list('Place of the rota', suiteName(r, s.suite), `week of ${dayWords(s.week)}`),
  availability: (r, a) => list('Availability', personName(r, a.person), a.quarter),
  swap: (r, s) => list('Exchange of places', personName(r, s.by), personName(r, s.with)),
  session: (_, s) => list(s.title, dayWords(s.on)),
  claim: (r, c) => list('Claim', c.reference, personName(r, c.person), c.month),
  criterion: (_, c) => list('Criterion', c.level, c.number),
  handover: () => 'Notes for a stand-in',
  review: (_, v) => list('Complaint review', v.reference ?? v.imported?.reference),
  recommendation: (r, v) => list('Recommendation to the force', titleOf(r, 'review', v.review)),
  contact: (_, c) => list(c.name, c.organisation),
  reviewNote: (r, n) => list('Note', titleOf(r, 'review', n.review)),
  complaintSample: (_, s) => list('Complaint looked at', s.reference),
  scheduleTotals: (_, t) => list('Complaints of the force', dayWords(t.from)),
  returnWords: (_, w) => list('Words of a return', dayWords(w.from)),
  namedReturn: (_, n) => list('Return', n.name),
  periodReturn: (_, p) => list(`${returnNames[p.return]} return`, p.period),
  caseFile: (_, c) => list('Case', c.reference ?? c.imported?.reference, c.kind),
  caseOpening: (r, o) => list('Opening of a case', titleOf(r, 'caseFile', o.case)),
  caseMark: () => 'A confidential case',
  engagement: (_, e) => list(e.title, dayWords(e.on)),
  assuranceRequest: (_, a) => list('Question to the Chief Constable', a.title),
  monthlyFigure: (_, f) => list(f.name, f.month),
  disposal: (_, d) => list('Disposal', dayWords(d.on)),
  pen: (r, p: Pen) =>
    list('Who writes a report', suiteName(r, p.suite), p.week && `week of ${dayWords(p.week)}`),
  conflict: (r, c: Conflict) => list('Different answers', titleOf(r, c.type, c.record)),
};

/** What a record is, in words: "Visit report, Hereford, 4 May 2026". */
export const titleOf = (r: Reader, type: string, id: string): string => {
  const document = isKnownType(type) ? readRecord(r, type, id)?.document : undefined;
  if (!isKnownType(type) || !document) return 'A record that is not on this laptop any more';
  return (named[type] as (r: Reader, document: unknown) => string)(r, document);
};
