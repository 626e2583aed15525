import type { Transport, TransportFailure } from '#desk/sync/port.ts';
import type { Message, MessageName, Reply } from '#shared/sync/wire.ts';
import type { Clock } from './clock.ts';
import type { Dice } from './dice.ts';

/** Who asks: the device with its key and token, or nobody yet. */
export type Caller = Parameters<Transport['ask']>[2];
export type Answered<N extends MessageName> =
  | { ok: true; value: Reply<N> }
  | { ok: false; why: TransportFailure };
/** What answers at the other end; `hubDown` while it is. */
export type FarEnd = {
  ask<N extends MessageName>(name: N, input: Message<N>, caller: Caller): Promise<Answered<N>>;
};

/** How bad a line is: what happens once in so many messages, or never where it is 0. */
export type Weather = {
  lost: number;
  torn: number;
  answerLost: number;
  twice: number;
  late: number;
  black: boolean;
};
export const calm: Weather = { lost: 0, torn: 0, answerLost: 0, twice: 0, late: 0, black: false };
export const stormy: Weather = { lost: 8, torn: 12, answerLost: 8, twice: 10, late: 6, black: false };

/** How long nothing may come before a desk gives a request up, in milliseconds. */
const stall = 30_000;

/**
 * The line between one laptop and the hub. It loses what is sent before and after the hub has had it, tears answers,
 * lets the same message arrive a second time, later than what was sent after it, and goes black.
 */
export const line = (
  clock: Clock,
  dice: Dice,
  far: FarEnd,
  weather: () => Weather,
  tell: (what: string) => void = () => undefined,
): Transport => {
  const happens = (times: number) => times > 0 && dice.onceIn(times);
  const asked = async <N extends MessageName>(name: N, input: Message<N>, caller: Caller) => {
    // What travels is a copy: neither end may see what the other does to it afterwards.
    const answer = await clock.during(() => far.ask(name, structuredClone(input), structuredClone(caller)));
    return structuredClone(answer);
  };
  const failed = (why: TransportFailure) => ({ ok: false, why }) as const;

  return {
    ask: async (name, input, caller) => {
      const w = weather();
      await clock.wait(5 + dice.below(40));
      if (w.black) {
        await clock.wait(stall);
        return failed({ tag: 'stalled' });
      }
      if (happens(w.lost)) {
        tell(`${name}: lost on the way`);
        return failed({ tag: dice.onceIn(2) ? 'noNetwork' : 'hubDown' });
      }
      if (happens(w.late)) await clock.wait(dice.below(20_000));
      if (happens(w.twice)) {
        tell(`${name}: will arrive again`);
        const [again, by] = [structuredClone(input), structuredClone(caller)];
        void clock.wait(dice.below(60_000)).then(() => asked(name, again, by));
      }
      const answer = await asked(name, input, caller);
      await clock.wait(5 + dice.below(40));
      if (happens(w.answerLost)) {
        tell(`${name}: its answer is lost`);
        await clock.wait(stall);
        return failed({ tag: 'stalled' });
      }
      if (happens(w.torn)) {
        tell(`${name}: its answer is torn`);
        return failed({ tag: 'torn' });
      }
      return answer;
    },
  };
};
