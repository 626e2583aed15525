import { derivedId } from '#shared/ids.ts';
import { startCriteria } from '#shared/quality/criteria.ts';
import type { Criterion, CriterionStatus } from '#shared/records/criterion.ts';
import { daysAfter } from './days.ts';

/** How far each level is: the lowest met, the next under way, of the highest hardly anything begun. */
const statusOf: Readonly<Record<string, readonly CriterionStatus[]>> = {
  'Code compliant': ['met'],
  Silver: ['met', 'met', 'under way'],
  Gold: ['under way', 'not met'],
};

const shown = [
  ['Minutes of the last scheme meeting, item 3.', 'https://office.example/minutes'],
  ['The letter of thanks to the panel, in the office’s files.', undefined],
] as const;

/** The office's criteria with where each stands, and evidence beside some of them. */
export const makeCriteria = (office: string, own: string, today: string): Criterion[] =>
  startCriteria(office).map((criterion, i) => {
    const all = statusOf[criterion.level];
    const status = all?.[i % all.length];
    const on = daysAfter(today, -160 + i * 3);
    const [words, link] = shown[i % shown.length] as (typeof shown)[number];
    return {
      ...criterion,
      updates: status ? [{ id: derivedId(criterion.id, 'update', on), on, by: own, status }] : [],
      evidence:
        i % 3 === 0
          ? [{ id: derivedId(criterion.id, 'evidence', on), on, words, ...(link && { link }) }]
          : [],
    };
  });
