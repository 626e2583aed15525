import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { Checkboxes, Select } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import type { AllegationForm } from './allegationForm.ts';

type CategoryFieldsProps = {
  form: UseFormReturn<AllegationForm>;
  lists: Pick<Output<'reviews.settings'>, 'categories' | 'factors'>;
};

/** What was chosen before stays a choice, also after the office took it from its table. */
const choices = (names: readonly string[], chosen: string, none: string) => [
  { value: '', text: none },
  ...[...names, ...(chosen && !names.includes(chosen) ? [chosen] : [])].map((name) => ({
    value: name,
    text: name,
  })),
];

/** The category of the office's table, and the national factors it lists. */
export function CategoryFields({ form, lists }: CategoryFieldsProps): ReactNode {
  const { watch, setValue } = form;
  const [category, subcategory, chosen] = [watch('category'), watch('subcategory'), watch('factors')];
  const within = lists.categories.find(({ name }) => name === category)?.subcategories ?? [];
  const factors = lists.factors.filter(({ name, retired }) => !retired || chosen.includes(name));
  const letter = (name: string) => lists.categories.find((one) => one.name === name)?.letter;
  return (
    <>
      <Select
        label="Category"
        options={choices(
          lists.categories.flatMap(({ name, retired }) => (retired ? [] : [name])),
          category,
          'Not chosen yet',
        ).map(({ value, text }) => ({ value, text: letter(value) ? `${letter(value)}: ${text}` : text }))}
        id="category"
        value={category}
        onChange={({ target }) => {
          setValue('category', target.value, { shouldDirty: true });
          setValue('subcategory', '', { shouldDirty: true });
        }}
      />
      {(within.length > 0 || subcategory) && (
        <Select
          label="Subcategory"
          options={choices(within, subcategory, 'None')}
          id="subcategory"
          value={subcategory}
          onChange={({ target }) => setValue('subcategory', target.value, { shouldDirty: true })}
        />
      )}
      {factors.length > 0 && (
        <Checkboxes
          legend="National factors"
          legendSize="s"
          small
          items={factors.map(({ name }) => ({ value: name, text: name }))}
          name="factors"
          values={chosen}
          onValues={(values) => setValue('factors', values, { shouldDirty: true })}
        />
      )}
    </>
  );
}
