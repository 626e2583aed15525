import type { Person } from '#shared/records/person.ts';
import type { RecordType } from '#shared/records/types.ts';
import { keysHeldBy } from '#shared/sync/access.ts';
import type { StreamItem } from '#shared/sync/wire.ts';
import type { HubRead } from './port.ts';

/** What a visit can be written with before the first sync: who one is, the settings, the form, whom and what one visits. */
const types: readonly RecordType[] = ['setting', 'form', 'person', 'panel', 'suite'];

type Put = Extract<StreamItem, { kind: 'put' }>;

/** What a person's store begins with, of what their keys lead to; their own record is in it whatever they hold. */
export const beginningOf = async (store: HubRead, person: Person, today: string): Promise<StreamItem[]> => {
  const found = new Map<string, Put>();
  for (const key of keysHeldBy(person, today))
    for (const type of types)
      for (let after: string | null = null; ; ) {
        const page: Awaited<ReturnType<HubRead['set']>> = await store.set(key, type, after);
        for (const item of page.items)
          if (item.kind === 'put') found.set(item.id, both(found.get(item.id), item));
        if (page.next === null) break;
        after = page.next;
      }
  return [...found.values()];
};

const both = (before: Put | undefined, item: Put): Put => ({
  ...item,
  keys: [...new Set([...(before?.keys ?? []), ...item.keys])].sort(),
});
