import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { drafts } from '#renderer/app/drafts.ts';
import { saved } from '#renderer/app/saved.ts';
import type { Host } from '#shared/contract.ts';
import { ok } from '#shared/result.ts';
import type { KeeperMeans } from './keeper.ts';
import { later, prefer } from './kept.ts';
import { useKept } from './useKept.ts';

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
 * loses none of it. Gives what to call once it was sent.
 */
export function useKeptForm<F extends FieldValues, T = undefined>(
  given: KeptForm<F, T>,
): () => Promise<void> {
  const { name, form } = given;
  const latest = useRef(given);
  latest.current = given;
  const key = `form:${name}`;
  const queries = useQueryClient();
  const { keeper } = useKept<Typed<F, T>>(key, means(key));
  /** Somebody typed, perhaps before what was kept could be read: then that is what goes on. */
  const typing = useRef(false);
  useEffect(() => {
    const keep = () => {
      // As it is stored: what is undefined is absent.
      const now = { values: form.getValues(), over: latest.current.over };
      const typed = typing.current ? JSON.parse(JSON.stringify(now)) : null;
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
      // A change that names no box is the whole form's: it was filled anew, and nothing is typed in it.
      callback: ({ name: box }) => {
        typing.current = box !== undefined;
        keep();
      },
    });
    return () => {
      deaf();
      if (!keeper) saved.done(key);
    };
  }, [keeper, key, form]);
  return async () => {
    keeper?.change(() => ({ typed: null }), 'now');
    await keeper?.flush();
    drafts.close(key);
    await queries.invalidateQueries({ queryKey: ['preferences.get'] });
  };
}
