import { dayWords } from '#shared/times.ts';
import type { ReturnResult } from '#shared/views.ts';
import { isSmall } from '#shared/volunteers/suppress.ts';
import { isOpen } from './kept/hidden.ts';
import { modelOf, toldIn } from './kept/model.ts';
import type { Told } from './kept/places.ts';

/** A return as it was published before: its name, its figures whole, and what of them was given out. */
export type Earlier = { readonly name: string; readonly result: ReturnResult; readonly given: ReturnResult };

/** A number that is kept back in one place and can be worked out all the same, and what it takes besides. */
export type Revealed = { readonly figure: string; readonly by: readonly string[] };

/** The keys of what is not printed. */
type Hidden = Pick<ReadonlySet<string>, 'has' | 'size'>;
/** What a return knows, and what of that is not printed. */
type Published = { cells: readonly Told[]; hidden: Hidden };

const publishedOf = ({ result, given }: Earlier): Published => {
  const cells = toldIn(result);
  const printed = new Set(toldIn(given).map(({ key }) => key));
  return { cells, hidden: new Set(cells.map(({ key }) => key).filter((key) => !printed.has(key))) };
};

/**
 * Which of the small numbers kept back here are told or can be worked out where somebody holds everything that was
 * published together: four quarters and their year, this year to date and the one before. A number that was another when
 * it was published is not the same number.
 */
const openTo = (
  of: ReturnResult['return'],
  own: Published,
  others: readonly Published[],
  least: number,
): Told[] => {
  const all = new Map(own.cells.map((cell) => [cell.key, cell]));
  const printed = new Set(own.cells.filter(({ key }) => !own.hidden.has(key)).map(({ key }) => key));
  for (const { cells, hidden } of others)
    for (const cell of cells) {
      const known = all.get(cell.key);
      if (known && known.value !== cell.value) continue;
      all.set(cell.key, known ?? cell);
      if (!hidden.has(cell.key)) printed.add(cell.key);
    }
  const { all: cells, table } = modelOf(of, [...all.values()]);
  const unknown = cells.map(({ key }) => !printed.has(key));
  return cells.filter(
    ({ key, value, people }, at) =>
      own.hidden.has(key) &&
      people &&
      isSmall(value, least) &&
      (!unknown[at] || !isOpen(table, unknown, at, 2)),
  );
};

const titled = (result: ReturnResult, { id, part, from, to }: Told): string => {
  const measure = id.replace(/:(of|to|on|blank)$/, '');
  const title = result.measures.find((m) => m.id === measure)?.title;
  const { period } = result;
  const days = from === period.from && to === period.to ? '' : `${dayWords(from)} to ${dayWords(to)}`;
  return [title, part, days].filter(Boolean).join(', ') || id;
};

/**
 * The small numbers kept back in a return that earlier publications would reveal, and which of these it takes.
 * @param hidden all that is kept back in it
 */
export const revealedBy = (
  result: ReturnResult,
  hidden: Hidden,
  least: number,
  earlier: readonly Earlier[],
): Revealed[] => {
  if (earlier.length === 0 || hidden.size === 0) return [];
  const own = { cells: toldIn(result), hidden };
  const others = earlier.map((one) => ({ name: one.name, published: publishedOf(one) }));
  const all = others.map(({ published }) => published);
  const found = openTo(result.return, own, all, least);
  if (found.length === 0) return [];
  const alone = others.map(({ name, published }) => ({
    name,
    keys: new Set(openTo(result.return, own, [published], least).map(({ key }) => key)),
  }));
  return found.map((cell) => {
    const by = alone.filter(({ keys }) => keys.has(cell.key)).map(({ name }) => name);
    return { figure: titled(result, cell), by: by.length > 0 ? by : others.map(({ name }) => name) };
  });
};
