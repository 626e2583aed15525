import type { Host } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import type { Contact } from '#shared/records/contact.ts';
import { newReview, type Review } from '#shared/records/review.ts';
import { ok, type Result } from '#shared/result.ts';
import { applyPatch, diff, type Patch } from '#shared/sync/patch.ts';
import type { Application } from './applicationForm.ts';

/** What of a patch lies under one of its first names, without that name. */
const under = (patch: Patch, name: string): Patch =>
  patch.filter(({ path }) => path[0] === name).map((change) => ({ ...change, path: change.path.slice(1) }));

/** A contact is sent before the review that names it; who is no longer named stays with the office as they were. */
const saveContact = async (host: Host, now: Contact | undefined, patch: Patch) =>
  now && patch.length > 0 ? host.call('contacts.save', { id: now.id, patch }) : ok(undefined);

/** What somebody chosen instead of whoever stood there changes of their contact: only what was typed of them. */
const ofContact = (before: Contact | undefined, now: Contact | undefined, patch: Patch): Patch =>
  before && now && before.id !== now.id ? diff(undefined, now) : patch;

/** Sends what was typed of an application: its people first, then the review that names them. */
export const sendApplication = async (
  host: Host,
  before: Application,
  patch: Patch,
  reason: string | undefined,
): Promise<Result<unknown, Failure>> => {
  const now = applyPatch(before, patch).document;
  for (const who of ['applicant', 'representative'] as const) {
    const saved = await saveContact(host, now[who], ofContact(before[who], now[who], under(patch, who)));
    if (!saved.ok) return saved;
  }
  const own = under(patch, 'review');
  if (own.length === 0) return ok(undefined);
  return host.call('reviews.save', { id: before.review.id, patch: own, ...(reason && { reason }) });
};

/** Writes an application down: again and again the same one, until all of it has come through. */
export const startApplication = async (
  host: Host,
  now: Application,
  me: string,
): Promise<Result<unknown, Failure>> => {
  for (const who of [now.applicant, now.representative]) {
    const saved = await saveContact(host, who, diff(undefined, who));
    if (!saved.ok) return saved;
  }
  const { id, received, means, route, applicant, grounds } = now.review;
  const begun = {
    ...{ id, received },
    ...(means && { means }),
    ...(route && { route }),
    ...(applicant && { applicant }),
    ...(grounds && { grounds }),
  };
  const started = await host.call('reviews.start', begun);
  if (!started.ok) return started;
  const base: Review = { ...newReview(begun), caseworker: me };
  const patch = diff(base, now.review);
  return patch.length > 0 ? host.call('reviews.save', { id, patch }) : started;
};
