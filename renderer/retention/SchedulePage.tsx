import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { type Edited, useEdited } from '#renderer/editing/useEdited.ts';
import {
  BackLink,
  Button,
  Checkboxes,
  Fieldset,
  PageHeading,
  Select,
  Textarea,
  TextInput,
} from '#renderer/kit/index.ts';
import { retentionActions, retentionTriggers } from '#shared/records/case-settings.ts';
import { ok } from '#shared/result.ts';
import { applyPatch } from '#shared/sync/patch.ts';
import { capital } from '#shared/text.ts';
import {
  fromScheduleForm,
  mostClasses,
  newClass,
  type Schedule,
  type ScheduleForm,
  scheduleForm,
  scheduleMembers,
  toScheduleForm,
} from './scheduleForm.ts';

/** How long each class of records is kept, from when, and what then becomes of it. */
export function SchedulePage(): ReactNode {
  const settings = useRead('cases.settings', {});
  return (
    <>
      <BackLink href="#/settings/correspondence">Settings of correspondence</BackLink>
      <PageHeading>Retention schedule</PageHeading>
      <Failed failure={settings.error} />
      {!settings.data && !settings.error && <Waiting />}
      {settings.data && <Scheduled {...settings.data} />}
    </>
  );
}

function Scheduled({ retention, termEnds }: Schedule): ReactNode {
  const host = useHost();
  const set = useWrite('cases.set');
  const schedule = { retention, termEnds };
  const edited = useEdited<Schedule, ScheduleForm>({
    name: 'retention schedule',
    record: schedule,
    schema: scheduleForm,
    toForm: toScheduleForm,
    fromForm: fromScheduleForm,
    save: (patch) => set.run({ set: applyPatch(schedule, patch).document }),
    reload: async () => {
      const now = await host.call('cases.settings', {});
      return now.ok ? ok({ retention: now.value.retention, termEnds: now.value.termEnds }) : now;
    },
  });
  const { register, control, formState } = edited.form;
  const { fields, append } = useFieldArray({ control, name: 'classes', keyName: 'key' });
  return (
    <EditForm
      edited={edited}
      call="cases.set"
      label="Retention schedule"
      save="Save the schedule"
      fieldNames={{ classes: 'Classes', termEnds: 'Ends of terms' }}
    >
      <p className="govuk-hint">
        No law sets these periods: each is the office’s to confirm. Nothing is destroyed by the schedule
        alone: what is due is proposed, and approved by a second person.
      </p>
      {fields.map(({ key }, index) => (
        <OneClass key={key} index={index} edited={edited} />
      ))}
      {fields.length < mostClasses && (
        <Button type="button" kind="secondary" onClick={() => append(newClass())}>
          Add a class
        </Button>
      )}
      <Textarea
        label="Days on which a Commissioner’s term ended or ends"
        hint="One on each line, such as 8/5/2028. Classes kept from the end of a term count from the first of these after a case was closed."
        rows={3}
        error={formState.errors.termEnds?.message}
        {...register('termEnds')}
      />
    </EditForm>
  );
}

const options = (values: readonly string[]) => values.map((value) => ({ value, text: capital(value) }));

function OneClass({ index, edited }: { index: number; edited: Edited<ScheduleForm> }): ReactNode {
  const { register, formState } = edited.form;
  const errors = formState.errors.classes?.[index];
  return (
    <Fieldset legend={`Class ${index + 1}`} legendSize="s">
      <TextInput
        label="Its name"
        autoComplete="off"
        error={errors?.name?.message}
        {...register(`classes.${index}.name`)}
      />
      <Checkboxes
        small
        legend="What is of this class"
        legendSize="s"
        error={errors?.of?.message}
        items={options(scheduleMembers)}
        {...register(`classes.${index}.of`)}
      />
      <div className="desk-filters">
        <TextInput
          label="Kept for"
          suffix="months"
          width={4}
          inputMode="numeric"
          autoComplete="off"
          error={errors?.months?.message}
          {...register(`classes.${index}.months`)}
        />
        <Select label="From" options={options(retentionTriggers)} {...register(`classes.${index}.trigger`)} />
        <Select label="Then" options={options(retentionActions)} {...register(`classes.${index}.action`)} />
      </div>
      <TextInput
        label="What it rests on"
        autoComplete="off"
        error={errors?.authority?.message}
        {...register(`classes.${index}.authority`)}
      />
      <Checkboxes small items={[{ text: 'No longer used' }]} {...register(`classes.${index}.retired`)} />
    </Fieldset>
  );
}
