import type { MessageName } from '#shared/sync/wire.ts';
import { createAllowances } from './allowance.ts';
import type { mayAsk } from './caller.ts';

/** What a device asks at once; a laptop of ours asks four things at most. */
const mostAtOnce = 8;
const mostGood = 20_000;

/**
 * What one address or device may ask for. Wrong attempts count against their address, and then only who has been known
 * to come from a good device is still listened to, so that an attacker locks out nobody but themselves.
 */
export const createLimits = (now: () => number) => {
  const wrong = createAllowances({ burst: 20, perSecond: 1 / 6 }, now);
  const hellos = createAllowances({ burst: 3_000, perSecond: 50 }, now);
  const requests = createAllowances({ burst: 1_000, perSecond: 20 }, now);
  const leavings = createAllowances({ burst: 3, perSecond: 1 / 3_600 }, now);
  const good = new Set<string>();
  const busy = new Map<string, number>();
  return {
    /**
     * A place among what a device asks at the same time, to be given back; undefined where there is none. Who uses
     * somebody else's name elsewhere takes none of their places.
     */
    enter(address: string, device: string): (() => void) | undefined {
      if (device === '') return () => {};
      const who = `${address} ${device}`;
      const before = busy.get(who) ?? 0;
      if (before >= mostAtOnce) return undefined;
      busy.set(who, before + 1);
      return () => {
        const left = (busy.get(who) ?? 1) - 1;
        if (left > 0) busy.set(who, left);
        else busy.delete(who);
      };
    },
    /** The seconds an address has to wait before it is listened to at all. */
    before(address: string, device: string, may: (typeof mayAsk)[MessageName]): number {
      if (may === 'anyone') return hellos.take(address);
      return good.has(device) && may !== 'invited' ? 0 : wrong.wait(address);
    },
    isGood: (device: string) => good.has(device),
    wrong: (address: string) => void wrong.take(address),
    /** The seconds a device that has proved itself has to wait. */
    spend(device: string, name: MessageName): number {
      if (good.size < mostGood) good.add(device);
      return (name === 'quarantine' ? leavings : requests).take(device);
    },
  };
};
