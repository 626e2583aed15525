import { zodResolver } from '@hookform/resolvers/zod';
import type { BaseSyntheticEvent } from 'react';
import { useEffect, useState } from 'react';
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { here } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { applyPatch, diff, type Patch, type PatchConflict, read, same } from '#shared/sync/patch.ts';
import { useKeptForm } from './useKeptForm.ts';

type Editing<T extends object, F extends FieldValues> = {
  /** What is edited, such as `suite` and its id, or `suite new`: what was typed and not saved is kept under it. */
  name: string;
  /** The record as it stands; undefined for one that is only being made. */
  record: T | undefined;
  schema: z.ZodType<F, F>;
  toForm: (record: T | undefined) => F;
  /** What was typed as a record; `base` is the record it was typed into, whose other fields are kept. */
  fromForm: (typed: F, base: T | undefined) => T;
  save: (patch: Patch) => Promise<Result<unknown, Failure>>;
  /** Asks for the record as it stands now, after somebody else changed it. */
  reload: () => Promise<Result<T | undefined, Failure>>;
  onSaved?: () => void;
};

export type Edited<F extends FieldValues> = {
  form: UseFormReturn<F>;
  submit: (event?: BaseSyntheticEvent) => Promise<void>;
  failure: Failure | null;
  /** There is a record already: what is typed on while it is saved stands over it, and is saved the next time. */
  open: boolean;
  /** What somebody else changed at the same places meanwhile; what was typed still stands in the form. */
  taken: readonly PatchConflict[];
};

/**
 * A form over one record, saved by a button. What is sent is the difference between the record that was loaded and
 * what stands in the form, so that two people's changes to different answers both stand. Nothing typed is lost when
 * somebody else was quicker: the form then lies over the newer record, and saving again settles it.
 */
export function useEdited<T extends object, F extends FieldValues>(editing: Editing<T, F>): Edited<F> {
  const { name, record, schema, toForm, fromForm, save, reload, onSaved } = editing;
  const [base, setBase] = useState(record);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [taken, setTaken] = useState<readonly PatchConflict[]>([]);
  const form = useForm<F>({
    resolver: zodResolver(schema),
    defaultValues: toForm(record) as DefaultValues<F>,
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { isDirty } = form.formState;
  // What was typed comes back over the record it was typed over, so that what others changed since is not undone.
  const sent = useKeptForm<F, T>({ name, form, over: base, onBack: setBase });

  const lieOver = (newer: T | undefined) => {
    const boxes = toForm(newer);
    setBase(newer);
    // Boxes that hold it already are left as they are: those of a list would be built anew under whoever is at them.
    form.reset(boxes, { keepValues: same(form.getValues(), boxes) });
  };

  // A form in which nothing is typed shows the record as it stands; one with something typed is left alone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new record is a reason to look again
  useEffect(() => {
    if (!isDirty && !same(record, base)) lieOver(record);
  }, [record]);

  const submit = form.handleSubmit(async (typed) => {
    setFailure(null);
    setTaken([]);
    const now = fromForm(typed as F, base);
    const pressed = structuredClone(form.getValues());
    const stays = here();
    const patch = diff(base, now);
    if (patch.length === 0) {
      await sent();
      return say('Already saved');
    }
    const answer = await save(patch);
    if (answer.ok) {
      // Somebody who typed on, or went on, meanwhile is not fetched back to what was saved.
      if (record && !same(form.getValues(), pressed)) {
        setBase(now);
        form.reset(toForm(now), { keepValues: true, keepDirty: true });
        return say('Saved');
      }
      lieOver(now);
      const isDone = await sent();
      say('Saved');
      return isDone && stays() ? onSaved?.() : undefined;
    }
    if (answer.error.tag !== 'changedElsewhere') return setFailure(answer.error);
    const reloaded = await reload();
    if (!reloaded.ok) return setFailure(reloaded.error);
    const newer = reloaded.value;
    if (!newer) return setFailure(answer.error);
    setTaken(applyPatch(newer, patch).conflicts);
    lieOver(newer);
    form.reset(toForm(insisted(newer, patch)), { keepDefaultValues: true });
  });
  return { form, submit, failure, open: record !== undefined, taken };
}

/** The newer record with everything that was typed in it, also where both changed the same place. */
const insisted = <T>(newer: T, patch: Patch): T =>
  applyPatch(
    newer,
    patch.map(({ path, now }) => {
      const was = read(newer, path);
      return { path, ...(was !== undefined && { was }), ...(now !== undefined && { now }) };
    }),
  ).document;
