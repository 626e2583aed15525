import type { Chart } from '#shared/charts/chart.ts';
import { beginning, saysMost, saysParts, saysRange } from '#shared/charts/says.ts';
import type { ReturnResult } from '#shared/views.ts';
import {
  column,
  countsOf,
  namesIn,
  ofParts,
  ofWhole,
  partsBy,
  type ReturnChart,
  series,
  type Told,
  tableIn,
  told,
} from './from.ts';
import { overMonths } from './months.ts';
import { overYears } from './years.ts';

const visited = { thing: 'visit', things: 'visits' };
const named = (names: readonly string[], values: readonly Told[]) =>
  names.map((name, i) => ({ name, ...(values[i] ?? told(null)) }));

const visitsBySuite = (result: ReturnResult): Chart | null => {
  const table = tableIn(result, 'visits.bySuite');
  const [made, completed] = ['visits', 'completed'].map((name) => table && column(table, name));
  if (!table || !made || !completed) return null;
  const categories = namesIn(table);
  return {
    kind: 'grouped',
    title: 'Visits attempted and completed, by suite',
    says: saysMost({
      items: named(categories, completed),
      ...{ thing: 'completed visit', things: 'completed visits', kinds: 'suites' },
    }),
    of: 'Suite',
    categories,
    series: [series('Attempted', made), series('Completed', completed)],
  };
};

/** The headline rate with its counts where the return is split by suite; else that of the table of suites. */
const consentBySuite = (result: ReturnResult): Chart | null => {
  const parts = partsBy(result, 'suite', result.headline);
  const table = tableIn(result, 'consent.bySuite');
  const ofTable = table && column(table, 'consent of offered');
  const names = parts?.map(({ key }) => key) ?? (table && namesIn(table));
  const values = parts ? ofParts(parts, result.headline) : ofTable;
  const shown = result.measures.find(({ id }) => id === (parts ? result.headline : 'consent.ofOffered'));
  if (!names || !values) return null;
  return {
    kind: 'bars',
    title: `${shown?.title ?? 'Consent, of those offered'}, by suite`,
    says: saysRange({ items: named(names, values), rate: 'consent rate', kinds: 'suites' }),
    of: 'Suite',
    categories: names,
    series: [series('Consent rate', values)],
  };
};

/** What became of the offer of a conversation, as it is said of a number of people. */
const ladder = [
  ['detainees.accepted', 'Accepted', 'accepted'],
  ['detainees.declined', 'Declined', 'declined'],
  ['detainees.notOffered', 'Not offered', 'were not offered a conversation'],
  ['detainees.notAvailable', 'Not available', 'were not available'],
] as const;

const detaineesBySuite = (result: ReturnResult): Chart | null => {
  const whole = ladder.map(([id]) => ofWhole(result, id));
  if (whole.some((one) => one === undefined)) return null;
  const parts = partsBy(result, 'suite', 'detainees.accepted');
  const each = ladder.map(([id], i) => (parts ? ofParts(parts, id) : [whole[i] ?? told(null)]));
  return {
    kind: 'stacked',
    title: parts
      ? 'What became of the offer of a conversation, by suite'
      : 'What became of the offer of a conversation',
    says: saysParts({
      parts: ladder.map(([, , name], i) => ({ name, value: whole[i]?.value ?? null })),
      ...{ thing: 'person accounted for', things: 'people accounted for' },
    }),
    of: 'Suite',
    categories: parts?.map(({ key }) => key) ?? ['All suites'],
    series: ladder.map(([, name], i) => series(name, each[i] ?? [])),
  };
};

const isHour = /^\d\d:00$/;
const hourSaid = (hour: string) =>
  isHour.test(hour) ? `in the hour from ${hour}` : 'at an hour not recorded';

