import { readRecord } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import { likenessOf, soughtIn } from '#shared/contacts/keys.ts';
import { differing, mayJoin, usualChoice } from '#shared/contacts/merge.ts';
import { restrictionState } from '#shared/contacts/restrictions.ts';
import type { Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import type { Contact } from '#shared/records/contact.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Context, Reads } from '../context.ts';
import { namesOf } from '../reviews/around.ts';
import { gone } from '../reviews/steps.ts';
import { accessOf } from './access.ts';
import { caseSeen, casesOf, possibleReviews, reviewSeen, reviewsOf } from './beside.ts';
import { alike, listed, type Pair, suggested } from './finding.ts';
import { contactHistory } from './history.ts';
import { recordsOf, restrictionsOf, standingContact } from './who.ts';

type View = Output<'contacts.view'>;

const noContact = (r: Reader, id: string): Result<never, Failure> => gone(r, 'contact', 'person', id);

const restrictionsSeen = (records: readonly Contact[], today: string): View['restrictions'] =>
  restrictionsOf(records).map((one) => ({ ...one, state: restrictionState(one.restriction, today) }));

const viewOf = (r: Reader, ctx: Context, records: readonly Contact[]): View => {
  const [contact, ...merged] = records as [Contact, ...Contact[]];
  const ids = records.map(({ id }) => id);
  const { cases, hidden } = casesOf(r, ctx, ids);
  const restrictions = restrictionsSeen(records, ctx.today);
  return {
    contact,
    merged,
    restrictions,
    cases: cases.map((c) => caseSeen(c, ids)),
    hidden,
    reviews: reviewsOf(r, ids).map((v) => reviewSeen(v, ids)),
    history: contactHistory(r, records),
    names: namesOf(r, [
      ...restrictions.map(({ restriction }) => restriction.by),
      ...merged.map(({ merging }) => merging?.by),
    ]),
  };
};

/** What a record of its own brings with it, those that were merged into it included. */
const withOwn = (r: Reader, ctx: Context, id: string): View | undefined => {
  const own = readRecord(r, 'contact', id)?.document;
  return own && !own.mergedInto ? viewOf(r, ctx, recordsOf(r, id)) : undefined;
};

const compared = (
  r: Reader,
  ctx: Context,
  id: string,
  other: string,
): Result<Output<'contacts.compare'>, Failure> => {
  if (id === other) return fail({ tag: 'notFound', what: 'person' });
  const [stands, goes] = [withOwn(r, ctx, id), withOwn(r, ctx, other)];
  if (!stands || !goes) return noContact(r, stands ? other : id);
  const fields = differing(stands.contact, goes.contact).map((field) => ({
    field,
    usual: usualChoice(stands.contact, field),
    mayJoin: mayJoin(field),
  }));
  return ok({ stands, goes, fields });
};

const around = (r: Reader, ctx: Context, id: string, besides: string | undefined) => {
  const records = recordsOf(r, id);
  const [contact] = records;
  if (!contact) return noContact(r, id);
  const ids = records.map((one) => one.id);
  const { cases } = casesOf(r, ctx, ids);
  return ok({
    contact,
    restrictions: restrictionsSeen(records, ctx.today).filter(({ state }) => state !== 'ended'),
    reviews: reviewsOf(r, ids)
      .map((v) => reviewSeen(v, ids))
      .filter(({ id: review, open }) => open && review !== besides),
    possible: possibleReviews(cases, ctx.today)
      .filter((c) => c.id !== besides)
      .map((c) => caseSeen(c, ids)),
  });
};

const placeOf = (after: string | undefined): [string, string] | undefined => {
  const at = after?.lastIndexOf('/') ?? -1;
  return after && at >= 0 ? [after.slice(0, at), after.slice(at + 1)] : undefined;
};

const pairAfter = (after: string | undefined): Pair | undefined => {
  const match = /^(\d+)\/([0-9a-f-]{36})\/([0-9a-f-]{36})$/.exec(after ?? '');
  return match ? { weight: Number(match[1]), a: match[2] as string, b: match[3] as string } : undefined;
};

export const contactReads = {
  'contacts.list': (r, { text, show, after, limit }, ctx) => {
    const found = listed(r, { text, show, today: ctx.today, after: placeOf(after), limit: limit + 1 });
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return ok({ rows, next: found.length > limit && last ? `${last.name}/${last.id}` : null });
  },
  'contacts.get': (r, { id }) => {
    const contact = standingContact(r, id);
    return contact ? ok(contact) : noContact(r, id);
  },
  'contacts.view': (r, { id }, ctx) => {
    const records = recordsOf(r, id);
    return records.length > 0 ? ok(viewOf(r, ctx, records)) : noContact(r, id);
  },
  'contacts.suggest': (r, { limit, ...sought }) => ok(suggested(r, sought, limit)),
  'contacts.around': (r, { id, besides }, ctx) => around(r, ctx, id, besides),
  'contacts.duplicates': (r, { after, limit }) => {
    const found = alike(r, pairAfter(after), limit + 1);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return ok({
      rows: rows.flatMap(({ a, b }) => {
        const [one, other] = [a, b].map((id) => readRecord(r, 'contact', id)?.document);
        return one && other ? [{ one, other, why: likenessOf(soughtIn(one), other) }] : [];
      }),
      next: found.length > limit && last ? `${last.weight}/${last.a}/${last.b}` : null,
    });
  },
  'contacts.compare': (r, { id, other }, ctx) => compared(r, ctx, id, other),
  'contacts.access': (r, { id }, ctx) => accessOf(r, ctx, id) ?? noContact(r, id),
} satisfies Partial<Reads>;
