import { afterAll, describe, expect, test, vi } from 'vitest';
import { markId, markOf } from '#shared/cases/mark.ts';
import { type CaseFile, newCase } from '#shared/records/case-file.ts';
import { keysHeldBy } from '#shared/sync/access.ts';
import { freshId } from '#test/hub-store.ts';
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
/** The version before counted no confidential case. */
vi.mock('#shared/sync/marks.ts', async (original) => {
  const marks = await original<typeof import('#shared/sync/marks.ts')>();
  return {
    ...marks,
    markAfter: (...given: Parameters<typeof marks.markAfter>) =>
      rule.isOlder ? new Map() : marks.markAfter(...given),
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

    test('confidential cases that it did not count have their marks, once, also where that was cut short', async () => {
      rule.isOlder = true;
      const { store, end } = await newStoreOffice(kind);
      const of = (more: Partial<CaseFile>): CaseFile => ({
        ...newCase({ id: freshId(), kind: 'enquiry', received: '2026-05-04' }),
        ...more,
      });
      const [reader, reopened] = [freshId(), '2026-05-06'];
      const [kept, open] = [of({ confidential: { readers: [reader] } }), of({})];
      const changed = of({ confidential: { readers: [reader] } });
      const stale = markOf({ ...changed, acknowledged: { on: reopened } } as CaseFile);
      await store.inOrder(async (s) => {
        for (const one of [kept, open, changed]) await s.make(null, 'caseFile', one);
        await s.make(null, 'caseMark', stale);
      });
      const cass = newReader(
        keysHeldBy({ id: freshId(), name: 'Cass', roles: ['caseworker'] }, '2026-05-04'),
      );
      await cass.pull(store);
      const marks = () => cass.held().filter(({ type }) => type === 'caseMark');
      expect(marks().map(({ document }) => document)).toEqual([stale]);

      rule.isOlder = false;
      const remedy = 'end every hub of an older version, then start "hub serve" again, which puts it right.';
      expect(await store.check()).toEqual([
        `2 confidential cases are not counted as they are now kept: ${remedy}`,
      ]);
      const before = await store.read((s) => s.document('caseFile', kept.id));
      const killed = store.inOrder(async (s) => {
        await s.lookAgain('2.0.0');
        throw new Error('killed');
      });
      await expect(killed).rejects.toThrow('killed');
      while (await store.inOrder((s) => s.lookAgain('2.0.0')));
      await cass.pull(store);
      expect(new Map(marks().map(({ id, document }) => [id, document]))).toEqual(
        new Map([kept, changed].map((one) => [markId(one.id), markOf(one)])),
      );
      expect(await store.read((s) => s.document('caseFile', kept.id))).toEqual(before);
      const { n } = await store.read((s) => s.head());
      for (const version of ['2.0.0', '3.0.0']) while (await store.inOrder((s) => s.lookAgain(version)));
      expect((await store.read((s) => s.head())).n).toBe(n);

      // An older hub that is still running beside it takes a case, and destroys another: the next start looks at those.
      rule.isOlder = true;
      const late = of({ confidential: { readers: [reader] } });
      await store.inOrder(async (s) => {
        await s.make(null, 'caseFile', late);
        await s.purge('caseFile', kept.id, '2026-05-07T10:00:00.000Z');
      });
      rule.isOlder = false;
      expect(await store.check()).toEqual([
        `1 confidential case is not counted as it is now kept: ${remedy}`,
        `1 confidential case was destroyed and left its mark: ${remedy}`,
      ]);
      while (await store.inOrder((s) => s.lookAgain('3.0.0')));
      await cass.pull(store);
      expect(new Map(marks().map(({ id, document }) => [id, document]))).toEqual(
        new Map([changed, late].map((one) => [markId(one.id), markOf(one)])),
      );
      expect(await store.inOrder((s) => s.lookAgain('3.0.0'))).toBe(false);
      expect(await store.check()).toEqual([]);
      await end();
    });
  },
);
