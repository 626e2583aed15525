import type { ReturnInWork } from '#shared/calls/return-life.ts';

/** What every part of the page of a return in work is given. */
export type InWork = { shown: ReturnInWork };

export const ofPeriod = ({ definition, period }: ReturnInWork) => ({
  key: definition.key,
  period: period.id,
});

/** What is typed about a return of a period is kept under this name. */
export const keptName = (what: string, { definition, period }: ReturnInWork): string =>
  `return ${what} ${definition.key} ${period.id}`;

/** Whether it is worked on; its words and reasons change only while it is a draft. */
export const isOpen = ({ state }: ReturnInWork): boolean => state === 'draft' || state === 'checked';
export const isDraft = ({ state }: ReturnInWork): boolean => state === 'draft';

/** The checks that have neither come right nor been given a reason. */
export const unanswered = ({ answers }: ReturnInWork): number =>
  answers.filter(({ answer }) => answer === null).length;

/** The sections that nothing is written in. */
export const unwritten = ({ definition, words }: ReturnInWork): string[] =>
  definition.sections.filter(({ id }) => !words.sections[id]?.trim()).map(({ title }) => title);
