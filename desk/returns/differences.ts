import type { Reader } from '#db/sql.ts';
import type { Output } from '#shared/contract.ts';
import { changeWords } from '#shared/measures/wording.ts';
import type { Basis, FrozenReturn } from '#shared/returns/frozen.ts';
import { isMoved, movedMonths, movedParts, movedTables } from '#shared/returns/moved.ts';
import type { Context } from '../context.ts';
import { basisOf } from './basis.ts';
import { namedResult } from './composed.ts';
import type { Asked } from './named.ts';

type Moved = Output<'returns.differences'>['figures'][number];
type MovedRecord = Moved['records'][number];

/** A figure that moved is shown with so many of its records; its count tells how many there are. */
const shown = 100;

type Adds = { record: Basis['records'][number]; value: number | null; of: number | null };

const linesOf = ({ records, measures }: Basis, measure: string): Map<string, Adds> =>
  new Map(
    (measures[measure] ?? []).flatMap(([place, value, of]) => {
      const record = records[place];
      return record ? [[`${record[0]} ${record[1]}`, { record, value, of }]] : [];
    }),
  );

/** The records that make a figure another: those that are new to it, that left it, and that add something else to it. */
const recordsOf = (measure: string, then: Basis, now: Basis): MovedRecord[] => {
  const [before, after] = [linesOf(then, measure), linesOf(now, measure)];
  const adds = (one: Adds | undefined) => (one ? { value: one.value, of: one.of } : null);
  // A record is called what it is called now; one that is gone, what it was called then.
  return [...new Map([...before, ...after])].flatMap(([key, { record }]) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (was && is && was.value === is.value && was.of === is.of) return [];
    const [type, id, title, date] = record;
    return [{ type, id, title, date, was: adds(was), now: adds(is) }];
  });
};

type Touched = Output<'returns.differences'>['touched'];

const keyed = ({ records }: Basis) => new Map(records.map((one) => [`${one[0]} ${one[1]}`, one]));

/** The records behind any figure that are new there, are there no more, or that the office has changed since. */
const touchedSince = (then: Basis, now: Basis): Touched => {
  const [before, after] = [keyed(then), keyed(now)];
  const touched = [...new Map([...before, ...after])].flatMap(([key, [type, id, title, date]]) => {
    const [was, is] = [before.get(key), after.get(key)];
    return was && is && was[4] === is[4] ? [] : [{ type, id, title, date }];
  });
  return { records: touched.slice(0, shown), count: touched.length };
};

/** What of an issue would be told otherwise today, and because of which records. */
export const differencesOf = (
  r: Reader,
  ctx: Context,
  { period }: Asked,
  frozen: FrozenReturn,
): Output<'returns.differences'> => {
  const result = namedResult(r, frozen.definition, period, ctx);
  const wanted = frozen.result.measures.map(({ id }) => id);
  const now = basisOf(r, frozen.definition.of, wanted, period, ctx);
  return {
    asOf: ctx.today,
    figures: frozen.result.measures.flatMap((was) => {
      const is = result.measures.find(({ id }) => id === was.id);
      if (!isMoved(was, is)) return [];
      const records = recordsOf(was.id, frozen.basis, now);
      return [
        {
          measure: was.id,
          title: was.title,
          was: { display: was.display, value: was.value },
          now: { display: is?.display ?? 'n/a', value: is?.value ?? null },
          by: changeWords(was.unit, is?.value ?? null, was.value),
          redefined:
            is?.definition === was.definition ? null : { was: was.definition, now: is?.definition ?? null },
          records: records.slice(0, shown),
          count: records.length,
        },
      ];
    }),
    parts: [...movedParts(frozen.result, result), ...movedMonths(frozen.result, result)],
    tables: movedTables(frozen.result, result),
    touched: touchedSince(frozen.basis, now),
  };
};
