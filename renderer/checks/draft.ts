import { newRecordId } from '#renderer/editing/newRecordId.ts';
import {
  entriesOf,
  type Moment,
  type RecordCheck,
  type RecordedAnswer,
  type TimelineEntry,
} from '#shared/records/record-check.ts';
import { registry } from '#shared/records/registry.ts';
import type { MergeGroups } from '#shared/sync/patch.ts';
import { addDays } from '#shared/times.ts';

/**
 * A record check while it is worked on: the check itself, and beside it text that is no time or day, exactly as typed
 * and by its field.
 */
export type CheckDraft = {
  check: RecordCheck;
  unread: Record<string, string>;
  /** Why a check that is done is corrected. */
  reason?: string;
};

/** Merge groups of a check, seen from the draft that holds it. */
export const draftGroups: MergeGroups = registry.recordCheck.groups.map((group) =>
  group.map((path) => `check.${path}`),
);

/** An object without what is undefined: a blank is absent, and never stands in a record. */
const withoutBlanks = <T extends object>(all: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;

/** The draft with some of its fields set, or taken away where they are undefined. */
export const withFields = (
  draft: CheckDraft,
  some: { [K in keyof RecordCheck]?: RecordCheck[K] | undefined },
): CheckDraft => ({
  ...draft,
  check: withoutBlanks<RecordCheck>({ ...draft.check, ...some } as RecordCheck),
});

export const withAnswer = (
  draft: CheckDraft,
  question: string,
  answer: RecordedAnswer | undefined,
): CheckDraft => {
  const { [question]: _, ...others } = draft.check.answers;
  return withFields(draft, {
    answers: answer === undefined ? others : { ...others, [question]: { value: answer } },
  });
};

export const withComment = (draft: CheckDraft, question: string, text: string): CheckDraft => {
  const { [question]: _, ...others } = draft.check.comments ?? {};
  const comments = text.trim() === '' ? others : { ...others, [question]: text };
  return withFields(draft, { comments: Object.keys(comments).length > 0 ? comments : undefined });
};

/** The draft with what stands unread in a field; nothing does where the text is undefined. */
export const withUnread = (draft: CheckDraft, field: string, text: string | undefined): CheckDraft => {
  const { [field]: _, ...others } = draft.unread;
  return { ...draft, unread: text === undefined ? others : { ...others, [field]: text } };
};

export const withEntry = (
  draft: CheckDraft,
  id: string,
  some: { [K in keyof TimelineEntry]?: TimelineEntry[K] | undefined },
): CheckDraft =>
  withFields(draft, {
    entries: draft.check.entries.map((entry) =>
      entry.id === id ? withoutBlanks<TimelineEntry>({ ...entry, ...some } as TimelineEntry) : entry,
    ),
  });

/** An entry put aside at that instant, or put back where there is none. */
export const withRemoved = (draft: CheckDraft, id: string, at: string | undefined): CheckDraft =>
  withEntry(draft, id, { removed: at });

/** The draft with a new entry at the end, on the day of the one before. */
export const withNewEntry = (draft: CheckDraft): { draft: CheckDraft; id: string } => {
  const id = newRecordId();
  const on = entriesOf(draft.check).findLast(({ done }) => done?.on)?.done?.on;
  const entry: TimelineEntry = { id, order: id, ...(on && { done: { on } }) };
  return { draft: withFields(draft, { entries: [...draft.check.entries, entry] }), id };
};

const isLate = (time: string | undefined) => time !== undefined && time >= '18:00';
const isEarly = (time: string | undefined) => time !== undefined && time < '06:00';

/**
 * The day that goes with a time which was typed without one: that of the moment before it, or the next where the one
 * is in the evening and the other in the small hours. It stands in its box at once, to be looked at and changed.
 */
const dayAfter = (before: Moment | undefined, at: string): string | undefined =>
  before?.on && isLate(before.at) && isEarly(at) ? addDays(before.on, 1) : before?.on;

export const withMoment = (
  draft: CheckDraft,
  id: string,
  which: 'done' | 'entered',
  some: { [K in keyof Moment]?: Moment[K] | undefined },
): CheckDraft => {
  const entry = entriesOf(draft.check).find((one) => one.id === id);
  if (!entry) return draft;
  const next = withoutBlanks<Moment>({ ...entry[which], ...some } as Moment);
  return withEntry(draft, id, { [which]: Object.keys(next).length > 0 ? next : undefined });
};

/**
 * The draft with the day of a moment whose time was typed for the first time, unless somebody gave it one. Only once the
 * whole time stands there: the first figure of 22:55 is two in the morning.
 */
export const withDay = (draft: CheckDraft, id: string, which: 'done' | 'entered'): CheckDraft => {
  const entries = entriesOf(draft.check);
  const i = entries.findIndex((entry) => entry.id === id);
  const moment = entries[i]?.[which];
  const before = which === 'entered' ? entries[i]?.done : entries[i - 1]?.done;
  const on = moment?.at && dayAfter(before, moment.at);
  // A day that was taken over from the entry before is looked at again.
  const isTakenOver = moment?.on === undefined || (which === 'done' && moment.on === before?.on);
  return on && isTakenOver ? withMoment(draft, id, which, { on }) : draft;
};
