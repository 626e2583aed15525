import { type ItemSubject, lists, type Scope } from '#shared/forms/scope.ts';
import { registry } from '#shared/records/registry.ts';
import type { Visit } from '#shared/records/visit.ts';
import { applyPatch, type MergeGroups, type PatchConflict, read, same } from '#shared/sync/patch.ts';

/**
 * A report while it is worked on: the report itself, and beside it what cannot stand in it. Text that is not a time
 * or a number stays exactly as typed, by its place and field; answers changed elsewhere too stay with both values.
 */
export type Draft = {
  visit: Visit;
  aside: { unread: Record<string, string>; contested: PatchConflict[] };
  /** Why a received report is corrected. */
  reason?: string;
};

export const nothingAside: Draft['aside'] = { unread: {}, contested: [] };

/** Merge groups of a report, seen from the draft that holds it. */
export const draftGroups: MergeGroups = registry.visit.groups.map((group) =>
  group.map((path) => `visit.${path}`),
);

/** The draft with one answer set, or taken away where the value is undefined. */
export const withAnswer = (draft: Draft, path: readonly string[], value: unknown): Draft => {
  const was = read(draft.visit, path);
  if (same(was, value)) return draft;
  const change = {
    path: [...path],
    ...(was === undefined ? {} : { was: was as never }),
    ...(value === undefined ? {} : { now: value as never }),
  };
  return { ...draft, visit: applyPatch(draft.visit, [change]).document };
};

/** The name under which what stands unread in a field is kept: the same field of two detainees has two. */
export const unreadKey = ({ path }: Pick<Scope, 'path'>, field: string): string => [...path, field].join('.');

/** The draft with what stands unread in a field; nothing does where the text is undefined. */
export const withUnread = (draft: Draft, key: string, text: string | undefined): Draft => {
  const { [key]: _, ...others } = draft.aside.unread;
  const unread = text === undefined ? others : { ...others, [key]: text };
  return same(unread, draft.aside.unread) ? draft : { ...draft, aside: { ...draft.aside, unread } };
};

/** The draft with a new item at the end of a list. Ids follow each other in time, so the id is also its place there. */
export const withItem = (draft: Draft, of: ItemSubject, item: { id: string }): Draft =>
  withAnswer(draft, [lists[of], `#${item.id}`], { ...item, order: item.id });

/** The draft with an item put aside at that instant, or put back where there is none. */
export const withRemoved = (draft: Draft, of: ItemSubject, id: string, at: string | undefined): Draft =>
  withAnswer(draft, [lists[of], `#${id}`, 'removed'], at);

const samePlace = (a: readonly string[], b: readonly string[]) => a.join('\n') === b.join('\n');

/** Keeps what clashed inside the draft. Of what stands beside the report, this window's own is the newest. */
export const contest = (draft: Draft, conflicts: PatchConflict[]): Draft => {
  const mine = conflicts.filter((c) => c.path[0] !== 'visit').map((c) => ({ ...c, was: c.current }));
  const merged = applyPatch(draft, mine as never).document;
  const clashes = conflicts
    .filter((c) => c.path[0] === 'visit')
    .map((c) => ({ ...c, path: c.path.slice(1) }));
  const others = merged.aside.contested.filter(
    (c) => !clashes.some((clash) => samePlace(clash.path, c.path)),
  );
  return { ...merged, aside: { ...merged.aside, contested: [...others, ...clashes] } };
};

/** Settles one clash: `mine` puts this window's value back, `theirs` leaves what stands in the report. */
export const settle = (draft: Draft, clash: PatchConflict, which: 'mine' | 'theirs'): Draft => {
  const chosen = which === 'mine' ? withAnswer(draft, clash.path, clash.now) : draft;
  const contested = chosen.aside.contested.filter((c) => !samePlace(c.path, clash.path));
  return { ...chosen, aside: { ...chosen.aside, contested } };
};
