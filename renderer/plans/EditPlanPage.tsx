import { type ReactNode, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { BackLink, PageHeading, Select, Textarea, TextInput } from '#renderer/kit/index.ts';
import { type Plan, planKinds } from '#shared/records/plan.ts';
import { ok } from '#shared/result.ts';
import { capital } from '#shared/text.ts';
import { fromPlanForm, planFieldNames, planForm, toPlanForm } from './planForm.ts';

/** What a plan is: its title, who asked for it, and the coordinator's part where it follows an inspection. */
export function EditPlanPage(): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const isNew = id === 'new';
  const read = useRead('plans.get', { id }, { wanted: !isNew });
  return (
    <>
      <BackLink href={isNew ? '#/plans' : `#/plans/${id}`}>{isNew ? 'Plans' : 'The plan'}</BackLink>
      <PageHeading key={`heading ${id}`}>{isNew ? 'Add a plan' : 'Change the plan'}</PageHeading>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {(isNew || read.data) && <PlanEditor key={id} plan={read.data?.plan} />}
    </>
  );
}

function PlanEditor({ plan }: { plan: Plan | undefined }): ReactNode {
  const [, go] = useLocation();
  const host = useHost();
  const save = useWrite('plans.save');
  const [id] = useState(() => plan?.id ?? newRecordId());
  const edited = useEdited({
    name: `plan ${plan?.id ?? 'new'}`,
    record: plan,
    schema: planForm,
    toForm: toPlanForm,
    fromForm: (typed, base: Plan | undefined) => fromPlanForm(typed, base, id),
    save: (patch) => save.run({ id, patch }),
    reload: async () => {
      const now = await host.call('plans.get', { id });
      return now.ok ? ok(now.value.plan) : now;
    },
    onSaved: () => go(`/plans/${id}`),
  });
  const { register, formState } = edited.form;
  const { errors } = formState;
  const day = { width: 10, autoComplete: 'off' } as const;
  return (
    <EditForm edited={edited} call="plans.save" label="Plan" save="Save the plan" fieldNames={planFieldNames}>
      <TextInput label="Title" error={errors.title?.message} {...register('title')} />
      <Select
        label="Kind"
        options={planKinds.map((value) => ({ value, text: capital(value) }))}
        {...register('kind')}
      />
      <TextInput
        label="Asked for by"
        hint="For example an inspectorate. May be left blank."
        error={errors.source?.message}
        {...register('source')}
      />
      <TextInput
        label="Published on"
        hint="For example 3/11/2022"
        {...day}
        error={errors.published?.message}
        {...register('published')}
      />
      <TextInput
        label="First day of the inspection"
        hint="If this plan follows a custody inspection"
        {...day}
        error={errors.from?.message}
        {...register('from')}
      />
      <TextInput label="Last day of the inspection" {...day} error={errors.to?.message} {...register('to')} />
      <Textarea
        label="The coordinator’s part in the inspection"
        rows={4}
        error={errors.part?.message}
        {...register('part')}
      />
      <Textarea label="Notes" rows={3} error={errors.notes?.message} {...register('notes')} />
      <TextInput
        label="Closed on"
        hint="Leave blank while the plan is followed"
        {...day}
        error={errors.closed?.message}
        {...register('closed')}
      />
    </EditForm>
  );
}
