import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newOffice, type Office } from '#test/office.ts';
import { disagreements } from '#test/whole.ts';

const count = fc.option(fc.nat({ max: 60 }), { nil: undefined });
const visit = fc.record({
  outcome: fc.constantFrom('completed', 'completed', 'completed', 'abandoned', 'refused', 'closed'),
  held: count,
  not_available: count,
  offered: count,
  accepted: count,
  declined: count,
  observed_only: count,
  satisfactory: fc.constantFrom('yes', 'no', ''),
  praise: fc.constantFrom('yes', 'no', ''),
});
type Row = Readonly<Record<string, string | number | undefined>>;

/** Offered, accepted and declined with the one that is blank worked out from the other two, as formats say. */
const completed = (row: Row) => {
  const n = (name: string) => row[name] as number | undefined;
  const minus = (a?: number, b?: number) => (a === undefined || b === undefined || a < b ? undefined : a - b);
  const both = n('accepted') !== undefined && n('declined') !== undefined;
  const offered = n('offered') ?? (both ? (n('accepted') as number) + (n('declined') as number) : undefined);
  const accepted = n('accepted') ?? minus(offered, n('declined'));
  return { held: n('held'), offered, accepted, declined: n('declined') ?? minus(offered, n('accepted')) };
};

const sum = (numbers: readonly (number | undefined)[]) =>
  numbers.reduce<number>((all, n) => all + (n ?? 0), 0);

/** A percentage rounded half up by long division, away from floating point. */
const halfUp = (top: number, bottom: number) =>
  bottom === 0 ? 'n/a' : `${Math.floor((200 * top + bottom) / (2 * bottom))}%`;

describe('a return over any visits', () => {
  let office: Office;
  beforeAll(async () => {
    office = await newOffice();
  });
  afterAll(() => office.end());

  const bring = async (rows: readonly Row[], year: number) => {
    const { id } = await office.ask('imports.begin', { kind: 'visits', file: `${year}.csv`, create: true });
    const named = rows.map((row, i) => ({
      reference: `${year}-${i}`,
      suite: `Suite ${i % 3}`,
      date: `${year}-0${5 + (i % 4)}-1${i % 10}`,
      ...row,
    }));
    const text = stringify(named, { header: true, columns: Object.keys(named[0] ?? {}) });
    await office.ask('imports.chunk', { id, text });
    expect((await office.ask('imports.finish', { id })).bad).toBe(0);
    await office.ask('imports.accept', { id });
    for (let left = 1; left > 0; ) ({ left } = await office.ask('imports.step', { id }));
  };

  it('is the sum of its records, its percentages rounded half up from raw counts', async () => {
    let year = 1950;
    await fc.assert(
      fc.asyncProperty(fc.array(visit, { minLength: 1, maxLength: 30 }), async (rows) => {
        year += 1;
        await bring(rows, year);
        const period = `${year}-04-01..${year}-12-31`;
        const { measures } = await office.ask('returns.compute', { return: 'icv', period });
        const found = (id: string) => measures.find((m) => m.id === id);
        const done = rows.filter((row) => row.outcome === 'completed');
        const ladders = done.map(completed);
        expect(found('visits.attempted')?.value).toBe(rows.length);
        expect(found('visits.completed')?.value).toBe(done.length);
        for (const field of ['held', 'offered', 'accepted', 'declined'] as const) {
          const known = ladders.filter((l) => l[field] !== undefined);
          const expected = known.length > 0 ? sum(ladders.map((l) => l[field])) : null;
          if (done.length > 0) expect(found(`detainees.${field}`)?.value, field).toBe(expected);
          expect(found(`detainees.${field}`)?.restsOn).toBe(known.length);
        }
        const both = ladders.filter((l) => l.accepted !== undefined && l.offered !== undefined);
        const consent = halfUp(sum(both.map((l) => l.accepted)), sum(both.map((l) => l.offered)));
        expect(found('consent.ofOffered')?.display).toBe(consent);
        const content = done.filter((row) => row.satisfactory === 'yes').length;
        if (done.some((row) => row.satisfactory !== ''))
          expect(found('satisfactory.ofCompleted')?.display).toBe(halfUp(content, done.length));
      }),
      { seed: Number(process.env.ICV_SEED ?? 1), numRuns: Number(process.env.ICV_RUNS ?? 25) },
    );
    await office.close();
    expect(disagreements(office.folder, office.recoveryCode)).toEqual([]);
  });
});
