import { type Behind, measuredRecords, type Span } from '#db/measures.ts';
import { type Reader, sql } from '#db/sql.ts';
import { caseMeasures } from '#shared/measures/cases.ts';
import { icvMeasures } from '#shared/measures/icv.ts';
import { type FactMeasure, type Measure, recordBehind } from '#shared/measures/measure.ts';
import { reviewMeasures } from '#shared/measures/reviews.ts';
import type { RecordType } from '#shared/records/types.ts';
import type { Basis } from '#shared/returns/frozen.ts';
import type { ReturnKind } from '#shared/views.ts';
import type { Context } from '../context.ts';
import { settings } from '../office.ts';
import { type OfficeRecords, officeFigure, officeRecords } from './of-office.ts';
import { described } from './records.ts';

const measuresOf: Readonly<Record<ReturnKind, readonly Measure[]>> = {
  icv: icvMeasures,
  reviews: reviewMeasures,
  correspondence: caseMeasures,
};

/** All of them, however many: what is signed rests on every one. */
const noLimit = -1;
/** So many at once are looked up by their ids. */
const batch = 5_000;

const inBatches = <T, U>(all: readonly T[], of: (some: T[]) => U[]): U[] =>
  Array.from({ length: Math.ceil(all.length / batch) }, (_, i) =>
    of(all.slice(i * batch, (i + 1) * batch)),
  ).flat();

/** The office's versions of records, by their ids; one that the office has not taken yet has none. */
const versionsOf = (r: Reader, type: RecordType, ids: readonly string[]): Map<string, string | null> =>
  new Map(
    inBatches(ids, (some) =>
      r
        .all(
          sql
            .selectFrom(type as 'visit')
            .select(['id', 'epoch', 'n'])
            .where('id', 'in', some),
        )
        .map(({ id, epoch, n }): [string, string | null] => [id, n === null ? null : `${epoch}.${n}`]),
    ),
  );

const add = (a: number | null, b: number | null): number | null =>
  a === null && b === null ? null : (a ?? 0) + (b ?? 0);

/** One line for each record, also for a concern that stands behind a figure on two days. */
const together = (found: readonly Behind[]): Behind[] => {
  const byId = new Map<string, Behind>();
  for (const one of found) {
    const known = byId.get(one.id);
    byId.set(
      one.id,
      known ? { ...known, top: add(known.top, one.top), bottom: add(known.bottom, one.bottom) } : one,
    );
  }
  return [...byId.values()];
};

type Line = Basis['measures'][string][number];

/** Numbers the records of a return, each once, whichever figures it stands behind. */
const numbering = (r: Reader) => {
  const places = new Map<string, number>();
  const records: Basis['records'] = [];
  const put = ([type, id, ...rest]: Basis['records'][number]): number => {
    const key = `${type} ${id}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, records.length);
    return records.push([type, id, ...rest]) - 1;
  };
  const ofFacts = (m: FactMeasure, span: Span, delayThreshold: number): Line[] => {
    const found = together(measuredRecords(r, m, span, delayThreshold, { limit: noLimit }));
    const placeOf = (id: string) =>
      places.get(`${recordBehind[m.over]} ${id}`) ??
      places.get(`caseMark ${id}`) ??
      (m.over === 'recommendations' ? places.get(`review ${id}`) : undefined);
    const strange = found.filter(({ id }) => placeOf(id) === undefined);
    // A list of what is confidential says no day of it.
    for (const { type, id, title, date } of inBatches(strange, (some) => described(r, m.over, some)))
      put([type, id, title, type === 'caseMark' ? null : date, null]);
    return found.map(({ id, top, bottom }) => [placeOf(id) as number, top, bottom]);
  };
  const ofOffice = (found: ReturnType<typeof officeFigure>): Line[] =>
    found.map(({ type, id, title, date, value, of }) => [put([type, id, title, date, null]), value, of]);
  return { records, ofFacts, ofOffice };
};

/**
 * The records behind each figure of a return as they are now, with the office's version of each and what it adds: by
 * the same predicates that make the figures and their lists.
 */
export const basisOf = (
  r: Reader,
  kind: ReturnKind,
  wanted: readonly string[],
  period: Span,
  ctx: Context,
): Basis => {
  const span = { from: period.from, to: period.to, today: ctx.today };
  const threshold = kind === 'icv' ? settings(r, ctx).delayThreshold : 0;
  const { records, ofFacts, ofOffice } = numbering(r);
  let office: OfficeRecords | undefined;
  const lines = (m: Measure): Line[] => {
    if (m.kind !== 'office') return ofFacts(m, span, threshold);
    office ??= officeRecords(r);
    return ofOffice(officeFigure(m, span, office));
  };
  const measures = Object.fromEntries(
    measuresOf[kind].filter(({ id }) => wanted.includes(id)).map((m) => [m.id, lines(m)]),
  );
  const byType = Map.groupBy(records, ([type]) => type);
  const versions = new Map(
    [...byType].map(([type, of]) => [
      type,
      versionsOf(
        r,
        type,
        of.map(([, id]) => id),
      ),
    ]),
  );
  return {
    records: records.map(([type, id, title, date]) => [
      type,
      id,
      title,
      date,
      versions.get(type)?.get(id) ?? null,
    ]),
    measures,
  };
};
