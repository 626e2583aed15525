import type { ReturnTable } from '#shared/views.ts';

type Over = NonNullable<ReturnTable['over']>;
/** What a cell of a table over several periods tells: which figure, of which period, and of what a share is made. */
export type ToldOver = {
  readonly period: Over['periods'][number];
  readonly measure: string;
  readonly made: readonly [number, number] | null;
};

/** What a cell tells, of a table that tells figures of several periods side by side or one beneath another. */
export const toldOver = ({ over }: ReturnTable, row: number, column: number): ToldOver | undefined => {
  const [p, m] = over?.down ? [row, column - 1] : [column - 1, row];
  const [period, measure] = [over?.periods[p], over?.measures[m]];
  return period && measure !== undefined
    ? { period, measure, made: over?.made?.[m]?.[p] ?? null }
    : undefined;
};
