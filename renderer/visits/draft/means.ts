import type { KeeperMeans } from '#renderer/editing/keeper.ts';
import { later, prefer } from '#renderer/editing/kept.ts';
import type { Host } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { registry } from '#shared/records/registry.ts';
import type { Visit } from '#shared/records/visit.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { applyPatch, diff, type Patch, same } from '#shared/sync/patch.ts';
import { contest, type Draft, draftGroups, nothingAside } from './draft.ts';

/** The name under which what stands beside a draft is kept among the person's preferences. */
const asideKey = (id: string) => `unread:${id}`;
/** The name under which a correction that is not made yet is kept. */
export const correctionKey = (id: string) => `correction:${id}`;

const groups = registry.visit.groups;

/** What the store holds of a report and of one preference. */
const readBoth = async (
  host: Host,
  id: string,
  key: string,
): Promise<Result<{ visit: Visit; kept: unknown }, Failure>> => {
  const [visit, preferences] = await Promise.all([
    host.call('visits.get', { id }),
    host.call('preferences.get', {}),
  ]);
  if (!visit.ok) return fail(visit.error);
  if (!preferences.ok) return fail(preferences.error);
  return ok({ visit: visit.value.visit, kept: preferences.value[key] });
};

/** A draft report: its answers are the report's own, what cannot stand in it is kept beside it. */
export const reportMeans = (host: Host, id: string): KeeperMeans<Draft> => ({
  groups: draftGroups,
  contest,
  later,
  read: async () => {
    const both = await readBoth(host, id, asideKey(id));
    if (!both.ok) return both;
    const aside = (both.value.kept as Draft['aside'] | null | undefined) ?? nothingAside;
    return ok({ visit: both.value.visit, aside });
  },
  // What stands beside goes first: a value taken out of the report is then never nowhere.
  send: async (was, now) => {
    if (!same(was.aside, now.aside)) {
      const kept = await prefer(host, asideKey(id), same(now.aside, nothingAside) ? null : now.aside);
      if (!kept.ok || same(was.visit, now.visit)) return kept;
    }
    return host.call('visits.save', { id, patch: diff(was.visit, now.visit, groups) });
  },
});

type Kept = { changes: Patch; reason: string; aside: Draft['aside'] };

/** A correction while it is written: nothing of it touches the report the office has before it is made. */
export const correctionMeans = (host: Host, id: string): KeeperMeans<Draft> => {
  let received: Visit | undefined;
  return {
    groups: draftGroups,
    contest,
    later,
    read: async () => {
      const both = await readBoth(host, id, correctionKey(id));
      if (!both.ok) return both;
      received = both.value.visit;
      const kept = both.value.kept as Kept | null | undefined;
      const { document, conflicts } = applyPatch(received, kept?.changes ?? [], groups);
      const clashes = conflicts
        .filter((c) => !same(c.was, c.now))
        .map((c) => ({ ...c, path: ['visit', ...c.path] }));
      const draft = { visit: document, aside: kept?.aside ?? nothingAside, reason: kept?.reason ?? '' };
      return ok(clashes.length > 0 ? contest(draft, clashes) : draft);
    },
    send: (_, now) => {
      const kept: Kept = {
        changes: diff(received, now.visit, groups),
        reason: now.reason ?? '',
        aside: now.aside,
      };
      return prefer(host, correctionKey(id), kept);
    },
  };
};
