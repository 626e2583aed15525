import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { ranOut } from '#shared/cases/clock.ts';
import { caseDeadlines } from '#shared/cases/clocks.ts';
import { caseHistory } from '#shared/cases/history.ts';
import { needsApproval, stepsToTake } from '#shared/cases/kinds.ts';
import { nextStepOf, waitsFor } from '#shared/cases/next-step.ts';
import { caseNumber } from '#shared/cases/number.ts';
import type { Output } from '#shared/contract.ts';
import { type CaseFile, type CaseOpening, caseState } from '#shared/records/case-file.ts';
import { ok } from '#shared/result.ts';
import { capital } from '#shared/text.ts';
import { standingContact } from '../contacts/who.ts';
import type { Context, Reads } from '../context.ts';
import { paged, placeAfter } from '../paging.ts';
import { namesOf, personName } from '../reviews/around.ts';
import { sees } from '../rights.ts';
import { actorOf } from '../session.ts';
import { caseAround } from './listing.ts';
import { readCase } from './steps.ts';

/** A record that is linked to, as far as whoever asks may know of it. */
const linked = (r: Reader, ctx: Context, { id, type, to }: CaseFile['links'][number]) => {
  const found = readRecord(r, type, to)?.document;
  if (!found || !sees(r, ctx, type, found)) return { id, type, to, title: 'One that you may not open' };
  if ('kind' in found)
    return { id, type, to, title: `${capital(String(found.kind))}, ${caseNumber(found as CaseFile)}` };
  const number = found.reference ?? found.imported?.reference ?? 'no number yet';
  return { id, type, to, title: `Complaint review, ${number}` };
};

const openingsOf = (r: Reader, id: string) =>
  r
    .all(
      sql
        .selectFrom('caseOpening')
        .select('data')
        .where('of', '=', id)
        .orderBy('on', 'desc')
        .orderBy('id')
        .limit(50),
    )
    .map(({ data }) => JSON.parse(data) as CaseOpening)
    .map(({ by, on }) => ({ by, on }));

const view = (r: Reader, c: CaseFile, ctx: Context): Output<'cases.get'> => {
  const around = caseAround(r, ctx);
  const { roles } = actorOf(r, ctx);
  const history = caseHistory(c).map((one) => ({ ...one }));
  const openings = openingsOf(r, c.id);
  return {
    case: c,
    state: caseState(c),
    waits: waitsFor(c),
    next: nextStepOf(c, around) ?? null,
    deadlines: caseDeadlines(c, around).map((one) => ({
      ...one,
      late: ranOut(one.due, one.done, ctx.today),
    })),
    steps: stepsToTake(c).map(({ confirm = false, ...one }) => ({ ...one, confirm })),
    approval: needsApproval(c.kind, around.kinds),
    from: standingContact(r, c.from),
    onBehalfOf: standingContact(r, c.onBehalfOf),
    links: c.links.map((one) => linked(r, ctx, one)),
    history,
    openings,
    names: namesOf(r, [
      ...c.assignments.map(({ to }) => to),
      ...history.map(({ by }) => by),
      ...c.notes.map(({ by }) => by),
      ...c.messages.map(({ by }) => by),
      ...c.drafts.map(({ by }) => by),
      ...(c.confidential?.readers ?? []),
      ...openings.map(({ by }) => by),
    ]),
    may: { write: roles.includes('caseworker'), approve: roles.includes('decider') },
  };
};

/** Who opened whose case, the latest first. Of a case that whoever asks may not open they learn nothing else. */
const openings = (r: Reader, ctx: Context, after: string | undefined, limit: number) => {
  const place = placeAfter(after);
  let asked = sql.selectFrom('caseOpening').select('data');
  if (place) asked = asked.where((e) => e(e.refTuple('on', 'id'), '<', e.tuple(place.date, place.id)));
  const found = r
    .all(
      asked
        .orderBy('on', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1),
    )
    .map(({ data }) => JSON.parse(data) as CaseOpening);
  const { rows, next } = paged(found, limit, ({ on, id }) => `${on}/${id}`);
  const named = rows.map(({ id, case: of, by, on }) => {
    const c = readRecord(r, 'caseFile', of)?.document;
    const isSeen = c !== undefined && sees(r, ctx, 'caseFile', c);
    const reference = isSeen ? (c.reference ?? c.imported?.reference ?? null) : null;
    return { id, case: of, reference, by, name: personName(r, by), on };
  });
  return { rows: named, next };
};

export const caseReads = {
  'cases.get': (r, { id }, ctx) => {
    const found = readCase(r, ctx, id);
    return found.ok ? ok(view(r, found.value, ctx)) : found;
  },
  'cases.openings': (r, { after, limit }, ctx) => ok(openings(r, ctx, after, limit)),
} satisfies Partial<Reads>;
