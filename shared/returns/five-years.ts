import type { Raw } from '#shared/measures/evaluate.ts';
import type { Measure } from '#shared/measures/measure.ts';
import { measured } from '#shared/measures/wording.ts';
import { type ParsedPeriod, samePeriodLastYear } from '#shared/periods.ts';
import { addDays, dayWords } from '#shared/times.ts';
import type { ReturnTable } from '#shared/views.ts';

/** A period and the same one of each of the four years before, the oldest first. */
export const fiveYearsTo = (period: ParsedPeriod, yearBegins: number): ParsedPeriod[] => {
  const years = [period];
  while (years.length < 5) years.unshift(samePeriodLastYear(years[0] as ParsedPeriod, yearBegins));
  return years;
};

/** What each figure came to in a year; null of a year that ended before there were records at all. */
type Year = { readonly period: ParsedPeriod; readonly raws: ReadonlyMap<string, Raw> | null };

type Made = ReturnType<typeof measured> | undefined;

/** Of what each share is made, by measure and period; null of a figure that is none, or not known. */
export const madeOf = (figures: readonly (readonly Made[])[]): ([number, number] | null)[][] =>
  figures.map((own) =>
    own.map((figure) =>
      figure?.numerator === undefined || figure.denominator === undefined
        ? null
        : [figure.numerator, figure.denominator],
    ),
  );

const nothing: Raw = { top: null, bottom: null, restsOn: 0, blank: 0 };

/** In a period of which the first record is later than this the records may have begun during it. */
const daysUntilFirst = 31;

/** What makes a period one that is not whole: that it runs, or that records begin in the middle of it. */
const partOf = ({ from, to }: ParsedPeriod, { first, today }: Known): { until?: string; since?: string } => ({
  ...(from <= today && to >= today && { until: today }),
  ...(first > addDays(from, daysUntilFirst) && first <= to && { since: first }),
});

/** The day of the first record there is, and that on which the table is made. */
type Known = { readonly first: string; readonly today: string };

/**
 * The same figures of five years side by side, the oldest first, each by the definition of today. A year of which there
 * are no records is not known, and no nought; one that is not whole says so.
 */
export const fiveYearTable = (
  measures: readonly Measure[],
  years: readonly Year[],
  known: Known,
): ReturnTable => {
  const figures = measures.map((m) =>
    years.map(({ raws }) => (raws ? measured(m, raws.get(m.id) ?? nothing) : undefined)),
  );
  return {
    id: 'fiveYears',
    title: 'Five years',
    columns: ['figure', ...years.map(({ period }) => period.id)],
    rows: measures.map((m, i) => [
      m.title,
      ...(figures[i] ?? []).map((figure) => {
        if (!figure || figure.value === null) return null;
        return m.unit === 'count' ? figure.value : figure.display;
      }),
    ]),
    note: [
      `Each year by the definitions of today: ${years.map(({ period }) => `${period.id} is ${period.label}`).join('; ')}.`,
      'A year from which there are no records is not known.',
      ...years.flatMap(({ period }) => {
        const { until, since } = partOf(period, known);
        return [
          ...(since ? [`The first record is of ${dayWords(since)}, so ${period.id} is not told whole.`] : []),
          ...(until ? [`${period.id} is told up to ${dayWords(until)}: it is not over.`] : []),
        ];
      }),
    ].join(' '),
    over: {
      periods: years.map(({ period }) => {
        const { id, from, to, label } = period;
        return { id, from, to, label, ...partOf(period, known) };
      }),
      measures: measures.map(({ id }) => id),
      made: madeOf(figures),
    },
  };
};
