import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract.ts';
import { dimensions, type MeasureResult } from '#shared/views.ts';
import { newOffice, type Office } from '#test/office.ts';

type Asked = Omit<Input<'returns.records'>, 'measure' | 'after' | 'limit'>;

describe('the records behind the figures of the example', () => {
  let office: Office;
  let period: string;
  beforeAll(async () => {
    office = await newOffice('example');
    const { years } = await office.ask('returns.periods', {});
    period = years[1] ?? '';
  });
  afterAll(() => office.end());

  /** All records behind a figure, page by page. */
  const behind = async (asked: Asked, measure: string) => {
    const rows: { value: number | null; of: number | null; id: string; date: string | null }[] = [];
    let total = 0;
    let after: string | undefined;
    do {
      const page = await office.ask('returns.records', {
        ...asked,
        measure,
        limit: 100,
        ...(after && { after }),
      });
      rows.push(...page.rows);
      total = page.total;
      after = page.next ?? undefined;
    } while (after);
    expect(rows, measure).toHaveLength(total);
    // What happens to a concern may happen again on another day.
    const once = new Set(rows.map(({ id, date }) => `${id} ${date}`));
    expect(once.size, `${measure} twice`).toBe(rows.length);
    return rows;
  };

  /** Whether a figure is what its records come to. */
  const addsUp = async (asked: Asked, m: MeasureResult) => {
    const rows = await behind(asked, m.id);
    const values = rows.map((row) => row.value ?? 0);
    const sum = values.reduce((all, n) => all + n, 0);
    const where = `${m.id} ${asked.key ?? ''}`;
    // A median does not add up: beside each record stands its longest wait, and none of all is longer than the longest.
    if (/\.(median|p90)$/.test(m.id))
      expect(Math.max(0, ...values), where).toBeGreaterThanOrEqual(m.value ?? 0);
    else if (m.id === 'delay.max') expect(Math.max(0, ...values), where).toBe(m.value ?? 0);
    else if (m.denominator !== undefined && m.numerator !== undefined) {
      expect(sum, where).toBe(m.numerator);
      const of = rows.reduce((all, row) => all + (row.of ?? 0), 0);
      // A mean is over its records, each of which counts once.
      const isMean = ['delay.mean', 'concerns.answerDays'].includes(m.id);
      expect(isMean ? rows.length : of, where).toBe(m.denominator);
    } else if (m.value !== null) {
      const figure =
        m.id === 'volunteers.hours' ? sum / 60 : m.id === 'visits.target' ? Math.round(sum) : sum;
      expect(figure, where).toBeCloseTo(m.value, 3);
    }
  };

  it('add up to every figure of the whole', async () => {
    const asked = { return: 'icv', period } as const;
    const { measures } = await office.ask('returns.compute', asked);
    for (const m of measures) await addsUp(asked, m);
  });

  it.each(dimensions)(
    'add up to every figure of every part by %s, and the parts to the whole',
    async (by) => {
      const { measures, groups = [] } = await office.ask('returns.compute', { return: 'icv', period, by });
      expect(groups.length).toBeGreaterThan(0);
      for (const { key, measures: own } of groups)
        for (const m of own) {
          const asked = { return: 'icv', period, by, key } as const;
          // A figure that a part cannot have is n/a, and has no records that say something else. By ethnicity none are
          // listed: a visit could show who somebody is.
          const found = await office.host.call('returns.records', { ...asked, measure: m.id });
          if (by === 'ethnicity') expect(found).toMatchObject({ error: { tag: 'notFound', what: 'figure' } });
          else if (found.ok) await addsUp(asked, m);
          else expect([m.display, found.error]).toEqual(['n/a', { tag: 'notFound', what: 'figure' }]);
        }
      // Ethnicity is known of people who were entered one by one, and of nobody who was only counted.
      const counts = ['detainees.offered', 'detainees.accepted', 'detainees.declined'];
      const split = ['people.entered', 'people.children', ...(by === 'ethnicity' ? [] : counts)];
      // Cohorts are of custody records that were read, and of nobody who was visited.
      for (const id of by === 'cohort' ? [] : split) {
        const whole = measures.find((m) => m.id === id)?.value;
        const parts = groups.map((g) => g.measures.find((m) => m.id === id)?.value ?? 0);
        expect(
          parts.reduce((all, n) => all + n, 0),
          id,
        ).toBe(whole);
      }
    },
  );

  it('stand behind every figure of visits against target, suite by suite', async () => {
    const asked = { return: 'icv', period } as const;
    const { tables } = await office.ask('returns.compute', asked);
    const { rows, figures } = tables.find(
      ({ id }) => id === 'visits.againstTarget',
    ) as (typeof tables)[number];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      for (const [column, measure] of figures?.measures.entries() ?? []) {
        const value = row[column];
        if (!measure || !value) continue;
        const found = await behind({ ...asked, by: 'suite', key: String(row[0]) }, measure);
        expect(Math.round(found.reduce((all, { value: n }) => all + (n ?? 0), 0)), measure).toBe(value);
      }
  });

  it('add up by day and hour to the visits of each day and of each hour', async () => {
    const { tables } = await office.ask('returns.compute', { return: 'icv', period });
    const rows = (id: string) => tables.find((table) => table.id === id)?.rows ?? [];
    const sum = (values: readonly unknown[]) => values.reduce<number>((all, one) => all + Number(one), 0);
    const grid = rows('visits.byDayAndHour');
    expect(grid.map(([hour, ...days]) => [hour, sum(days)])).toEqual(rows('visits.byHour'));
    expect(rows('visits.byWeekday').map(([, visits]) => visits)).toEqual(
      rows('visits.byWeekday').map((_, day) => sum(grid.map((row) => row[day + 1]))),
    );
    expect(sum(grid.flatMap((row) => row.slice(1)))).toBeGreaterThan(100);
  });

  it('give the same return when they come in another order', async () => {
    const rows = Array.from({ length: 300 }, (_, n) => ({
      reference: `R${n}`,
      suite: `Suite ${n % 4}`,
      date: `2023-0${1 + (n % 9)}-${String(1 + (n % 28)).padStart(2, '0')}`,
      outcome: n % 11 === 0 ? 'abandoned' : 'completed',
      arrived: `${String(n % 24).padStart(2, '0')}:10`,
      held: n % 13,
      offered: n % 7,
      accepted: n % 5,
    }));
    const orders = [
      rows,
      rows.toReversed(),
      rows.toSorted((a, b) => a.held - b.held || (a.reference < b.reference ? 1 : -1)),
    ];
    const returns: unknown[] = [];
    for (const order of orders) {
      const fresh = await newOffice();
      const { id } = await fresh.ask('imports.begin', { kind: 'visits', file: 'v.csv', create: true });
      await fresh.ask('imports.chunk', { id, text: stringify(order, { header: true }) });
      await fresh.ask('imports.finish', { id });
      await fresh.ask('imports.accept', { id });
      for (let left = 1; left > 0; ) ({ left } = await fresh.ask('imports.step', { id }));
      const asked = { return: 'icv', period: '2023-01-01..2023-12-31', by: 'suite' } as const;
      const { checks, ...rest } = await fresh.ask('returns.compute', asked);
      returns.push({ ...rest, checks: checks.map(({ records: _, ...check }) => check) });
      await fresh.end();
    }
    expect(returns[1]).toEqual(returns[0]);
    expect(returns[2]).toEqual(returns[0]);
  });
});
