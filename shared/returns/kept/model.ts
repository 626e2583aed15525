import { addDays } from '#shared/times.ts';
import type { MeasureResult, ReturnKind, ReturnResult } from '#shared/views.ts';
import { type Cell, type Tie, tabled } from './hidden.ts';
import { countingIn } from './people.ts';
import { comparedWith, keyOf, type Place, placeOf, type Scope, splitsOf, type Told, told } from './places.ts';
import { standsOf, sumsOf } from './sums.ts';
import { allReasons, placesOf, wholeOf } from './tables.ts';

const spanOf = ({ from, to }: { from: string; to: string }): Scope => ({ from, to });

/** Where each figure of a measure belongs: its own place, and those of the periods it is compared with. */
const placesOfMeasure = (of: ReturnKind, scope: Scope, m: MeasureResult): Place[] => [
  placeOf(of, scope, m),
  ...comparedWith.flatMap((which) => {
    const beside = m.compare?.[which];
    return beside ? [placeOf(of, spanOf(beside.period), { ...beside, id: m.id })] : [];
  }),
];

/** Every number of people that a return tells, once. */
export const toldIn = (result: ReturnResult): Told[] => {
  const whole = spanOf(result.period);
  const places = [
    ...result.measures.flatMap((m) => placesOfMeasure(result.return, whole, m)),
    ...splitsOf(result).flatMap(({ by, groups, suites }) =>
      groups.flatMap(({ key, measures }) =>
        measures.map((m) => placeOf(result.return, { ...whole, by, part: key, suites: suites?.[key] }, m)),
      ),
    ),
    ...result.tables.flatMap((table) => placesOf(result, table).flat()),
  ];
  return [...new Map(places.flatMap(({ cells }) => cells).map((cell) => [cell.key, cell])).values()];
};

type Written = readonly (readonly [key: string, times: number])[];

const minus = (whole: string, parts: readonly string[]): Written => [
  [whole, -1],
  ...parts.map((part): [string, number] => [part, 1]),
];

/** The numbers of one place, and those that can be worked out there because they alone are not printed. */
const tiedWithin = (of: ReturnKind, scope: Scope, here: ReadonlyMap<string, Told>) => {
  const ties: Written[] = [];
  const learnt = new Map<string, Told>();
  for (const [whole, ...parts] of sumsOf[of]) {
    const total = here.get(whole);
    const found = parts.flatMap((id) => here.get(id) ?? []);
    const [missing] = parts.filter((id) => !here.has(id));
    if (!total || parts.length - found.length > 1 || (missing !== undefined && parts.length === 1)) continue;
    if (missing !== undefined) {
      const value = found.reduce((rest, { value: less }) => rest - less, total.value);
      const known = learnt.get(missing);
      if (known && known.value !== value) continue;
      learnt.set(missing, told(scope, missing, value, found.some(({ people }) => people) || total.people));
    }
    ties.push(
      minus(
        total.key,
        parts.map((id) => keyOf(scope, id)),
      ),
    );
  }
  return { ties, learnt: [...learnt.values()] };
};

/** Parts that come to their whole, for every number that each has. Where they overlap they do not, and tell nothing. */
const tiedAcross = (all: readonly Told[]): Written[] => {
  const parts = Map.groupBy(
    all.filter(({ by }) => by !== undefined),
    ({ from, to, by, id }) => [from, to, by, id].join('|'),
  );
  return [...parts.values()].flatMap((own) => {
    const [{ by = '', id, ...span }] = own as [Told];
    const keys = own.map(({ key }) => key);
    const branch = by.replace(/^reason /, '');
    const wholes = by.startsWith('reason ') ? [branch] : [wholeOf[by.replace(/^table /, '')] ?? id];
    return wholes.map((whole) => minus(keyOf(spanOf(span), whole), keys));
  });
};

/** The suites of an area or a panel come to it, wherever both are told. */
const tiedBySuites = (all: readonly Told[]): Written[] => {
  const keys = new Set(all.map(({ key }) => key));
  return all.flatMap(({ key, suites = [], id, ...span }) => {
    const own = suites.map((part) => keyOf({ ...spanOf(span), by: 'suite', part }, id));
    const told = own.filter((one) => keys.has(one));
    return told.length > 0 ? [minus(key, told)] : [];
  });
};

const addsUp = (of: ReturnKind, { id, by }: Told): boolean =>
  countingIn(of, id.replace(/:(of|to|on|blank)$/, ''))?.addsUp ?? !by?.startsWith('table ');

