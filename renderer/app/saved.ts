import { create } from 'zustand';
import type { Failure } from '#shared/errors.ts';

/** What the status strip says of this laptop. Everybody who saves tells it, nobody else decides it. */
type SavedState = {
  /** When something was last acknowledged as saved, as the store says. */
  at: string | null;
  /** Who has something that is not yet acknowledged, and what stands in its way. */
  unsaved: Record<string, Failure | null>;
};

export const useSaved = create<SavedState>(() => ({ at: null, unsaved: {} }));

const time = (value: unknown): string | undefined =>
  value && typeof value === 'object' && 'savedAt' in value ? String(value.savedAt) : undefined;

export const saved = {
  /** An answer came; one that says when something was saved moves the clock in the strip. */
  heard: (answer: unknown): void => {
    const at = time(answer);
    if (at) useSaved.setState({ at });
  },
  /** Something was typed that no answer has acknowledged yet; `failure` where a first try went wrong. */
  waiting: (who: string, failure: Failure | null = null): void =>
    useSaved.setState(({ unsaved }) => ({ unsaved: { ...unsaved, [who]: failure } })),
  /** Everything typed there has been acknowledged. */
  done: (who: string): void => useSaved.setState(({ unsaved: { [who]: _, ...rest } }) => ({ unsaved: rest })),
};
