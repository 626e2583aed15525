import type { ReactNode } from 'react';
import { useRead } from '#renderer/app/host.tsx';
import { Select } from '#renderer/kit/index.ts';
import { DayInput } from '#renderer/listing/DayInput.tsx';
import { methods, outcomes } from '#shared/records/visit.ts';
import { type VisitFilter, visitShows } from '#shared/visit-views.ts';
import { methodWords, outcomeWords, showWords } from '../words.ts';

type FilterFormProps = { filter: VisitFilter; onFilter: (filter: VisitFilter) => void };

const any = (text: string) => ({ value: '', text });
const named = (list: readonly { id: string; name: string }[] | undefined) =>
  (list ?? []).map(({ id, name }) => ({ value: id, text: name }));

/** What the list is narrowed to. It changes at once; the count says so. */
export function FilterForm({ filter, onFilter }: FilterFormProps): ReactNode {
  const suites = useRead('suites.list', {});
  const panels = useRead('panels.list', {});
  const change = (key: keyof VisitFilter) => (value: string | undefined) => {
    const { [key]: _, ...others } = filter;
    onFilter(value ? { ...others, [key]: value } : others);
  };
  const set = (key: keyof VisitFilter) => ({
    id: `filter-${key}`,
    value: filter[key] ?? '',
    onChange: ({ target }: { target: { value: string } }) => change(key)(target.value),
  });
  const narrowed = Object.entries(filter).some(([key, value]) => key !== 'show' || value !== 'all');
  return (
    <search className="desk-filter" aria-label="Narrow the list of visits">
      <Select
        label="Show"
        {...set('show')}
        options={visitShows.map((value) => ({ value, text: showWords[value] }))}
      />
      <Select label="Suite" {...set('suite')} options={[any('Every suite'), ...named(suites.data)]} />
      <Select label="Panel" {...set('panel')} options={[any('Every panel'), ...named(panels.data)]} />
      <DayInput
        key={`from ${filter.from}`}
        label="From"
        id="filter-from"
        day={filter.from}
        onDay={change('from')}
      />
      <DayInput key={`to ${filter.to}`} label="To" id="filter-to" day={filter.to} onDay={change('to')} />
      <Select
        label="Outcome"
        {...set('outcome')}
        options={[any('Any outcome'), ...outcomes.map((value) => ({ value, text: outcomeWords[value] }))]}
      />
      <Select
        label="Method"
        {...set('method')}
        options={[any('Any method'), ...methods.map((value) => ({ value, text: methodWords[value] }))]}
      />
      {narrowed && (
        <button type="button" className="desk-link-button" onClick={() => onFilter({ show: 'all' })}>
          Clear the filter
        </button>
      )}
    </search>
  );
}
