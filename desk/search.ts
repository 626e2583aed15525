import { sql as raw } from 'kysely';
import { readRecord, readRecords } from '#db/records.ts';
import { findRecords } from '#db/search.ts';
import { type Reader, sql } from '#db/sql.ts';
import { caseworkers, reviewers, staff, writers } from '#shared/calls/call.ts';
import { caseNumber } from '#shared/cases/number.ts';
import type { Output, RecordType } from '#shared/contract.ts';
import type { Person } from '#shared/records/person.ts';
import type { Documents } from '#shared/records/registry.ts';
import { ok } from '#shared/result.ts';
import type { Role } from '#shared/roles.ts';
import { capital } from '#shared/text.ts';
import { standingContact } from './contacts/who.ts';
import type { Context, Reads } from './context.ts';
import { isKnown } from './known.ts';
import { sees } from './rights.ts';
import { actorOf, holdsOneOf } from './session.ts';
import { suiteName } from './sync/titles.ts';

type Hit = Output<'search.find'>[number];

const listed = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(', ');

/** A line shows the beginning of what somebody wrote: enough to tell one record from another. */
const beginning = (words: string | undefined): string => (words ?? '').slice(0, 160);

const concernHit = (r: Reader, id: string, detail?: string): Hit | undefined => {
  const c = readRecord(r, 'concern', id)?.document;
  return (
    c && {
      type: 'concern',
      id,
      title: listed(suiteName(r, c.suite) ?? 'Concern', c.reference),
      detail: beginning(detail ?? c.matter),
      date: c.raisedOn,
    }
  );
};

const reviewHit = (r: Reader, id: string, detail?: string): Hit | undefined => {
  const review = readRecord(r, 'review', id)?.document;
  return (
    review && {
      type: 'review',
      id,
      title: listed('Complaint review', review.reference ?? review.imported?.reference),
      detail: beginning(detail ?? review.grounds ?? review.complaint?.words),
      date: review.received,
    }
  );
};

/** How a found record is shown in a line; a note is found as the concern that it is about. */
const shownAs: { [T in RecordType]?: (r: Reader, document: Documents[T]) => Hit | undefined } = {
  concern: (r, c) => concernHit(r, c.id),
  concernNote: (r, n) => concernHit(r, n.concern, n.words),
  letter: (_, l) => ({ type: 'letter', id: l.id, title: l.subject, detail: `To ${l.to}`, date: l.on }),
  recordCheck: (r, c) => ({
    type: 'recordCheck',
    id: c.id,
    title: listed(suiteName(r, c.suite) ?? 'Record check', c.reference),
    detail: beginning(listed(c.cohort && capital(c.cohort), c.summary)),
    date: c.checkedOn ?? null,
  }),
  plan: (_, p) => ({
    type: 'plan',
    id: p.id,
    title: p.title,
    detail: p.source ?? capital(p.kind),
    date: p.published ?? null,
  }),
  planItem: (r, i) => ({
    type: 'planItem',
    id: i.id,
    title: listed(`Recommendation ${i.number}`, readRecord(r, 'plan', i.plan)?.document.title),
    detail: beginning(i.recommendation),
    date: null,
  }),
  session: (r, s) => ({
    type: 'session',
    id: s.id,
    title: s.title,
    detail: listed(capital(s.kind), s.panel && readRecord(r, 'panel', s.panel)?.document.name, s.place),
    date: s.on,
  }),
  review: (r, { id }) => reviewHit(r, id),
  reviewNote: (r, n) => reviewHit(r, n.review, n.words),
  recommendation: (r, one) => ({
    type: 'recommendation',
    id: one.id,
    title: listed('Recommendation', readRecord(r, 'review', one.review)?.document.reference),
    detail: beginning(one.words),
    date: one.madeOn,
  }),
  contact: (r, { id }) => {
    const c = standingContact(r, id);
    const detail = listed(c?.organisation, c?.mail);
    return c ? { type: 'contact', id: c.id, title: c.name, detail, date: null } : undefined;
  },
  caseFile: (_, c) => ({
    type: 'caseFile',
    id: c.id,
    title: listed('Case', caseNumber(c)),
    detail: beginning(listed(c.kind, c.summary)),
    date: c.received,
  }),
  engagement: (_, e) => ({
    type: 'engagement',
    id: e.id,
    title: e.title,
    detail: beginning(listed(e.kind, e.place)),
    date: e.on,
  }),
  assuranceRequest: (_, a) => ({
    type: 'assuranceRequest',
    id: a.id,
    title: a.title,
    detail: beginning(a.question),
    date: a.on,
  }),
  complaintSample: (_, s) => ({
    type: 'complaintSample',
    id: s.id,
    title: s.reference,
    detail: beginning(listed(s.category, s.findings)),
    date: s.on,
  }),
  suite: (_, { id, name }) => ({ type: 'suite', id, title: name, detail: 'Suite', date: null }),
  panel: (_, { id, name }) => ({ type: 'panel', id, title: name, detail: 'Panel', date: null }),
  person: (_, { id, name }) => ({ type: 'person', id, title: name, detail: 'Person', date: null }),
};

