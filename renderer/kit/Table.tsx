import type { ComponentProps, ReactNode } from 'react';
import { useId, useLayoutEffect, useRef } from 'react';
import { classes } from './classes.ts';
import type { TextSize } from './Label.tsx';

/** A cell with more to it than its content; other attributes go to its td or th. */
export interface FullCell extends Omit<ComponentProps<'td'>, 'children' | 'content'> {
  content: ReactNode;
  numeric?: boolean | undefined;
}

export interface HeadCell extends FullCell {
  /** How the list is sorted by this column. Given with `onSort`, the heading becomes a button. */
  sort?: 'ascending' | 'descending' | 'none' | undefined;
  onSort?: (() => void) | undefined;
}

export interface TableRow {
  key: string | number;
  cells: readonly (FullCell | ReactNode)[];
  className?: string | undefined;
}

export interface TableProps extends ComponentProps<'table'> {
  caption?: ReactNode;
  captionSize?: TextSize | undefined;
  /** For a table whose heading stands just above it. */
  captionHidden?: boolean | undefined;
  head?: readonly (HeadCell | ReactNode)[] | undefined;
  rows: readonly TableRow[];
  /** The first cell of each row names the row. */
  firstCellIsHeader?: boolean | undefined;
  /** A list for staff: smaller text, tight rows, a heading that stays in view, sideways scrolling where it must. */
  dense?: boolean | undefined;
}

function isFull(cell: unknown): cell is FullCell {
  return typeof cell === 'object' && cell !== null && 'content' in cell;
}

const full = (cell: FullCell | ReactNode): FullCell => (isFull(cell) ? cell : { content: cell });

export function Table(props: TableProps): ReactNode {
  const { caption, captionSize, captionHidden, head, rows, firstCellIsHeader, dense, className, ...rest } =
    props;
  const captionId = useId();
  const captionClass = captionHidden
    ? 'govuk-visually-hidden'
    : captionSize && `govuk-table__caption--${captionSize}`;
  const table = (
    <table {...rest} className={classes('govuk-table', dense && 'desk-table--dense', className)}>
      {caption && (
        <caption id={dense ? captionId : undefined} className={classes('govuk-table__caption', captionClass)}>
          {caption}
        </caption>
      )}
      {head && (
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {head.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
              <HeadingCell key={index} cell={full(cell)} />
            ))}
          </tr>
        </thead>
      )}
      <tbody className="govuk-table__body">
        {rows.map((row) => (
          <tr key={row.key} className={classes('govuk-table__row', row.className)}>
            {row.cells.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
              <BodyCell key={index} cell={full(cell)} isHeader={index === 0 && Boolean(firstCellIsHeader)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return dense ? <Scroller labelledBy={caption ? captionId : undefined}>{table}</Scroller> : table;
}

function HeadingCell({ cell }: { cell: HeadCell }): ReactNode {
  const { content, numeric, className, sort, onSort, ...rest } = cell;
  const arrow = sort === 'ascending' ? '▲' : sort === 'descending' ? '▼' : '▲▼';
  return (
    <th
      scope="col"
      {...rest}
      aria-sort={sort}
      className={classes('govuk-table__header', numeric && 'govuk-table__header--numeric', className)}
    >
      {onSort ? (
        <button type="button" className="desk-sort" onClick={onSort}>
          {content}
          <span aria-hidden="true">{arrow}</span>
        </button>
      ) : (
        content
      )}
    </th>
  );
}

function BodyCell({ cell, isHeader }: { cell: FullCell; isHeader: boolean }): ReactNode {
  const { content, numeric, className, ...rest } = cell;
  if (isHeader) {
    return (
      <th scope="row" {...rest} className={classes('govuk-table__header', className)}>
        {content}
      </th>
    );
  }
  return (
    <td
      {...rest}
      className={classes('govuk-table__cell', numeric && 'govuk-table__cell--numeric', className)}
    >
      {content}
    </td>
  );
}

/** Scrolls sideways where the table is wider than its place, and is a stop for the keyboard only then. */
function Scroller({
  labelledBy,
  children,
}: {
  labelledBy: string | undefined;
  children: ReactNode;
}): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const watch = new ResizeObserver(() => {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    });
    watch.observe(box);
    // Its table can become wider than its place while the place stays as it is.
    if (box.firstElementChild) watch.observe(box.firstElementChild);
    return () => watch.disconnect();
  }, []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would be a landmark only by the same two attributes
    <div ref={ref} className="desk-table-scroll" role="region" aria-labelledby={labelledBy}>
      {children}
    </div>
  );
}
