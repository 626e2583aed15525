import { describe, expect, it } from 'vitest';
import { newHub } from './office.ts';

/** `ICV_RECORDS=100000 npx vitest run test/scenario/sync/first-sync.test.ts` is the long run. */
const records = Number(process.env.ICV_RECORDS ?? 1_500);

describe('a first sync of everything there is', () => {
  it('brings every record to a new coordinator, page by page, and agrees by count and digest', async () => {
    const office = await newHub();
    try {
      for (let from = 0; from < records; from += 500)
        await office.hub.store.inOrder(async (write) => {
          for (let i = from; i < Math.min(records, from + 500); i += 1) {
            const id = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
            const document = {
              id,
              name: `Suite ${i}`,
              panel: office.simulated.panels[0],
              statuses: [],
              targets: [],
            };
            await write.make(null, 'suite', document as never);
          }
        });
      const clara = await office.join('Clara', 'coordinator');
      const status = await clara.sync({ check: true });
      expect(status.kind).toBe('done');
      expect(await office.failures()).toEqual([]);
    } finally {
      await office.end();
    }
  });
});
