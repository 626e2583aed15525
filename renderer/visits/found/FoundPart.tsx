import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import { foundIn } from '#shared/forms/found.ts';
import type { Visit } from '#shared/records/visit.ts';
import { capital } from '#shared/text.ts';
import { Part } from '../report/Part.tsx';
import { titleOf } from './Standing.tsx';
import { foundTitle, useStanding } from './useStanding.ts';

/** What the visitors found of the concerns that stood at the suite, as it is read and printed. */
export function FoundPart({ visit }: { visit: Visit }): ReactNode {
  return foundIn(visit).length > 0 ? <FoundTable visit={visit} /> : null;
}

function FoundTable({ visit }: { visit: Visit }): ReactNode {
  const standing = useStanding(visit);
  const known = (id: string) => standing?.find((concern) => concern.id === id);
  return (
    <Part id="found" title={foundTitle}>
      <Table
        dense
        caption={foundTitle}
        captionHidden
        firstCellIsHeader
        head={['Concern', 'What was raised', 'Found', 'In words']}
        rows={foundIn(visit).map(({ id, finding, words }) => {
          const concern = known(id);
          return {
            key: id,
            cells: [
              concern ? titleOf(concern) : 'A concern that is not on this laptop',
              <span key="matter" className="desk-words">
                {concern?.matter}
              </span>,
              finding ? capital(finding) : 'Not answered',
              <span key="words" className="desk-words">
                {words}
              </span>,
            ],
          };
        })}
      />
    </Part>
  );
}
