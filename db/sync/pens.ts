import { createHash } from 'node:crypto';
import { derivedId, instant, newId, type Sources } from '#shared/ids.ts';
import type { Pen } from '#shared/records/pen.ts';
import { type Visit, visitState } from '#shared/records/visit.ts';
import type { Change } from '#shared/sync/accept.ts';
import { diff } from '#shared/sync/patch.ts';
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

const mondayOf = (date: string): string => {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
};

const authorOf = ({ person }: Identity, sources: Sources): Author => ({
  by: person,
  now: () => instant(sources),
  newId: () => newId(sources),
  hash: (text) => createHash('sha256').update(text).digest('hex'),
});

/** What the office sees of a draft: the suite, the week and the pair. */
const shownOf = (v: Visit) => ({
  ...(v.suite && { suite: v.suite }),
  ...(v.panel && { panel: v.panel }),
  ...(v.date && { week: mondayOf(v.date) }),
  visitors: [v.visitor1, v.visitor2, v.trainee].filter((one) => one !== undefined),
});

const shownFields = ['suite', 'panel', 'week', 'visitors'] as const;

/**
 * Brings the pen of a report up to date in the sync that sends the report, and seals it: made with the first sync of
 * a draft, ended when the report is ready or put aside. A report that is ready at once has none.
 */
export const sealPenOf = (w: Writer, sources: Sources, visit: string): (Change | undefined)[] => {
  const document = readRecord(w, 'visit', visit)?.document;
  const identity = readIdentity(w);
  const before = penOf(w, visit);
  const isDraft = document && visitState(document) === 'draft';
  if (!document || (!before && !isDraft) || (before && !isHolder(before, identity))) return [];
  const author = authorOf(identity, sources);
  const id = penId(identity, visit);
  const rest = Object.fromEntries(
    Object.entries(before ?? {}).filter(([key]) => !(shownFields as readonly string[]).includes(key)),
  );
  const here = { person: identity.person, device: identity.device, since: author.now() };
  const holder = before?.holder.device === identity.device ? before.holder : here;
  const next = { ...rest, id, visit, holder, ...shownOf(document), ...(isDraft ? {} : { done: true }) };
  if (isDraft) delete (next as { done?: boolean }).done;
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
