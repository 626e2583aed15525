import { entriesOf, type TimelineEntry, type TimelineStep } from '#shared/records/record-check.ts';
import { type When, whenOf } from './moments.ts';

type Known = Exclude<When, 'missing'>;

/** One entry of a time line with its moments worked out; undefined where they are not known. */
export type Line = {
  readonly id: string;
  readonly step: TimelineStep;
  readonly entry: TimelineEntry;
  readonly done: Known | undefined;
  readonly entered: Known | undefined;
};

const known = (when: When | undefined): Known | undefined => (when === 'missing' ? undefined : when);

const compare = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Things done at one moment stand in the order in which one leads to the other, then by their ids: never as typed. */
const byMoment =
  (when: (line: Line) => Known | undefined, order: readonly TimelineStep[]) => (a: Line, b: Line) =>
    compare(when(a)?.first ?? Infinity, when(b)?.first ?? Infinity) ||
    compare(when(a)?.last ?? Infinity, when(b)?.last ?? Infinity) ||
    compare(order.indexOf(a.step), order.indexOf(b.step)) ||
    compare(a.id, b.id);

/** The entries of a time line that say which step they are, those put aside left out; in the order of what was done. */
export const linesOf = (
  check: { entries: readonly TimelineEntry[] },
  order: readonly TimelineStep[],
): Line[] =>
  entriesOf(check)
    .flatMap((entry) => {
      if (!entry.step) return [];
      const { id, step, done, entered } = entry;
      return [{ id, step, entry, done: known(whenOf(done)), entered: known(whenOf(entered)) }];
    })
    .sort(byMoment(({ done }) => done, order));

/** The same in the order in which they were entered, those without a time left out. */
export const asEntered = (lines: readonly Line[], order: readonly TimelineStep[]): Line[] =>
  lines.filter(({ entered }) => entered !== undefined).sort(byMoment(({ entered }) => entered, order));

/** Whether the custody record does not say when a thing was done, so that nothing can be worked out from it. */
export const isUntimed = ({ entry, done }: Line): boolean => entry.notRecorded === true || done === undefined;
