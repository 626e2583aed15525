import type { Reader } from '#db/sql.ts';
import type { ParsedPeriod } from '#shared/periods.ts';
import type { NamedReturn } from '#shared/records/named-return.ts';
import { withMark } from '#shared/returns/check-mark.ts';
import { dayWords } from '#shared/times.ts';
import type { ReturnGroup, ReturnResult } from '#shared/views.ts';
import { type Context, sha256 } from '../context.ts';
import type { Check } from './checks.ts';
import { returnOf } from './compute.ts';
import { engagedTables } from './engaged.ts';
import { fiveYears } from './five-years.ts';
import { byMonth } from './months.ts';
import { typedFigures } from './typed.ts';

/** Those that are wanted, in the order in which they are; without a wish all there are. */
const chosen = <T extends { id: string }>(all: readonly T[], wanted: readonly string[] | undefined): T[] =>
  wanted ? wanted.flatMap((id) => all.find((one) => one.id === id) ?? []) : [...all];

const missing = (all: readonly { id: string }[], wanted: readonly string[] = []): string[] =>
  wanted.filter((id) => !all.some((one) => one.id === id));

/** What a definition asks for and an office's product does not know, or does not know any more, is said and left out. */
const definitionCheck = ({ measures, tables }: NamedReturn, told: ReturnResult): Check => {
  const gone = [...missing(told.measures, measures), ...missing(told.tables, tables)];
  return {
    id: 'definition',
    title: 'Every figure asked for is there',
    ok: gone.length === 0,
    detail:
      gone.length === 0
        ? 'Every figure and table that this return names is known'
        : `This return names what is not known here and was left out: ${gone.join(', ')}`,
    records: [],
    count: gone.length,
  };
};

/** Figures of a period that still runs are signed off only by somebody who says why. */
const endedCheck = ({ from, to }: ParsedPeriod, { today }: Context): Check => {
  const ok = to < today;
  return {
    id: 'ended',
    title: 'Its period has ended',
    ok,
    detail: ok
      ? `The last day was ${dayWords(to)}`
      : `The period ${from > today ? `begins on ${dayWords(from)}` : `runs until ${dayWords(to)}`}, and its figures are not whole yet`,
    records: [],
    count: ok ? 0 : 1,
  };
};

/** An answer stands for exactly these records: others as many make other words, however alike the sentence is. */
const marked = (found: Check): Check =>
  found.ok || found.records.length === 0
    ? found
    : { ...found, detail: withMark(found.detail, markOf(found.records)) };
const markOf = (records: readonly string[]): string => sha256(records.toSorted().join(' ')).slice(0, 6);

/** One of the office's returns for a period: the figures, tables and parts that it is defined by. */
export const namedResult = (
  r: Reader,
  definition: NamedReturn,
  period: ParsedPeriod,
  ctx: Context,
): ReturnResult => {
  const { told: computed, splits, raws } = returnOf(r, definition.of, period, definition.splits, ctx);
  const kept =
    definition.of === 'correspondence' ? [...engagedTables(r, period), ...typedFigures(r, ctx, period)] : [];
  const told = { ...computed, tables: [...computed.tables, ...kept] };
  const ofGroup = ({ key, measures }: ReturnGroup): ReturnGroup => ({
    key,
    measures: chosen(measures, definition.measures),
  });
  const measures = chosen(told.measures, definition.measures);
  const years = definition.fiveYears ? [fiveYears(r, definition.of, measures, period, ctx, raws)] : [];
  const months = definition.months ? byMonth(r, { ...told, measures }, period, ctx) : [];
  return {
    ...told,
    measures,
    splits: splits.map((split) => ({ ...split, groups: split.groups.map(ofGroup) })),
    tables: [...chosen(told.tables, definition.tables), ...months, ...years],
    checks: [...told.checks, definitionCheck(definition, told), endedCheck(period, ctx)].map(marked),
  };
};
