import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Behind, countMeasured, type FigurePage, measure, measuredRecords } from '#db/measures.ts';
import type { VisitTable } from '#db/schema.ts';
import type { Reader } from '#db/sql.ts';
import { alikeCheck } from '#desk/returns/awaited.ts';
import { twiceCheck } from '#desk/returns/checks.ts';
import { type CheckFact, type CheckWait, checkFacts } from '#shared/measures/check-facts.ts';
import { type ConcernFact, type ConcernSpan, concernFacts } from '#shared/measures/concern-facts.ts';
import { evaluate, isWithin, type Raw, type Span } from '#shared/measures/evaluate.ts';
import { counterFields, type Facts, facts, notRecorded } from '#shared/measures/facts.ts';
import { icvMeasures } from '#shared/measures/icv.ts';
import {
  type AnyFact,
  canSplit,
  type FactDimension,
  type FactMeasure,
  factDimensions,
  knownOf,
  neededFields,
  type Over,
} from '#shared/measures/measure.ts';
import { type VolunteerFact, type VolunteerSpan, volunteerFacts } from '#shared/measures/volunteer-facts.ts';
import type { Visit } from '#shared/records/visit.ts';
import {
  checks,
  day,
  listed,
  people,
  type Records,
  records,
  reports,
  span,
  stored,
  threshold,
  visits,
} from './measured-records.ts';

const measures = icvMeasures.filter((m): m is FactMeasure => m.kind !== 'office');

type Keyed = [key: unknown, fact: AnyFact];
const isSplit = (dimension: FactDimension | undefined) => dimension === 'sex' || dimension === 'ageGroup';
const isOfTheVisit = (
  dimension: FactDimension,
): dimension is 'suite' | 'panel' | 'hour' | 'weekday' | 'method' => knownOf.visits.includes(dimension);

/** Each visit as one fact; where counts of detainees are split, each of its columns as one. */
const visitsBy = (dimension: FactDimension | undefined, { visit, splits }: Facts): Keyed[] => {
  if (dimension === undefined) return [[null, visit]];
  if (isOfTheVisit(dimension)) return [[visit[dimension], visit]];
  if (!isSplit(dimension)) return [];
  return splits.map((s) => [
    dimension === 'sex' ? s.sex : s.age,
    { ...visit, ...Object.fromEntries(counterFields.map((f) => [f, s[f]])) },
  ]);
};

/** Each detainee entered as one fact. */
const detaineesBy = (dimension: FactDimension | undefined, { visit, detainees: all }: Facts): Keyed[] =>
  all.flatMap((fact): Keyed[] => {
    if (dimension === undefined) return [[null, fact]];
    if (isOfTheVisit(dimension)) return [[visit[dimension], fact]];
    return knownOf.detainees.includes(dimension) ? [[fact[dimension as 'sex'] ?? notRecorded, fact]] : [];
  });

/** What happened to concerns or how they stood. */
const concernsBy = (dimension: FactDimension | undefined, fact: ConcernFact | ConcernSpan): Keyed[] => {
  if (dimension === undefined) return [[null, fact]];
  return knownOf.concerns.includes(dimension) ? [[fact[dimension as 'suite'], fact]] : [];
};

/** Custody records that were checked, or the waits that they tell. */
const checksBy = (dimension: FactDimension | undefined, fact: CheckFact | CheckWait): Keyed[] => {
  if (dimension === undefined) return [[null, fact]];
  return knownOf.checks.includes(dimension) ? [[fact[dimension as 'suite'], fact]] : [];
};

/** Volunteers who joined or left, or who belonged to the scheme. */
const volunteersBy = (dimension: FactDimension | undefined, fact: VolunteerFact | VolunteerSpan): Keyed[] => {
  if (dimension === undefined) return [[null, fact]];
  return dimension === 'panel' ? [[fact.panel, fact]] : [];
};

const tells = (m: FactMeasure, dimension: FactDimension | undefined) =>
  dimension === undefined || canSplit(m, dimension);

const within = (all: readonly Visit[], period: Span): Facts[] =>
  all.flatMap((v) => facts(v) ?? []).filter(({ visit }) => isWithin(visit, period));

