import { reasons, type Span } from '#db/measures.ts';
import type { Reader } from '#db/sql.ts';
import type { Output } from '#shared/contract.ts';
import { measureById } from '#shared/measures/icv.ts';
import { percent } from '#shared/numbers.ts';
import type { Dimension } from '#shared/views.ts';
import { concernTables } from './concerns.ts';
import { visitsByDayAndHour } from './day-hour.ts';
import { groupsOf, type Raws, rawsByGroup, worthPrinting } from './groups.ts';
import type { OfficeRecords } from './of-office.ts';
import { checkTables } from './record-checks.ts';

type Table = Output<'returns.compute'>['tables'][number];
type Cell = Table['rows'][number][number];

/** What the tables by suite show, and the throughput for which a closed suite is still worth a line. */
const shownOfSuites = [
  'visits.attempted',
  'visits.completed',
  'visits.target',
  'detainees.held',
  'detainees.offered',
  'detainees.accepted',
  'consent.ofOffered',
  'custody.throughput',
];

/** What the tables of detainees entered show. */
const shownOfDetainees = ['people.entered', 'consent.entered.ofOffered', 'rights.understood'];

/** By what detainees entered are split in the tables of the whole office: ethnicity never stands beside a suite. */
const ofDetainees = [
  ['sex', 'Sex'],
  ['ageGroup', 'Age'],
  ['ethnicity', 'Ethnicity'],
] as const satisfies [Dimension, string][];

const notTyped =
  'Over the detainees entered one by one in the reports of completed visits. Counts that were only typed are not among them, so that these numbers are smaller than those of the whole suites.';

/**
 * The tables of the custody return: visits and consent by suite, visits by hour, weekday and method, reasons, what is
 * known of detainees entered one by one, what became of concerns, and what custody records show that were checked.
 */
export const returnTables = (
  r: Reader,
  span: Span,
  delayThreshold: number,
  office: OfficeRecords,
  whole: Raws,
): Table[] => {
  const parts = (by: Dimension, wanted: readonly string[]): Parts => {
    const groups = groupsOf(by, office);
    const raws = rawsByGroup(r, span, delayThreshold, office, groups, (m) => wanted.includes(m.id));
    return groups.flatMap((group): [string, Raws][] => {
      const own = raws.get(group.key) as Raws;
      return worthPrinting(by, office, span, group, own) ? [[group.key, own]] : [];
    });
  };
  const top = (raws: Raws, id: string) => raws.get(id)?.top ?? null;
  const visitsBy = (by: Dimension): Cell[][] =>
    parts(by, ['visits.attempted']).map(([key, raws]) => [key, top(raws, 'visits.attempted')]);
  const suites = parts('suite', shownOfSuites);
  return [
    againstTarget(suites),
    {
      id: 'visits.bySuite',
      title: 'Visits by suite',
      columns: ['suite', 'visits', 'completed', 'target'],
      rows: suites.map(([key, raws]) => [
        key,
        top(raws, 'visits.attempted'),
        top(raws, 'visits.completed'),
        top(raws, 'visits.target'),
      ]),
    },
    {
      id: 'consent.bySuite',
      title: 'Consent by suite',
      columns: ['suite', 'held', 'offered', 'accepted', 'consent of offered'],
      rows: suites.map(([key, raws]) => [
        key,
        top(raws, 'detainees.held'),
        top(raws, 'detainees.offered'),
        top(raws, 'detainees.accepted'),
        percent(raws.get('consent.ofOffered')?.top ?? 0, raws.get('consent.ofOffered')?.bottom ?? 0),
      ]),
      note: 'Consent is accepted ÷ offered over the visits in which both are known.',
    },
    {
      id: 'visits.byHour',
      title: 'Visits by hour of arrival',
      columns: ['hour', 'visits'],
      rows: visitsBy('hour'),
    },
    {
      id: 'visits.byWeekday',
      title: 'Visits by day of the week',
      columns: ['weekday', 'visits'],
      rows: visitsBy('weekday'),
    },
    visitsByDayAndHour(r, span, office),
    {
      id: 'visits.byMethod',
      title: 'Visits by method',
      columns: ['method', 'visits'],
      rows: visitsBy('method'),
    },
    reasonTable(r, span),
    ...detaineeTables(ofDetainees.map(([by, title]) => [title, parts(by, shownOfDetainees)])),
    ...concernTables(r, span, delayThreshold, office),
    ...checkTables(r, span, delayThreshold, office, whole),
  ];
};

type Parts = [key: string, raws: Raws][];

/** Visits made beside the visits aimed at, for each suite that has a target or was visited. */
const againstTarget = (suites: Parts): Table => ({
  id: 'visits.againstTarget',
  title: 'Visits against target',
  columns: ['suite', 'target', 'visits made', 'completed', 'completed of target'],
  rows: suites.map(([key, raws]) => {
    const [target = null, made = null, completed = null] = ofTarget.map((id) => raws.get(id)?.top ?? null);
    return [key, target, made, completed, target === null ? null : percent(completed ?? 0, target)];
  }),
  note: `${measureById.get('visits.target')?.definition} Made are all visits begun, whatever came of them.`,
  figures: { by: 'suite', measures: [null, ...ofTarget, null] },
});

const ofTarget = ['visits.target', 'visits.attempted', 'visits.completed'] as const;

/** Consent and the understanding of rights among the detainees entered, by each of what is known of them. */
const detaineeTables = (by: readonly (readonly [title: string, parts: Parts])[]): Table[] => {
  const rows = (cells: (raws: Raws) => Cell[]): Cell[][] =>
    by.flatMap(([title, parts]) => parts.map(([key, raws]) => [title, key, ...cells(raws)]));
  const share = (raws: Raws, id: string) => {
    const { top, bottom, blank } = raws.get(id) ?? { top: 0, bottom: 0, blank: 0 };
    return { top: top ?? 0, bottom: bottom ?? 0, blank, percent: percent(top ?? 0, bottom ?? 0) };
  };
  return [
    {
      id: 'consent.entered',
      title: 'Consent by sex, age and ethnicity (detainees entered)',
      columns: ['by', 'who', 'entered', 'offered', 'accepted', 'consent of offered'],
      rows: rows((raws) => {
        const consent = share(raws, 'consent.entered.ofOffered');
        return [raws.get('people.entered')?.top ?? 0, consent.bottom, consent.top, consent.percent];
      }),
      note: `${notTyped} Ethnicity is people's own word and only asked of those who were offered a conversation.`,
    },
    {
      id: 'rights.entered',
      title: 'Rights understood (detainees entered)',
      columns: ['by', 'who', 'asked', 'understood', 'not understood', 'not recorded', 'understood of asked'],
      rows: rows((raws) => {
        const rights = share(raws, 'rights.understood');
        return [rights.bottom, rights.top, rights.bottom - rights.top, rights.blank, rights.percent];
      }),
      note: `${notTyped} Asked are those who were spoken to and said yes or no; not recorded, those who were spoken to without either.`,
    },
  ];
};

const branches: Record<string, string> = {
  notAvailable: 'Not available',
  notOffered: 'Available, not offered',
};

const reasonTable = (r: Reader, span: Span): Table => {
  const found = reasons(r, span);
  const total = found.reduce((sum, row) => sum + row.count, 0);
  return {
    id: 'detainees.byReason',
    title: 'Why people were not seen',
    columns: ['branch', 'reason', 'detainees', 'share'],
    rows: found.map((row) => [
      branches[row.branch] ?? row.branch,
      row.reason,
      row.count,
      percent(row.count, total),
    ]),
    note: 'Over completed visits. The share is of all people for whom a reason was written down.',
  };
};
