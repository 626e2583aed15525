import { measure, type Span } from '#db/measures.ts';
import type { Reader } from '#db/sql.ts';
import { quantileOf, type Raw } from '#shared/measures/evaluate.ts';
import { notRecorded } from '#shared/measures/facts.ts';
import { icvMeasures } from '#shared/measures/icv.ts';
import {
  canSplit,
  type FactDimension,
  type FactMeasure,
  type Measure,
  type OfficeMeasure,
} from '#shared/measures/measure.ts';
import type { ParsedPeriod } from '#shared/periods.ts';
import { ethnicities } from '#shared/records/detainee.ts';
import { cohorts } from '#shared/records/record-check.ts';
import type { Setting } from '#shared/records/setting.ts';
import { suiteStatusOn } from '#shared/records/suite.ts';
import { methods } from '#shared/records/visit.ts';
import { capital } from '#shared/text.ts';
import type { Dimension } from '#shared/views.ts';
import { type OfficeRecords, officeFigure, officeRaw, type Part } from './of-office.ts';

export const factMeasures = icvMeasures.filter((m): m is FactMeasure => m.kind !== 'office');
export const officeMeasures = icvMeasures.filter((m): m is OfficeMeasure => m.kind === 'office');

/** One part of a return that is split: its name in print, and the facts and records that belong to it. */
export type Group = {
  key: string;
  fact: FactDimension;
  values: readonly (string | number | null)[];
  part?: Part;
};

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const unknown = 'Not recorded';

/** The parts of a return for a dimension, in the order of print, also those in which nothing happened. */
export const groupsOf = (by: Dimension, office: OfficeRecords): Group[] => {
  switch (by) {
    // A concern may belong to no suite.
    case 'suite':
      return [
        ...office.suites.map((s) => ({
          key: s.name,
          fact: 'suite' as const,
          values: [s.id],
          part: { suites: new Set([s.id]) },
        })),
        { key: unknown, fact: 'suite', values: [null] },
      ];
    case 'panel':
      return [...office.panels, { id: null, name: unknown }].map((p) => ({
        key: p.name,
        fact: 'panel',
        values: [p.id],
        part: {
          suites: new Set(office.suites.filter((s) => (s.panel ?? null) === p.id).map((s) => s.id)),
        },
      }));
    case 'area': {
      const suitesOf = Map.groupBy(office.suites, (s) => s.area ?? unknown);
      const areas = [...suitesOf.keys()].filter((key) => key !== unknown);
      return [...areas, unknown].map((key) => {
        const ids = (suitesOf.get(key) ?? []).map((s) => s.id);
        const values = key === unknown ? [...ids, null] : ids;
        return { key, fact: 'suite', values, part: { suites: new Set(ids) } };
      });
    }
    case 'sex':
      return [
        ...['male', 'female', 'other'].map((value) => ({
          key: capital(value),
          fact: 'sex' as const,
          values: [value],
        })),
        { key: unknown, fact: 'sex', values: [notRecorded] },
      ];
    case 'ageGroup':
      return [
        { key: 'Adult', fact: 'ageGroup', values: ['adult'] },
        { key: 'Under 18', fact: 'ageGroup', values: ['under18'] },
        { key: unknown, fact: 'ageGroup', values: [notRecorded] },
      ];
    case 'ethnicity':
      return [
        ...ethnicities.map((value) => ({ key: capital(value), fact: 'ethnicity' as const, values: [value] })),
        { key: unknown, fact: 'ethnicity', values: [notRecorded] },
      ];
    case 'hour':
      return [
        ...Array.from({ length: 24 }, (_, h) => ({
          key: `${String(h).padStart(2, '0')}:00`,
          fact: 'hour' as const,
          values: [h],
        })),
        { key: unknown, fact: 'hour', values: [null] },
      ];
    case 'weekday':
      return weekdays.map((key, i) => ({ key, fact: 'weekday', values: [i + 1] }));
    case 'cohort':
      return cohorts.map((value) => ({ key: capital(value), fact: 'cohort', values: [value] }));
    case 'method':
      return [
        ...methods.map((m) => ({ key: capital(m), fact: 'method' as const, values: [m] })),
        { key: unknown, fact: 'method', values: [null] },
      ];
  }
};

