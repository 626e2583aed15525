import type { Reader } from '#db/sql.ts';
import { monthsIn } from '#shared/cases/figures.ts';
import { monthContaining, type ParsedPeriod } from '#shared/periods.ts';
import { officeTables } from '#shared/returns/office-tables.ts';
import type { ReturnTable } from '#shared/views.ts';
import type { Context } from '../context.ts';
import { figureNames, figuresIn } from '../engagements/figures.ts';

/**
 * What the office types month by month from elsewhere, such as who came to its web pages, each with its source. Part of
 * a month has none: what was typed is of the whole of it.
 */
export const typedFigures = (r: Reader, ctx: Context, period: ParsedPeriod): ReturnTable[] => {
  const months = monthsIn(period)
    .map((id) => ({ id, ...monthSpan(id) }))
    .filter(({ from, to }) => from >= period.from && to <= period.to);
  const typed = figuresIn(r, period).filter(({ month }) => months.some(({ id }) => id === month));
  const typedFor = (name: string, id: string) =>
    typed.find((one) => one.name === name && one.month === id)?.value ?? null;
  const sourcesOf = (name: string) =>
    [...new Set(typed.filter((one) => one.name === name).map(({ source }) => source))].join(', ');
  const names = figureNames(r, ctx, typed).filter((name) => typed.some((one) => one.name === name));
  return [
    {
      ...officeTables.typed,
      columns: ['figure', ...months.map(({ label }) => label)],
      rows: names.map((name) => [name, ...months.map(({ id }) => typedFor(name, id))]),
      note: [
        'Typed by the office month by month, and computed from no record.',
        ...names.map((name) => `${name}: ${sourcesOf(name)}.`),
      ].join(' '),
    },
  ];
};

const monthSpan = (id: string) => {
  const { from, to, label } = monthContaining(`${id}-01`);
  return { from, to, label };
};
