import { createHash } from 'node:crypto';
import { derivedId, instant, newId, type Sources } from '#shared/ids.ts';
import type { Pen } from '#shared/records/pen.ts';
import { visitState } from '#shared/records/visit.ts';
import type { Change } from '#shared/sync/accept.ts';
import { diff } from '#shared/sync/patch.ts';
import { penWith } from '#shared/sync/pens.ts';
import { type Identity, readIdentity } from '../identity.ts';
import { type Author, saveOpen } from '../office.ts';
import { readRecord } from '../records.ts';
import type { Reader, Writer } from '../sql.ts';
import { seal, unansweredOf } from './outgoing.ts';

/** There is one pen for one report: whoever makes it makes the same. */
export const penId = ({ office }: Pick<Identity, 'office'>, visit: string): string =>
  derivedId(office, 'pen', visit);

export const penOf = (r: Reader, visit: string): Pen | undefined =>
  readRecord(r, 'pen', penId(readIdentity(r), visit))?.document;

/**
 * Whether this store writes the report: somebody's other laptop is another hand. A pen that was handed to somebody is
 * theirs on the first of their laptops that takes it.
 */
export const isHolder = ({ holder }: Pen, { person, device }: Identity): boolean =>
  holder.person === person && (holder.device === device || holder.handed !== undefined);

const authorOf = (by: string, sources: Sources): Author => ({
  by,
  now: () => instant(sources),
  newId: () => newId(sources),
  hash: (text) => createHash('sha256').update(text).digest('hex'),
});

/**
 * Brings the pen of a report up to date in the sync that sends the report, and seals it: made with the first sync of
 * a draft, ended when the report is ready or put aside. A report that is ready at once has none.
 */
export const sealPenOf = (w: Writer, sources: Sources, visit: string): (Change | undefined)[] => {
  const document = readRecord(w, 'visit', visit)?.document;
  const identity = readIdentity(w);
  const id = penId(identity, visit);
  const before = readRecord(w, 'pen', id)?.document;
  const isDraft = document && visitState(document) === 'draft';
  if (!document || (!before && !isDraft) || (before && !isHolder(before, identity))) return [];
  // What was rescued from somebody's laptop stays theirs to write, on the first of their laptops that takes it.
  const by = unansweredOf(w, 'visit', visit).find((row) => row.sealed === null)?.by ?? identity.person;
  const author = authorOf(by, sources);
  const since = author.now();
  const own = by === identity.person;
  const here = { person: by, device: identity.device, since, ...(!own && { handed: identity.person }) };
  const holder = before?.holder.device === identity.device ? before.holder : here;
  const next = penWith({ ...before, id, visit, holder, visitors: [] }, document);
  const patch = diff(before, next);
  if (patch.length > 0) saveOpen(w, author, 'pen', id, patch);
  const open = unansweredOf(w, 'pen', id).find((row) => row.sealed === null);
  return open ? [seal(w, open)] : [];
};

/**
 * Who else writes a draft here: their pen keeps everybody else's hands off it. What was typed before stays and goes.
 * Undefined where this store may write.
 */
export const penElsewhere = (r: Reader, visit: string): Pen | undefined => {
  const pen = penOf(r, visit);
  return pen && !pen.done && !isHolder(pen, readIdentity(r)) ? pen : undefined;
};
