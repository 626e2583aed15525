import { canSplit, type FactDimension, type FactMeasure, type Measure } from '#shared/measures/measure.ts';
import { compared, measured } from '#shared/measures/wording.ts';
import { type ParsedPeriod, previousPeriod, samePeriodLastYear, yearToDate } from '#shared/periods.ts';
import type { MeasureResult } from '#shared/views.ts';
import { type Raws, together } from './groups.ts';

const nothing = { top: null, bottom: null, restsOn: 0, blank: 0 };
/** Every figure of a return as it is printed, from what each came to. */
export const figures = (measures: readonly Measure[], raws: Raws): MeasureResult[] =>
  measures.map((m) => measured(m, raws.get(m.id) ?? nothing));

/** The same of one part: where it has no facts of a kind that can be split so, a count of them is nought. */
export const figuresOfPart = (
  measures: readonly FactMeasure[],
  raws: Raws,
  by: FactDimension,
): MeasureResult[] =>
  measures.map((m) => measured(m, raws.get(m.id) ?? (canSplit(m, by) ? together(m, []) : nothing)));

/** The period beside the one before and the same a year before; the year so far beside the same stretch of last year. */
export const withComparisons = (
  measures: readonly Measure[],
  period: ParsedPeriod,
  yearBegins: number,
  raws: (p: ParsedPeriod) => Raws,
): MeasureResult[] => {
  const year = yearToDate(period, yearBegins);
  const periods = {
    previous: previousPeriod(period, yearBegins),
    lastYear: samePeriodLastYear(period, yearBegins),
    yearToDate: year,
    lastYearToDate: samePeriodLastYear(year, yearBegins),
  };
  return measures.map((m) => {
    const raw = (p: ParsedPeriod) => raws(p).get(m.id) ?? nothing;
    const beside = (own: ParsedPeriod, other: ParsedPeriod) => compared(m, raw(own), raw(other), other);
    return {
      ...measured(m, raw(period)),
      compare: {
        previous: beside(period, periods.previous),
        lastYear: beside(period, periods.lastYear),
        yearToDate: compared(m, nothing, raw(year), year),
        lastYearToDate: beside(year, periods.lastYearToDate),
      },
    };
  });
};
