import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { Button, Checkboxes, TextInput } from '#renderer/kit/index.ts';
import type { Setting } from '#shared/records/setting.ts';
import {
  fromTrainingsForm,
  mostTrainings,
  toTrainingsForm,
  trainingsFieldNames,
  trainingsForm,
} from './trainingsForm.ts';

/** Which training there is, which of it volunteers need, and how long it lasts. */
export function TrainingSettings({ settings }: { settings: Setting }): ReactNode {
  const host = useHost();
  const save = useWrite('settings.save');
  const edited = useEdited({
    name: 'training settings',
    record: settings,
    schema: trainingsForm,
    toForm: toTrainingsForm,
    fromForm: (typed, base: Setting | undefined) => fromTrainingsForm(typed, base ?? settings),
    save: (patch) => save.run({ patch }),
    reload: () => host.call('settings.get', {}),
  });
  const { register, control, formState } = edited.form;
  const { fields, append } = useFieldArray({ control, name: 'trainings', keyName: 'key' });
  const errors = formState.errors.trainings;
  return (
    <EditForm
      edited={edited}
      call="settings.save"
      label="Training"
      save="Save the training"
      quiet
      fieldNames={trainingsFieldNames}
    >
      <p className="govuk-hint">
        Sessions are of one of these, and what volunteers need of them is looked at under “What runs out”. No
        source sets how long training lasts: blank is for ever.
      </p>
      {fields.length === 0 && <p className="govuk-body">No training is written down yet.</p>}
      {fields.map(({ key }, index) => (
        <fieldset key={key} className="desk-plain-fieldset desk-topic">
          <legend className="govuk-visually-hidden">Training {index + 1}</legend>
          <TextInput
            label="Training"
            autoComplete="off"
            error={errors?.[index]?.name?.message}
            {...register(`trainings.${index}.name`)}
          />
          <TextInput
            label="Taken again after"
            suffix="months"
            width={3}
            inputMode="numeric"
            autoComplete="off"
            error={errors?.[index]?.months?.message}
            {...register(`trainings.${index}.months`)}
          />
          <Checkboxes
            small
            items={[{ text: 'Every volunteer needs it' }]}
            {...register(`trainings.${index}.needed`)}
          />
        </fieldset>
      ))}
      {fields.length < mostTrainings && (
        <Button
          type="button"
          kind="secondary"
          onClick={() => append({ id: newRecordId(), name: '', needed: true, months: '' })}
        >
          Add a training
        </Button>
      )}
    </EditForm>
  );
}
