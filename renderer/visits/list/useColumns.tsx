import { useMemo } from 'react';
import { Tag } from '#renderer/kit/index.ts';
import { isSent, useSyncStatus, useWaiting } from '#renderer/sync/useSync.ts';
import { type Column, columns } from './columns.tsx';
import { unsentOf, whereIs } from './where.ts';

/** The columns of the list; to a volunteer the state of a report is one of three words. */
export function useColumns(volunteer: boolean): readonly Column[] {
  const sent = isSent(useSyncStatus().data);
  const waiting = useWaiting(volunteer && sent);
  const items = waiting.data;
  return useMemo(() => {
    if (!volunteer) return columns;
    const unsent = unsentOf(items ?? []);
    const cell: Column['cell'] = (row) => {
      const { text, colour } = whereIs(row, unsent);
      return <Tag colour={colour}>{text}</Tag>;
    };
    return columns.map((column) =>
      column.id === 'state' ? { ...column, title: 'Where it is', cell } : column,
    );
  }, [volunteer, items]);
}
