import type { MeasureOver } from './measure.ts';
import type { VolunteerFact } from './volunteer-facts.ts';

const happened = (
  title: string,
  definition: string,
  what: VolunteerFact['what'],
): MeasureOver<'volunteers'> => ({
  id: `volunteers.${what}`,
  title,
  definition,
  over: 'volunteers',
  unit: 'count',
  kind: 'sum',
  of: 'each',
  where: [{ field: 'what', is: [what] }],
});

/** Who belongs to the scheme, and who came and went. They belong to panels; of suites and areas they say nothing. */
export const volunteersServing: readonly (MeasureOver<'volunteers'> | MeasureOver<'serving'>)[] = [
  {
    id: 'volunteers.active',
    title: 'Volunteers',
    definition:
      'Volunteers who had joined and not left at the end of the last day of the period, or today where it has not ended; in training, on probation and accredited alike. Who has no joining date is counted where they are on probation or accredited.',
    over: 'serving',
    unit: 'count',
    kind: 'sum',
    of: 'each',
    where: [],
  },
  happened('Volunteers joined', 'Volunteers whose joining date lies in the period.', 'joined'),
  happened('Volunteers left', 'Volunteers whose leaving date lies in the period.', 'left'),
];