/** Reviews and correspondence are no part of the custody return: theirs are held against their definitions in tests of their own. */
const ofReviews = {
  reviews: new Map<unknown, Keyed[]>(),
  openReviews: new Map<unknown, Keyed[]>(),
  allegations: new Map<unknown, Keyed[]>(),
  recommendations: new Map<unknown, Keyed[]>(),
  unanswered: new Map<unknown, Keyed[]>(),
};
const ofCorrespondence = {
  cases: new Map<unknown, Keyed[]>(),
  openCases: new Map<unknown, Keyed[]>(),
  caseThemes: new Map<unknown, Keyed[]>(),
  requests: new Map<unknown, Keyed[]>(),
  openRequests: new Map<unknown, Keyed[]>(),
  engagements: new Map<unknown, Keyed[]>(),
  assurance: new Map<unknown, Keyed[]>(),
};

/** The facts of each kind that belong to a period, by the part they are of. */
const partsOf = (
  { all, raised, read, people }: Records,
  period: Span,
  dimension: FactDimension | undefined,
): Record<Over, Map<unknown, Keyed[]>> => {
  const own = within(all, period);
  const known = raised.map(concernFacts);
  const done = read.flatMap((c) => checkFacts(c) ?? []).filter(({ check }) => isWithin(check, period));
  const byKey = (keyed: readonly Keyed[]) => Map.groupBy(keyed, ([key]) => key);
  const ofConcerns = (facts: readonly (ConcernFact | ConcernSpan)[]) =>
    byKey(facts.filter((fact) => isWithin(fact, period)).flatMap((fact) => concernsBy(dimension, fact)));
  const volunteers = people.map(volunteerFacts);
  const ofVolunteers = (facts: readonly (VolunteerFact | VolunteerSpan)[]) =>
    byKey(facts.filter((fact) => isWithin(fact, period)).flatMap((fact) => volunteersBy(dimension, fact)));
  return {
    visits: byKey(own.flatMap((f) => visitsBy(dimension, f))),
    detainees: byKey(own.flatMap((f) => detaineesBy(dimension, f))),
    concerns: ofConcerns(known.flatMap(({ happened }) => happened)),
    standing: ofConcerns(known.flatMap(({ stood }) => stood)),
    checks: byKey(done.flatMap(({ check }) => checksBy(dimension, check))),
    checkWaits: byKey(done.flatMap((f) => f.waits.flatMap((wait) => checksBy(dimension, wait)))),
    volunteers: ofVolunteers(volunteers.flatMap(({ happened }) => happened)),
    serving: ofVolunteers(volunteers.flatMap(({ served }) => served)),
    ...ofReviews,
    ...ofCorrespondence,
  };
};

