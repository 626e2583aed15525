import { waits } from '#shared/checks/waits.ts';
import type { ReturnKind, ReturnResult, ReturnTable } from '#shared/views.ts';
import { officeTables } from '../office-tables.ts';
import { toldOver } from '../over.ts';
import { keyOf, type Place, placeOf, type Scope, told } from './places.ts';
import { answeredByNobody, made } from './sums.ts';

type Row = ReturnTable['rows'][number];
type Cell = Row[number] | undefined;

const nothing: Place = { cells: [], leans: [] };
const counted = (scope: Scope, id: string, value: Cell, people = true): Place =>
  typeof value === 'number' ? { cells: [told(scope, id, value, people)], leans: [] } : nothing;
const leaning = (scope: Scope, ...ids: string[]): Place => ({
  cells: [],
  leans: ids.map((id) => keyOf(scope, id)),
});

type Reading = (row: Row, scope: Scope, table: ReturnTable) => readonly Place[];
const part = (scope: Scope, by: string, key: Cell): Scope => ({ ...scope, by, part: String(key) });

const checksBy =
  (by: string): Reading =>
  (row, whole) => {
    const scope = part(whole, by, row[0]);
    const shares = leaning(scope, 'recordChecks.count');
    return [nothing, counted(scope, 'recordChecks.count', row[1]), shares, shares];
  };

/** Rows that are parts of a whole of their own: how old, of which year, of which category. */
const ofItsOwn: Reading = (row, whole, { id }) => [
  nothing,
  counted(part(whole, `table ${id}`, row[0]), 'part', row[1]),
];

const casesBy =
  (by: string, measure = 'cases.received'): Reading =>
  (row, whole) => [nothing, counted(part(whole, by, row[0]), measure, row[1])];

const whose: Readonly<Record<string, string>> = { Sex: 'sex', Age: 'ageGroup', Ethnicity: 'ethnicity' };
const consent = made('consent.ofOffered');
const entered = made('consent.entered.ofOffered');
const rights = made('rights.understood');

/** The total of which the reasons are told as shares: nobody prints it, and every share with its number says it. */
export const allReasons = 'all reasons';
const reasonBranch: Readonly<Record<string, string>> = {
  'Not available': 'detainees.notAvailable',
  'Available, not offered': 'detainees.notOffered',
};

const readings: Readonly<Record<string, Reading>> = {
  'consent.bySuite': (row, whole) => {
    const scope = part(whole, 'suite', row[0]);
    return [
      nothing,
      counted(scope, 'detainees.held', row[1]),
      counted(scope, 'detainees.offered', row[2]),
      counted(scope, 'detainees.accepted', row[3]),
      leaning(scope, 'detainees.offered', 'detainees.accepted', consent.of, consent.to),
    ];
  },
  'consent.entered': (row, whole) => {
    const scope = part(whole, whose[String(row[0])] ?? String(row[0]), row[1]);
    return [
      nothing,
      nothing,
      counted(scope, 'people.entered', row[2]),
      counted(scope, entered.to, row[3]),
      counted(scope, entered.of, row[4]),
      leaning(scope, entered.to, entered.of),
    ];
  },
  'rights.entered': (row, whole) => {
    const scope = part(whole, whose[String(row[0])] ?? String(row[0]), row[1]);
    return [
      nothing,
      nothing,
      counted(scope, rights.to, row[2]),
      counted(scope, rights.of, row[3]),
      counted(scope, 'rights.notUnderstood', row[4]),
      leaning(scope, rights.to),
      leaning(scope, rights.to, rights.of),
    ];
  },
  'detainees.byReason': (row, whole) => {
    const scope = part(whole, `reason ${reasonBranch[String(row[0])] ?? row[0]}`, row[1]);
    return [
      nothing,
      nothing,
      counted(scope, 'reason', row[2]),
      { cells: [], leans: [keyOf(scope, 'reason'), keyOf(whole, allReasons)] },
    ];
  },
  'recordChecks.byCohort': checksBy('cohort'),
  'recordChecks.bySuite': checksBy('suite'),
  'recordChecks.waits': (row, whole) => {
    const id = waits.find(({ title }) => title === row[0])?.id;
    const on = made(`recordChecks.${id}.median`).on;
    const times = leaning(whole, on, 'recordChecks.count');
    return [nothing, counted(whole, on, row[1]), times, times];
  },
  'reviews.openByAge': ofItsOwn,
  'reviews.outstandingByYear': ofItsOwn,
  'allegations.byCategory': ofItsOwn,
  themes: ofItsOwn,
  'cases.openByAge': ofItsOwn,
  'cases.byKind': casesBy('kind'),
  'cases.byChannel': casesBy('channel'),
  'cases.byTheme': casesBy('theme', 'themes.named'),
  'cases.byArea': casesBy('area'),
  'cases.byConstituency': casesBy('constituency'),
  'cases.answeredBy': ([who, cases], whole) => [
    nothing,
    counted(whole, who === 'Not said' ? answeredByNobody : `answered.by${who}`, cases, false),
  ],
};

/** Tables that count nobody: visits, concerns, targets, and what the office did itself. */
export const tablesOfNobody: ReadonlySet<string> = new Set([
  'visits.againstTarget',
  'visits.bySuite',
  'visits.byHour',
  'visits.byWeekday',
  'visits.byMethod',
  'visits.byDayAndHour',
  'concerns.byArea',
  'concerns.bySuite',
  officeTables.engagements.id,
  officeTables.questions.id,
  officeTables.typed.id,
]);

/** Of which measure the rows of a table are the parts. */
export const wholeOf: Readonly<Record<string, string>> = {
  'reviews.openByAge': 'reviews.open',
  'reviews.outstandingByYear': 'reviews.open',
  'allegations.byCategory': 'allegations.count',
  'cases.openByAge': 'cases.open',
};

/** The figures of several periods; a share of them rests on numbers that stand beside it. Months are parts of the whole. */
const overPeriods = (of: ReturnKind, table: ReturnTable, whole: Scope): Place[][] =>
  table.rows.map((row, r) =>
    row.map((value, c): Place => {
      const at = toldOver(table, r, c);
      if (!at) return nothing;
      const { from, to } = at.period;
      const figure = { id: at.measure, value: typeof value === 'number' ? value : null };
      const made = at.made && { numerator: at.made[0], denominator: at.made[1] };
      const scope: Scope = { from, to, ...(table.over?.down && { within: whole }) };
      return placeOf(of, scope, { ...figure, ...made });
    }),
  );

/**
 * What each cell of a table tells. A table that is not known here is read as one of people, so that none is forgotten:
 * each whole number in it stands for itself.
 */
export const placesOf = (result: ReturnResult, table: ReturnTable): readonly (readonly Place[])[] => {
  const whole: Scope = { from: result.period.from, to: result.period.to };
  if (table.over) return overPeriods(result.return, table, whole);
  if (tablesOfNobody.has(table.id)) return [];
  const reading = readings[table.id];
  if (reading) return table.rows.map((row) => reading(row, whole, table));
  return table.rows.map((row, r) =>
    row.map((value, c) => counted(part(whole, `table ${table.id}`, `${r}`), `column ${c}`, value)),
  );
};

export const isReadable = (id: string): boolean => id in readings || tablesOfNobody.has(id);
