import type { Span } from '#db/measures.ts';
import type { Reader } from '#db/sql.ts';
import { caseMeasures } from '#shared/measures/cases.ts';
import { icvMeasures } from '#shared/measures/icv.ts';
import type { Measure } from '#shared/measures/measure.ts';
import { reviewMeasures } from '#shared/measures/reviews.ts';
import type { ParsedPeriod } from '#shared/periods.ts';
import { fiveYearsTo, fiveYearTable } from '#shared/returns/five-years.ts';
import type { ReturnKind, ReturnTable } from '#shared/views.ts';
import type { Context } from '../context.ts';
import { settings } from '../office.ts';
import { daysCounted } from './compute.ts';
import type { Raws } from './groups.ts';

const measuresOf: Record<ReturnKind, readonly Measure[]> = {
  icv: icvMeasures,
  reviews: reviewMeasures,
  correspondence: caseMeasures,
};

/** The figures that are named, of a period and of the same one of the four years before. */
export const fiveYears = (
  r: Reader,
  kind: ReturnKind,
  told: readonly { id: string }[],
  period: ParsedPeriod,
  ctx: Context,
  raws: (span: Span) => Raws,
): ReturnTable => {
  const measures = told.flatMap(({ id }) => measuresOf[kind].find((m) => m.id === id) ?? []);
  const first = daysCounted(r, kind)?.first ?? ctx.today;
  const years = fiveYearsTo(period, settings(r, ctx).yearBegins).map((year) => ({
    period: year,
    raws: year.to < first ? null : raws(year),
  }));
  return fiveYearTable(measures, years, { first, today: ctx.today });
};
