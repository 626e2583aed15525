import type { ReactNode } from 'react';
import { useRead } from '#renderer/app/host.tsx';
import { Select } from '#renderer/kit/index.ts';
import type { CaseFilter } from '#shared/case-views.ts';
import { caseKinds } from '#shared/records/case-parts.ts';
import { capital } from '#shared/text.ts';
import { useCaseworkers } from '../caseworkers.ts';

type FilterFormProps = { filter: CaseFilter; onFilter: (filter: CaseFilter) => void };

const any = (text: string) => ({ value: '', text });
const plain = (values: readonly string[]) => values.map((value) => ({ value, text: capital(value) }));

/** What a queue is narrowed to. It changes at once; the count says so. */
export function FilterForm({ filter, onFilter }: FilterFormProps): ReactNode {
  const areas = useRead('settings.get', {}).data?.areas ?? [];
  const themes = useRead('cases.settings', {}).data?.themes ?? [];
  const people = useCaseworkers();
  const set = (key: 'kind' | 'person' | 'area' | 'theme') => ({
    id: `filter-${key}`,
    value: filter[key] ?? '',
    onChange: ({ target }: { target: { value: string } }) => {
      const { [key]: _, ...others } = filter;
      onFilter((target.value ? { ...others, [key]: target.value } : others) as CaseFilter);
    },
  });
  const { show, ...narrowing } = filter;
  return (
    <search className="desk-filter" aria-label="Narrow the list of cases">
      <Select label="Kind" options={[any('Every kind'), ...plain(caseKinds)]} {...set('kind')} />
      <Select
        label="Owner"
        options={[any('Everybody'), ...people.map(({ id, name }) => ({ value: id, text: name }))]}
        {...set('person')}
      />
      <Select label="Area" options={[any('Every area'), ...plain([...areas, 'outside'])]} {...set('area')} />
      <Select
        label="Theme"
        options={[any('Every theme'), ...themes.map(({ name }) => ({ value: name, text: name }))]}
        {...set('theme')}
      />
      {Object.keys(narrowing).length > 0 && (
        <button type="button" className="desk-link-button" onClick={() => onFilter({ show })}>
          Clear the filter
        </button>
      )}
    </search>
  );
}
