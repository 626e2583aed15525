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
  "Visits aimed at: each open suite's weekly target times the weeks that begin in the period, and its quarterly target by months.",
);

export const volunteers: readonly OfficeMeasure[] = [
  counted(
    'volunteers.active',
    'volunteers.active',
    'Volunteers',
    'Volunteers who had joined and not left on the last day of the period.',
  ),
  counted(
    'volunteers.joined',
    'volunteers.joined',
    'Volunteers joined',
    'Volunteers whose joining date lies in the period.',
  ),
  counted(
    'volunteers.left',
    'volunteers.left',
    'Volunteers left',
    'Volunteers whose leaving date lies in the period.',
  ),
];

export const custody: readonly OfficeMeasure[] = [
  counted(
    'throughput',
    'custody.throughput',
    'Custody throughput',
    'Everyone detained in the period as supplied by the force for each suite and month. Never computed from visits.',
  ),
  {
    id: 'custody.coverage',
    title: 'Coverage',
    kind: 'office',
    unit: 'percent',
    of: 'coverage',
    definition:
      'Detainees held at completed visits ÷ custody throughput, over the suites and months for which the force supplied a figure.',
  },
];
