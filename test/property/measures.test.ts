import SqliteFile from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeFacts } from '#db/facts.ts';
import {
  countMeasured,
  type FactDimension,
  type FigurePage,
  type FigureVisit,
  measure,
  measuredVisits,
} from '#db/measures.ts';
import { migrations } from '#db/migrations/index.ts';
import { type Reader, reader, writer } from '#db/sql.ts';
import { evaluate, type Raw } from '#shared/measures/evaluate.ts';
import { type Counters, counterFields, type Facts, facts, type VisitFact } from '#shared/measures/facts.ts';
import { icvMeasures } from '#shared/measures/icv.ts';
import { type FactNumber, isSplittable, neededFields, type VisitMeasure } from '#shared/measures/measure.ts';
import { splitKeys } from '#shared/records/ladder.ts';
import { methods, outcomes, purposes, type Visit } from '#shared/records/visit.ts';

const measures = icvMeasures.filter((m): m is VisitMeasure => m.kind !== 'office');
const dimensions: readonly FactDimension[] = [
  'suite',
  'panel',
  'hour',
  'weekday',
  'method',
  'sex',
  'ageGroup',
];

const id = (n: number) => `0190a5c2-0000-7000-8000-${String(n).padStart(12, '0')}`;
const days = ['2025-12-31', '2026-01-01', '2026-01-02', '2026-03-31', '2026-04-01'];

