import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import type { Form } from '#shared/forms/definition.ts';
import { lists } from '#shared/forms/scope.ts';
import { placeTitle, spoken } from '#shared/forms/spoken.ts';
import type { Visit } from '#shared/records/visit.ts';
import { applyPatch, diff, type PatchEntry, read, same } from '#shared/sync/patch.ts';

type ChangesProps = {
  form: Form;
  /** The report that was changed: its items are named by it. */
  visit: Visit;
  names: Record<string, string>;
  changes: readonly PatchEntry[];
  caption: string;
};

/**
 * Places that follow from other answers or belong to the report's life are not shown as answers that changed; nor is
 * which words were said not to be names, or the place of an item in its list.
 */
const own = new Set([
  'panel',
  'events',
  'corrections',
  'reference',
  'form',
  'id',
  'imported',
  'declarations',
  'notNames',
]);
const isItems = new Set<string>([...Object.values(lists), 'files', 'found']);

/** The answers that changed, one entry for each as people know answers. */
export const answersIn = (changes: readonly PatchEntry[]): PatchEntry[] =>
  answerByAnswer(changes.filter((c) => !own.has(c.path[0] ?? 'id')).flatMap(placeByPlace))
    .filter((c) => !same(c.was, c.now))
    .filter((c) => !(isItems.has(c.path[0] ?? '') && c.path[2] === 'order'));

const isBranch = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What travels whole, such as a ladder or a list, is shown by its places. An item that comes or goes stays whole, and
 * so does an answer to a question of the form's own.
 */
const placeByPlace = (change: PatchEntry): PatchEntry[] => {
  const { path, was, now } = change;
  const inItem = isItems.has(path[0] ?? '');
  if (inItem && path.length === 1) {
    const item = (of: PatchEntry['now'], key: 'was' | 'now') =>
      ((of ?? []) as { id: string }[]).map((it) => ({ path: [...path, `#${it.id}`], [key]: it }));
    return [...item(was, 'was'), ...item(now, 'now')];
  }
  const whole = (inItem && path.length === 2) || path.at(-2) === 'answers';
  const branches = [was, now].some(isBranch) && [was, now].every((v) => v === undefined || isBranch(v));
  if (whole || !branches) return [change];
  return diff(was ?? {}, now ?? {}).flatMap((c) => placeByPlace({ ...c, path: [...path, ...c.path] }));
};

/** From "yes" to "refused" an answer changes in two places, but people want to read of one. */
const answerByAnswer = (changes: readonly PatchEntry[]): PatchEntry[] => {
  const inside = (c: PatchEntry) => c.path.at(-3) === 'answers';
  const answers = Map.groupBy(changes.filter(inside), (c) => c.path.slice(0, -1).join('\n'));
  const side = (parts: readonly PatchEntry[], which: 'was' | 'now') => {
    const given = parts.filter((c) => c[which] !== undefined);
    if (given.length === 0) return {};
    return { [which]: Object.fromEntries(given.map((c) => [c.path.at(-1), c[which] ?? null])) };
  };
  return changes.flatMap((c) => {
    if (!inside(c)) return [c];
    const path = c.path.slice(0, -1);
    const parts = answers.get(path.join('\n')) ?? [];
    return parts[0] === c ? [{ path, ...side(parts, 'was'), ...side(parts, 'now') }] : [];
  });
};

/** What an item was called that is no longer in the report is read from what was taken away. */
const naming = (visit: Visit, { path, was }: PatchEntry): Visit => {
  const gone = isItems.has(path[0] ?? '') && path.length === 2 && was && !read(visit, path);
  return gone ? applyPatch(visit, [{ path, now: was }]).document : visit;
};

/** What stood and what stands, answer by answer. */
export function Changes({ form, visit, names, changes, caption }: ChangesProps): ReactNode {
  const shown = answersIn(changes);
  if (shown.length === 0) return null;
  const words = (path: string[], value: unknown) => (
    <span className="desk-words">{spoken(form, names, path, value, visit)}</span>
  );
  return (
    <Table
      caption={caption}
      captionSize="s"
      head={['Answer', 'It was', 'It is now']}
      firstCellIsHeader
      rows={shown.map((change) => ({
        key: change.path.join('.'),
        cells: [
          placeTitle(form, change.path, naming(visit, change)),
          words(change.path, change.was),
          words(change.path, change.now),
        ],
      }))}
    />
  );
}
