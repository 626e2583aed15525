import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#shared/times.ts';
import type { ReturnResult } from '#shared/views.ts';
import { workingDaysAfter } from '#test/reviewed.ts';
import { desk } from './in-process.ts';

const published = JSON.parse(
  readFileSync(new URL('../unit/reviews/published.json', import.meta.url), 'utf8'),
) as {
  westMercia: {
    case: string;
    from: string;
    to: string;
    completed: number;
    upheld: number;
    outstanding: number;
    notUpheld: number;
    percent: string;
  }[];
  cleveland: {
    quarters: { received: number; acknowledgedInTime: number; meanWorkingDays: number; on: string }[];
    acknowledged: string;
    days: string;
  };
  warwickshire: {
    received: number;
    allegations: number;
    furtherAction: number;
    without: number;
    percent: string;
  };
};

type Row = Partial<Record<(typeof columns)[number], string | number>>;
const columns = [
  'reference',
  'received',
  'route',
  'acknowledged',
  'valid',
  'decided',
  'decision',
  'allegations',
  'allegations_upheld',
  'recommendations',
  'recommendations_accepted',
  'theme',
] as const;

const csv = (rows: readonly Row[], used: readonly (typeof columns)[number][] = columns): string =>
  `${[used.join(','), ...rows.map((row) => used.map((name) => row[name] ?? '').join(','))].join('\n')}\n`;

