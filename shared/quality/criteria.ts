import { derivedId } from '#shared/ids.ts';
import type { Criterion, CriterionStatus } from '#shared/records/criterion.ts';

/**
 * The levels of the quality assurance framework that schemes in England and Wales are assessed by. They are the usual
 * ones, not the only ones: a criterion may name any other.
 */
export const usualLevels = ['Code compliant', 'Silver', 'Gold', 'Platinum'] as const;

type Start = readonly [number: string, text: string, fact?: string];

/**
 * Where a new list begins. The words are this application's own and no assessor's: an office replaces them with the
 * text that it is assessed by, and until then each says so.
 */
const start: Readonly<Record<(typeof usualLevels)[number], readonly Start[]>> = {
  'Code compliant': [
    ['1.1', 'Every custody suite is visited as often as the scheme has set itself.', 'visits.target'],
    ['1.2', 'Visits are unannounced and spread over the days of the week.', 'visits.days'],
    ['1.3', 'Visits are spread over the hours of the day and the night.', 'visits.hours'],
    ['1.4', 'Visitors are admitted at once, and every delay is explained and followed up.', 'delays'],
    ['1.5', 'Visitors are vetted, and their vetting is in date.', 'volunteers.vetting'],
    ['1.6', 'Visitors are accredited, and reviewed every three years.', 'volunteers.accreditation'],
    ['1.7', 'The office reads every report and follows up what it raises.', 'reports.read'],
    ['1.8', 'The membership is independent of the police and of the body that runs the scheme.'],
  ],
  Silver: [
    ['2.1', 'A report is written and submitted on the day of the visit.', 'reports.sameDay'],
    ['2.2', 'The police answer concerns within the days that were agreed.', 'police.answers'],
    ['2.3', 'Concerns are followed until they are put right, and looked at again.', 'concerns'],
    ['2.4', 'Visitors take the training that they need, again when it runs out.', 'volunteers.training'],
    ['2.5', 'Visitors are told what became of their reports.', 'feedback'],
    ['2.6', 'The body meets its visitors and hears them.', 'sessions'],
  ],
  Gold: [
    ['3.1', 'The diversity of the visitors is known and held against that of the area.', 'diversity'],
    [
      '3.2',
      'Recruitment and leaving are understood, and the scheme has the visitors it needs.',
      'volunteers.members',
    ],
    ['3.3', 'What visits find changes custody, and the public can read how.'],
    ['3.4', 'Patterns over several visits are looked for and raised with the police.'],
  ],
  Platinum: [
    ['4.1', 'The scheme shares what it has learnt with others and takes over what others do better.'],
    ['4.2', 'People who were detained, or speak for them, have a say in how the scheme works.'],
  ],
};

/** The list to begin with; its ids follow from office and number, so that two laptops beginning make one list. */
export const startCriteria = (office: string): Criterion[] =>
  usualLevels.flatMap((level) =>
    start[level].map(([number, text, fact]) => ({
      id: derivedId(office, 'criterion', number),
      level,
      number,
      text,
      ...(fact && { fact }),
      updates: [],
      evidence: [],
    })),
  );

const startTexts: ReadonlySet<string> = new Set(
  Object.values(start).flatMap((all) => all.map(([, text]) => text)),
);

/** Whether a criterion still has this application's words, which no assessor has written. */
export const hasStartText = ({ text }: Pick<Criterion, 'text'>): boolean => startTexts.has(text);

/** Where a criterion stood on a day, by what was said of it until then. */
export const statusOn = ({ updates }: Pick<Criterion, 'updates'>, day: string): CriterionStatus =>
  updates.filter(({ on }) => on <= day).at(-1)?.status ?? 'not started';

const rank = (level: string): number => {
  const at = (usualLevels as readonly string[]).indexOf(level);
  return at < 0 ? usualLevels.length : at;
};

/** By level from the lowest to the highest, and within a level as they are numbered: 2 before 10. */
export const criteriaInOrder = <C extends Pick<Criterion, 'level' | 'number'>>(all: readonly C[]): C[] =>
  all.toSorted(
    (a, b) =>
      rank(a.level) - rank(b.level) ||
      a.level.localeCompare(b.level, 'en-GB') ||
      a.number.localeCompare(b.number, 'en-GB', { numeric: true }),
  );
