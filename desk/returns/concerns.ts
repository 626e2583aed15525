import type { Span } from '#db/measures.ts';
import type { Reader } from '#db/sql.ts';
import type { Output } from '#shared/contract.ts';
import { concernAreas } from '#shared/records/concern.ts';
import { capital } from '#shared/text.ts';
import { type Group, groupsOf, rawsByGroup, worthPrinting } from './groups.ts';
import type { OfficeRecords } from './of-office.ts';

type Table = Output<'returns.compute'>['tables'][number];

/** The columns of both tables, with the measure that each shows. */
const shown = [
  ['raised', 'concerns.raised'],
  ['already addressed', 'concerns.alreadyAddressed'],
  ['resolved on the visit', 'concerns.resolvedOnVisit'],
  ['escalated', 'concerns.escalated'],
  ['answered', 'concerns.answered'],
  ['came back', 'concerns.cameBack'],
  ['open at the end', 'concerns.open'],
] as const;
const wanted = new Set<string>(shown.map(([, id]) => id));

const byConcernArea: readonly Group[] = concernAreas.map((area) => ({
  key: capital(area),
  fact: 'concernArea',
  values: [area],
}));

/** Concerns by what they are about, and by suite. */
export const concernTables = (
  r: Reader,
  span: Span,
  delayThreshold: number,
  office: OfficeRecords,
): Table[] => {
  const rowsOf = (groups: readonly Group[], isPrinted: (group: Group, something: boolean) => boolean) => {
    const raws = rawsByGroup(r, span, delayThreshold, office, groups, (m) => wanted.has(m.id));
    return groups.flatMap((group) => {
      const own = raws.get(group.key);
      const cells = shown.map(([, id]) => own?.get(id)?.top ?? 0);
      return isPrinted(
        group,
        cells.some((n) => n > 0),
      )
        ? [[group.key, ...cells]]
        : [];
    });
  };
  const columns = shown.map(([title]) => title);
  const note =
    'Raised, already addressed and resolved are told by the day of raising; escalated, answered and came back by the day on which that happened; open is told of the end of the period.';
  return [
    {
      id: 'concerns.byArea',
      title: 'Concerns by area',
      columns: ['area', ...columns],
      rows: rowsOf(byConcernArea, () => true),
      note,
    },
    {
      id: 'concerns.bySuite',
      title: 'Concerns by suite',
      columns: ['suite', ...columns],
      rows: rowsOf(
        groupsOf('suite', office),
        (group, something) => something || worthPrinting('suite', office, span, group, new Map()),
      ),
      note,
    },
  ];
};
