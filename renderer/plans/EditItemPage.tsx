import { type ReactNode, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { BackLink, PageHeading, Textarea, TextInput } from '#renderer/kit/index.ts';
import type { PlanItem } from '#shared/records/plan.ts';
import { ok } from '#shared/result.ts';
import { fromItemForm, itemFieldNames, itemForm, toItemForm } from './planForm.ts';

/** What is recommended, who owes it and by when. Where it stands is said by updates, not here. */
export function EditItemPage(): ReactNode {
  const { id: plan = '', item = '' } = useParams<{ id: string; item: string }>();
  const isNew = item === 'new';
  const read = useRead('plans.item', { id: item }, { wanted: !isNew });
  return (
    <>
      <BackLink href={isNew ? `#/plans/${plan}` : `#/plans/${plan}/items/${item}`}>
        {isNew ? 'The plan' : 'The recommendation'}
      </BackLink>
      <PageHeading key={`heading ${item}`}>
        {isNew ? 'Add a recommendation' : 'Change the recommendation'}
      </PageHeading>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {(isNew || read.data) && <ItemEditor key={item} plan={plan} item={read.data?.item} />}
    </>
  );
}

function ItemEditor({ plan, item }: { plan: string; item: PlanItem | undefined }): ReactNode {
  const [, go] = useLocation();
  const host = useHost();
  const save = useWrite('plans.saveItem');
  const [id] = useState(() => item?.id ?? newRecordId());
  const edited = useEdited({
    name: `planItem ${item?.id ?? `new ${plan}`}`,
    record: item,
    schema: itemForm,
    toForm: toItemForm,
    fromForm: (typed, base: PlanItem | undefined) => fromItemForm(typed, base, { id, plan }),
    save: (patch) => save.run({ id, patch }),
    reload: async () => {
      const now = await host.call('plans.item', { id });
      return now.ok ? ok(now.value.item) : now;
    },
    onSaved: () => go(`/plans/${plan}/items/${id}`),
  });
  const { register, formState } = edited.form;
  const { errors } = formState;
  return (
    <EditForm
      edited={edited}
      call="plans.saveItem"
      label="Recommendation"
      save="Save the recommendation"
      fieldNames={itemFieldNames}
    >
      <TextInput
        label="Number"
        hint="As the plan has it, for example 3.2"
        width={5}
        autoComplete="off"
        error={errors.number?.message}
        {...register('number')}
      />
      <Textarea
        label="What is recommended"
        rows={4}
        error={errors.recommendation?.message}
        {...register('recommendation')}
      />
      <TextInput
        label="Who owes it"
        hint="A post rather than a name. May be left blank."
        error={errors.owner?.message}
        {...register('owner')}
      />
      <TextInput
        label="By"
        hint="For example 3/11/2022. May be left blank."
        width={10}
        autoComplete="off"
        error={errors.due?.message}
        {...register('due')}
      />
    </EditForm>
  );
}
