import type { ReactNode } from 'react';
import { z } from 'zod';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { maybeName } from '#renderer/editing/typed.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { Checkboxes, TextInput } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import type { Review } from '#shared/records/review.ts';
import { ok } from '#shared/result.ts';

type OfThemes = Pick<Review, 'themes'>;
type ThemesProps = { review: Review; listed: Output<'reviews.settings'>['themes'] };

const themesForm = z.object({ themes: z.array(z.string()), other: maybeName('Another theme') });

const toForm = (record: OfThemes | undefined) => ({ themes: [...(record?.themes ?? [])], other: '' });

/** The themes of a review by the office's list; one that is not on it is typed. */
export function Themes({ review, listed }: ThemesProps): ReactNode {
  const host = useHost();
  const save = useWrite('reviews.save');
  const { id, themes } = review;
  const edited = useEdited({
    name: `review themes ${id}`,
    record: { themes },
    schema: themesForm,
    toForm,
    fromForm: (typed): OfThemes => ({
      themes: [...new Set([...typed.themes, typed.other.trim()])].filter(Boolean),
    }),
    save: (patch) => save.run({ id, patch }),
    reload: async () => {
      const now = await host.call('reviews.get', { id });
      return now.ok ? ok({ themes: now.value.review.themes }) : now;
    },
  });
  const { register, watch, setValue, formState } = edited.form;
  const chosen = watch('themes');
  const offered = listed.filter(({ retired }) => !retired).map(({ name }) => name);
  const names = [...new Set([...offered, ...themes, ...chosen])];
  return (
    <EditForm
      edited={edited}
      call="reviews.save"
      label="Themes"
      save="Save the themes"
      quiet
      fieldNames={{ themes: 'Themes' }}
    >
      {names.length > 0 && (
        <Checkboxes
          legend="What the review was about"
          legendSize="s"
          small
          name="themes"
          items={names.map((name) => ({ value: name, text: name }))}
          values={chosen}
          onValues={(values) => setValue('themes', values, { shouldDirty: true })}
        />
      )}
      <TextInput
        label="Another theme"
        hint="In a few words, without names of people"
        width={30}
        autoComplete="off"
        error={formState.errors.other?.message}
        {...register('other')}
      />
    </EditForm>
  );
}
