import { measure } from '#db/measures.ts';
import type { Reader } from '#db/sql.ts';
import { caseMeasures } from '#shared/measures/cases.ts';
import type { FactMeasure } from '#shared/measures/measure.ts';
import { reviewMeasures } from '#shared/measures/reviews.ts';
import { monthsWithin, type ParsedPeriod } from '#shared/periods.ts';
import { isToldByMonth, monthTable, toldByMonth } from '#shared/returns/months.ts';
import type { ReturnKind, ReturnResult, ReturnTable } from '#shared/views.ts';
import type { Context } from '../context.ts';
import { settings } from '../office.ts';
import { daysCounted } from './compute.ts';
import { factMeasures } from './groups.ts';

const measuresOf: Record<ReturnKind, readonly FactMeasure[]> = {
  icv: factMeasures,
  reviews: reviewMeasures,
  correspondence: caseMeasures,
};

/** The main counts of a return by the months of its period, where it has several. */
export const byMonth = (
  r: Reader,
  told: Pick<ReturnResult, 'return' | 'headline' | 'measures'>,
  period: ParsedPeriod,
  ctx: Context,
): ReturnTable[] => {
  const { yearBegins, delayThreshold } = settings(r, ctx);
  const months = monthsWithin(period, yearBegins);
  const kind = told.return;
  const measures = toldByMonth(told).flatMap((id) => measuresOf[kind].find((m) => m.id === id) ?? []);
  if (measures.length === 0 || !isToldByMonth(months)) return [];
  const { today } = ctx;
  const first = daysCounted(r, kind)?.first ?? today;
  const rawsIn = ({ from, to }: ParsedPeriod) =>
    measure(r, measures, { from, to, today }, kind === 'icv' ? delayThreshold : 0).get(null) ?? new Map();
  return [
    monthTable(
      measures,
      months.map((month) => ({
        period: month,
        raws: month.to < first || month.from > today ? null : rawsIn(month),
      })),
      today,
    ),
  ];
};