/** A store of its own, driven as an office's script would drive it. */
const newStore = () => {
  const folder = mkdtempSync(join(tmpdir(), 'icv reviews '));
  const command = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await desk([...args, '--data', folder, '--json']);
    expect(code, `${args.join(' ')}: ${err}${out}`).toBe(0);
    return out;
  };
  return {
    folder,
    command,
    begin: () => command('init', '--body', 'A policing body'),
    bring: async (text: string) => {
      const path = join(folder, 'reviews.csv');
      writeFileSync(path, text);
      return JSON.parse(await command('import', 'reviews', path));
    },
    figures: async (period: string, ...more: string[]) => {
      const result: ReturnResult = JSON.parse(
        await command('return', 'reviews', '--period', period, '--format', 'json', ...more),
      );
      const of = new Map(result.measures.map((m) => [m.id, m]));
      return { result, value: (id: string) => of.get(id)?.value, shown: (id: string) => of.get(id)?.display };
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
};

const store = newStore();
const others = newStore();
beforeAll(async () => {
  await Promise.all([store.begin(), others.begin()]);
  await store.bring(
    csv(
      published.westMercia.flatMap(({ case: name, from, completed, upheld, outstanding }) =>
        Array.from({ length: completed + outstanding }, (_, i) => ({
          reference: `${name} ${i}`,
          received: addDays(from, i % 20),
          route: i % 3 === 0 ? 'investigated' : 'not-investigated',
          ...(i < completed && {
            decided: addDays(from, 30 + (i % 25)),
            decision: i < upheld ? 'upheld' : 'not-upheld',
          }),
        })),
      ),
      ['reference', 'received', 'route', 'decided', 'decision'],
    ),
  );
  const { cleveland, warwickshire } = published;
  await others.bring(
    csv([
      ...cleveland.quarters.flatMap(({ received, acknowledgedInTime, meanWorkingDays, on }) =>
        Array.from({ length: received }, (_, i) => ({
          reference: `C ${on} ${i}`,
          received: on,
          acknowledged: i < acknowledgedInTime ? workingDaysAfter(on, 5) : '',
          decided: workingDaysAfter(on, meanWorkingDays),
          decision: 'not-upheld',
        })),
      ),
      ...Array.from({ length: warwickshire.received }, (_, i) => ({
        reference: `W ${i}`,
        received: addDays('2020-02-03', i * 10),
        allegations: i === 0 ? warwickshire.allegations - (warwickshire.received - 1) * 7 : 7,
        allegations_upheld: i === 0 ? warwickshire.furtherAction - (warwickshire.received - 1) : 1,
        recommendations: i % 2,
        recommendations_accepted: i % 4 === 1 ? 1 : 0,
        theme: i % 2 ? 'Delay' : 'Stop and search',
      })),
    ]),
  );
});
afterAll(() => {
  store.end();
  others.end();
});

describe('published figures of reviews come out of the command line as they were published', () => {
  it.each(published.westMercia)(
    '$case',
    async ({ from, to, completed, upheld, outstanding, notUpheld, percent }) => {
      const { result, value, shown } = await store.figures(`${from}..${to}`);
      expect(value('reviews.completed')).toBe(completed);
      expect(value('reviews.upheld')).toBe(upheld);
      expect(value('reviews.notUpheld')).toBe(notUpheld);
      expect(value('reviews.open')).toBe(outstanding);
      expect(shown('upheld.ofCompleted')).toBe(percent);
      expect(result.checks.filter(({ ok }) => !ok)).toEqual([]);
    },
  );

  it('Cleveland 2021/22: the mean is weighted over reviews', async () => {
    const { shown } = await others.figures('2021-22');
    expect(shown('acknowledged.inTarget')).toBe(published.cleveland.acknowledged);
    expect(shown('days.working.mean')).toBe(published.cleveland.days);
  });

  it('Warwickshire 1 February to 11 November 2020, with allegations and themes', async () => {
    const { result, value, shown } = await others.figures('2020-02-01..2020-11-11');
    const { received, allegations, without, percent } = published.warwickshire;
    expect(value('reviews.received')).toBe(received);
    expect(value('allegations.count')).toBe(allegations);
    expect(value('allegations.withoutFurtherAction')).toBe(without);
    expect(shown('furtherAction.ofAllegations')).toBe(percent);
    const table = (id: string) => result.tables.find((one) => one.id === id)?.rows;
    expect(table('themes')).toEqual([
      ['Stop and search', 10],
      ['Delay', 9],
    ]);
    expect(table('allegations.byCategory')).toEqual([['Not said', 135]]);
    expect(value('recommendations.made')).toBe(9);
    expect(value('recommendations.accepted')).toBe(5);
  });

  it('splits them by route, says which is unknown, and leaves by a file', async () => {
    const { result } = await store.figures('2020-21', '--by', 'route');
    const completed = result.groups?.map(({ key, measures }) => [
      key,
      measures.find(({ id }) => id === 'reviews.completed')?.value,
    ]);
    expect(completed).toEqual([
      ['Not investigated', 60],
      ['Investigated', 30],
    ]);
    const unknown = await others.figures('2021-22', '--by', 'route');
    expect(unknown.result.groups?.map(({ key }) => key)).toEqual([
      'Not investigated',
      'Investigated',
      'Not recorded',
    ]);
    // Of none there are nought, and no share.
    const investigated = unknown.result.groups?.[1]?.measures ?? [];
    const counts = investigated.filter(({ id, unit }) => id.startsWith('reviews.') && unit === 'count');
    expect(new Set(counts.map(({ display }) => display))).toEqual(new Set(['0']));
    expect(investigated.find(({ id }) => id === 'upheld.ofCompleted')?.display).toBe('n/a');
    const file = await store.command('return', 'reviews', '--period', '2020-21', '--format', 'csv');
    expect(file).toContain('April 2020 to March 2021,All,reviews.upheld,Reviews upheld,13,');
  });

  it('98 received in 2021/22 and 116 in 2022/23, from a file as another system writes it', async () => {
    const ends = [
      ...Array.from({ length: 13 }, () => 'Upheld'),
      ...Array.from({ length: 91 }, () => 'NOT-UPHELD'),
      ...['invalid', 'invalid', 'withdrawn', 'forwarded', 'forwarded', 'forwarded'],
    ];
    const written = (day: string) => day.split('-').toReversed().join('/');
    const lines = Array.from({ length: 116 }, (_, i) => {
      const on = addDays('2022-04-04', i);
      const end = workingDaysAfter(on, i % 2 ? 19 : 20);
      const route = i < 5 || (i >= 13 && i < 48) ? 'investigated' : i < 104 ? 'Not-Investigated' : '';
      return `"Delay,\r\nand silence",${ends[i] ?? ''},A note,${ends[i] ? written(end) : ''},${route},${written(on)},WM ${i}`;
    });
    const before = Array.from({ length: 4 }, (_, i) => `,,,,,2022-03-1${i},WM earlier ${i}`);
    const headings = 'theme, Decision,remarks,Decided,route,RECEIVED,reference';
    const text = `\uFEFF${[headings, ...lines, ...before].join('\r\n')}\r\n`;
    expect(await store.bring(text)).toMatchObject({ new: 120, unknownColumns: ['remarks'] });
    expect((await store.figures('2021-22')).value('reviews.received')).toBe(98);
    const { result, value, shown } = await store.figures('2022-23', '--by', 'route');
    const received = result.measures.find(({ id }) => id === 'reviews.received');
    expect([received?.value, received?.compare?.previous.percentDisplay]).toEqual([116, '+18%']);
    const ids = ['completed', 'upheld', 'invalid', 'withdrawn', 'forwarded'] as const;
    expect(ids.map((id) => value(`reviews.${id}`))).toEqual([104, 13, 2, 1, 3]);
    // 13 of 104 is 12.5%, and so are 8 of 64 and 5 of 40: a half goes up.
    expect([shown('upheld.ofCompleted'), shown('days.working.mean')]).toEqual(['13%', '19.5']);
    const upheld = result.groups?.map(({ key, measures }) => [
      key,
      measures.find(({ id }) => id === 'upheld.ofCompleted')?.display,
    ]);
    expect(upheld).toEqual([
      ['Not investigated', '13%'],
      ['Investigated', '13%'],
      ['Not recorded', 'n/a'],
    ]);
    expect(result.tables.find(({ id }) => id === 'themes')?.rows).toEqual([['Delay,\nand silence', 116]]);
    expect(result.checks.filter(({ ok }) => !ok)).toMatchObject([{ id: 'routes', count: 12 }]);
  });

  it('takes a corrected file in, once', async () => {
    const row = { reference: 'West Mercia 2020/21 89', received: addDays('2020-04-01', 9) };
    const again = csv(
      [{ ...row, decided: '2020-06-01', decision: 'upheld' }],
      ['reference', 'received', 'decided', 'decision'],
    );
    await store.bring(again);
    const { value, shown } = await store.figures('2020-21');
    expect([value('reviews.completed'), value('reviews.upheld')]).toEqual([90, 14]);
    expect(shown('upheld.ofCompleted')).toBe('16%');
    expect(await store.bring(again)).toMatchObject({ unchanged: 1, changed: 0, new: 0 });
  });
});
