import { readAll } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import type { ScheduledReturn } from '#shared/calls/return-life.ts';
import { type ParsedPeriod, parsePeriod, periodContaining, previousPeriod } from '#shared/periods.ts';
import { issuesOf, type PeriodReturn } from '#shared/records/period-return.ts';
import { addDays, daysBetween } from '#shared/times.ts';
import type { ReturnKind } from '#shared/views.ts';
import type { Context } from '../context.ts';
import { settings } from '../office.ts';
import { daysCounted } from './compute.ts';
import { definitions, type Known } from './named.ts';
import { begunOn, dueOf, preparerOf, stateOf } from './work.ts';

/** What ended longer ago is no longer waited for, and what ended before that is not listed unless it was begun. */
const waitedFor = 366;
const listed = 5 * 366;

/** The period that runs and those before it, the latest first, as far back as there are figures. */
const periodsOf = (
  { every }: Known,
  { today, since, yearBegins }: { today: string; since: string; yearBegins: number },
): ParsedPeriod[] => {
  if (every === 'range') return [];
  const periods = [periodContaining(every, today, yearBegins)];
  for (;;) {
    const before = previousPeriod(periods.at(-1) as ParsedPeriod, yearBegins);
    if (before.to < since) return periods;
    periods.push(before);
  }
};

const scheduled = (
  r: Reader,
  ctx: Context,
  definition: Known,
  period: Pick<ParsedPeriod, 'id' | 'label' | 'from' | 'to'>,
  record: PeriodReturn | undefined,
): ScheduledReturn => {
  const { key, name, of } = definition;
  const { today, identity } = ctx;
  const { id, label, from, to } = period;
  const state = stateOf(record);
  const due = dueOf(definition, period, begunOn(ctx));
  const prepares = preparerOf(r, definition, record);
  return {
    ...{ key, name, of, state, due, prepares },
    period: { id, label, from, to },
    left: due === null || state === 'published' ? null : daysBetween(today, due),
    mine: prepares?.id === identity.person,
    issues: record ? issuesOf(record).length : 0,
  };
};

/**
 * From when on periods are listed: as far as figures go back, no further than a few years, and none that ended before the
 * office began: whoever brings in figures of earlier years owes no return of them, and can begin one by name.
 */
const sinceOf = (r: Reader, kind: ReturnKind, ctx: Context): string => {
  const first = daysCounted(r, kind)?.first ?? ctx.today;
  const days = [first, addDays(ctx.today, -listed), begunOn(ctx)];
  return days.reduce((latest, day) => (day > latest ? day : latest));
};

const byDue = (a: ScheduledReturn, b: ScheduledReturn): number => {
  const [x, y] = [a.due ?? a.period.to, b.due ?? b.period.to];
  return x === y ? a.name.localeCompare(b.name, 'en-GB') : x < y ? -1 : 1;
};

/** Every return of every period that ended or runs, and what was begun besides, by the day on which it is due. */
const all = (r: Reader, ctx: Context): ScheduledReturn[] => {
  const { yearBegins } = settings(r, ctx);
  const begun = Map.groupBy(readAll(r, 'periodReturn'), ({ of }) => of);
  return definitions(r, ctx).flatMap((definition) => {
    const records = begun.get(definition.key) ?? [];
    const since = sinceOf(r, definition.of, ctx);
    const { today } = ctx;
    const periods = definition.retired ? [] : periodsOf(definition, { today, since, yearBegins });
    const recordOf = ({ from, to }: ParsedPeriod) =>
      records.find((one) => one.from === from && one.to === to);
    const planned = periods.map((period) => scheduled(r, ctx, definition, period, recordOf(period)));
    const others = records
      .filter(({ from, to }) => !periods.some((one) => one.from === from && one.to === to))
      .flatMap((record) => {
        const period = parsePeriod(record.period, yearBegins);
        return period.ok ? [scheduled(r, ctx, definition, period.value, record)] : [];
      });
    return [...planned, ...others];
  });
};

/** Whether somebody still waits for it: what is begun always, what is not while it ended not too long ago. */
const isWaited = ({ state, issues, period }: ScheduledReturn, today: string): boolean =>
  state !== 'published' && (state !== 'draft' || issues > 0 || period.to >= addDays(today, -waitedFor));

/** What is due and what was: what is next first, of all that was the latest first. */
export const scheduleOf = (r: Reader, ctx: Context, show: 'due' | 'all'): ScheduledReturn[] => {
  const returns = all(r, ctx).sort(byDue);
  return show === 'all' ? returns.reverse() : returns.filter((one) => isWaited(one, ctx.today));
};
