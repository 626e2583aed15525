import SqliteFile from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeFacts } from '#db/facts.ts';
import { measure } from '#db/measures.ts';
import { migrations } from '#db/migrations/index.ts';
import { type Reader, reader, writer } from '#db/sql.ts';
import { markOf } from '#shared/cases/mark.ts';
import {
  assuranceFacts,
  type CaseFactOf,
  caseFacts,
  engagementFacts,
  markFacts,
} from '#shared/measures/case-facts.ts';
import { openCasesByAge } from '#shared/measures/case-tables.ts';
import { caseMeasures } from '#shared/measures/cases.ts';
import { evaluate, isWithin } from '#shared/measures/evaluate.ts';
import { type AnyFact, canSplit } from '#shared/measures/measure.ts';
import { type CaseFile, newCase } from '#shared/records/case-file.ts';
import { caseMark } from '#shared/records/case-mark.ts';
import { answerers, caseKinds, channels, requestOutcomes } from '#shared/records/case-parts.ts';
import { type AssuranceRequest, type Engagement, engagementKinds } from '#shared/records/engagement.ts';
import { addDays } from '#shared/times.ts';
import { caseDimensions } from '#shared/views.ts';
import { idOf } from '#test/reviewed.ts';

const begin = '2025-04-01';
const aDay = fc.nat(300).map((n) => addDays(begin, n));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const later = maybe(fc.nat(60));

/** A case of any kind, worked on or left lying, closed, open, or opened again. */
const aCase: fc.Arbitrary<CaseFile> = fc
  .record({
    n: fc.nat(1_000_000),
    kind: fc.constantFrom(...caseKinds),
    received: aDay,
    channel: maybe(fc.constantFrom(...channels)),
    area: maybe(fc.constantFrom('Shropshire', 'outside')),
    themes: fc.uniqueArray(fc.constantFrom('Road safety', 'Drugs', 'Fraud'), { maxLength: 3 }),
    acknowledged: later,
    answered: later,
    by: maybe(fc.constantFrom(...answerers)),
    life: fc.array(fc.nat(60), { maxLength: 3 }),
    hold: maybe(fc.nat(20)),
    outcome: maybe(fc.constantFrom(...requestOutcomes)),
    calls: fc.array(fc.constantFrom('in' as const, 'out' as const), { maxLength: 2 }),
    asked: fc.array(fc.nat(60), { maxLength: 2 }),
    imported: fc.boolean(),
  })
  .map((c) => {
    const { n, kind, received, channel, area, themes, life, hold, outcome, calls, imported } = c;
    const after = (days: number) => addDays(received, days);
    const on = (days: number | undefined) => (days === undefined ? {} : { on: after(days) });
    const by = idOf(9);
    const moves = life.flatMap((days, i) => [
      { to: 'closed', from: 'open', days },
      ...(i < life.length - 1 || n % 3 === 0 ? [{ to: 'open', from: 'closed', days }] : []),
    ]);
    return {
      ...newCase({ id: idOf(n), received, kind }),
      ...(channel && { channel }),
      ...(area && { area }),
      themes,
      ...(c.acknowledged !== undefined && { acknowledged: { on: after(c.acknowledged) } }),
      ...(c.answered !== undefined && { answered: { on: after(c.answered), ...(c.by && { by: c.by }) } }),
      events: moves.map(({ to, from, days }, i) => ({
        ...{ id: idOf(i), from, to, by, why: 'It.' },
        at: `${after(days)}T10:00:00.000Z`,
      })),
      closings: life.map((days, i) => ({ id: idOf(20 + i), by, on: after(days) })),
      holds:
        hold === undefined ? [] : [{ id: idOf(30), from: after(2), until: after(2 + hold), why: 'It.', by }],
      messages: calls.map((direction, i) => ({
        ...{ id: idOf(40 + i), direction, channel: 'phone' as const, on: received, by },
        kept: `${received}T10:00:00.000Z`,
      })),
      ...(kind.endsWith('request') && {
        request: {
          ...{ clarifications: [], proofs: [], exemptions: [] },
          internalReviews: c.asked.map((days, i) => ({ id: idOf(50 + i), asked: after(days) })),
          ...(outcome && { decision: { outcome, by, on: received, ...on(c.answered) } }),
        },
      }),
      ...(imported && {
        imported: { reference: `I${n}`, file: 'a.csv', acknowledgementUnknown: n % 2 === 0 },
      }),
    } as unknown as CaseFile;
  });

const engagements: Engagement[] = engagementKinds.map((kind, i) => ({
  ...{
    id: idOf(5_000_000 + i),
    on: addDays(begin, i * 40),
    kind,
    title: 'It',
    attended: [],
    themes: [],
    cases: [],
  },
  ...(i % 2 === 0 && { area: 'Shropshire' }),
}));
const questions: AssuranceRequest[] = [10, 200].map((n, i) => ({
  ...{ id: idOf(6_000_000 + i), title: 'It', question: 'Why?', on: addDays(begin, n), themes: [], cases: [] },
  ...{ by: idOf(9), ...(i === 0 && { answered: addDays(begin, 90) }) },
}));

const words = 'They met Anna Example in Hereford.';

