import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { sha256 } from '#hub/store/context.ts';
import { streamOf } from '#shared/sync/access.ts';
import { digestOfSet } from '#shared/sync/digest.ts';
import { endPostgres } from '#test/postgres.ts';
import {
  keysOf,
  newReader,
  newStoreOffice,
  newSuite,
  panelA,
  panelB,
  type SuiteWords,
} from './store-office.ts';

afterAll(endPostgres);

type Deed = { what: 'make' | 'move' | 'word' | 'purge' | 'pull' | 'transfer'; which: number };
const deed = fc.record({
  what: fc.constantFrom<Deed['what']>('make', 'make', 'move', 'word', 'word', 'purge', 'pull', 'transfer'),
  which: fc.nat(20),
});

describe.each(['sqlite', 'postgres'] as const)('counts and digests of an office in %s', (kind) => {
  test('are what a laptop reckons over what it was brought, whatever happened in between', async () => {
    const office = await newStoreOffice(kind);
    const { store, coordinator, north, push, changeSuite } = office;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 15 }), async (deeds) => {
        const suites: SuiteWords[] = [];
        const readers = [
          newReader(keysOf.coordinator(coordinator)),
          newReader(keysOf.visitor(north, panelA)),
        ] as const;
        for (const { what, which } of deeds) {
          const suite = suites[which % Math.max(1, suites.length)];
          if (what === 'make') {
            const panel = which % 2 ? panelA : panelB;
            const change = newSuite(coordinator, { panel });
            suites.push({ id: change.record, name: 'Northgate', panel });
            await push(coordinator, [change]);
          } else if (what === 'pull') await (readers[which % 2] ?? readers[0]).pull(store);
          else if (what === 'transfer') readers[1].become(keysOf.visitor(north, which % 2 ? panelB : panelA));
          else if (suite && what === 'purge') {
            await store.inOrder((s) => s.purge('suite', suite.id, '2026-06-01T10:00:00.000Z'));
            suites.splice(suites.indexOf(suite), 1);
          } else if (suite) {
            const now =
              what === 'move'
                ? { ...suite, panel: which % 2 ? panelA : panelB }
                : { ...suite, notes: `${which}` };
            await changeSuite(coordinator, suite, now);
            suites[suites.indexOf(suite)] = now;
          }
        }
        for (const reader of readers) {
          await reader.pull(store);
          const digests = await store.read((s) => s.digests(reader.keys));
          const reckoned = reader.keys.flatMap((key) =>
            [
              ...Map.groupBy(
                reader.held().filter((item) => item.keys.includes(key)),
                ({ type }) => type,
              ),
            ].map(([type, items]) => ({
              key,
              type,
              ...digestOfSet(
                items.map(({ id, version }) => ({ id, ...version })),
                sha256,
              ),
            })),
          );
          const inOrder = (list: readonly { key: string; type: string }[]) =>
            list.toSorted((a, b) => `${a.key} ${a.type}`.localeCompare(`${b.key} ${b.type}`));
          expect(inOrder(reckoned)).toEqual(inOrder(digests));
          expect(reckoned.every(({ key }) => ['own', 'shared'].includes(streamOf(key)))).toBe(true);
        }
        expect(await store.check()).toEqual([]);
      }),
      { numRuns: kind === 'sqlite' ? 25 : 10 },
    );
    await office.end();
  });
});
