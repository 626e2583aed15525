import type { ReactNode } from 'react';
import { Select } from '#renderer/kit/index.ts';
import { reviewStates } from '#shared/records/review.ts';
import { routes } from '#shared/records/review-parts.ts';
import type { ReviewFilter } from '#shared/review-views.ts';
import { routeWords, stateWords } from '../words.tsx';

type FilterFormProps = {
  filter: ReviewFilter;
  /** Who has something in hand. */
  people: readonly { id: string; name: string }[];
  onFilter: (filter: ReviewFilter) => void;
};

const any = (text: string) => ({ value: '', text });

/** What a queue is narrowed to. It changes at once; the count says so. */
export function FilterForm({ filter, people, onFilter }: FilterFormProps): ReactNode {
  const set = (key: 'state' | 'route' | 'person') => ({
    id: `filter-${key}`,
    value: filter[key] ?? '',
    onChange: ({ target }: { target: { value: string } }) => {
      const { [key]: _, ...others } = filter;
      onFilter(target.value ? { ...others, [key]: target.value } : others);
    },
  });
  const { show, ...narrowing } = filter;
  const isOffered = !filter.person || people.some(({ id }) => id === filter.person);
  return (
    <search className="desk-filter" aria-label="Narrow the list of reviews">
      <Select
        label="State"
        {...set('state')}
        options={[any('Any state'), ...reviewStates.map((value) => ({ value, text: stateWords[value] }))]}
      />
      <Select
        label="Route"
        {...set('route')}
        options={[any('Either route'), ...routes.map((value) => ({ value, text: routeWords[value] }))]}
      />
      <Select
        label="With"
        {...set('person')}
        options={[
          any('Anybody'),
          ...people.map(({ id, name }) => ({ value: id, text: name })),
          ...(isOffered ? [] : [{ value: filter.person ?? '', text: 'Somebody with nothing in hand' }]),
        ]}
      />
      {Object.keys(narrowing).length > 0 && (
        <button type="button" className="desk-link-button" onClick={() => onFilter({ show })}>
          Clear the filter
        </button>
      )}
    </search>
  );
}
