import type { ReactNode } from 'react';
import { useRead } from '#renderer/app/host.tsx';
import { Select } from '#renderer/kit/index.ts';
import { DayInput } from '#renderer/listing/DayInput.tsx';
import { type ConcernFilter, concernShows } from '#shared/concern-views.ts';
import { concernAreas, concernSources, severities } from '#shared/records/concern.ts';
import { severityTitles } from '#shared/records/concern-titles.ts';
import { capital } from '#shared/text.ts';
import { showWords, sourceWords } from '../words.tsx';

type FilterFormProps = { filter: ConcernFilter; onFilter: (filter: ConcernFilter) => void };

const any = (text: string) => ({ value: '', text });
const named = (list: readonly { id: string; name: string }[] | undefined) =>
  (list ?? []).map(({ id, name }) => ({ value: id, text: name }));

/** What the list is narrowed to. It changes at once; the count says so. */
export function FilterForm({ filter, onFilter }: FilterFormProps): ReactNode {
  const suites = useRead('suites.list', {});
  const panels = useRead('panels.list', {});
  const change = (key: keyof ConcernFilter) => (value: string | undefined) => {
    const { [key]: _, ...others } = filter;
    onFilter(value ? { ...others, [key]: value } : others);
  };
  const set = (key: keyof ConcernFilter) => ({
    id: `filter-${key}`,
    value: filter[key] ?? '',
    onChange: ({ target }: { target: { value: string } }) => change(key)(target.value),
  });
  const narrowed = Object.entries(filter).some(([key, value]) => key !== 'show' || value !== 'open');
  return (
    <search className="desk-filter desk-filter--many" aria-label="Narrow the list of concerns">
      <Select
        label="Show"
        {...set('show')}
        options={concernShows.map((value) => ({ value, text: showWords[value] }))}
      />
      <Select label="Suite" {...set('suite')} options={[any('Every suite'), ...named(suites.data)]} />
      <Select label="Panel" {...set('panel')} options={[any('Every panel'), ...named(panels.data)]} />
      <Select
        label="Area"
        {...set('area')}
        options={[any('Every area'), ...concernAreas.map((value) => ({ value, text: capital(value) }))]}
      />
      <Select
        label="Severity"
        {...set('severity')}
        options={[
          any('Any severity'),
          ...severities.map((value) => ({ value, text: severityTitles[value] })),
        ]}
      />
      <Select
        label="Raised by"
        {...set('source')}
        options={[any('Anything'), ...concernSources.map((value) => ({ value, text: sourceWords[value] }))]}
      />
      <DayInput
        key={`from ${filter.from}`}
        label="Raised from"
        id="filter-from"
        day={filter.from}
        onDay={change('from')}
      />
      <DayInput
        key={`to ${filter.to}`}
        label="Raised to"
        id="filter-to"
        day={filter.to}
        onDay={change('to')}
      />
      {narrowed && (
        <button type="button" className="desk-link-button" onClick={() => onFilter({ show: 'open' })}>
          Clear the filter
        </button>
      )}
    </search>
  );
}
