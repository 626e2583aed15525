import { afterAll, describe, expect, test, vi } from 'vitest';
import { endPostgres } from '#test/postgres.ts';
import { keysOf, newReader, newStoreOffice, newSuite, panelA, panelB } from './store-office.ts';

/** Stands in for the version before, whose rule let nobody of a panel see its suites. */
const rule = vi.hoisted(() => ({ isOlder: false }));
vi.mock('#shared/sync/access.ts', async (original) => {
  const access = await original<typeof import('#shared/sync/access.ts')>();
  return {
    ...access,
    audienceOf: (...given: Parameters<typeof access.audienceOf>) =>
      access
        .audienceOf(...given)
        .filter((key) => !(rule.isOlder && given[0] === 'suite' && key.startsWith('panel:'))),
  };
});

afterAll(endPostgres);

describe.each(['sqlite', 'postgres'] as const)(
  'after an update that changes who sees what, in %s',
  (kind) => {
    test('every record is seen by whom the new rule says, once and by every laptop', async () => {
      rule.isOlder = true;
      const { store, coordinator, north, push, end } = await newStoreOffice(kind);
      const [mine, other] = [
        newSuite(coordinator, { panel: panelA }),
        newSuite(coordinator, { panel: panelB }),
      ];
      await push(coordinator, [mine, other]);
      const reader = newReader(keysOf.visitor(north, panelA));
      await reader.pull(store);
      const suites = () =>
        reader
          .held()
          .filter(({ type }) => type === 'suite')
          .map(({ id }) => id);
      expect(suites()).not.toContain(mine.record);

      rule.isOlder = false;
      const lookThrough = async (version: string) => {
        while (await store.inOrder((s) => s.lookAgain(version)));
      };
      await lookThrough('2.0.0');
      await reader.pull(store);
      expect(suites()).toContain(mine.record);
      expect(suites()).not.toContain(other.record);
      expect(await store.check()).toEqual([]);

      const head = await store.read((s) => s.head());
      await lookThrough('2.0.0');
      await lookThrough('3.0.0');
      expect(await store.read((s) => s.head())).toEqual(head);
      await end();
    });
  },
);