/** Reports are many and long: their lines are read without opening them. */
const visitHits = (r: Reader, ids: string[]): Hit[] =>
  r
    .all(
      sql
        .selectFrom('visit as v')
        .leftJoin('suite as s', 's.id', 'v.suite')
        .select(['v.id', 'v.date', 'v.reference', 's.name as suite'])
        .select(
          raw<string>`substr(coalesce(v.data ->> 'comments', v.data ->> 'praiseWords', v.data ->> 'delayReason', ''), 1, 160)`.as(
            'detail',
          ),
        )
        .where('v.id', 'in', ids),
    )
    .map(({ suite, reference, ...hit }) => ({
      type: 'visit',
      ...hit,
      title: listed(suite ?? 'Visit', reference),
    }));

/** Of these the record itself says who sees it, and not the role alone. */
const seenByFew: readonly RecordType[] = ['letter', 'caseFile'];

/** What found records of one type are shown as, each by the id by which it was found. */
const shown = (r: Reader, ctx: Context, type: RecordType, ids: string[]): [string, Hit][] => {
  if (type === 'visit') return visitHits(r, ids).map((hit) => [hit.id, hit]);
  const show = shownAs[type] as ((r: Reader, document: unknown) => Hit | undefined) | undefined;
  if (!show) return [];
  return readRecords(r, type, ids).flatMap(({ document }) => {
    const isTheirs =
      (type !== 'person' || isKnown(r, ctx, document as Person)) &&
      (!seenByFew.includes(type) || sees(r, ctx, type, document));
    const hit = isTheirs ? show(r, document) : undefined;
    return hit ? [[document.id, hit]] : [];
  });
};

/** Who may look at what is found; what is not named here stands open to everybody who has it. */
const readers: { [T in RecordType]?: readonly Role[] } = {
  visit: writers,
  concern: writers,
  concernNote: staff,
  letter: [...staff, ...caseworkers],
  recordCheck: writers,
  plan: writers,
  planItem: writers,
  session: writers,
  review: reviewers,
  reviewNote: caseworkers,
  recommendation: ['caseworker', 'decider'],
  contact: caseworkers,
  complaintSample: caseworkers,
  caseFile: ['caseworker', 'decider'],
  engagement: ['caseworker', 'decider'],
  assuranceRequest: ['caseworker', 'decider'],
};

export const searchReads = {
  // Suites and people have no day and are found before what has one: without reports the others are all there.
  'search.find': (r, { text, limit }, ctx) => {
    const actor = actorOf(r, ctx);
    const found = findRecords(r, text, limit).filter(({ type }) => {
      const among = readers[type];
      return !among || holdsOneOf(actor, among);
    });
    const hits = new Map(
      [...Map.groupBy(found, ({ type }) => type)].flatMap(([type, ofType]) =>
        shown(
          r,
          ctx,
          type,
          ofType.map(({ id }) => id),
        ),
      ),
    );
    const inOrder = found.flatMap(({ id }) => hits.get(id) ?? []);
    // A concern may be found by its own words and by those of its notes.
    return ok(inOrder.filter((hit, i) => inOrder.findIndex(({ id }) => id === hit.id) === i));
  },
} satisfies Partial<Reads>;
