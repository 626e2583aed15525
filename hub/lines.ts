import type { Device } from './port.ts';

/** One laptop, as people know it: all that it was before, and what it is now. */
export type Line = {
  /** What it is now; of several copies that are in use, the newest. */
  current: Device;
  first: Device;
  all: readonly Device[];
  /** Those in use: one, or several where its store was copied. */
  used: readonly Device[];
};

/** Laptops out of all devices, in the order in which they joined. */
export const linesOf = (devices: readonly Device[]): Line[] =>
  [...Map.groupBy(devices, ({ line }) => line).values()].map((members) => {
    const all = members.toSorted((a, b) => a.joined.localeCompare(b.joined) || a.id.localeCompare(b.id));
    const used = all.filter(({ wentOn }) => wentOn === null);
    const first = all.find(({ cameFrom }) => cameFrom === null) ?? (all[0] as Device);
    return { all, used, first, current: used.at(-1) ?? (all.at(-1) as Device) };
  });

/** Laptops whose access stands and of which some copy in use is one that `is` says. */
export const linesWith = (devices: readonly Device[], is: (device: Device) => boolean): Device[] =>
  linesOf(devices)
    .filter(({ used }) => used.some((one) => one.revoked === null && is(one)))
    .map(({ current }) => current);