/** Few values, so that spans end among visits, parts hold several of them, and any of it may be blank. */
const column = fc.record(
  Object.fromEntries(
    [
      'held',
      'notAvailable',
      'notOffered',
      'offered',
      'accepted',
      'declined',
      'observedOnly',
      'recordOnly',
    ].map((field) => [field, fc.nat(6)]),
  ),
  { requiredKeys: [] },
);
const clock = fc.constantFrom('00:05', '09:00', '09:12', '23:50');
const said = fc.record(
  {
    suite: fc.constantFrom(id(1), id(2)),
    panel: fc.constantFrom(id(3), id(4)),
    date: fc.constantFrom(...days),
    outcome: fc.constantFrom(...outcomes),
    method: fc.constantFrom(...methods),
    purpose: fc.constantFrom(...purposes),
    arrived: clock,
    admitted: clock,
    left: clock,
    volunteerMinutes: fc.nat(200),
    satisfactory: fc.boolean(),
    praise: fc.boolean(),
    opcatConcerns: fc.nat(2),
    counts: fc.record(
      {
        total: column,
        splits: fc.record(Object.fromEntries(splitKeys.map((key) => [key, column])), { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['counts'] },
);
const at = '2026-05-01T00:00:00.000Z';
const received = [{ id: id(9), from: 'ready', to: 'received', by: 'office', at }];
const visits = fc.array(fc.tuple(said, fc.integer({ min: 0, max: 9 })), { maxLength: 14 }).map((all) =>
  all.map(
    ([content, luck], n): Visit =>
      ({
        suite: id(1),
        date: days[2],
        outcome: 'completed',
        ...content,
        id: id(100 + n),
        form: { id: id(8), version: 1 },
        events: luck === 0 ? [] : received,
        corrections: [],
        answers: {},
      }) as Visit,
  ),
);
const span = fc
  .tuple(fc.constantFrom(...days), fc.constantFrom(...days))
  .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const threshold = fc.constantFrom(0, 10, 15);

const stored = (all: readonly Visit[]): Reader => {
  const db = new SqliteFile(':memory:');
  for (const migration of migrations) migration.up(db);
  writeFacts(
    writer(db),
    all.map((document) => ({ document, before: undefined })),
  );
  return reader(db);
};

/** Each visit as one fact; where detainees are split, each of its columns as one. */
const factsBy = (dimension: FactDimension | undefined, { visit, splits }: Facts): [unknown, VisitFact][] => {
  if (dimension === undefined) return [[null, visit]];
  if (dimension !== 'sex' && dimension !== 'ageGroup') return [[visit[dimension], visit]];
  return splits.map((s) => [
    dimension === 'sex' ? s.sex : s.age,
    { ...visit, ...Object.fromEntries(counterFields.map((f) => [f, s[f]])) },
  ]);
};
const isSplit = (dimension: FactDimension | undefined) => dimension === 'sex' || dimension === 'ageGroup';
const tells = (m: VisitMeasure, dimension: FactDimension | undefined) =>
  !isSplit(dimension) || isSplittable(m, counterFields);

const within = (all: readonly Visit[], { from, to }: { from: string; to: string }): Facts[] =>
  all.flatMap((v) => facts(v) ?? []).filter(({ visit }) => visit.date >= from && visit.date <= to);

test.each([undefined, ...dimensions])(
  'what the store computes is what the definitions say: by %s',
  (dimension) => {
    fc.assert(
      fc.property(visits, span, threshold, (all, period, delay) => {
        const found = measure(stored(all), measures, period, delay, dimension);
        const parts = Map.groupBy(
          within(all, period).flatMap((f) => factsBy(dimension, f)),
          ([key]) => key,
        );
        expect(new Set(found.keys())).toEqual(new Set(dimension ? parts.keys() : [null]));
        for (const [key, raws] of found) {
          const own = (parts.get(key) ?? []).map(([, fact]) => fact);
          const plain = measures
            .filter((m) => tells(m, dimension))
            .map((m): [string, Raw] => [m.id, evaluate(m, own, delay)]);
          expect(Object.fromEntries(raws)).toEqual(Object.fromEntries(plain));
        }
      }),
      { numRuns: 150 },
    );
  },
);

/** Every record behind a figure, page after page. */
const behind = (
  r: Reader,
  m: VisitMeasure,
  period: Parameters<typeof measuredVisits>[2],
  delay: number,
  page: FigurePage,
) => {
  const rows: FigureVisit[] = [];
  for (let after: FigurePage['after']; ; ) {
    const next = measuredVisits(r, m, period, delay, { ...page, after });
    rows.push(...next);
    const last = next.at(-1);
    if (!last || next.length < page.limit) return rows;
    after = { date: last.date, id: last.id };
  }
};

const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

test('the records behind every figure add up to it, and are as many as are said', () => {
  fc.assert(
    fc.property(
      visits,
      span,
      threshold,
      fc.constantFrom(undefined, ...dimensions),
      fc.integer({ min: 1, max: 5 }),
      (all, period, delay, dimension, limit) => {
        const r = stored(all);
        for (const [key, raws] of measure(r, measures, period, delay, dimension))
          for (const m of measures.filter((one) => tells(one, dimension))) {
            const { top, bottom, restsOn } = raws.get(m.id) as Raw;
            const part = dimension ? { key: { dimension, values: [key] } } : {};
            const rows = behind(r, m, period, delay, { ...part, limit });
            const places = rows.map(({ date, id }) => `${date} ${id}`);
            expect(places).toEqual(places.toSorted().reverse());
            expect(new Set(places).size).toBe(rows.length);
            expect(rows.length).toBe(countMeasured(r, m, period, delay, part));
            if (m.kind === 'max')
              expect(rows.length === 0 ? null : Math.max(...rows.map((row) => row.top ?? 0))).toBe(top);
            else expect(sum(rows.map((row) => row.top))).toBe(top);
            if (m.kind === 'ratio') expect(sum(rows.map((row) => row.bottom))).toBe(bottom);
            if (m.kind === 'mean') expect(rows.length).toBe(bottom);
            if (!isSplit(dimension) && (m.kind === 'mean' || m.kind === 'max'))
              expect(rows.length).toBe(restsOn);
          }
      },
    ),
    { numRuns: 100 },
  );
});

test('parts of a whole add up to it, wherever the whole is known', () => {
  fc.assert(
    fc.property(visits, span, fc.constantFrom(...dimensions), (all, period, dimension) => {
      const r = stored(all);
      const whole = measure(r, measures, period, 10).get(null) as Map<string, Raw>;
      const parts = [...measure(r, measures, period, 10, dimension).values()];
      // A form may hold a number in a column and none for the whole, which then stays unknown.
      const isKnown = (field: FactNumber) =>
        !isSplit(dimension) ||
        within(all, period).every(
          ({ visit, splits }) =>
            visit[field] !== null || splits.every((s) => s[field as keyof Counters] === null),
        );
      for (const m of measures)
        if (m.kind === 'sum' && tells(m, dimension) && neededFields(m).every(isKnown))
          expect(sum(parts.map((raws) => raws.get(m.id)?.top ?? 0))).toBe(whole.get(m.id)?.top);
    }),
    { numRuns: 300 },
  );
});
