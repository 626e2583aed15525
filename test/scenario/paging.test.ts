import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '#shared/contract.ts';
import { type VisitRow, visitShows, visitSorts } from '#shared/visit-views.ts';
import { newOffice, type Office } from '#test/office.ts';

/** Every row of a list, page by page. */
const pages = async (
  office: Office,
  show: (typeof visitShows)[number],
  sort: (typeof visitSorts)[number],
): Promise<VisitRow[]> => {
  const rows: VisitRow[] = [];
  let after: string | null = null;
  do {
    const page: Output<'visits.list'> = await office.ask('visits.list', {
      filter: { show },
      sort,
      limit: show === 'all' || show === 'received' || show === 'accepted' ? 200 : 2,
      ...(after && { after }),
    });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
};

describe('the lists of an office', () => {
  let office: Office;
  beforeAll(async () => {
    office = await newOffice('example');
  });
  afterAll(() => office.end());

  it.each(visitShows)(
    '%s: the same reports in every order, each once, as many as are counted',
    async (show) => {
      const { count } = await office.ask('visits.count', { filter: { show } });
      const orders = await Promise.all(visitSorts.map((sort) => pages(office, show, sort)));
      for (const rows of orders) {
        const ids = rows.map((row) => row.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBe(count);
        expect(ids.toSorted()).toEqual(orders[0]?.map((row) => row.id).toSorted());
      }
      const states = new Set(orders[0]?.map((row) => row.state));
      if (show === 'unread') expect([...states]).toEqual(['received']);
      if (show === 'queried' || show === 'answered' || show === 'accepted')
        expect([...states]).toEqual([show]);
    },
  );
});
