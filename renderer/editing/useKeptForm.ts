import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { saved } from '#renderer/app/saved.ts';
import type { Host } from '#shared/contract.ts';
import { ok } from '#shared/result.ts';
import { same } from '#shared/sync/patch.ts';
import type { KeeperMeans } from './keeper.ts';
import { later, prefer } from './kept.ts';
import { useKept, useLetGo } from './useKept.ts';

/** What stands in the boxes of a form, and the record that they were filled from; nothing where nothing was typed. */
type Typed<F, T> = { typed: { values: F; over: T | undefined } | null };

const means =
  <F, T>(key: string) =>
  (host: Host): KeeperMeans<Typed<F, T>> => ({
    groups: [],
    later,
    contest: (draft) => draft,
    read: async () => {
      const kept = await host.call('preferences.get', {});
      return kept.ok ? ok({ typed: (kept.value[key] as Typed<F, T>['typed'] | undefined) ?? null }) : kept;
    },
    send: (_, { typed }) => prefer(host, key, typed),
  });

/** As it is stored: what is undefined is absent. */
const asStored = <V>(value: V): V => JSON.parse(JSON.stringify(value)) as V;

type KeptForm<F extends FieldValues, T> = {
  /** What the form is for, and the id of its record: one name, one form. */
  name: string;
  form: UseFormReturn<F>;
  /** The record that the boxes were filled from, where there is one. */
  over?: T | undefined;
  /** What was typed before comes back: over which record it was typed. */
  onBack?: (over: T | undefined) => void;
};

/**
 * Keeps what is typed in a form that counts only once its button is pressed, so that closing the window, or a lock,
 * loses none of it. Gives what to call once it was sent, with what a form that stays open holds then: where somebody typed
 * on while it was on its way, that stands instead, and it says so.
 */
export function useKeptForm<F extends FieldValues, T = undefined>(
  given: KeptForm<F, T>,
): (next?: F) => Promise<boolean> {
  const { name, form, over } = given;
  const latest = useRef(given);
  latest.current = given;
  const key = `form:${name}`;
  const queries = useQueryClient();
  const { keeper } = useKept<Typed<F, T>>(key, means(key));
  /** Somebody typed, perhaps before what was kept could be read: then that is what goes on. */
  const typing = useRef(false);
  /** What stood in the boxes as their button was pressed. */
  const pressed = useRef<F>(undefined);
  const { isSubmitting } = form.formState;
  useLayoutEffect(() => {
    pressed.current = isSubmitting ? asStored(form.getValues()) : undefined;
  }, [isSubmitting, form]);
  const letGo = useLetGo(key, keeper, ({ typed }) => typed === null);
  useEffect(() => {
    const keep = () => {
      const typed = typing.current ? asStored({ values: form.getValues(), over }) : null;
      if (keeper) keeper.change(() => ({ typed }), 'soon');
      // What is typed before it is known what was kept waits with it: it must not be called saved meanwhile.
      else if (typed) saved.waiting(key);
      else saved.done(key);
    };
    const before = keeper?.get().draft.typed;
    if (typing.current) keep();
    else if (before) {
      latest.current.onBack?.(before.over);
      form.reset(before.values, { keepDefaultValues: true });
      typing.current = true;
    }
    const deaf = form.subscribe({
      formState: { values: true },
      // A change that names no box is the whole form's: filled anew it has nothing typed in it, unless that lies over it.
      callback: ({ name: box }) => {
        const filled: unknown = asStored(form.control._defaultValues);
        typing.current = box !== undefined || !same(asStored<unknown>(form.getValues()), filled);
        keep();
      },
    });
    return () => {
      deaf();
      if (!keeper) saved.done(key);
    };
  }, [keeper, key, form, over]);
  return async (next) => {
    if (next && pressed.current && !same(asStored(form.getValues()), pressed.current)) return false;
    if (next) form.reset(next);
    typing.current = false;
    keeper?.change(() => ({ typed: null }), 'now');
    await keeper?.flush();
    letGo();
    await queries.invalidateQueries({ queryKey: ['preferences.get'] });
    return true;
  };
}
