import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
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

/** What became of a form under its name since it was opened. */
type Since = { key: string; became: 'untouched' | 'typed' | 'sent' };

/**
 * Keeps what is typed in a form that counts only once its button is pressed, so that closing the window, or a lock,
 * loses none of it. Gives what to call once it was sent, with what a form that stays holds then; it says whether nothing
 * was typed since.
 */
export function useKeptForm<F extends FieldValues, T = undefined>(
  given: KeptForm<F, T>,
): (next?: F) => Promise<boolean> {
  const { name, form, over } = given;
  const key = `form:${name}`;
  const queries = useQueryClient();
  const { keeper } = useKept<Typed<F, T>>(key, means(key));
  const latest = useRef({ onBack: given.onBack, keeper });
  latest.current = { onBack: given.onBack, keeper };
  const since = useRef<Since>({ key, became: 'untouched' });
  const letGo = useLetGo<Typed<F, T>>(key, ({ typed }) => typed === null);
  useEffect(() => {
    if (since.current.key !== key) since.current = { key, became: 'untouched' };
    const own = since.current;
    const keep = () => {
      const typed = own.became === 'typed' ? asStored({ values: form.getValues(), over }) : null;
      if (keeper) keeper.change(() => ({ typed }), 'soon');
      // What is typed before it is known what was kept waits with it: it must not be called saved meanwhile.
      else if (typed) saved.waiting(key);
      else saved.done(key);
    };
    const bringBack = () => {
      const before = keeper?.get().draft.typed;
      if (!before) return;
      latest.current.onBack?.(before.over);
      form.reset(before.values, { keepDefaultValues: true });
    };
    const deaf = form.subscribe({
      formState: { values: true },
      // A change that names no box is the whole form's: filled anew it has nothing typed in it, unless that lies over it.
      callback: ({ name: box }) => {
        const filled: unknown = asStored(form.control._defaultValues);
        if (box !== undefined || !same(asStored<unknown>(form.getValues()), filled)) own.became = 'typed';
        else if (own.became === 'typed') own.became = 'untouched';
        keep();
      },
    });
    // Whoever typed, or sent the form, before it was known what was kept from earlier goes on with that.
    let gone = false;
    if (own.became !== 'untouched') keep();
    // Of a row that was just added to a list, or taken from it, the form tells only after this.
    else
      queueMicrotask(() => {
        if (!gone && own.became === 'untouched') bringBack();
      });
    return () => {
      gone = true;
      deaf();
      if (!keeper) saved.done(key);
    };
  }, [keeper, key, form, over]);
  return async (next) => {
    const own = since.current;
    if (next) form.reset(next);
    own.became = 'sent';
    // As it is now: what was kept may have been read only while the form was on its way.
    const { keeper } = latest.current;
    keeper?.change(() => ({ typed: null }), 'now');
    await keeper?.flush();
    letGo();
    await queries.invalidateQueries({ queryKey: ['preferences.get'] });
    return own.became === 'sent';
  };
}
