import type { Monitoring } from '#shared/records/person-file.ts';
import type { Setting } from '#shared/records/setting.ts';
import { suppressed, type Told } from './suppress.ts';

export type MonitoringQuestion = NonNullable<Setting['monitoring']>[number];

/** How many chose an option, what share of those who chose any that is, and what share the census has of it. */
export type OptionTotal = {
  readonly option: string;
  readonly people: Told;
  readonly census?: number;
};

/** What was answered to a question in a year, as it may be read: `not answered` is one of its cells. */
export type QuestionTotals = {
  readonly question: string;
  readonly total: Told;
  readonly options: OptionTotal[];
};

export const notAnswered = 'Not answered';
/** What somebody chose that the office asks no more. */
export const otherAnswer = 'An answer no longer offered';

/** The totals of one year's answers to one question, small numbers suppressed. */
export const questionTotals = (
  { id, question, options }: MonitoringQuestion,
  answers: readonly Monitoring[],
  least: number,
): QuestionTotals => {
  const chosen = answers.map((one) => one.answers[id]);
  const known = new Set(options.map((option) => option.id));
  const cells = [
    ...options.map((option) => ({
      option: option.name,
      ...(option.census !== undefined && { census: option.census }),
      count: chosen.filter((one) => one === option.id).length,
    })),
    { option: otherAnswer, count: chosen.filter((one) => one !== undefined && !known.has(one)).length },
    { option: notAnswered, count: chosen.filter((one) => one === undefined).length },
  ].filter(({ option, count }) => option !== otherAnswer || count > 0);
  const row = suppressed(
    cells.map(({ count }) => count),
    least,
  );
  return {
    question,
    total: row.total,
    options: cells.map(({ count: _, ...cell }, at) => ({ ...cell, people: row.cells[at] ?? 'suppressed' })),
  };
};

/** How many came from where, small numbers suppressed; the names in alphabetical order, so that it ranks none. */
export const sourceTotals = (heard: readonly (string | undefined)[], least: number) => {
  const of = Map.groupBy(heard, (words) => words?.trim() || 'Not known');
  const names = [...of.keys()].sort((a, b) => a.localeCompare(b, 'en-GB'));
  const row = suppressed(
    names.map((name) => of.get(name)?.length ?? 0),
    least,
  );
  return {
    total: row.total,
    sources: names.map((source, at) => ({ source, people: row.cells[at] ?? 'suppressed' })),
  };
};
