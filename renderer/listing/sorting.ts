import { usePreference } from '#renderer/app/preference.ts';
import type { HeadCell } from '#renderer/kit/Table.tsx';

/** How a list is sorted. */
export type Sorted<Sort extends string> = { sort: Sort; descending: boolean };

/** A heading that sorts its list: pressed again, the other way round. `first` is the way it sorts at first. */
export const sortHeading = <Sort extends string>(
  sort: Sort | undefined,
  sorted: Sorted<Sort> | undefined,
  onSort: (to: Sorted<Sort>) => void,
  first: 'ascending' | 'descending' = 'ascending',
): Pick<HeadCell, 'sort' | 'onSort'> => {
  if (!sort || !sorted) return {};
  const isThis = sorted.sort === sort;
  const way = sorted.descending ? 'descending' : 'ascending';
  return {
    sort: isThis ? way : 'none',
    onSort: () => onSort({ sort, descending: isThis ? !sorted.descending : first === 'descending' }),
  };
};

/**
 * How this person sorts a list, kept as the columns they chose for it are.
 * @param key the list in this person's choices
 */
export const useSorted = <Sort extends string>(
  key: string,
  sorts: readonly Sort[],
  otherwise: Sorted<Sort>,
): [Sorted<Sort>, (to: Sorted<Sort>) => void] => {
  const [kept, keep] = usePreference<{ sort: string; descending: boolean }>(`${key}.sort`, otherwise);
  // What was kept may name what another version sorted by.
  const sort = sorts.find((one) => one === kept.sort);
  return [sort ? { sort, descending: kept.descending } : otherwise, keep];
};