/** Months come to the period that they are told of. One of which nothing is known adds nothing to it. */
const tiedByMonths = (of: ReturnKind, all: readonly Told[]): Written[] => {
  const months = all.filter((one) => one.within !== undefined && addsUp(of, one));
  const parts = Map.groupBy(months, ({ within, id }) => `${within?.from}..${within?.to} ${id}`);
  return [...parts.values()].map((own) => {
    const [{ within, id }] = own as [Told & { within: Scope }];
    return minus(
      keyOf(within, id),
      own.map(({ key }) => key),
    );
  });
};

const sameScope = ({ from, to, by, part }: Scope) => keyOf({ from, to, by, part }, '');

/** Runs of periods, each beginning where the one before ended, that come to another period together. */
const runsTo = (spans: readonly Scope[], { from, to }: Scope): Scope[][] => {
  const begun = spans.filter((one) => one.from === from && one.to <= to);
  return begun.flatMap((one) =>
    one.to === to ? [[one]] : runsTo(spans, { from: addDays(one.to, 1), to }).map((run) => [one, ...run]),
  );
};

/** What ties the numbers of periods: those that make up another, and what stood at the end of one and of the next. */
const tiedOverTime = (of: ReturnKind, all: readonly Told[]): Written[] => {
  const ofPart = Map.groupBy(all, ({ by, part, id }) => [by ?? '', part ?? '', id].join('|'));
  const added = [...ofPart.values()].flatMap((own) => {
    const [first] = own as [Told];
    const { id, by, part } = first;
    if (!addsUp(of, first) || own.length < 3) return [];
    return own.flatMap((whole) =>
      runsTo(
        own.filter(({ key }) => key !== whole.key),
        whole,
      ).map((run) =>
        minus(
          whole.key,
          run.map((one) => keyOf({ ...spanOf(one), by, part }, id)),
        ),
      ),
    );
  });
  const spans = [
    ...new Map(all.filter(({ by }) => by === undefined).map((one) => [sameScope(one), spanOf(one)])).values(),
  ];
  const stood = standsOf[of].flatMap(({ stands, came, went }) =>
    spans.flatMap((now) =>
      spans
        .filter((before) => addDays(before.to, 1) === now.from)
        .map(
          (before): Written => [
            [keyOf(now, stands), -1],
            [keyOf(before, stands), 1],
            ...came.map((id): [string, number] => [keyOf(now, id), 1]),
            ...went.map((id): [string, number] => [keyOf(now, id), -1]),
          ],
        ),
    ),
  );
  return [...added, ...stood];
};

/** Of the reasons why people were not seen, what is told of their shares: the number of which they are. */
const reasonsTold = (all: readonly Told[]): { cells: Told[]; ties: Written[] } => {
  const bySpan = Map.groupBy(
    all.filter(({ id }) => id === 'reason'),
    sameSpan,
  );
  const sums = [...bySpan.values()].map((own) => {
    const total = own.reduce((sum, { value }) => sum + value, 0);
    const cell = told(spanOf(own[0] as Told), allReasons, total, true);
    return {
      cell,
      tie: minus(
        cell.key,
        own.map(({ key }) => key),
      ),
    };
  });
  return { cells: sums.map(({ cell }) => cell), ties: sums.map(({ tie }) => tie) };
};
const sameSpan = ({ from, to }: Scope) => `${from}..${to}`;

/** All numbers of people of one return or of several, what ties them, and where each stands among them. */
export const modelOf = (of: ReturnKind, told: readonly Told[]) => {
  const reasons = reasonsTold(told);
  const printed = [...told, ...reasons.cells];
  const scopes = [...Map.groupBy(printed, sameScope).values()];
  const within = scopes.map((own) =>
    tiedWithin(of, own[0] as Told, new Map(own.map((one) => [one.id, one]))),
  );
  const learnt = within.flatMap((one) => one.learnt);
  const all = [...printed, ...learnt];
  const written = [
    ...within.flatMap(({ ties }) => ties),
    ...reasons.ties,
    ...tiedAcross(all),
    ...tiedBySuites(all),
    ...tiedByMonths(of, all),
    ...tiedOverTime(of, all),
  ];
  const at = new Map(all.map(({ key }, i) => [key, i]));
  const cells = all.map(
    ({ value, people, by, within }, i): Cell => ({
      value,
      people,
      told: i < printed.length,
      rank: by === undefined && !within ? 2 : 0,
    }),
  );
  const ties = written.flatMap((tie): Tie[] => {
    const cellsOf = tie.flatMap(([key, times]) => {
      const cell = at.get(key);
      return cell === undefined ? [] : [[cell, times] as const];
    });
    return cellsOf.length === tie.length ? [cellsOf] : [];
  });
  return { all, at, table: tabled(cells, ties) };
};
export type Model = ReturnType<typeof modelOf>;
