import type { CallName } from '#shared/contract.ts';
import { dice } from './simulate/dice.ts';

/** What answers calls: the host of a window, or a desk. */
type Calls = (name: CallName, ...asked: unknown[]) => Promise<unknown>;

const [seed, most = 300] = (process.env.ICV_SLOW || undefined)?.split(':').map(Number) ?? [];
const { below } = dice(seed ?? 0);
let next = 0;

const until = (time: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, time - performance.now())));

/**
 * A laptop with much to do, where `ICV_SLOW=seed` or `ICV_SLOW=seed:milliseconds` asks for it: each call is made a while
 * later, in the order in which they were asked, and its answer takes a while longer, so that others overtake it.
 */
export const slowly = <C>(call: C): C =>
  seed === undefined
    ? call
    : ((async (...asked) => {
        next = Math.max(next, performance.now() + below(most));
        await until(next);
        const answer = await (call as Calls)(...asked);
        await until(performance.now() + below(most));
        return answer;
      }) satisfies Calls as C);
