import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { defaultFigures, figureId, monthsIn } from '#shared/cases/figures.ts';
import type { Output } from '#shared/contract.ts';
import { instant } from '#shared/ids.ts';
import { type ParsedPeriod, parsePeriod, previousPeriod, yearContaining } from '#shared/periods.ts';
import type { MonthlyFigure } from '#shared/records/engagement.ts';
import { ok } from '#shared/result.ts';
import { diff } from '#shared/sync/patch.ts';
import { author, type Context, type Reads, type Writes } from '../context.ts';
import { settings } from '../office.ts';

export const figuresIn = (r: Reader, period: { from: string; to: string }): MonthlyFigure[] =>
  r
    .all(
      sql
        .selectFrom('monthlyFigure')
        .select('data')
        .where('month', '>=', period.from.slice(0, 7))
        .where('month', '<=', period.to.slice(0, 7)),
    )
    .map(({ data }) => JSON.parse(data) as MonthlyFigure);

/** The figures an office types, in its own order; a retired one stays where it was typed in the period. */
export const figureNames = (r: Reader, ctx: Context, typed: readonly MonthlyFigure[]): string[] => {
  const set = settings(r, ctx).cases?.figures;
  const current = set ? set.filter(({ retired }) => !retired).map(({ name }) => name) : defaultFigures;
  return [...new Set([...current, ...typed.map(({ name }) => name)])];
};

const year = (r: Reader, ctx: Context, period: ParsedPeriod): Output<'figures.year'> => {
  const { yearBegins } = settings(r, ctx);
  const typed = figuresIn(r, period);
  const months = monthsIn(period).map((id) => {
    // As the month of a year that begins in January it is never read as a year of the office.
    const month = parsePeriod(id, 1);
    return { id, label: month.ok ? month.value.label : id, ended: id < ctx.today.slice(0, 7) };
  });
  const rows = figureNames(r, ctx, typed).map((name) => ({
    name,
    figures: months.map(({ id }) => typed.find((one) => one.month === id && one.name === name) ?? null),
  }));
  const now = yearContaining(ctx.today, yearBegins);
  const before = [now];
  for (let i = 0; i < 4; i += 1) before.push(previousPeriod(before.at(-1) as ParsedPeriod, yearBegins));
  return {
    year: { id: period.id, label: period.label },
    years: [...new Set([...before.map(({ id }) => id), period.id])].sort().reverse(),
    months,
    rows,
    gaps: rows.reduce(
      (sum, { figures }) => sum + figures.filter((one, i) => one === null && months[i]?.ended).length,
      0,
    ),
  };
};

export const figureReads = {
  'figures.year': (r, { year: asked }, ctx) => {
    const { yearBegins } = settings(r, ctx);
    if (asked === undefined) return ok(year(r, ctx, yearContaining(ctx.today, yearBegins)));
    const period = parsePeriod(asked, yearBegins);
    return period.ok ? ok(year(r, ctx, period.value)) : period;
  },
} satisfies Partial<Reads>;

export const figureWrites = {
  'figures.set': (w, { month, figures }, ctx) =>
    w.inTransaction(() => {
      let last = ctx.identity.office;
      for (const { name, value, source } of figures) {
        const id = figureId(ctx.identity.office, month, name);
        const before = readRecord(w, 'monthlyFigure', id)?.document;
        const patch = diff(before, { ...before, id, month, name, value, source });
        const saved =
          patch.length > 0 ? saveAndSend(w, author(ctx), 'monthlyFigure', id, patch) : ok(undefined);
        if (!saved.ok) return saved;
        last = id;
      }
      return ok({ id: last, savedAt: instant(ctx.sources) });
    }),
} satisfies Partial<Writes>;
