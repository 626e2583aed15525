import type { OfficeState } from './state.ts';

/** The next number of a series in a year, such as `V2026/0031`; none while a restored hub takes back what it lost. */
export const numbering =
  (state: OfficeState, series: string) =>
  (year: string): string | undefined => {
    if (state.recovering) return undefined;
    const counter = `${series}${year}`;
    const next = (state.counters.get(counter) ?? 0) + 1;
    state.counters.set(counter, next);
    return `${counter}/${String(next).padStart(4, '0')}`;
  };