test.each([undefined, ...factDimensions])(
  'what the store computes is what the definitions say: by %s',
  (dimension) => {
    fc.assert(
      fc.property(records, span, threshold, (all, period, delay) => {
        const found = measure(stored(all), measures, period, delay, dimension);
        const parts = partsOf(all, period, dimension);
        const keys = dimension ? Object.values(parts).flatMap((part) => [...part.keys()]) : [null];
        expect(new Set(found.keys())).toEqual(new Set(keys));
        for (const [key, raws] of found) {
          const plain = measures
            .filter((m) => tells(m, dimension) && (dimension === undefined || parts[m.over].has(key)))
            .map((m): [string, Raw] => {
              const facts = (parts[m.over].get(key) ?? []).map(([, fact]) => fact);
              return [m.id, evaluate(m, facts, delay)];
            });
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
  m: FactMeasure,
  period: Parameters<typeof measuredRecords>[2],
  delay: number,
  page: FigurePage,
) => {
  const rows: Behind[] = [];
  for (let after: FigurePage['after']; ; ) {
    const next = measuredRecords(r, m, period, delay, { ...page, after });
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
      records,
      span,
      threshold,
      fc.constantFrom(undefined, ...factDimensions),
      fc.integer({ min: 1, max: 5 }),
      (all, period, delay, dimension, limit) => {
        const r = stored(all);
        for (const [key, raws] of measure(r, measures, period, delay, dimension))
          for (const m of measures.filter((one) => raws.has(one.id))) {
            const { top, bottom, restsOn } = raws.get(m.id) as Raw;
            const part = dimension ? { key: { dimension, values: [key] } } : {};
            const rows = behind(r, m, period, delay, { ...part, limit });
            const places = rows.map(({ date, id }) => `${date} ${id}`);
            expect(places).toEqual(places.toSorted().reverse());
            expect(new Set(places).size).toBe(rows.length);
            expect(rows.length).toBe(countMeasured(r, m, period, delay, part));
            if (m.kind === 'max')
              expect(rows.length === 0 ? null : Math.max(...rows.map((row) => row.top ?? 0))).toBe(top);
            else if (m.kind !== 'quantile') expect(sum(rows.map((row) => row.top))).toBe(top);
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
    fc.property(records, span, fc.constantFrom(...factDimensions), (all, period, dimension) => {
      const r = stored(all);
      const whole = measure(r, measures, period, 10).get(null) as Map<string, Raw>;
      const parts = [...measure(r, measures, period, 10, dimension).values()];
      // A form may hold a number in a column and none for the whole, which then stays unknown.
      const isKnown = (field: string) =>
        within(all.all, period).every(
          ({ visit, splits }) =>
            visit[field as 'held'] !== null || splits.every((s) => s[field as 'held'] === null),
        );
      const fits = (m: FactMeasure) =>
        m.over !== 'visits' || !isSplit(dimension) || neededFields(m).every(isKnown);
      for (const m of measures)
        if (m.kind === 'sum' && tells(m, dimension) && fits(m))
          expect(sum(parts.map((raws) => raws.get(m.id)?.top ?? 0))).toBe(whole.get(m.id)?.top);
    }),
    { numRuns: 300 },
  );
});

/** The plain reading of who belongs to the scheme, told from a person's record alone. */
test('whoever had joined by a day and not left is counted on it once, whatever is not written down', () => {
  fc.assert(
    fc.property(people, day, (all, on) => {
      const found = measure(
        stored({ all: [], raised: [], read: [], people: all }),
        measures,
        { from: on, to: on },
        10,
      );
      const volunteers = all.flatMap((p) => p.volunteer ?? []);
      const belongs = volunteers.filter(({ status, joined, left }) => {
        if (left !== undefined ? left <= on : status === 'left') return false;
        return joined !== undefined ? joined <= on : ['probation', 'accredited'].includes(status);
      });
      const top = (figure: string) => found.get(null)?.get(`volunteers.${figure}`)?.top;
      expect(top('active')).toBe(belongs.length);
      expect(top('joined')).toBe(volunteers.filter(({ joined }) => joined === on).length);
      expect(top('left')).toBe(volunteers.filter(({ left }) => left === on).length);
    }),
    { numRuns: 100 },
  );
});

test('reports are there twice, or tell alike, where any two of them do', () => {
  const place = ({ suite, listed_on }: VisitTable) => `${suite} ${listed_on}`;
  const told = ({ held, offered, accepted, visitor1, visitor2 }: VisitTable) =>
    JSON.stringify([held, offered, accepted, [`${visitor1}`, `${visitor2}`].toSorted()]);
  fc.assert(
    fc.property(reports, span, (all, period) => {
      const sent = all.filter(({ state, suite }) => state === 'received' && suite !== null);
      const found = (same: (a: VisitTable, b: VisitTable) => boolean) =>
        sent
          .filter(({ listed_on: on }) => on >= period.from && on <= period.to)
          .filter((a) => sent.some((b) => a !== b && place(a) === place(b) && same(a, b)))
          .toSorted((a, b) => (`${a.listed_on} ${a.id}` < `${b.listed_on} ${b.id}` ? 1 : -1))
          .map((one) => one.id);
      const r = listed(all);
      expect(twiceCheck(r, period).records).toEqual(found((a, b) => a.arrived === b.arrived));
      expect(alikeCheck(r, period).records).toEqual(
        found((a, b) => a.arrived !== b.arrived && a.held !== null && told(a) === told(b)),
      );
    }),
    { numRuns: 150 },
  );
});

test('no fact holds a custody number', () => {
  fc.assert(
    fc.property(visits, checks, (all, read) => {
      expect(JSON.stringify([all.map(facts), read.map(checkFacts)])).not.toContain('W/0001/26');
    }),
  );
});
