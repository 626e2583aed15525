import { changeWords } from '#shared/measures/wording.ts';
import { same } from '#shared/sync/patch.ts';
import type { AnyDimension, MeasureResult, ReturnGroup, ReturnResult, ReturnTable } from '#shared/views.ts';
import { cellWords } from './cells.ts';
import { toldOver } from './over.ts';

type Said = { display: string; value: number | null };

/** A figure of one part or one month of a return that is told otherwise than it was; what a part has not got has no value. */
export type MovedPart = {
  by: AnyDimension | 'month';
  key: string;
  measure: string;
  title: string;
  was: Said;
  now: Said;
  change: string;
};

const counted = ({ display, value, numerator, denominator }: MeasureResult) =>
  JSON.stringify([display, value, numerator ?? null, denominator ?? null]);

const isOther = (was: MeasureResult | undefined, now: MeasureResult | undefined): boolean =>
  (was && counted(was)) !== (now && counted(now));

/** Whether a figure is another than it was, or defined otherwise. */
export const isMoved = (was: MeasureResult, now: MeasureResult | undefined): boolean =>
  isOther(was, now) || was.definition !== now?.definition;

const said = (m: MeasureResult | undefined): Said =>
  m ? { display: m.display, value: m.value } : { display: 'n/a', value: null };

const byId = <T extends { id: string }>(all: readonly T[] = []) => new Map(all.map((one) => [one.id, one]));
const byKey = (groups: readonly ReturnGroup[] = []) =>
  new Map(groups.map(({ key, measures }) => [key, byId(measures)]));

/** Every figure of every part that moved, also of parts that are new or are there no more. */
export const movedParts = (then: ReturnResult, now: ReturnResult): MovedPart[] =>
  (then.splits ?? []).flatMap(({ by, groups }) => {
    const [before, after] = [byKey(groups), byKey(now.splits?.find((one) => one.by === by)?.groups)];
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
      const [own, others] = [before.get(key), after.get(key)];
      const all = new Map([...(others ?? []), ...(own ?? [])]);
      return [...all.values()].flatMap(({ id, title, unit }) => {
        const [was, is] = [own?.get(id), others?.get(id)];
        if (!isOther(was, is)) return [];
        const change = changeWords(unit, is?.value ?? null, was?.value ?? null);
        return [{ by, key, measure: id, title, was: said(was), now: said(is), change }];
      });
    });
  });

/** What a cell of a table over periods says: a share is valued by what it is made of. */
const saidIn = (table: ReturnTable, row: number, column: number): Said => {
  const cell = table.rows[row]?.[column] ?? null;
  const [top, bottom] = toldOver(table, row, column)?.made ?? [null, 0];
  if (typeof cell === 'number') return { display: cellWords(cell), value: cell };
  return { display: cellWords(cell), value: top === null || bottom === 0 ? null : top / bottom };
};

/** Every figure of a month that moved, also where the whole is what it was: a visit may have been of another month. */
export const movedMonths = (then: ReturnResult, now: ReturnResult): MovedPart[] => {
  const after = byId(now.tables);
  return then.tables
    .filter(({ over }) => over?.down)
    .flatMap((table) => {
      const is = after.get(table.id);
      return table.rows.flatMap((row, r) =>
        row.flatMap((_, c): MovedPart[] => {
          const at = toldOver(table, r, c);
          const m = then.measures.find(({ id }) => id === at?.measure);
          if (!at || !m) return [];
          const place = is?.over?.periods.findIndex(({ id }) => id === at.period.id) ?? -1;
          const was = saidIn(table, r, c);
          const said = is && place >= 0 ? saidIn(is, place, c) : { display: 'n/a', value: null };
          if (was.display === said.display && was.value === said.value) return [];
          const change = changeWords(m.unit, said.value, was.value);
          return [
            { by: 'month', key: at.period.label, measure: m.id, title: m.title, was, now: said, change },
          ];
        }),
      );
    });
};

/** The titles of the tables that are others by now. */
export const movedTables = (then: ReturnResult, now: ReturnResult): string[] => {
  const after = byId(now.tables);
  return then.tables.filter(({ id, rows }) => !same(rows, after.get(id)?.rows)).map(({ title }) => title);
};

/** Whether anything would be told otherwise now than it was signed. */
export const differs = (then: ReturnResult, now: ReturnResult): boolean => {
  const after = byId(now.measures);
  return (
    then.measures.some((was) => isMoved(was, after.get(was.id))) ||
    movedParts(then, now).length > 0 ||
    movedTables(then, now).length > 0
  );
};
