import { type Reader, sql } from '#db/sql.ts';
import { monthsIn } from '#shared/cases/figures.ts';
import { sectionsOf } from '#shared/cases/metrics.ts';
import type { Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { parsePeriod, previousPeriod, quarterContaining } from '#shared/periods.ts';
import type { AssuranceRequest, Engagement } from '#shared/records/engagement.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Context, Reads } from '../context.ts';
import { inventedNotice, settings } from '../office.ts';
import { caseReturn } from '../returns/cases.ts';
import { figuresAreReady } from '../returns/compute.ts';
import { figureNames, figuresIn } from './figures.ts';

type Metrics = Output<'metrics.get'>;

const within = <T>(r: Reader, type: 'engagement' | 'assuranceRequest', from: string, to: string): T[] =>
  r
    .all(
      sql
        .selectFrom(type as 'engagement')
        .select('data')
        .where('on', '>=', from)
        .where('on', '<=', to)
        .orderBy('on')
        .orderBy('id'),
    )
    .map(({ data }) => JSON.parse(data) as T);

const typedIn = (r: Reader, ctx: Context, period: { from: string; to: string }): Metrics['typed'] => {
  const typed = figuresIn(r, period);
  return figureNames(r, ctx, typed).map((name) => {
    const own = typed.filter((one) => one.name === name);
    return {
      name,
      months: monthsIn(period).map((month) => ({
        month,
        value: own.find((one) => one.month === month)?.value ?? null,
      })),
      source: [...new Set(own.map(({ source }) => source))].join('; '),
    };
  });
};

/** The tables that the monthly meeting looks at; how long cases lie and who answered are lines already. */
const shownTables = ['cases.byTheme', 'cases.byArea', 'cases.byKind', 'cases.byChannel'];

/** All that a quarter of the office's contact with the public comes to: of the last quarter that has ended, if none is asked for. */
const metricsOf = (r: Reader, text: string | undefined, ctx: Context): Result<Metrics, Failure> => {
  const office = settings(r, ctx);
  const last = previousPeriod(quarterContaining(ctx.today, office.yearBegins), office.yearBegins);
  const period = text === undefined ? ok(last) : parsePeriod(text, office.yearBegins);
  if (!period.ok) return period;
  if (!figuresAreReady(r)) return fail({ tag: 'figuresWait' });
  const notice = office.invented ? inventedNotice : null;
  const told = caseReturn(r, { period: period.value, today: ctx.today, office, notice });
  const { from, to } = period.value;
  const compare = told.measures[0]?.compare;
  return ok({
    body: office.body,
    notice,
    period: told.period,
    compared: {
      previous: compare?.previous.period.label ?? '',
      lastYear: compare?.lastYear.period.label ?? '',
    },
    sections: sectionsOf(told.measures),
    tables: told.tables.filter(({ id, rows }) => shownTables.includes(id) && rows.length > 0),
    engagements: within<Engagement>(r, 'engagement', from, to),
    questions: within<AssuranceRequest>(r, 'assuranceRequest', from, to),
    typed: typedIn(r, ctx, period.value),
  });
};

export const metricReads = {
  'metrics.get': (r, { period }, ctx) => metricsOf(r, period, ctx),
} satisfies Partial<Reads>;