const visitsByDayAndHour = (result: ReturnResult): Chart | null => {
  const table = tableIn(result, 'visits.byDayAndHour');
  if (!table) return null;
  const hours = namesIn(table);
  const days = table.columns.slice(1);
  const of = (i: number) => table.rows.map((row) => told(row[i + 1]));
  return {
    kind: 'grid',
    title: table.title,
    says: saysMost({
      items: days.flatMap((day, i) =>
        of(i).map(({ value }, at) => {
          return { name: `on ${day} ${hourSaid(hours[at] ?? '')}`, value };
        }),
      ),
      ...visited,
      ...{ kinds: 'hours of the week', verb: beginning },
    }),
    of: 'Hour',
    categories: hours,
    shorts: hours.map((hour) => (isHour.test(hour) ? hour.slice(0, 2) : 'n/k')),
    series: days.map((day, i) => series(day, of(i), day.slice(0, 2))),
  };
};

const concernsByArea = (result: ReturnResult): Chart | null => {
  const table = tableIn(result, 'concerns.byArea');
  const [raised, addressed, resolved] = ['raised', 'already addressed', 'resolved on the visit'].map(
    (name) => table && column(table, name),
  );
  if (!table || !raised || !addressed || !resolved) return null;
  const further = raised.map(({ value }, i) => {
    const ended = [addressed[i]?.value ?? null, resolved[i]?.value ?? null];
    const left = ended.reduce((sum, one) => (sum === null || one === null ? null : sum - one), value);
    return told(left !== null && left < 0 ? null : left);
  });
  const sum = (values: readonly Told[]) =>
    values.reduce<number | null>(
      (all, { value }) => (all === null || value === null ? null : all + value),
      0,
    );
  return {
    kind: 'stacked',
    title: 'Concerns raised, by area',
    says: saysParts({
      parts: [
        { name: 'were already addressed', value: sum(addressed) },
        { name: 'were resolved on the visit', value: sum(resolved) },
        { name: 'were left to follow up', value: sum(further) },
      ],
      ...{ thing: 'concern raised', things: 'concerns raised' },
    }),
    of: 'Area',
    categories: namesIn(table),
    series: [
      series('Already addressed', addressed),
      series('Resolved on the visit', resolved),
      series('To follow up', further),
    ],
  };
};

const countsIn =
  (id: string, counted: Parameters<typeof countsOf>[1]) =>
  (result: ReturnResult): Chart | null => {
    const table = tableIn(result, id);
    return table ? countsOf(table, counted) : null;
  };

export const custodyCharts: readonly ReturnChart[] = [
  { name: 'visits.bySuite', shows: 'Visits attempted and completed, by suite', make: visitsBySuite },
  { name: 'consent.bySuite', shows: 'Consent rate, by suite', make: consentBySuite },
  {
    name: 'detainees.bySuite',
    shows: 'What became of the offer of a conversation',
    make: detaineesBySuite,
  },
  {
    name: 'visits.byHour',
    shows: 'Visits by hour of arrival',
    make: countsIn('visits.byHour', {
      of: 'Hour',
      ...visited,
      kinds: 'hours',
      said: hourSaid,
      verb: beginning,
    }),
  },
  {
    name: 'visits.byWeekday',
    shows: 'Visits by day of the week',
    make: countsIn('visits.byWeekday', {
      ...{ of: 'Day', ...visited, kinds: 'days', verb: beginning },
      said: (day) => `on ${day}`,
    }),
  },
  { name: 'visits.byDayAndHour', shows: 'Visits by day and hour', make: visitsByDayAndHour },
  { name: 'concerns.byArea', shows: 'Concerns raised, by area', make: concernsByArea },
  overMonths('visits', 'Visits completed', ['visits.completed']),
  overMonths('detainees', 'Detainees', ['detainees.held', 'detainees.offered', 'detainees.accepted']),
  overMonths('consent', 'Consent', ['consent.ofOffered', 'consent.ofAvailable', 'consent.ofHeld']),
  overYears('visits', 'Visits', ['visits.completed', 'visits.attempted', 'visits.target']),
  overYears('detainees', 'Detainees', ['detainees.held', 'detainees.offered', 'detainees.accepted']),
  overYears('consent', 'Consent', ['consent.ofOffered', 'consent.ofAvailable', 'consent.ofHeld']),
  overYears('concerns', 'Concerns', ['concerns.raised', 'concerns.escalated', 'concerns.open']),
];
