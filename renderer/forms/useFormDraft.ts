import { useEffect } from 'react';
import { drafts } from '#renderer/app/drafts.ts';
import { useRead } from '#renderer/app/host.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import type { Keeper, KeeperMeans } from '#renderer/visits/draft/keeper.ts';
import { useKept } from '#renderer/visits/draft/useKept.ts';
import type { Host } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import type { Revision } from '#shared/forms/changes.ts';
import type { Form } from '#shared/forms/definition.ts';
import { differences } from '#shared/forms/differences.ts';
import { ok } from '#shared/result.ts';
import { applyPatch } from '#shared/sync/patch.ts';

/** Changes to the form that nobody has published yet. */
export type FormDraft = Revision & {
  /** The version they were begun from. */
  base: string;
  /** Under which they will be published: asked twice, one version. */
  id: string;
  /** What was changed before somebody else published a version, in sentences, to be done again there. */
  earlier: string[];
};

/** Under which name the changes are kept among the person's preferences, and among what is open in this window. */
export const formDraftKey = 'form';

export const beginFrom = ({ id, title, sections }: Form, earlier: string[] = []): FormDraft => ({
  base: id,
  id: newRecordId(),
  title,
  sections,
  earlier,
});

const formMeans = (host: Host): KeeperMeans<FormDraft> => {
  let begun: FormDraft | undefined;
  return {
    groups: [['sections']],
    // Another window of the same person changed it too: what is typed here is the newest.
    contest: (draft, conflicts) =>
      applyPatch(
        draft,
        conflicts.map(({ path, current, now }) => ({ path, was: current, now })),
        [['sections']],
      ).document,
    later: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    read: async () => {
      const preferences = await host.call('preferences.get', {});
      if (!preferences.ok) return preferences;
      const kept = preferences.value[formDraftKey] as FormDraft | null | undefined;
      if (kept) return ok(kept);
      const newest = await host.call('forms.get', {});
      if (!newest.ok) return newest;
      if (begun?.base !== newest.value.id) begun = beginFrom(newest.value);
      return ok(begun);
    },
    // A form that stands as it was published again is nothing to go on with.
    send: async (_, now) => {
      const previous = await host.call('forms.get', { id: now.base });
      if (!previous.ok) return previous;
      const untouched = now.earlier.length === 0 && differences(previous.value, now).length === 0;
      const value = untouched ? null : (now as never);
      const answer = await host.call('preferences.set', { key: formDraftKey, value });
      return answer.ok ? ok({ savedAt: new Date().toISOString() }) : answer;
    },
  };
};

export type OpenForm = {
  draft: FormDraft;
  /** The version that the changes were begun from, and the newest there is. */
  previous: Form;
  newest: Form;
  keeper: Keeper<FormDraft>;
  /** Changes what is kept; `soon` while somebody types. */
  change(edit: (revision: Revision) => Revision, when?: 'now' | 'soon'): void;
};

/** The changes to the form that are being made, kept until they are published or given up. */
export function useFormDraft(): { open: OpenForm | null; failure: Failure | null } {
  const { keeper, kept, failure } = useKept<FormDraft>(formDraftKey, formMeans);
  const draft = kept?.draft;
  const newest = useRead('forms.get', {});
  const previous = useRead('forms.get', { id: draft?.base }, { wanted: draft !== undefined });
  const isOld =
    draft && previous.data && newest.data && previous.data.id === draft.base && newest.data.id !== draft.base;
  const untouched = isOld && differences(previous.data, draft).length === 0;
  // Where nothing is changed yet there is nothing to lose to a newer version.
  useEffect(() => {
    if (untouched) keeper?.refresh();
  }, [untouched, keeper]);
  const open =
    keeper && draft && newest.data && previous.data
      ? {
          draft,
          previous: previous.data,
          newest: newest.data,
          keeper,
          change: (edit: (revision: Revision) => Revision, when: 'now' | 'soon' = 'now') =>
            keeper.change((was) => ({ ...was, ...edit(was) }), when),
        }
      : null;
  return { open, failure: failure ?? newest.error ?? previous.error };
}

/** Lets go of the changes, once they are published or given up. */
export const forgetFormDraft = async (host: Host) => {
  // What still waits to be kept would come back after it was let go.
  await drafts.find(formDraftKey)?.flush();
  drafts.close(formDraftKey);
  return host.call('preferences.set', { key: formDraftKey, value: null });
};
