/** Work that is typed but perhaps not yet saved. */
export type Keeping = {
  /** Sends what is unsaved; true once nothing is. */
  flush(): Promise<boolean>;
  /** Tries again at once, after the store was unlocked. */
  resume(): void;
  stop(): void;
  /** Words that were typed and are not saved. */
  unsaved(): string[];
};

const kept = new Map<string, Keeping>();

/**
 * The drafts open in this window, by name. They outlive the page they are typed on, so that going to another page,
 * or a lock, loses nothing that is still on its way.
 */
export const drafts = {
  find: <K extends Keeping>(name: string): K | undefined => kept.get(name) as K | undefined,
  /** The draft of that name, made now if it is not open yet. */
  open: <K extends Keeping>(name: string, make: () => K): K => {
    const found = (kept.get(name) as K | undefined) ?? make();
    kept.set(name, found);
    return found;
  },
  close: (name: string): void => {
    kept.get(name)?.stop();
    kept.delete(name);
  },
  flush: async (): Promise<boolean> =>
    (await Promise.all([...kept.values()].map((k) => k.flush()))).every(Boolean),
  resume: (): void => {
    for (const keeping of kept.values()) keeping.resume();
  },
  unsaved: (): string[] => [...kept.values()].flatMap((k) => k.unsaved()),
  /** Another person is at work now: what the last one left open here is not theirs. */
  clear: (): void => {
    for (const name of kept.keys()) drafts.close(name);
  },
};
