import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MeasureResult, ReturnResult } from '#shared/views.ts';
import { desk } from './in-process.ts';
import published from './published-figures.json' with { type: 'json' };
import { type Totals, visitsFile } from './schemes.ts';

/** A published input, under the column of the import file in which it would have been written down. */
const columns: Readonly<Record<string, string>> = {
  held: 'held',
  notAvailable: 'not_available',
  notSeen: 'not_available',
  offered: 'offered',
  accepted: 'accepted',
  spoken: 'accepted',
  declined: 'declined',
  observed: 'observed_only',
};

const totalsOf = (inputs: Partial<Record<string, number>>, from: string): Totals => {
  const attempted = inputs.attempted ?? inputs.visits ?? 0;
  const completed = inputs.completed ?? attempted - (inputs.abandoned ?? 0);
  const counts = Object.entries(inputs).flatMap(([name, n]) => {
    const column = columns[name];
    return column && n !== undefined ? [[column, n] as const] : [];
  });
  return {
    from,
    completed,
    notCompleted: attempted - completed,
    counts: Object.fromEntries(counts),
    ...(inputs.satisfactory !== undefined && { satisfactory: inputs.satisfactory }),
  };
};

/** A store of its own, driven as an office's script would drive it. */
const inStore = async (
  work: (use: {
    bring(kind: string, csv: string): Promise<void>;
    figures(period: string): Promise<Map<string, MeasureResult>>;
  }) => Promise<void>,
) => {
  const folder = mkdtempSync(join(tmpdir(), 'icv figures '));
  const command = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await desk([...args, '--data', folder, '--json']);
    expect(code, `${args.join(' ')}: ${err}${out}`).toBe(0);
    return out;
  };
  try {
    await command('init', '--body', 'A policing body');
    await work({
      bring: async (kind, csv) => {
        const path = join(folder, `${kind}.csv`);
        writeFileSync(path, csv);
        await command('import', kind, path, '--create');
      },
      figures: async (period) => {
        const result: ReturnResult = JSON.parse(await command('return', 'icv', '--period', period));
        return new Map(result.measures.map((m) => [m.id, m]));
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** A figure as it was published: a percentage as printed, or a number. */
const printed = (m: MeasureResult | undefined, like: string | number | undefined) =>
  typeof like === 'number' ? m?.value : m?.display;

describe('published figures come out of the command line as they were published', () => {
  it.concurrent.each(published)('$case ($source)', async ({ period, from, inputs, expect: expected }) => {
    await inStore(async ({ bring, figures }) => {
      await bring('visits', visitsFile(totalsOf(inputs, from), 1));
      const measures = await figures(period);
      const found = Object.entries(expected).map(([id, as]) => [id, printed(measures.get(id), as)]);
      expect(Object.fromEntries(found)).toEqual(expected);
    });
  });

  it.concurrent('West Mercia 2016/17: 259 visits, a throughput of 19,241, 53 volunteers', async () => {
    await inStore(async ({ bring, figures }) => {
      await bring('visits', visitsFile({ from: '2016-05-01', completed: 250, notCompleted: 9 }, 2));
      const months = Array.from({ length: 60 }, (_, i) => {
        const month = new Date(Date.UTC(2016, 3 + Math.floor(i / 5), 1)).toISOString().slice(0, 7);
        return `Suite ${i % 5},${month},${i === 59 ? 19_241 - 59 * 320 : 320}`;
      });
      await bring('throughput', ['suite,month,total', ...months, 'Suite 0,2017-04,999'].join('\n'));
      const people = Array.from({ length: 60 }, (_, i) =>
        i < 53 ? `Visitor ${i},accredited,2015-06-01,` : `Visitor ${i},left,2014-01-01,2016-12-31`,
      );
      await bring('volunteers', ['name,status,joined,left', ...people].join('\n'));
      const measures = await figures('2016-17');
      const display = (id: string) => measures.get(id)?.display;
      expect(display('visits.attempted')).toBe('259');
      expect(display('custody.throughput')).toBe('19,241');
      expect(display('volunteers.active')).toBe('53');
    });
  });

  it.concurrent('West Mercia 2022/23: 222 visits, 10% more than the year before, 47% consented', async () => {
    await inStore(async ({ bring, figures }) => {
      const before = { from: '2021-05-01', completed: 202 };
      const year = {
        from: '2022-05-01',
        completed: 222,
        counts: { held: 1_990, offered: 1_000, accepted: 474 },
      };
      await bring('visits', visitsFile(before, 3));
      await bring('visits', visitsFile(year, 4));
      const measures = await figures('2022-23');
      expect(measures.get('visits.completed')?.display).toBe('222');
      expect(measures.get('visits.completed')?.compare?.previous.percentDisplay).toBe('+10%');
      expect(measures.get('consent.ofOffered')?.display).toBe('47%');
    });
  });
});
