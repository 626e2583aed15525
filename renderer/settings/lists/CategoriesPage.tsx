import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import {
  BackLink,
  Button,
  Checkboxes,
  Fieldset,
  PageHeading,
  Textarea,
  TextInput,
} from '#renderer/kit/index.ts';
import { ok } from '#shared/result.ts';
import { type AllegationCategory, categoriesSource } from '#shared/reviews/allegations.ts';
import { applyPatch } from '#shared/sync/patch.ts';
import { categoriesForm, fromCategoriesForm, mostCategories, toCategoriesForm } from './categoriesForm.ts';

/** The office's table of allegation categories. */
export function CategoriesPage(): ReactNode {
  const settings = useRead('reviews.settings', {});
  return (
    <>
      <BackLink href="#/settings/lists">Lists of reviews</BackLink>
      <PageHeading>Allegation categories</PageHeading>
      <Failed failure={settings.error} />
      {!settings.data && !settings.error && <Waiting />}
      {settings.data && <Categories categories={settings.data.categories} />}
    </>
  );
}

function Categories({ categories }: { categories: AllegationCategory[] }): ReactNode {
  const host = useHost();
  const set = useWrite('reviews.set');
  const edited = useEdited({
    name: 'list categories',
    record: { categories },
    schema: categoriesForm,
    toForm: (table: { categories: AllegationCategory[] } | undefined) => toCategoriesForm(table?.categories),
    fromForm: (typed) => ({ categories: fromCategoriesForm(typed) }),
    save: (patch) => set.run({ set: applyPatch({ categories }, patch).document }),
    reload: async () => {
      const now = await host.call('reviews.settings', {});
      return now.ok ? ok({ categories: now.value.categories }) : now;
    },
  });
  const { register, control, formState } = edited.form;
  const { fields, append } = useFieldArray({ control, name: 'categories', keyName: 'key' });
  const errors = formState.errors.categories;
  return (
    <EditForm
      edited={edited}
      call="reviews.set"
      label="Allegation categories"
      save="Save the table"
      fieldNames={{ categories: 'Allegation categories' }}
    >
      <p className="govuk-hint">
        An office begins with the table of {categoriesSource}. Allegations keep the names they were given,
        also after one is renamed, taken from its lines or offered no more.
      </p>
      {fields.map(({ key }, index) => (
        <Fieldset key={key} legend={`Category ${index + 1}`} legendSize="s">
          <TextInput
            label="Its name"
            autoComplete="off"
            error={errors?.[index]?.name?.message}
            {...register(`categories.${index}.name`)}
          />
          <TextInput
            label="Letter"
            width={3}
            autoComplete="off"
            error={errors?.[index]?.letter?.message}
            {...register(`categories.${index}.letter`)}
          />
          <Textarea
            label="Subcategories, one on each line"
            rows={4}
            error={errors?.[index]?.subcategories?.message}
            {...register(`categories.${index}.subcategories`)}
          />
          <Checkboxes small items={[{ text: 'Offered' }]} {...register(`categories.${index}.offered`)} />
        </Fieldset>
      ))}
      {fields.length < mostCategories && (
        <Button
          type="button"
          kind="secondary"
          onClick={() => append({ name: '', letter: '', subcategories: '', offered: true })}
        >
          Add a category
        </Button>
      )}
    </EditForm>
  );
}
