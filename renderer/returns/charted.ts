import type { Bars } from '#renderer/charts/index.ts';
import { saysMost, saysRange } from '#renderer/charts/index.ts';
import { count } from '#shared/numbers.ts';
import type { MeasureResult, ReturnResult, ReturnTable } from '#shared/views.ts';

/** A chart of a return: what it is called, what it says, and its bars. */
export type Charted = { title: string; says: string; bars: Bars; of: string };

type Found = { name: string; measure: MeasureResult };

const found = (groups: ReturnResult['groups'], id: string): Found[] =>
  (groups ?? []).flatMap(({ key, measures }) => {
    const measure = measures.find((one) => one.id === id);
    return measure ? [{ name: key, measure }] : [];
  });

/** Visits by suite: attempted and completed side by side. */
export const visitsBySuite = (groups: ReturnResult['groups']): Charted => {
  const series = (['visits.attempted', 'visits.completed'] as const).map((id) => found(groups, id));
  const [attempted = [], completed = []] = series;
  const bars = (name: string, all: Found[]) => ({
    name,
    values: all.map(({ measure }) => measure.value),
    words: all.map(({ measure }) => measure.display),
  });
  return {
    title: 'Visits attempted and completed, by suite',
    says: saysMost({
      items: completed.map(({ name, measure }) => ({ name, value: measure.value ?? 0 })),
      things: 'completed visits',
      kinds: 'suites',
    }),
    bars: {
      categories: attempted.map(({ name }) => name),
      series: [bars('Attempted', attempted), bars('Completed', completed)],
    },
    of: 'Suite',
  };
};

/** The headline consent rate by suite, with the counts it is made of. */
export const consentBySuite = (groups: ReturnResult['groups'], headline: string): Charted => {
  const items = found(groups, headline).map(({ name, measure }) => ({
    name,
    value: measure.value,
    words:
      measure.denominator === undefined || measure.value === null
        ? measure.display
        : `${measure.display} (${count(measure.numerator ?? 0)} of ${count(measure.denominator)})`,
  }));
  const title = found(groups, headline)[0]?.measure.title ?? 'Consent';
  return {
    title: `${title}, by suite`,
    says: saysRange({ items, rate: 'consent rate', kinds: 'suites' }),
    bars: {
      categories: items.map(({ name }) => name),
      series: [
        {
          name: 'Consent rate',
          values: items.map(({ value }) => value),
          words: items.map(({ words }) => words),
        },
      ],
    },
    of: 'Suite',
  };
};

type Drawn = { kinds: string; of: string; said: (name: string) => string };

/** The tables of a return that are drawn, with what their rows are called in a table and in a sentence. */
export const drawnTables: Readonly<Record<string, Drawn>> = {
  'visits.byWeekday': { kinds: 'days', of: 'Day', said: (day) => day },
  'visits.byHour': {
    kinds: 'hours',
    of: 'Hour',
    said: (hour) => (/^\d/.test(hour) ? `the hour from ${hour}` : hour),
  },
};

/** A table of visits by hour or by day, drawn. */
export const visitsByTable = (table: ReturnTable, { kinds, of, said }: Drawn): Charted => {
  const items = table.rows.map((row) => ({ name: String(row[0] ?? ''), value: Number(row[1] ?? 0) }));
  return {
    title: table.title,
    says: saysMost({
      items: items.map(({ name, value }) => ({ name: said(name), value })),
      things: 'visits',
      kinds,
    }),
    bars: {
      categories: items.map(({ name }) => name),
      series: [
        {
          name: 'Visits',
          values: items.map(({ value }) => value),
          words: items.map(({ value }) => count(value)),
        },
      ],
    },
    of,
  };
};
