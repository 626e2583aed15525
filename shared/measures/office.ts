import type { OfficeMeasure } from './measure.ts';

const counted = (
  of: Exclude<OfficeMeasure['of'], 'coverage'>,
  id: string,
  title: string,
  definition: string,
): OfficeMeasure => ({ id, title, definition, kind: 'office', unit: 'count', of });

export const target = counted(
  'target',
  'visits.target',
  'Target',
  'Visits aimed at while suites are open: a weekly target counts once for each week whose Monday lies in the period and on which the suite is open, so that a week belongs whole to the period in which it begins; a quarterly target counts a third for each month whose first day does. A suite that is closed or in reserve on that day adds nothing for that week or month.',
);

export const custody: readonly OfficeMeasure[] = [
  counted(
    'throughput',
    'custody.throughput',
    'Custody throughput',
    'Everyone detained in the period as supplied by the force for each suite and month; a month counts where the whole of it lies in the period. Never computed from visits.',
  ),
  {
    id: 'custody.coverage',
    title: 'Coverage',
    kind: 'office',
    unit: 'percent',
    of: 'coverage',
    definition:
      'Detainees held at completed visits ÷ custody throughput, over the suites and whole months for which the force supplied a figure.',
  },
];
