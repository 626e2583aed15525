import type { KeeperMeans } from '#renderer/editing/keeper.ts';
import { later, prefer } from '#renderer/editing/kept.ts';
import type { Host } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import type { RecordCheck } from '#shared/records/record-check.ts';
import { registry } from '#shared/records/registry.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { applyPatch, diff, type Patch, type PatchConflict, same } from '#shared/sync/patch.ts';
import { type CheckDraft, draftGroups } from './draft.ts';

const { groups } = registry.recordCheck;
const unreadKey = (id: string) => `unread:${id}`;
/** The name under which a correction that is not made yet is kept. */
export const correctionKey = (id: string) => `correction:${id}`;

/** One person writes a check. Where two of their windows changed the same place, the window that is written in is the newer. */
const newest = (draft: CheckDraft, conflicts: PatchConflict[]): CheckDraft =>
  applyPatch(draft, conflicts.map((c) => ({ ...c, was: c.current })) as never, draftGroups).document;

const readBoth = async (
  host: Host,
  id: string,
  key: string,
): Promise<Result<{ check: RecordCheck; kept: unknown }, Failure>> => {
  const [check, preferences] = await Promise.all([
    host.call('checks.get', { id }),
    host.call('preferences.get', {}),
  ]);
  if (!check.ok) return fail(check.error);
  if (!preferences.ok) return fail(preferences.error);
  return ok({ check: check.value.check, kept: preferences.value[key] });
};

/** A draft check: its answers are the check's own, what cannot stand in it is kept beside it. */
export const checkMeans = (host: Host, id: string): KeeperMeans<CheckDraft> => ({
  groups: draftGroups,
  contest: newest,
  later,
  read: async () => {
    const both = await readBoth(host, id, unreadKey(id));
    if (!both.ok) return both;
    const unread = (both.value.kept as CheckDraft['unread'] | null | undefined) ?? {};
    return ok({ check: both.value.check, unread });
  },
  // What stands beside goes first: a value taken out of the check is then never nowhere.
  send: async (was, now) => {
    if (!same(was.unread, now.unread)) {
      const isEmpty = Object.keys(now.unread).length === 0;
      const kept = await prefer(host, unreadKey(id), isEmpty ? null : now.unread);
      if (!kept.ok || same(was.check, now.check)) return kept;
    }
    return host.call('checks.save', { id, patch: diff(was.check, now.check, groups) });
  },
});

type Kept = { changes: Patch; reason: string; unread: CheckDraft['unread'] };

/** A correction while it is written: nothing of it touches the check that is done before it is made. */
export const correctionMeans = (host: Host, id: string): KeeperMeans<CheckDraft> => {
  let done: RecordCheck | undefined;
  return {
    groups: draftGroups,
    contest: newest,
    later,
    read: async () => {
      const both = await readBoth(host, id, correctionKey(id));
      if (!both.ok) return both;
      done = both.value.check;
      const kept = both.value.kept as Kept | null | undefined;
      const { document } = applyPatch(done, kept?.changes ?? [], groups);
      return ok({ check: document, unread: kept?.unread ?? {}, reason: kept?.reason ?? '' });
    },
    send: (_, now) => {
      const changes = done ? diff(done, now.check, groups) : [];
      const reason = now.reason ?? '';
      const isEmpty = changes.length === 0 && reason === '' && Object.keys(now.unread).length === 0;
      return prefer(host, correctionKey(id), isEmpty ? null : { changes, reason, unread: now.unread });
    },
  };
};