/** A case that is kept to few, with words and places wherever somebody may write some. */
const kept = (c: CaseFile, days: readonly number[]): CaseFile => {
  const by = idOf(9);
  const [first = 1, second = 2, third = 3] = days;
  const on = (n: number) => addDays(c.received, n);
  return {
    ...c,
    ...{ place: words, constituency: words, summary: words, tags: [words], from: idOf(8) },
    ...{ confidential: { readers: [by], why: words }, reference: words },
    ...(c.imported && { imported: { ...c.imported, reference: words } }),
    ...(c.request && {
      request: {
        ...c.request,
        ...{ asked: words, fee: { noticed: on(first), pence: 500, paid: on(first + third) } },
        clarifications: [{ id: idOf(60), asked: on(second), received: on(second + first), words, by }],
        proofs: [{ id: idOf(61), of: 'authority' as const, asked: on(third), by }],
        extension: { id: first % 2 ? 'complex' : words, on: on(third), ground: words, by },
      },
    }),
  };
};

test('a confidential case is counted by its mark as it would be itself, but for what could tell whose it is', () => {
  fc.assert(
    fc.property(aCase, fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }), (c, days) => {
      const one = kept(c, days);
      const mark = markOf(one);
      const { confidential: _, channel: __, area: ___, constituency: ____, ...open } = one;
      const { happened, ...others } = caseFacts({ ...open, id: mark.id, themes: [] });
      expect(markFacts(mark)).toEqual({ ...others, happened });
      expect(caseFacts(one).happened).toEqual([]);
      expect(caseMark.parse(mark)).toEqual(mark);
      const said = JSON.stringify(mark);
      for (const word of ['Anna', 'Hereford', 'Shropshire', 'Drugs', one.id, idOf(8), idOf(9)])
        expect(said).not.toContain(word);
    }),
    { numRuns: 60 },
  );
});

const stored = (all: readonly CaseFile[]): Reader => {
  const db = new SqliteFile(':memory:');
  for (const migration of migrations) migration.up(db);
  const added = (document: object) => ({ document, before: undefined });
  writeFacts(writer(db), 'caseFile', all.map(added));
  writeFacts(writer(db), 'engagement', engagements.map(added));
  writeFacts(writer(db), 'assuranceRequest', questions.map(added));
  return reader(db);
};

const factsOf = (all: readonly CaseFile[]): { [O in keyof CaseFactOf]: CaseFactOf[O][] } => {
  const facts = all.map((c) => caseFacts(c));
  return {
    cases: facts.flatMap((f) => f.happened),
    openCases: facts.flatMap((f) => f.open),
    caseThemes: facts.flatMap((f) => f.themes),
    requests: facts.flatMap((f) => f.requests),
    openRequests: facts.flatMap((f) => f.openRequests),
    engagements: engagements.flatMap(engagementFacts),
    assurance: questions.flatMap(assuranceFacts),
  };
};

const aSpan = fc
  .tuple(aDay, fc.nat(120), maybe(aDay))
  .map(([from, days, today]) => ({ from, to: addDays(from, days), today }));

const all = fc.sample(fc.uniqueArray(aCase, { minLength: 80, selector: ({ id }) => id }), {
  numRuns: 1,
  seed: 2026,
})[0] as CaseFile[];
const store = stored(all);
const facts = factsOf(all);

test.each([undefined, ...caseDimensions])(
  'what the store computes of correspondence is what the definitions say: by %s',
  (dimension) => {
    const told = caseMeasures.filter((m) => !dimension || canSplit(m, dimension));
    fc.assert(
      fc.property(aSpan, (span) => {
        for (const [key, raws] of measure(store, caseMeasures, span, 0, dimension))
          for (const m of told.filter(({ id }) => raws.has(id))) {
            const own = (facts[m.over] as AnyFact[]).filter(
              (fact) =>
                isWithin(fact, span) &&
                (dimension === undefined || (fact as Record<string, unknown>)[dimension] === key),
            );
            expect(raws.get(m.id), m.id).toEqual(evaluate(m, own, 0));
          }
      }),
      { numRuns: 20 },
    );
  },
);

test('at the end of any day the cases received are those open and those closed, and their ages are of those open', () => {
  fc.assert(
    fc.property(fc.nat(400), (n) => {
      const span = { from: begin, to: addDays(begin, n) };
      const top = (id: string) => {
        const m = caseMeasures.find((one) => one.id === id);
        const own = m ? (facts[m.over] as AnyFact[]).filter((fact) => isWithin(fact, span)) : [];
        return m ? evaluate(m, own, 0).top : null;
      };
      const [received, open, closed] = ['cases.received', 'cases.open', 'cases.closed'].map(top);
      expect((open ?? 0) + (closed ?? 0)).toBe(received);
      const aged = openCasesByAge(facts.openCases, span.to).reduce((sum, [, many]) => sum + many, 0);
      expect(aged).toBe(open);
      const decided = ['granted', 'part', 'refused', 'notHeld'].reduce(
        (sum, id) => sum + (top(`requests.${id}`) ?? 0),
        0,
      );
      expect(top('requests.late') ?? 0).toBeLessThanOrEqual(decided);
    }),
    { numRuns: 30 },
  );
});
