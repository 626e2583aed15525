import { useEffect } from 'react';
import { drafts } from '#renderer/app/drafts.ts';
import { useRead } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import type { Keeper, KeeperMeans } from '#renderer/editing/keeper.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useKept } from '#renderer/editing/useKept.ts';
import type { Host } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import type { Revision } from '#shared/forms/changes.ts';
import type { Form } from '#shared/forms/definition.ts';
import { differences } from '#shared/forms/differences.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { applyPatch, type MergeGroups, type PatchConflict, same } from '#shared/sync/patch.ts';
import { useFormPlaces } from './addresses.ts';

/** Changes to the form that nobody has published yet. */
export type FormDraft = Revision & {
  /** The version they were begun from. */
  base: string;
  /** Under which they will be published: asked twice, one version. */
  id: string;
  /** What was changed before somebody else published a version, in sentences, to be done again there. */
  earlier: string[];
  /** What was changed in this window while another one changed the form too: one of the two is chosen. */
  contested?: Revision | undefined;
};

/** The order of sections and questions is theirs together, so a form is merged whole. */
const groups: MergeGroups = [['sections']];

/** Under which name the changes are kept among the person's preferences, and among what is open in this window. */
export const formDraftKeys = { visit: 'form', recordCheck: 'checkForm' } as const satisfies Record<
  Form['of'],
  string
>;

export const beginFrom = ({ id, title, sections }: Form, earlier: string[] = []): FormDraft => ({
  base: id,
  id: newRecordId(),
  title,
  sections,
  earlier,
});

/** Keeps what clashed inside the draft, beside what another window wrote. Of all else this window's is the newest. */
const contest = (draft: FormDraft, conflicts: PatchConflict[]): FormDraft => {
  const wanted = (name: 'title' | 'sections') => conflicts.find(({ path }) => path[0] === name);
  const others = conflicts.filter((c) => c !== wanted('title') && c !== wanted('sections'));
  const merged = applyPatch(
    draft,
    others.map(({ path, current, now }) => ({ path, was: current, now })),
    groups,
  ).document;
  if (others.length === conflicts.length) return merged;
  const { title, sections } = draft;
  const contested = { title, sections, ...Object.fromEntries(conflicts.map((c) => [c.path[0], c.now])) };
  return { ...merged, contested: { title: contested.title, sections: contested.sections } };
};

/** What the store holds of the changes; null where there are none. */
const readKept = async (host: Host, of: Form['of']): Promise<Result<FormDraft | null, Failure>> => {
  const preferences = await host.call('preferences.get', {});
  if (!preferences.ok) return preferences;
  return ok((preferences.value[formDraftKeys[of]] as FormDraft | null | undefined) ?? null);
};

/** The changes as the store is to hold them: a form that stands as it was published again is nothing to go on with. */
const toKeep = async (host: Host, draft: FormDraft): Promise<Result<FormDraft | null, Failure>> => {
  const previous = await host.call('forms.get', { id: draft.base });
  if (!previous.ok) return previous;
  const isUntouched =
    !draft.contested && draft.earlier.length === 0 && differences(previous.value, draft).length === 0;
  return ok(isUntouched ? null : draft);
};

/** Whether the store still holds what this window last saw there: another window may have written since. */
const isAsSeen = async (host: Host, of: Form['of'], seen: FormDraft): Promise<Result<boolean, Failure>> => {
  const [kept, was] = [await readKept(host, of), await toKeep(host, seen)];
  if (!kept.ok) return kept;
  return was.ok ? ok(same(kept.value, was.value)) : was;
};

const formMeans = (host: Host, of: Form['of']): KeeperMeans<FormDraft> => {
  let begun: FormDraft | undefined;
  return {
    groups,
    contest,
    later: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    read: async () => {
      const kept = await readKept(host, of);
      if (!kept.ok) return kept;
      if (kept.value) return ok(kept.value);
      const newest = await host.call('forms.get', { of });
      if (!newest.ok) return newest;
      if (begun?.base !== newest.value.id) begun = beginFrom(newest.value);
      return ok(begun);
    },
    send: async (was, now) => {
      const seen = await isAsSeen(host, of, was);
      if (!seen.ok) return seen;
      if (!seen.value) return fail({ tag: 'changedElsewhere', paths: [formDraftKeys[of]] });
      const value = await toKeep(host, now);
      if (!value.ok) return value;
      const answer = await host.call('preferences.set', {
        key: formDraftKeys[of],
        value: value.value as never,
      });
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
  const { of } = useFormPlaces();
  const { keeper, kept, failure } = useKept<FormDraft>(formDraftKeys[of], (host) => formMeans(host, of));
  const draft = kept?.draft;
  const newest = useRead('forms.get', { of });
  const previous = useRead('forms.get', { id: draft?.base }, { wanted: draft !== undefined });
  const isOld =
    draft && previous.data && newest.data && previous.data.id === draft.base && newest.data.id !== draft.base;
  const untouched = isOld && differences(previous.data, draft).length === 0;
  // Who comes back to this window sees what they did in another one meanwhile.
  useEffect(() => {
    const look = () => keeper?.refresh();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [keeper]);
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

/**
 * Whether the changes shown here are all there are. Where another window wrote more, this one reads it and says so:
 * what is published or given up then has been seen.
 */
export const isAllThereIs = async (
  host: Host,
  { keeper, newest: { of } }: Pick<OpenForm, 'keeper' | 'newest'>,
): Promise<boolean> => {
  const saved = await keeper.flush();
  const seen = await isAsSeen(host, of, keeper.get().draft);
  if (saved && seen.ok && seen.value) return true;
  keeper.refresh();
  say('The form was also changed in another window. Look at what changes once more.');
  return false;
};

/** Lets go of the changes, once they are published or given up. */
export const forgetFormDraft = async (host: Host, of: Form['of']) => {
  drafts.close(formDraftKeys[of]);
  return host.call('preferences.set', { key: formDraftKeys[of], value: null });
};
