import type { Change, OfficeState, Sender } from './state.ts';

/** How many missing numbers are told apart one by one: a gap beyond any real one is a hostile message. */
const told = 10_000;

/**
 * Notes the number of a change of the sender's own device, which shows gaps and never delays. `early` where the change
 * waits for the one before it to the same record: until that has its final answer, or can never come, since every
 * number before this one has come or was declared void. What follows a refused change is decided on its own merits.
 * `reused` where another change had the number: then the store is a copy. One that was held had its own.
 */
export const arrive = (
  state: OfficeState,
  sender: Sender,
  { id, device, number, after }: Change,
): 'now' | 'early' | 'reused' => {
  const isPending = after !== null && !state.answered.get(after);
  const numbers = device === sender.device ? state.numbers.get(device) : undefined;
  if (!numbers) return isPending ? 'early' : 'now';
  const { highest, missing } = numbers;
  if (number > highest) {
    for (let n = Math.max(highest + 1, number - told); n < number; n++) missing.add(n);
    numbers.highest = number;
  } else if (!missing.delete(number) && !isPending && !isHeld(state, id)) return 'reused';
  if (!isPending || isHeld(state, after)) return isPending ? 'early' : 'now';
  return [...missing].some((n) => n < number) ? 'early' : 'now';
};

/** Whether a change is held itself: it came, and waits for another. */
const isHeld = (state: OfficeState, id: string): boolean =>
  [...state.waiting.values()].some((held) => held.some(({ change }) => change.id === id));
