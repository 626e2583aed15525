import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import type { ImportKind } from '#shared/import-views.ts';
import { columnsOf } from './columns.ts';

/** The columns a file may have. */
export function ColumnsTable({ kind }: { kind: ImportKind }): ReactNode {
  return (
    <Table
      dense
      caption="In any order; columns with other names are reported and not read"
      captionSize="s"
      firstCellIsHeader
      head={['Column', 'Needed', 'Holds']}
      rows={columnsOf(kind).map(({ name, required, holds }) => ({
        key: name,
        cells: [<code key="name">{name}</code>, required ? 'required' : '', holds],
      }))}
    />
  );
}
