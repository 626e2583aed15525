import { type ReactNode, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { z } from 'zod';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { neededName } from '#renderer/editing/typed.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { BackLink, Checkboxes, PageHeading, Select, Textarea, TextInput } from '#renderer/kit/index.ts';
import { usualLevels } from '#shared/quality/criteria.ts';
import { factIds, factTitles } from '#shared/quality/facts.ts';
import type { Criterion } from '#shared/records/criterion.ts';
import { ok } from '#shared/result.ts';

const criterionForm = z.object({
  level: neededName('the level'),
  number: z
    .string()
    .trim()
    .min(1, 'Enter the number of the criterion')
    .max(20, 'Write at most 20 characters'),
  text: z.string().trim().min(1, 'Enter what is asked').max(30_000, 'Write at most 30,000 characters'),
  fact: z.string(),
  retired: z.boolean(),
});
type CriterionForm = z.infer<typeof criterionForm>;

const fieldNames = {
  level: 'Level',
  number: 'Number',
  text: 'What is asked',
  fact: 'Proved by',
  retired: 'No longer used',
};

const toForm = (criterion: Criterion | undefined): CriterionForm => ({
  level: criterion?.level ?? '',
  number: criterion?.number ?? '',
  text: criterion?.text ?? '',
  fact: criterion?.fact ?? '',
  retired: criterion?.retired ?? false,
});

const fromForm = (typed: CriterionForm, base: Criterion | undefined, id: string): Criterion =>
  ({
    updates: [],
    evidence: [],
    ...base,
    id,
    level: typed.level.trim(),
    number: typed.number.trim(),
    text: typed.text.trim(),
    fact: typed.fact || undefined,
    retired: typed.retired || undefined,
  }) as Criterion;

/** What a criterion asks. Where it stands is said by updates, not here. */
export function EditCriterionPage(): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const isNew = id === 'new';
  const read = useRead('quality.get', { id }, { wanted: !isNew });
  return (
    <>
      <BackLink href={isNew ? '#/quality' : `#/quality/${id}`}>
        {isNew ? 'Quality evidence' : 'The criterion'}
      </BackLink>
      <PageHeading key={`heading ${id}`}>{isNew ? 'Add a criterion' : 'Change the criterion'}</PageHeading>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {(isNew || read.data) && <CriterionEditor key={id} criterion={read.data?.criterion} />}
    </>
  );
}

function CriterionEditor({ criterion }: { criterion: Criterion | undefined }): ReactNode {
  const [, go] = useLocation();
  const host = useHost();
  const save = useWrite('quality.save');
  const [id] = useState(() => criterion?.id ?? newRecordId());
  const edited = useEdited({
    name: `criterion ${criterion?.id ?? 'new'}`,
    record: criterion,
    schema: criterionForm,
    toForm,
    fromForm: (typed, base: Criterion | undefined) => fromForm(typed, base, id),
    save: (patch) => save.run({ id, patch }),
    reload: async () => {
      const now = await host.call('quality.get', { id });
      return now.ok ? ok(now.value.criterion) : now;
    },
    onSaved: () => go(`/quality/${id}`),
  });
  const { register, formState } = edited.form;
  const { errors } = formState;
  return (
    <EditForm
      edited={edited}
      call="quality.save"
      label="Criterion"
      save="Save the criterion"
      fieldNames={fieldNames}
    >
      <TextInput
        label="Level"
        hint={`For example ${usualLevels.join(', ')}`}
        list="levels"
        width={20}
        error={errors.level?.message}
        {...register('level')}
      />
      <datalist id="levels">
        {usualLevels.map((level) => (
          <option key={level} value={level} />
        ))}
      </datalist>
      <TextInput
        label="Number"
        hint="As the framework has it, for example 2.4"
        width={5}
        autoComplete="off"
        error={errors.number?.message}
        {...register('number')}
      />
      <Textarea label="What is asked" rows={4} error={errors.text?.message} {...register('text')} />
      <Select
        label="Proved by"
        hint="What the records prove of themselves is filled in for the period of the pack"
        options={[
          { value: '', text: 'nothing in the records' },
          ...factIds.map((value) => ({ value, text: factTitles[value] })),
        ]}
        {...register('fact')}
      />
      <Checkboxes
        items={[
          {
            value: '',
            text: 'This criterion is no longer used',
            hint: 'What was said of it stays, and it is in no pack.',
          },
        ]}
        {...register('retired')}
      />
    </EditForm>
  );
}
