import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import { dimensionNames } from '#shared/returns/dimensions.ts';
import type { AnyDimension, MeasureResult, ReturnResult } from '#shared/views.ts';
import { recordsAddress } from './addresses.ts';
import { useTold } from './told.ts';

interface GroupsTableProps {
  result: ReturnResult;
  by: AnyDimension;
  groups: NonNullable<ReturnResult['groups']>;
}

/** Every measure that can be told of a group, once for each; each figure leads to its records. */
export function GroupsTable({ result, by, groups }: GroupsTableProps): ReactNode {
  const of = useTold(result);
  if (groups.length === 0) return null;
  const told = groups.flatMap((group) => group.measures.filter(isTold));
  // A visit with its suite and day could show who the one person of an ethnicity is.
  const listed = by !== 'ethnicity';
  const titles = new Map(told.map((m) => [m.id, m.title] as const));
  return (
    <Table
      dense
      caption={`Measures ${dimensionNames[by].by}, ${result.period.label}`}
      captionHidden
      firstCellIsHeader
      head={['Measure', ...groups.map((group) => ({ content: group.key, numeric: true }))]}
      rows={[...titles].map(([id, title]) => ({
        key: id,
        cells: [
          title,
          ...groups.map((group) => {
            const measure = group.measures.find((one) => one.id === id);
            const href = listed && recordsAddress(of, id, { by, key: group.key });
            return {
              content: measure && <GroupFigure measure={measure} href={href} of={group.key} />,
              numeric: true,
            };
          }),
        ],
      }))}
    />
  );
}

/** Whether a figure says anything: how long visitors waited has no sex, and no visit an ethnicity. */
const isTold = ({ value, restsOn, blank }: MeasureResult) => value !== null || restsOn > 0 || blank > 0;

interface GroupFigureProps {
  measure: MeasureResult;
  /** Where its records are listed, where they may be. */
  href: string | false;
  of: string;
}

function GroupFigure({ measure, href, of }: GroupFigureProps): ReactNode {
  if (measure.restsOn === 0 || !href) return measure.display;
  return (
    <a className="govuk-link" href={`#${href}`}>
      {measure.display}
      <span className="govuk-visually-hidden">
        , {measure.title}, {of}: open the records
      </span>
    </a>
  );
}
