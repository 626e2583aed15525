import { useRead } from '#renderer/app/host.tsx';
import { caseMeasures } from '#shared/measures/cases.ts';
import { icvMeasures } from '#shared/measures/icv.ts';
import { reviewMeasures } from '#shared/measures/reviews.ts';
import { returnCharts } from '#shared/returns/charts.ts';
import { officeTables } from '#shared/returns/office-tables.ts';
import type { ReturnKind } from '#shared/views.ts';

/** One thing a return can tell, by its id. */
export type Offered = { readonly id: string; readonly title: string };

const measures: Readonly<Record<ReturnKind, readonly Offered[]>> = {
  icv: icvMeasures,
  reviews: reviewMeasures,
  correspondence: caseMeasures,
};

export const measuresOf = (of: ReturnKind): readonly Offered[] => measures[of];

export const chartsOffered = (of: ReturnKind): Offered[] =>
  returnCharts[of].map(({ name, shows }) => ({ id: name, title: shows }));

/** The tables that figures of a kind come with, as they are worked out of the last period, and those beside them. */
export const useTables = (of: ReturnKind): Offered[] | undefined => {
  const periods = useRead('returns.periods', { return: of });
  const period = periods.data?.latest;
  const result = useRead(
    'returns.compute',
    { return: of, period: period ?? '' },
    { wanted: period !== undefined },
  );
  const beside = of === 'correspondence' ? Object.values(officeTables) : [];
  return result.data && [...result.data.tables.map(({ id, title }) => ({ id, title })), ...beside];
};
