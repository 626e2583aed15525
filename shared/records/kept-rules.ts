import { same } from '#shared/sync/patch.ts';
import { type LifeRules, newItems } from './life-rules.ts';

type Entry = { id: string; by?: string };

/** The places of a record to which things are only added, and those that may be written again. */
type Places<D> = {
  readonly grows?: readonly (keyof D & string)[];
  readonly free?: readonly (keyof D & string)[];
};

const entriesIn = (document: object | undefined, place: string): readonly Entry[] =>
  ((document as Record<string, unknown> | undefined)?.[place] ?? []) as readonly Entry[];

/**
 * The rules of what stands as it was written: a letter, a note, what was said of a recommendation. Nothing of it is
 * written again but what is `free`; to what `grows` things are added, by whoever says them.
 */
export const keptRules = <D extends { id: string }>({ grows = [], free = [] }: Places<D>): LifeRules<D> => ({
  objection: (before, after) => {
    if (!before) return undefined;
    const places = new Set([...Object.keys(before), ...Object.keys(after)]);
    const isKept = [...places].every((place) => {
      if ((free as readonly string[]).includes(place)) return true;
      if ((grows as readonly string[]).includes(place))
        return newItems(entriesIn(before, place), entriesIn(after, place)) !== undefined;
      return same((before as Record<string, unknown>)[place], (after as Record<string, unknown>)[place]);
    });
    return isKept ? undefined : 'kept';
  },
  onward: (_, changes) => changes,
  isBy: (by, before, after) => {
    const author = (after as { by?: string }).by;
    if (!before && author !== undefined && author !== by) return false;
    return grows.every((place) =>
      entriesIn(after, place)
        .slice(entriesIn(before, place).length)
        .every((entry) => entry.by === undefined || entry.by === by),
    );
  },
  receive: (document) => document,
  series: '',
  numberedFrom: () => undefined,
});
