import type { RotaInput, RotaSuite, Volunteer, Week } from '#shared/rota/rota.ts';
import { addDays } from '#shared/times.ts';

/** So many weeks from Monday 6 April 2026 on. */
export const weeksOf = (n: number): Week[] =>
  Array.from({ length: n }, (_, i) => addDays('2026-04-06', 7 * i));

/** Accredited long since, vetted for years, free in all of these weeks. */
export const volunteer = (id: string, weeks: readonly Week[], more: Partial<Volunteer> = {}): Volunteer => ({
  id,
  name: id,
  panel: 'north',
  experience: { kind: 'accredited', since: '2020-01-01' },
  vettedUntil: '2030-01-01',
  availability: Object.fromEntries(weeks.map((week) => [week, 'free'])),
  ...more,
});

/** A suite of the north that wants one visit in each of these weeks. */
export const suite = (id: string, weeks: readonly Week[], more: Partial<RotaSuite> = {}): RotaSuite => ({
  id,
  name: id,
  panel: 'north',
  wants: weeks.map((week) => ({ visits: 1, weeks: [week] })),
  ...more,
});

export const rota = (weeks: readonly Week[], more: Partial<RotaInput>): RotaInput => ({
  seed: 'first',
  weeks,
  suites: [],
  volunteers: [],
  fixed: [],
  history: { together: [], went: [] },
  silence: 'may not be asked',
  acrossPanels: false,
  ...more,
});
