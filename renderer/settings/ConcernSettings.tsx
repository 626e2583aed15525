import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { Button, Checkboxes, Fieldset, Select, TextInput } from '#renderer/kit/index.ts';
import { concernAreas, severities } from '#shared/records/concern.ts';
import { severityTitles } from '#shared/records/concern-titles.ts';
import type { Setting } from '#shared/records/setting.ts';
import { capital } from '#shared/text.ts';
import {
  concernsFieldNames,
  concernsForm,
  fromConcernsForm,
  mostTopics,
  toConcernsForm,
} from './concernsForm.ts';

/** How long the police have to answer, and the office's own topics beneath the areas of concern. */
export function ConcernSettings({ settings }: { settings: Setting }): ReactNode {
  const host = useHost();
  const save = useWrite('settings.save');
  const edited = useEdited({
    name: 'concern settings',
    record: settings,
    schema: concernsForm,
    toForm: toConcernsForm,
    fromForm: (typed, base: Setting | undefined) => fromConcernsForm(typed, base ?? settings),
    save: (patch) => save.run({ patch }),
    reload: () => host.call('settings.get', {}),
  });
  const { register, control, formState } = edited.form;
  const { fields, append } = useFieldArray({ control, name: 'topics', keyName: 'key' });
  const { errors } = formState;
  return (
    <EditForm
      edited={edited}
      call="settings.save"
      label="Concerns"
      save="Save the days and topics"
      fieldNames={concernsFieldNames}
    >
      <Fieldset legend="Days the police have to answer a letter" legendSize="s">
        <p className="govuk-hint">
          Counted from the day of the letter. No source sets them: agree them with the force.
        </p>
        <div className="desk-filters">
          {severities.map((severity) => (
            <TextInput
              key={severity}
              label={severityTitles[severity]}
              suffix="days"
              width={4}
              inputMode="numeric"
              error={errors[severity]?.message}
              {...register(severity)}
            />
          ))}
        </div>
      </Fieldset>
      <Fieldset legend="Topics beneath the areas of concern" legendSize="s">
        <p className="govuk-hint">
          A topic that is offered no more stays on the concerns that are filed under it.
        </p>
        {fields.length === 0 && <p className="govuk-body">No topic is kept yet.</p>}
        {fields.map(({ key }, index) => (
          <fieldset key={key} className="desk-plain-fieldset desk-topic">
            <legend className="govuk-visually-hidden">Topic {index + 1}</legend>
            <Select
              label="Area"
              options={concernAreas.map((value) => ({ value, text: capital(value) }))}
              {...register(`topics.${index}.area`)}
            />
            <TextInput
              label="Topic"
              autoComplete="off"
              error={errors.topics?.[index]?.name?.message}
              {...register(`topics.${index}.name`)}
            />
            <Checkboxes small items={[{ text: 'Offered' }]} {...register(`topics.${index}.offered`)} />
          </fieldset>
        ))}
        {fields.length < mostTopics && (
          <Button
            type="button"
            kind="secondary"
            onClick={() => append({ id: newRecordId(), area: 'treatment', name: '', offered: true })}
          >
            Add a topic
          </Button>
        )}
      </Fieldset>
    </EditForm>
  );
}
