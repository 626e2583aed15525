import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import type { Reader, Writer } from '#db/sql.ts';
import { givenBack, merged, took } from '#shared/contacts/merge.ts';
import type { Failure } from '#shared/errors.ts';
import type { Contact, ContactRestriction } from '#shared/records/contact.ts';
import { registry } from '#shared/records/registry.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { diff, type Patch, read } from '#shared/sync/patch.ts';
import { author, type Context, type Writes } from '../context.ts';
import { doing, gone } from '../reviews/steps.ts';
import { fieldTitles } from './history.ts';
import { standingContact } from './who.ts';

type Saved = { id: string; savedAt: string };

const noContact = (r: Reader, id: string) => gone(r, 'contact', 'person', id);

const save = (w: Writer, ctx: Context, id: string, patch: Patch): Result<Saved, Failure> => {
  const saved = patch.length > 0 ? saveAndSend(w, author(ctx), 'contact', id, patch) : ok(undefined);
  return saved.ok ? ok({ id, savedAt: doing(ctx).at }) : saved;
};

const put = (w: Writer, ctx: Context, before: Contact, after: Contact): Result<Saved, Failure> =>
  save(w, ctx, before.id, diff(before, after, registry.contact.groups));

/** What is decided of somebody has calls of its own, and is not typed into their record. */
const decided = ['mergedInto', 'merging', 'notSame', 'restrictions'] as const;
const isDecided = (patch: Patch): boolean =>
  patch.some(({ path, now }) =>
    path.length === 0
      ? decided.some((field) => read(now, [field]) !== undefined)
      : (decided as readonly (string | undefined)[]).includes(path[0]),
  );

const merge = (w: Writer, ctx: Context, stands: Contact, goes: Contact, after: Contact) => {
  const { on, by } = doing(ctx);
  const merging = { on, by, took: took(stands, after) };
  const left = put(w, ctx, goes, { ...goes, mergedInto: stands.id, merging });
  return left.ok ? put(w, ctx, stands, after) : left;
};

/** Puts a restriction where it stands: among those of one record, in the place of what it was. */
const onRestriction = (
  w: Writer,
  ctx: Context,
  id: string,
  restriction: string,
  change: (one: ContactRestriction) => ContactRestriction | undefined,
): Result<Saved, Failure> =>
  w.inTransaction((): Result<Saved, Failure> => {
    const contact = readRecord(w, 'contact', id)?.document;
    const before = contact?.restrictions?.find((one) => one.id === restriction);
    if (!contact || !before)
      return contact ? fail({ tag: 'notFound', what: 'restriction' }) : noContact(w, id);
    const after = change(before);
    if (!after) return fail({ tag: 'restrictionDays' });
    const restrictions = contact.restrictions?.map((one) => (one.id === restriction ? after : one));
    return put(w, ctx, contact, { ...contact, restrictions } as Contact);
  });

export const contactWrites = {
  'contacts.save': (w, { id, patch }, ctx) =>
    w.inTransaction(() => (isDecided(patch) ? fail({ tag: 'notAllowed' }) : save(w, ctx, id, patch))),
  'contacts.different': (w, { id, other }, ctx) =>
    w.inTransaction(() => {
      const contact = readRecord(w, 'contact', id)?.document;
      if (!contact || !readRecord(w, 'contact', other)) return noContact(w, contact ? other : id);
      const notSame = [...new Set([...(contact.notSame ?? []), other])];
      return put(w, ctx, contact, { ...contact, notSame });
    }),
  'contacts.merge': (w, { id, other, choices }, ctx) =>
    w.inTransaction((): Result<Saved, Failure> => {
      const stands = readRecord(w, 'contact', id)?.document;
      const goes = readRecord(w, 'contact', other)?.document;
      if (!stands || !goes) return noContact(w, stands ? other : id);
      if (goes.mergedInto === id) return ok({ id, savedAt: doing(ctx).at });
      if (id === other || goes.mergedInto || stands.mergedInto) return fail({ tag: 'movedOn' });
      const after = merged(stands, goes, choices);
      const over = registry.contact.schema.safeParse(after).error?.issues ?? [];
      const fields = new Set(over.map(({ path }) => fieldTitles[String(path[0])] ?? String(path[0])));
      return fields.size > 0
        ? fail({ tag: 'mergedTooMuch', fields: [...fields] })
        : merge(w, ctx, stands, goes, after);
    }),
  'contacts.unmerge': (w, { id }, ctx) =>
    w.inTransaction(() => {
      const goes = readRecord(w, 'contact', id)?.document;
      if (!goes) return noContact(w, id);
      const { mergedInto, merging, ...own } = goes;
      if (!mergedInto) return fail({ tag: 'movedOn' });
      const stands = readRecord(w, 'contact', mergedInto)?.document;
      const back = stands && givenBack(stands, { took: merging?.took ?? [] });
      const apart = put(w, ctx, goes, own as Contact);
      if (!apart.ok || !stands || !back) return apart.ok ? ok({ ...apart.value, kept: [] }) : apart;
      const given = put(w, ctx, stands, back.contact);
      return given.ok ? ok({ ...apart.value, kept: back.kept }) : given;
    }),
  'contacts.restrict': (w, { id, restriction }, ctx) =>
    w.inTransaction(() => {
      const contact = standingContact(w, id);
      if (!contact) return noContact(w, id);
      const { decided: day, starts, review } = restriction;
      if (review <= starts || starts < day) return fail({ tag: 'restrictionDays' });
      const known = contact.restrictions ?? [];
      if (known.some((one) => one.id === restriction.id))
        return ok({ id: contact.id, savedAt: doing(ctx).at });
      const restrictions = [...known, { ...restriction, by: doing(ctx).by }];
      return put(w, ctx, contact, { ...contact, restrictions });
    }),
  'contacts.restriction': (w, { id, restriction, what }, ctx) =>
    onRestriction(w, ctx, id, restriction, (one) => {
      if (what.kind === 'appeal') return { ...one, appeal: what.words };
      if (what.kind === 'ended') return what.on < one.starts ? undefined : { ...one, ended: what.on };
      return what.review <= one.review ? undefined : { ...one, review: what.review };
    }),
} satisfies Partial<Writes>;
