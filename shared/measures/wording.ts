import type { z } from 'zod';
import { count, percent, quotient } from '#shared/numbers.ts';
import type { Period } from '#shared/periods.ts';
import type { comparison, MeasureResult } from '#shared/views.ts';
import type { Raw } from './evaluate.ts';
import type { Measure, Over } from './measure.ts';

type Comparison = z.infer<typeof comparison>;

/** What the facts of a figure are to people who read it. */
const counted = {
  visits: 'visits',
  detainees: 'detainees',
  concerns: 'concerns',
  standing: 'concerns',
  checks: 'record checks',
  checkWaits: 'waits',
  volunteers: 'volunteers',
  serving: 'volunteers',
  reviews: 'reviews',
  openReviews: 'reviews',
  allegations: 'records',
  recommendations: 'records',
  unanswered: 'recommendations',
  cases: 'cases',
  openCases: 'cases',
  caseThemes: 'records',
  requests: 'requests',
  openRequests: 'requests',
  engagements: 'engagements',
  assurance: 'records',
} as const satisfies Record<Over, MeasureResult['restsOnWhat']>;

/** What a sum is divided by, such as 60 for hours from minutes. */
const perOf = (m: Measure): number => ('per' in m && m.per) || 1;

/** A share or a sum for which every record has a blank is unknown, not nought. */
const restsOnNothing = (m: Measure, raw: Raw): boolean =>
  raw.restsOn === 0 && (m.kind === 'ratio' || (raw.blank > 0 && raw.top === 0));

/** The value a figure is compared and charted by: a share between 0 and 1, a mean, or a count; null where there is none. */
const figure = (m: Measure, raw: Raw): number | null => {
  if (raw.top === null || restsOnNothing(m, raw)) return null;
  if (m.kind === 'sum') return raw.top / perOf(m);
  if (raw.bottom === null) return raw.top;
  return raw.bottom === 0 ? null : raw.top / raw.bottom;
};

const displayOf = (m: Measure, raw: Raw): string => {
  if (raw.top === null || restsOnNothing(m, raw)) return 'n/a';
  if (perOf(m) !== 1) return quotient(raw.top, perOf(m), 1);
  if (raw.bottom === null) return count(raw.top);
  return m.unit === 'percent'
    ? percent(raw.top, raw.bottom)
    : raw.bottom === 0
      ? 'n/a'
      : quotient(raw.top, raw.bottom, 1);
};

const round = (value: number, places: number) => Math.round(value * 10 ** places) / 10 ** places;

const madeOf = ({ top, bottom }: Raw) =>
  bottom === null || top === null ? {} : { numerator: top, denominator: bottom };

/** A figure as it is printed, from what a measure came to. */
export const measured = (m: Measure, raw: Raw): MeasureResult => {
  const value = figure(m, raw);
  return {
    id: m.id,
    title: m.title,
    definition: m.definition,
    unit: m.unit,
    value: value === null ? null : round(value, 4),
    ...madeOf(raw),
    display: displayOf(m, raw),
    restsOn: raw.restsOn,
    restsOnWhat: m.kind === 'office' ? 'records' : counted[m.over],
    blank: raw.blank,
  };
};

const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text.replace('-', '−'));

/** The difference of two values of a figure, in counts or in percentage points; null where one of them is unknown. */
const changeOf = (unit: Measure['unit'], now: number | null, then: number | null): number | null =>
  now === null || then === null ? null : round((now - then) * (unit === 'percent' ? 100 : 1), 1);

/** The same in words. */
export const changeWords = (unit: Measure['unit'], now: number | null, then: number | null): string => {
  const change = changeOf(unit, now, then);
  if (change === null) return 'n/a';
  return signed(unit === 'percent' ? `${change} points` : count(change), change);
};

/** A figure beside the same figure of another period: the difference in counts (or points) and in per cent. */
export const compared = (m: Measure, now: Raw, then: Raw, period: Period): Comparison => {
  const [a, b] = [figure(m, now), figure(m, then)];
  const isCount = m.unit === 'count' && a !== null && b !== null;
  return {
    period: { id: period.id, from: period.from, to: period.to, label: period.label },
    value: b === null ? null : round(b, 4),
    display: displayOf(m, then),
    ...madeOf(then),
    change: changeOf(m.unit, a, b),
    changeDisplay: changeWords(m.unit, a, b),
    percentDisplay:
      isCount && then.top !== 0 && then.top !== null && now.top !== null ? growth(now.top, then.top) : 'n/a',
  };
};

const growth = (now: number, then: number) => signed(`${quotient((now - then) * 100, then, 0)}%`, now - then);

/** What bands of days are called that each go up to a number; the last has no end. */
export const bandTitles = (bands: readonly number[]): string[] => [
  ...bands.map((to, i) => `${(bands[i - 1] ?? -1) + 1} to ${to} days`),
  `over ${bands.at(-1)} days`,
];
