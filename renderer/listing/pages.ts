import { create } from 'zustand';

/** How far each listing has been turned: the places after which its pages begin, the first one left out. */
export const useTurned = create<{ stacks: Record<string, string[]> }>(() => ({ stacks: {} }));

const turn = (listing: string, stack: string[]) =>
  useTurned.setState(({ stacks }) => ({ stacks: { ...stacks, [listing]: stack } }));

/** The pages of one listing. They are kept while the window is open, so that coming back finds the same page. */
export function usePages(listing: string): {
  after: string | undefined;
  next: (place: string) => void;
  previous: (() => void) | undefined;
} {
  const stack = useTurned(({ stacks }) => stacks[listing]) ?? [];
  return {
    after: stack.at(-1),
    next: (place) => turn(listing, [...stack, place]),
    previous: stack.length > 0 ? () => turn(listing, stack.slice(0, -1)) : undefined,
  };
}
