import { countMeasured, type Span } from '#db/measures.ts';
import type { Reader } from '#db/sql.ts';
import { icvMeasures, measureById } from '#shared/measures/icv.ts';
import { canSplit, type Measure } from '#shared/measures/measure.ts';
import { fail, ok } from '#shared/result.ts';
import type { Dimension, ReturnGroup, ReturnResult } from '#shared/views.ts';
import { placeAfter } from '../paging.ts';
import { returnChecks } from './checks.ts';
import { figures, withComparisons } from './comparisons.ts';
import {
  factMeasures,
  type Group,
  groupsOf,
  type Raws,
  rawsByGroup,
  type Told,
  worthPrinting,
} from './groups.ts';
import { type OfficeRecords, officeFigure, officeRecords } from './of-office.ts';
import { type FigureAsked, factRecords } from './records.ts';
import { returnTables } from './tables.ts';
import { firstDay, unusualChecks } from './unusual.ts';

/** Figures that are held against those of the periods before. Each rests on visits, which its check opens. */
const lookedAt = factMeasures.filter(({ id }) =>
  [
    'visits.attempted',
    'visits.abandoned',
    'detainees.held',
    'detainees.offered',
    'consent.ofOffered',
    'delay.mean',
    'delay.over',
  ].includes(id),
);

/** The same figures of each part of a dimension that is worth a line. */
export const custodyGroups = (
  r: Reader,
  by: Dimension,
  { period, today, office }: Pick<Told, 'period' | 'today' | 'office'>,
  records: OfficeRecords = officeRecords(r),
): ReturnGroup[] => {
  const groups = groupsOf(by, records);
  const byGroup = rawsByGroup(r, { ...period, today }, office.delayThreshold, records, groups);
  return groups
    .map((group) => ({ group, own: byGroup.get(group.key) as Raws }))
    .filter(({ group, own }) => worthPrinting(by, records, period, group, own))
    .map(({ group, own }) => ({ key: group.key, measures: figures(icvMeasures, own) }));
};

export const custodyReturn = (
  r: Reader,
  { period, today, office, notice, raws }: Told,
  records: OfficeRecords,
): ReturnResult => {
  const now = raws(period);
  return {
    return: 'icv',
    body: office.body,
    notice,
    period: { id: period.id, from: period.from, to: period.to, label: period.label },
    headline: office.headlineConsent,
    measures: withComparisons(icvMeasures, period, office.yearBegins, raws),
    tables: returnTables(r, { ...period, today }, office.delayThreshold, records, now),
    checks: [
      ...returnChecks(r, { ...period, today }, records, now),
      ...unusualChecks(r, lookedAt, {
        ...{ period, today, yearBegins: office.yearBegins, threshold: office.delayThreshold },
        now,
        first: firstDay(r, 'visit_fact'),
      }),
    ],
  };
};

/**
 * Whether a part of a figure has records to be listed: how long visitors waited has no sex, and neither has a target.
 * By ethnicity nothing is listed: a visit with its suite and day could show who the one person is.
 */
const isListed = (group: Group, m: Measure): boolean =>
  m.kind === 'office' ? group.part !== undefined : group.fact !== 'ethnicity' && canSplit(m, group.fact);

/** The records behind a figure, of the whole or of one part. */
export const custodyFigureRecords = (
  r: Reader,
  { measure: id, by, key, after, limit }: FigureAsked<Dimension>,
  span: Span,
  delayThreshold: number,
) => {
  const m = measureById.get(id);
  const records = officeRecords(r);
  const group = by && key !== undefined ? groupsOf(by, records).find((g) => g.key === key) : undefined;
  if (!m || (key !== undefined && !(group && isListed(group, m))))
    return fail({ tag: 'notFound', what: 'figure' } as const);
  const named = { title: m.title, definition: m.definition };
  if (m.kind === 'office') {
    const rows = officeFigure(m, span, records, group?.part).map(({ type, id, title, date, value, of }) => ({
      type,
      id,
      title,
      date,
      value,
      of,
    }));
    return ok({ rows, next: null, ...named, total: rows.length });
  }
  const of = group ? { key: { dimension: group.fact, values: group.values } } : {};
  return ok({
    ...factRecords(r, m, span, delayThreshold, { ...of, after: placeAfter(after), limit }),
    ...named,
    total: countMeasured(r, m, span, delayThreshold, of),
  });
};
