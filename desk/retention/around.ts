import { readAll, readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import type { DueRow } from '#shared/calls/retention.ts';
import {
  caseKept,
  classOfCase,
  isDestroyed,
  type Kept,
  personKept,
  reviewKept,
  type Schedule,
} from '#shared/cases/retention.ts';
import { caseListsOf } from '#shared/cases/settings.ts';
import { isRestricted } from '#shared/contacts/restrictions.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import type { Review } from '#shared/records/review.ts';
import { isOver } from '#shared/reviews/next-step.ts';
import { capital } from '#shared/text.ts';
import { addMonths } from '#shared/times.ts';
import { recordsOf } from '../contacts/who.ts';
import type { Context } from '../context.ts';
import { settings } from '../office.ts';
import { seesOf } from '../rights.ts';

export const scheduleOf = (r: Reader, ctx: Context): Schedule => {
  const { retention, termEnds } = caseListsOf(settings(r, ctx));
  return { retention, termEnds };
};

/** What is open, and names what belongs with it: a case that one of these names stays as long. */
type Open = { readonly cases: ReadonlySet<string>; readonly links: ReadonlySet<string> };

const openOf = (r: Reader): Open => {
  const open = r.all(sql.selectFrom('caseFile').select(['id', 'data']).where('state', '=', 'open'));
  return {
    cases: new Set(open.map(({ id }) => id)),
    links: new Set(open.flatMap(({ data }) => (JSON.parse(data) as CaseFile).links.map(({ to }) => to))),
  };
};

/** Everything a record may already be proposed for. */
const proposedIn = (r: Reader): Set<string> =>
  new Set(
    readAll(r, 'disposal')
      .filter(({ decided, carriedOut }) => !carriedOut && decided?.approved !== false)
      .flatMap(({ items }) => items.map(({ id }) => id)),
  );

const holdWords = 'It is held.';
const proposedWords = 'It is proposed already.';

/** A record that is due, and whether all that is in its way is that it was proposed already. */
export type Row = DueRow & { readonly proposed?: true };

const rowOf = (
  type: Row['type'],
  { id, reference, name }: { id: string; reference: string | null; name: string },
  kept: Kept,
  why: string | null,
): Row => ({
  ...{ id, type, reference, name, why },
  class: kept.class.name,
  authority: kept.class.authority ?? null,
  destroyed: isDestroyed(kept.class),
  from: kept.from,
  due: kept.due,
});

const whyCase = (r: Reader, c: CaseFile, { cases, links }: Open): string | null => {
  if (c.frozen) return holdWords;
  if (links.has(c.id) || c.links.some(({ to }) => cases.has(to)))
    return 'It belongs with a case that is open.';
  const review = c.links.some(({ type, to }) => {
    const found = type === 'review' ? readRecord(r, 'review', to)?.document : undefined;
    return found && !isOver(found);
  });
  return review ? 'It belongs with a complaint review that is open.' : null;
};

/** Who is named by a case or a review, also as somebody that an entry was merged into. */
const namedPeople = (r: Reader): Set<string> => {
  const cases = r.all(sql.selectFrom('caseFile').select(['from', 'on_behalf_of']));
  const reviews = r
    .all(sql.selectFrom('review').select('data'))
    .map(({ data }) => JSON.parse(data) as Review);
  const named = new Set<string>();
  const add = (id: string | null | undefined) => id && named.add(id);
  for (const row of cases) {
    add(row.from);
    add(row.on_behalf_of);
  }
  for (const { applicant, representative } of reviews) {
    add(applicant);
    add(representative?.person);
  }
  const into = new Map(readAll(r, 'contact').map(({ id, mergedInto }) => [id, mergedInto]));
  // What is added is gone through as well: whoever was merged into somebody may have been merged in turn.
  for (const id of named) add(into.get(id));
  return named;
};

/** When an entry of the register was last changed; undefined where this laptop does not know it. */
const lastChange = (r: Reader, id: string): string | undefined =>
  r
    .first(
      sql
        .selectFrom('accepted')
        .select('at')
        .where('type', '=', 'contact')
        .where('record', '=', id)
        .orderBy('at', 'desc')
        .limit(1),
    )
    ?.at.slice(0, 10);

const casesDue = (r: Reader, schedule: Schedule, open: Open, until: string): Row[] => {
  const months = schedule.retention.filter(({ retired }) => !retired).map((one) => one.months);
  if (months.length === 0) return [];
  return r
    .all(
      sql
        .selectFrom('caseFile')
        .select('data')
        .where('closed_on', 'is not', null)
        .where('closed_on', '<=', addMonths(until, -Math.min(...months))),
    )
    .map(({ data }) => JSON.parse(data) as CaseFile)
    .flatMap((c) => {
      const kept = caseKept(c, schedule);
      if (!kept || kept.due > until) return [];
      const reference = c.reference ?? c.imported?.reference ?? null;
      const named = { id: c.id, reference, name: capital(c.kind) };
      return [rowOf('caseFile', named, kept, whyCase(r, c, open))];
    });
};

const reviewsDue = (r: Reader, schedule: Schedule, open: Open, until: string): Row[] =>
  readAll(r, 'review').flatMap((review) => {
    const kept = reviewKept(review, schedule);
    if (!kept || kept.due > until) return [];
    const why = review.frozen
      ? holdWords
      : open.links.has(review.id)
        ? 'It belongs with a case that is open.'
        : null;
    const reference = review.reference ?? review.imported?.reference ?? null;
    return [rowOf('review', { id: review.id, reference, name: 'Complaint review' }, kept, why)];
  });

const peopleDue = (r: Reader, schedule: Schedule, until: string, today: string): Row[] => {
  const named = namedPeople(r);
  return readAll(r, 'contact').flatMap((contact) => {
    if (named.has(contact.id) || contact.mergedInto) return [];
    const last = lastChange(r, contact.id);
    const kept = last && personKept(last, schedule);
    if (!kept || kept.due > until) return [];
    const all = recordsOf(r, contact.id);
    const restricted = all.some((one) => isRestricted(one, today)) ? 'A contact restriction stands.' : null;
    const why = all.some(({ frozen }) => frozen) ? holdWords : restricted;
    return [rowOf('contact', { id: contact.id, reference: null, name: contact.name }, kept, why)];
  });
};

/** Everything whose time is over by a day, what is due longest first, with what is in the way of each. */
export const dueUntil = (r: Reader, ctx: Context, until: string): Row[] => {
  const schedule = scheduleOf(r, ctx);
  const open = openOf(r);
  const proposed = proposedIn(r);
  const sees = seesOf(r, ctx, 'caseFile');
  const seen = ({ type, id }: Row) => {
    const c = type === 'caseFile' ? readRecord(r, 'caseFile', id)?.document : undefined;
    return !c?.confidential || sees(c);
  };
  return [
    ...casesDue(r, schedule, open, until),
    ...reviewsDue(r, schedule, open, until),
    ...peopleDue(r, schedule, until, ctx.today),
  ]
    .filter(seen)
    .map((row) =>
      row.why === null && proposed.has(row.id)
        ? { ...row, why: proposedWords, proposed: true as const }
        : row,
    )
    .toSorted((a, b) => (`${a.due} ${a.id}` < `${b.due} ${b.id}` ? -1 : 1));
};

/** How many closed cases are of a kind that no class of the schedule names. */
export const unclassedOf = (r: Reader, ctx: Context): number => {
  const { retention } = scheduleOf(r, ctx);
  return r
    .all(
      sql
        .selectFrom('caseFile')
        .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
        .where('closed_on', 'is not', null)
        .groupBy('kind'),
    )
    .filter(({ kind }) => !classOfCase({ kind: kind as CaseFile['kind'] }, retention))
    .reduce((sum, { count }) => sum + count, 0);
};
