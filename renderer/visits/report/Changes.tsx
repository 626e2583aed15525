import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import type { Form } from '#shared/forms/definition.ts';
import { diff, type PatchEntry, same } from '#shared/sync/patch.ts';
import { placeTitle, spoken } from './spoken.ts';

type ChangesProps = {
  form: Form;
  names: Record<string, string>;
  changes: readonly PatchEntry[];
  caption: string;
};

/** Places that follow from other answers or belong to the report's life are not shown as answers that changed. */
const own = new Set(['panel', 'events', 'corrections', 'reference', 'form', 'id', 'imported']);

export const answersIn = (changes: readonly PatchEntry[]): PatchEntry[] =>
  changes
    .filter((c) => !own.has(c.path[0] ?? 'id'))
    .flatMap(countByCount)
    .filter((c) => !same(c.was, c.now));

/** A ladder travels whole, but people want to see which of its counts changed. */
const countByCount = (change: PatchEntry): PatchEntry[] => {
  const { path, was, now } = change;
  const counts = path[0] === 'counts' && [was, now].every((v) => v === undefined || typeof v === 'object');
  return counts ? diff(was ?? {}, now ?? {}).map((c) => ({ ...c, path: [...path, ...c.path] })) : [change];
};

/** What stood and what stands, answer by answer. */
export function Changes({ form, names, changes, caption }: ChangesProps): ReactNode {
  const shown = answersIn(changes);
  if (shown.length === 0) return null;
  return (
    <Table
      caption={caption}
      captionSize="s"
      head={['Answer', 'It was', 'It is now']}
      firstCellIsHeader
      rows={shown.map(({ path, was, now }) => ({
        key: path.join('.'),
        cells: [placeTitle(form, path), spoken(form, names, path, was), spoken(form, names, path, now)],
      }))}
    />
  );
}
