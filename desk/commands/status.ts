import type { Command } from '#commands/command.ts';
import { hasPassphrase } from '#commands/passphrase.ts';
import { counted } from '#commands/terminal.ts';
import { sentence } from '#shared/errors.ts';
import { fail, ok } from '#shared/result.ts';
import type { Desk } from '../desk.ts';
import { call, folderOf, unlock, withDesk } from './store.ts';
import { syncLines } from './sync-words.ts';

/** What stands in an open store: asked call by call, and only counted there. */
const contents = async (desk: Desk) => {
  const session = await call(desk, 'session.get', {});
  if (!session.ok) return session;
  const received = await call(desk, 'visits.count', { filter: { show: 'received' } });
  if (!received.ok) return received;
  const unfinished = await call(desk, 'visits.count', { filter: { show: 'unfinished' } });
  if (!unfinished.ok) return unfinished;
  const waiting = await call(desk, 'visits.waiting', {});
  if (!waiting.ok) return waiting;
  const latest = await call(desk, 'visits.list', { filter: { show: 'received' }, limit: 1 });
  if (!latest.ok) return latest;
  const suites = await call(desk, 'suites.list', {});
  if (!suites.ok) return suites;
  const people = await call(desk, 'people.list', {});
  if (!people.ok) return people;
  const sync = await call(desk, 'sync.status', {});
  if (!sync.ok) return sync;
  return ok({
    body: session.value.body,
    person: session.value.person.name,
    visits: received.value.count,
    drafts: unfinished.value.count,
    unread: waiting.value.unread,
    answered: waiting.value.answered,
    lastVisit: latest.value.rows[0]?.date ?? null,
    suites: suites.value.length,
    people: people.value.length,
    sync: sync.value,
  });
};

export const status: Command = {
  name: 'status',
  words: [],
  summary: 'What is in this folder: stores, visits, the last one',
  options: {},
  run(given, terminal) {
    return withDesk(folderOf(given), terminal, async (desk) => {
      const found = await call(desk, 'store.status', {});
      if (!found.ok) return found;
      if (found.value.stores.length === 0)
        return fail(
          found.value.ended?.[0]
            ? { tag: 'accessEnded', kept: found.value.ended[0].kept }
            : { tag: 'noStore' },
        );
      const stores = found.value.stores.map((store) => store.name);
      const about = { folder: folderOf(given), version: found.value.version, stores };

      // Without a passphrase and nobody to ask, what stands outside the encryption is still an answer.
      const opened =
        hasPassphrase(given, terminal) || terminal.canAsk ? await unlock(desk, given, terminal) : undefined;
      if (opened && !opened.ok) return opened;
      const inside = opened && (await contents(desk));
      if (inside && !inside.ok) return inside;

      if (terminal.json) {
        await terminal.out(`${JSON.stringify({ ...about, ...inside?.value }, null, 2)}\n`);
        return ok(0);
      }
      await terminal.out(`${counted(stores.length, 'store')} in ${about.folder}: ${stores.join(', ')}\n`);
      if (!inside) {
        terminal.note(`${sentence({ tag: 'locked' })} Set ICV_PASSPHRASE to see what is inside.`);
        return ok(0);
      }
      const { body, visits, drafts, unread, answered, lastVisit, suites, people, sync } = inside.value;
      await terminal.out(
        [
          body,
          `${counted(visits, 'visit')} received, ${counted(drafts, 'draft')} unfinished`,
          `${counted(unread, 'report')} not read yet, ${counted(answered, 'answer')} to a query waiting`,
          lastVisit ? `The last visit was on ${lastVisit}` : 'No visit yet',
          `${counted(suites, 'suite')}, ${counted(people, 'person', 'people')} in the scheme`,
          ...(sync.mode === 'alone' ? [] : syncLines(sync)),
          '',
        ].join('\n'),
      );
      return ok(0);
    });
  },
};
