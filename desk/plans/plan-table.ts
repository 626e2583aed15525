import { stringify } from 'csv-stringify/sync';
import { type PlanItem, planStatus } from '#shared/records/plan.ts';
import { capital } from '#shared/text.ts';
import { safeCsv } from '../csv.ts';

const heads = [
  'Number',
  'Recommendation',
  'Owner',
  'Due',
  'Status',
  'Last update',
  'What was said',
  'Evidence',
];

/** A plan as the Panel gets it: each recommendation with where it stands, in words that are safe in a spreadsheet. */
export const planTable = (items: readonly PlanItem[]): string =>
  stringify(
    [
      heads,
      ...items.map((item) => {
        const last = item.updates.at(-1);
        return [
          item.number,
          item.recommendation,
          item.owner ?? '',
          item.due ?? '',
          capital(planStatus(item)),
          last?.on ?? '',
          last?.words ?? '',
          (item.evidence ?? []).map(({ on, words }) => `${on}: ${words}`).join('\n'),
        ];
      }),
    ],
    safeCsv,
  );
