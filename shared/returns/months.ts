import type { Raw } from '#shared/measures/evaluate.ts';
import type { Measure } from '#shared/measures/measure.ts';
import { measured } from '#shared/measures/wording.ts';
import type { ParsedPeriod } from '#shared/periods.ts';
import { dayWords } from '#shared/times.ts';
import type { ReturnKind, ReturnResult, ReturnTable } from '#shared/views.ts';
import { madeOf } from './five-years.ts';

/** More months than of two years are read by nobody, and fewer than two are the period itself. */
export const isToldByMonth = (months: readonly ParsedPeriod[]): boolean =>
  months.length >= 2 && months.length <= 24;

/** No more than stand side by side on an upright page with words that are not broken. */
const mainCounts: Record<ReturnKind, readonly string[]> = {
  icv: ['visits.completed', 'detainees.held', 'detainees.offered', 'detainees.accepted', 'concerns.raised'],
  reviews: ['reviews.received', 'reviews.completed', 'reviews.upheld', 'reviews.open'],
  correspondence: ['cases.received', 'cases.answered', 'cases.closed', 'cases.open', 'requests.received'],
};

/** The figures of a return that are told by month: its main counts and its headline, as far as it tells them at all. */
export const toldByMonth = ({
  return: of,
  headline,
  measures,
}: Pick<ReturnResult, 'return' | 'headline' | 'measures'>): string[] =>
  [...mainCounts[of], headline].filter((id) => measures.some((m) => m.id === id));

/** What each figure came to in a month; null of a month from which there are no records, or that has not begun. */
type Month = { readonly period: ParsedPeriod; readonly raws: ReadonlyMap<string, Raw> | null };

const nothing: Raw = { top: null, bottom: null, restsOn: 0, blank: 0 };

/** Up to which day a month is told that was not over on a day; null of one that had not begun. */
const untilOf = ({ from, to }: ParsedPeriod, today: string): { until?: string | null } => {
  if (to < today) return {};
  return { until: from > today ? null : today };
};

const nameOf = (month: ParsedPeriod, today: string): string => {
  const { until } = untilOf(month, today);
  if (until === undefined) return month.label;
  return `${month.label} (${until === null ? 'not begun' : 'not over'})`;
};

/** What stands at a moment and is not added up over a month. */
const standsAtEnd = new Set(['reviews.open', 'cases.open']);

/**
 * The same figures of the months of a period, one beneath another. A month that is not over says so, and one from which
 * there are no records is not known, and no nought.
 */
export const monthTable = (
  measures: readonly Measure[],
  months: readonly Month[],
  today: string,
): ReturnTable => {
  const figures = measures.map((m) =>
    months.map(({ raws }) => (raws ? measured(m, raws.get(m.id) ?? nothing) : undefined)),
  );
  const running = months.find(({ period }) => untilOf(period, today).until)?.period;
  return {
    id: 'byMonth',
    title: 'By month',
    columns: ['month', ...measures.map(({ title }) => title)],
    rows: months.map(({ period }, i) => [
      nameOf(period, today),
      ...measures.map((m, at) => {
        const figure = figures[at]?.[i];
        if (!figure || figure.value === null) return null;
        return m.unit === 'count' ? figure.value : figure.display;
      }),
    ]),
    note: [
      'Each month by the definitions of the whole. A month from which there are no records is not known.',
      ...(measures.some(({ id }) => standsAtEnd.has(id))
        ? ['What is open is counted as each month ends.']
        : []),
      ...(running ? [`${running.label} is told up to ${dayWords(today)}: it is not over.`] : []),
    ].join(' '),
    over: {
      down: true,
      periods: months.map(({ period }) => {
        const { id, from, to, label } = period;
        return { id, from, to, label, ...untilOf(period, today) };
      }),
      measures: measures.map(({ id }) => id),
      made: madeOf(figures),
    },
  };
};
