import type { Span } from '#db/measures.ts';
import type { Reader } from '#db/sql.ts';
import { waits } from '#shared/checks/waits.ts';
import type { Output } from '#shared/contract.ts';
import type { Raw } from '#shared/measures/evaluate.ts';
import { percent } from '#shared/numbers.ts';
import { groupsOf, type Raws, rawsByGroup } from './groups.ts';
import type { OfficeRecords } from './of-office.ts';

type Table = Output<'returns.compute'>['tables'][number];

const shown = ['recordChecks.count', 'recordChecks.recorded', 'recordChecks.notRecorded'];

const share = ({ top, bottom }: Raw = { top: 0, bottom: 0, restsOn: 0, blank: 0 }) =>
  percent(top ?? 0, bottom ?? 0);

/** Custody records that were checked: by cohort, by suite, and the waits that their time lines tell. */
export const checkTables = (
  r: Reader,
  span: Span,
  delayThreshold: number,
  office: OfficeRecords,
  whole: Raws,
): Table[] => {
  const rowsBy = (by: 'cohort' | 'suite') => {
    const groups = groupsOf(by, office);
    const raws = rawsByGroup(r, span, delayThreshold, office, groups, (m) => shown.includes(m.id));
    return groups.flatMap(({ key }) => {
      const [count, recorded, notRecorded] = shown.map((id) => raws.get(key)?.get(id));
      return count?.top ? [[key, count.top, share(recorded), share(notRecorded)]] : [];
    });
  };
  const note =
    'Shares are of the questions that apply: not applicable is left out. What a custody record does not say is not recorded, and no “no”.';
  return [
    {
      id: 'recordChecks.byCohort',
      title: 'Custody record checks by cohort',
      columns: ['cohort', 'checked', 'recorded', 'not recorded'],
      rows: rowsBy('cohort'),
      note,
    },
    {
      id: 'recordChecks.bySuite',
      title: 'Custody record checks by suite',
      columns: ['suite', 'checked', 'recorded', 'not recorded'],
      rows: rowsBy('suite'),
      note,
    },
    {
      id: 'recordChecks.waits',
      title: 'Waits told by custody records',
      columns: ['wait', 'waits', 'median minutes', '90th percentile minutes'],
      rows: waits.flatMap(({ id, title }) => {
        const median = whole.get(`recordChecks.${id}.median`);
        const p90 = whole.get(`recordChecks.${id}.p90`);
        return median?.restsOn ? [[title, median.restsOn, median.top, p90?.top ?? null]] : [];
      }),
      note: 'Each is a wait that somebody did wait: the shortest that half, or nine in ten, of them were no longer than. Minutes that passed, also where the clocks changed on the way.',
    },
  ];
};
