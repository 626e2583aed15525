import { count, percent } from '#shared/numbers.ts';
import type { Throughput } from '#shared/records/throughput.ts';
import { monthWords } from '#shared/times.ts';
import type { SeenSuite, SeenVisit } from './unseen.ts';

/** What the force's own figures say of a suite beside what visits came to, over the same months. */
export type AgainstThroughput = {
  key: string;
  kind: 'everybody' | 'children' | 'women';
  suite: string;
  text: string;
  /** The first and the last day of the months that have a figure. */
  from: string;
  to: string;
  detained: number;
  seen: number;
};

type Input = {
  suites: readonly SeenSuite[];
  visits: readonly SeenVisit[];
  throughput: readonly Throughput[];
};

const lastDay = (month: string): string => {
  const [year, of] = month.split('-').map(Number);
  return new Date(Date.UTC(year as number, of as number, 0)).toISOString().slice(0, 10);
};

const groups = [
  { kind: 'children', field: 'under18', one: 'child', many: 'children' },
  { kind: 'women', field: 'female', one: 'woman or girl', many: 'women and girls' },
] as const;

/**
 * Suites with a smaller share of the visits than of the people detained, and children, women and girls of whom fewer than
 * one in twenty was spoken to. Visits of a month count only where the force gave a figure for that suite and month, so that
 * both sides speak of the same months.
 */
export const againstThroughput = ({ suites, visits, throughput }: Input): AgainstThroughput[] => {
  const visitsOf = Map.groupBy(visits, ({ suite, date }) => `${suite} ${date.slice(0, 7)}`);
  const known = throughput.filter(({ total }) => total !== undefined);
  const beside = (t: Throughput) => visitsOf.get(`${t.suite} ${t.month}`) ?? [];
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
  const allDetained = sum(known.map((t) => t.total as number));
  const allVisits = sum(known.map((t) => beside(t).length));

  const spanOf = (rows: readonly Throughput[]) => {
    const months = rows.map(({ month }) => month).sort();
    const [first = '', last = ''] = [months[0], months.at(-1)];
    return { from: `${first}-01`, to: lastDay(last), words: `${monthWords(first)} to ${monthWords(last)}` };
  };

  const ofSuite = ({ id, name }: SeenSuite): AgainstThroughput[] => {
    const rows = known.filter(({ suite }) => suite === id);
    if (rows.length === 0) return [];
    const detained = sum(rows.map((t) => t.total as number));
    const seen = sum(rows.map((t) => beside(t).length));
    const { words, ...span } = spanOf(rows);
    if (allVisits === 0 || seen * allDetained >= detained * allVisits) return [];
    return [
      {
        key: `${id} everybody`,
        kind: 'everybody',
        suite: id,
        ...span,
        detained,
        seen,
        text: `${name}: ${percent(detained, allDetained)} of the people detained (${count(detained)}), and ${percent(seen, allVisits)} of the visits (${count(seen)}), in the months with a figure from ${words}.`,
      },
    ];
  };

  const ofGroup = ({ id, name }: SeenSuite): AgainstThroughput[] =>
    groups.flatMap(({ kind, field, one, many }) => {
      const rows = throughput.filter((t) => t.suite === id && t[field] !== undefined);
      const detained = sum(rows.map((t) => t[field] as number));
      const seen = sum(rows.flatMap((t) => beside(t).map((visit) => visit[kind])));
      if (detained === 0 || seen * 20 >= detained) return [];
      const { words, ...span } = spanOf(rows);
      const spoken =
        seen === 0 ? 'none was spoken to' : `${count(seen)} ${seen === 1 ? 'was' : 'were'} spoken to`;
      return [
        {
          key: `${id} ${kind}`,
          kind,
          suite: id,
          ...span,
          detained,
          seen,
          text: `${name}: the force detained ${count(detained)} ${detained === 1 ? one : many}, and reports say that ${spoken}, in the months with a figure from ${words}.`,
        },
      ];
    });

  return suites.flatMap((suite) => [...ofSuite(suite), ...ofGroup(suite)]);
};
