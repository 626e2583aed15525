import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import type { Reader, Writer } from '#db/sql.ts';
import { milesOf } from '#shared/claims/amounts.ts';
import { objectionToLines } from '#shared/claims/lines.ts';
import type { Failure } from '#shared/errors.ts';
import { instant } from '#shared/ids.ts';
import { type Claim, claimId, claimState, isWritable, linesOf } from '#shared/records/claim.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { putting } from '#shared/sync/patch.ts';
import { author, type Context, type Writes } from '../context.ts';
import { claimsOf, figuresOf } from './figures.ts';
import { paymentWrites } from './payment.ts';
import { isTheirs } from './reading.ts';
import { moved, onClaim } from './steps.ts';
import { dayOf, foundHere } from './things.ts';

type Changing = Result<{ next?: Claim }, Failure>;

const movedOn = { tag: 'movedOn' } as const;

/** Writes in a claim that is its claimant's at the moment, and holds what they wrote against what this laptop knows. */
const writing = (w: Writer, ctx: Context, id: string, change: (claim: Claim) => Changing) =>
  onClaim(w, ctx, id, (claim) => {
    if (!isTheirs(w, ctx, claim)) return fail({ tag: 'notAllowed' });
    if (!isWritable(claimState(claim))) return fail({ tag: 'claimSubmitted' });
    const changed = change(claim);
    if (!changed.ok || !changed.value.next) return changed;
    const why = objectionToLines(claim, changed.value.next, foundHere(w));
    return why ? fail({ tag: 'claimLine', why }) : changed;
  });

/** A line's day is that of what it is for; where that says none any more, the day it had stays. */
const onItsDay = (r: Reader, { month }: Claim, line: Claim['lines'][number]): Claim['lines'][number] => {
  const day = dayOf(r, line.for);
  return day && day.slice(0, 7) <= month ? { ...line, on: day } : line;
};

/** What lines come to, where every one of them comes to something. */
const approvable = (w: Writer, ctx: Context, claim: Claim): Result<Record<string, number>, Failure> => {
  const figures = figuresOf(w, ctx, claimsOf(w, claim.person));
  const amounts: Record<string, number> = {};
  for (const line of linesOf(claim)) {
    const pence = figures.get(line.id)?.pence;
    if (pence == null) return fail({ tag: 'noRate', day: line.on });
    amounts[line.id] = pence;
  }
  return ok(amounts);
};

export const claimWrites = {
  'claims.begin': (w, { month, person }, ctx) =>
    w.inTransaction(() => {
      const whose = person ?? ctx.identity.person;
      if (!isTheirs(w, ctx, { person: whose })) return fail({ tag: 'notAllowed' });
      if (!readRecord(w, 'person', whose)) return fail({ tag: 'notFound', what: 'person' });
      if (month > ctx.today.slice(0, 7)) return fail({ tag: 'futureMonth' });
      const id = claimId(ctx.identity.office, whose, month);
      const done = ok({ id, savedAt: instant(ctx.sources) });
      if (readRecord(w, 'claim', id)) return done;
      const claim: Claim = { id, events: [], person: whose, month, lines: [] };
      const saved = saveAndSend(w, author(ctx), 'claim', id, [putting([], claim)]);
      return saved.ok ? done : saved;
    }),
  'claims.saveLine': (w, { id, line }, ctx) =>
    writing(w, ctx, id, (claim) => {
      const before = claim.lines.find((one) => one.id === line.id);
      const on = dayOf(w, line.for) ?? before?.on;
      if (on === undefined) return fail({ tag: 'claimLine', why: 'notReported' });
      const isSame = before?.for.id === line.for.id;
      const next = onItsDay(w, claim, { ...line, on: isSame ? before.on : on });
      const lines = before ? claim.lines.map((one) => (one === before ? next : one)) : [...claim.lines, next];
      return ok({ next: { ...claim, lines } });
    }),
  'claims.removeLine': (w, { id, line }, ctx) =>
    writing(w, ctx, id, (claim) => {
      const removed = instant(ctx.sources);
      const lines = claim.lines.map((one) => (one.id === line && !one.removed ? { ...one, removed } : one));
      return ok({ next: { ...claim, lines } });
    }),
  'claims.submit': (w, { id }, ctx) => {
    const onTheirDays = writing(w, ctx, id, (claim) => {
      if (linesOf(claim).length === 0) return fail({ tag: 'noLines' });
      const lines = claim.lines.map((line) => onItsDay(w, claim, line));
      return ok({ next: { ...claim, lines } });
    });
    if (!onTheirDays.ok) return onTheirDays;
    return onClaim(w, ctx, id, (claim) => {
      const amounts = approvable(w, ctx, claim);
      return amounts.ok ? ok({ moves: moved(ctx, claim, 'submitted') }) : amounts;
    });
  },
  'claims.withdraw': (w, { id }, ctx) =>
    onClaim(w, ctx, id, (claim) => {
      if (!isTheirs(w, ctx, claim)) return fail({ tag: 'notAllowed' });
      if (claimState(claim) !== 'submitted') return fail(movedOn);
      return ok({ moves: moved(ctx, claim, 'draft') });
    }),
  'claims.return': (w, { id, words }, ctx) =>
    onClaim(w, ctx, id, (claim) => {
      if (claim.person === ctx.identity.person) return fail({ tag: 'ownClaim' });
      const state = claimState(claim);
      if ((state !== 'submitted' && state !== 'approved') || claim.paidWith !== undefined)
        return fail(movedOn);
      if (words.trim() === '') return fail({ tag: 'noWords' });
      const { approved: _, ...next } = claim;
      return ok({ next, moves: moved(ctx, claim, 'returned', words.trim()) });
    }),
  'claims.approve': (w, { id, pence }, ctx) =>
    onClaim(w, ctx, id, (claim) => {
      if (claim.person === ctx.identity.person) return fail({ tag: 'ownClaim' });
      const of = claim.events.at(-1);
      if (of?.to !== 'submitted') return fail(movedOn);
      const lines = approvable(w, ctx, claim);
      if (!lines.ok) return lines;
      const sum = Object.values(lines.value).reduce((so, one) => so + one, 0);
      if (sum !== pence) return fail(movedOn);
      const approved = { of: of.id, pence, miles: milesOf(linesOf(claim)), lines: lines.value };
      return ok({ next: { ...claim, approved }, moves: moved(ctx, claim, 'approved') });
    }),
  ...paymentWrites,
} satisfies Partial<Writes>;