/** Of each area or panel the suites that make it up, by the names under which they are told. */
export const suitesWithin = (by: Dimension, office: OfficeRecords): { suites?: Record<string, string[]> } => {
  if (by !== 'area' && by !== 'panel') return {};
  const own = groupsOf(by, office).map(({ key, part }): [string, string[]] => {
    const names = office.suites.filter(({ id }) => part?.suites?.has(id)).map(({ name }) => name);
    return [key, key === unknown ? [...names, unknown] : names];
  });
  return { suites: Object.fromEntries(own) };
};

/** What every measure comes to, by its id; a measure that does not apply to a part is absent. */
export type Raws = Map<string, Raw>;

/** A period of a return, told on a day. */
export type Told = {
  period: ParsedPeriod;
  today: string;
  office: Setting;
  notice: string | null;
  /** What every figure comes to in a span, worked out once for the whole return. */
  raws: (span: Span) => Raws;
};

export const rawsOf = (r: Reader, span: Span, delayThreshold: number, office: OfficeRecords): Raws => {
  const raws: Raws = new Map(measure(r, factMeasures, span, delayThreshold).get(null));
  for (const m of officeMeasures) raws.set(m.id, officeRaw(m, officeFigure(m, span, office)));
  return raws;
};

/** The same for each part of a dimension, of all measures or of those that are wanted. */
export const rawsByGroup = (
  r: Reader,
  span: Span,
  delayThreshold: number,
  office: OfficeRecords,
  groups: readonly Group[],
  wanted: (m: Measure) => boolean = () => true,
): Map<string, Raws> => {
  const fact = groups[0]?.fact;
  if (!fact) return new Map();
  const ofFacts = factMeasures.filter((m) => wanted(m) && canSplit(m, fact));
  const ofOffice = officeMeasures.filter(wanted);
  const found = measure(r, ofFacts, span, delayThreshold, fact);
  return new Map(
    groups.map((group) => {
      const raws: Raws = new Map();
      for (const m of ofFacts)
        raws.set(
          m.id,
          together(
            m,
            group.values.flatMap((value) => found.get(value)?.get(m.id) ?? []),
          ),
        );
      if (group.part)
        for (const m of ofOffice) raws.set(m.id, officeRaw(m, officeFigure(m, span, office, group.part)));
      return [group.key, raws];
    }),
  );
};

/**
 * Several parts taken together: sums add up, the longest of all is the longest, and a median is found among all of
 * their values.
 */
export const together = (m: FactMeasure, parts: readonly Raw[]): Raw => {
  const sum = (of: (raw: Raw) => number | null) => parts.reduce((total, raw) => total + (of(raw) ?? 0), 0);
  const longest = parts.flatMap((raw) => raw.top ?? []);
  const rests = { restsOn: sum((raw) => raw.restsOn), blank: sum((raw) => raw.blank) };
  if (m.kind === 'quantile')
    return quantileOf(
      m.at,
      parts.flatMap((raw) => raw.values ?? []),
      rests,
    );
  const hasBottom = m.kind === 'ratio' || m.kind === 'mean';
  return {
    top: m.kind === 'max' ? (longest.length > 0 ? Math.max(...longest) : null) : sum((raw) => raw.top),
    bottom: hasBottom ? sum((raw) => raw.bottom) : null,
    ...rests,
  };
};

/** Parts that are worth a line: all but suites that were closed throughout, and unknowns that nobody falls into. */
export const worthPrinting = (
  by: Dimension,
  office: OfficeRecords,
  period: Span,
  group: Group,
  raws: Raws,
): boolean => {
  const something = [...raws.values()].some((raw) => raw.restsOn > 0 || raw.blank > 0);
  if (something) return true;
  if (group.key === unknown) return false;
  if (by !== 'suite') return true;
  const s = office.suites.find((suite) => suite.id === group.values[0]);
  return (
    s !== undefined &&
    (suiteStatusOn(s, period.from) !== 'closed' || suiteStatusOn(s, period.to) !== 'closed')
  );
};
