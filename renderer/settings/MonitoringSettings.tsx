import type { ReactNode } from 'react';
import { type Control, type FieldErrors, type UseFormRegister, useFieldArray } from 'react-hook-form';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { Button, Details, TextInput } from '#renderer/kit/index.ts';
import type { Setting } from '#shared/records/setting.ts';
import type { MonitoringQuestion } from '#shared/volunteers/monitoring.ts';
import {
  fromMonitoringForm,
  type MonitoringForm,
  monitoringFieldNames,
  monitoringForm,
  mostOptions,
  mostQuestions,
  toMonitoringForm,
} from './monitoringForm.ts';

/** What equality monitoring asks, with the census shares of the area; an office begins with a list that it may change. */
export function MonitoringSettings({ settings }: { settings: Setting }): ReactNode {
  const begun = useRead('monitoring.form', {});
  if (!begun.data) return begun.error ? <Failed failure={begun.error} /> : <Waiting />;
  return <Editor settings={settings} begun={begun.data.questions} />;
}

function Editor({ settings, begun }: { settings: Setting; begun: readonly MonitoringQuestion[] }): ReactNode {
  const host = useHost();
  const save = useWrite('settings.save');
  const edited = useEdited({
    name: 'monitoring settings',
    record: settings,
    schema: monitoringForm,
    toForm: (record: Setting | undefined) => toMonitoringForm(record, begun),
    fromForm: (typed, base: Setting | undefined) => fromMonitoringForm(typed, base ?? settings),
    save: (patch) => save.run({ patch }),
    reload: () => host.call('settings.get', {}),
  });
  const { register, control, formState } = edited.form;
  const { fields, append, remove } = useFieldArray({ control, name: 'questions', keyName: 'key' });
  return (
    <EditForm
      edited={edited}
      call="settings.save"
      label="Equality monitoring"
      save="Save the questions"
      quiet
      fieldNames={monitoringFieldNames}
    >
      <TextInput
        label={monitoringFieldNames.smallNumbers}
        hint="Smaller numbers of people are not told in totals, nor any from which they could be worked out; nought is told."
        width={3}
        inputMode="numeric"
        autoComplete="off"
        error={formState.errors.smallNumbers?.message}
        {...register('smallNumbers')}
      />
      <p className="govuk-hint">
        These are the office’s to change. The census shares are those of its area, in percent; none is known
        to the application. An answer that is taken out stays in the totals of those who gave it, without its
        name.
      </p>
      {fields.map(({ key, question }, index) => (
        <Details
          key={key}
          summary={question || 'New question'}
          open={formState.errors.questions?.[index] ? true : undefined}
        >
          <QuestionFields
            {...{ control, register, index }}
            errors={formState.errors}
            onRemove={() => remove(index)}
          />
        </Details>
      ))}
      {fields.length < mostQuestions && (
        <Button
          type="button"
          kind="secondary"
          onClick={() => append({ id: newRecordId(), question: '', options: [] })}
        >
          Add a question
        </Button>
      )}
    </EditForm>
  );
}

type QuestionFieldsProps = {
  control: Control<MonitoringForm>;
  register: UseFormRegister<MonitoringForm>;
  errors: FieldErrors<MonitoringForm>;
  index: number;
  onRemove: () => void;
};

function QuestionFields({ control, register, errors, index, onRemove }: QuestionFieldsProps): ReactNode {
  const { fields, append, remove } = useFieldArray({
    control,
    name: `questions.${index}.options`,
    keyName: 'key',
  });
  const wrong = errors.questions?.[index];
  return (
    <>
      <TextInput
        label="Question"
        error={wrong?.question?.message}
        {...register(`questions.${index}.question`)}
      />
      {fields.map(({ key, name }, at) => (
        <fieldset key={key} className="desk-plain-fieldset desk-topic">
          <legend className="govuk-visually-hidden">Answer {at + 1}</legend>
          <TextInput
            label="Answer"
            error={wrong?.options?.[at]?.name?.message}
            {...register(`questions.${index}.options.${at}.name`)}
          />
          <TextInput
            label="Census share"
            suffix="%"
            width={4}
            inputMode="decimal"
            autoComplete="off"
            error={wrong?.options?.[at]?.census?.message}
            {...register(`questions.${index}.options.${at}.census`)}
          />
          <Button type="button" kind="secondary" onClick={() => remove(at)}>
            Take out<span className="govuk-visually-hidden"> {name}</span>
          </Button>
        </fieldset>
      ))}
      {fields.length < mostOptions && (
        <Button
          type="button"
          kind="secondary"
          onClick={() => append({ id: newRecordId(), name: '', census: '' })}
        >
          Add an answer
        </Button>
      )}{' '}
      <Button type="button" kind="secondary" onClick={onRemove}>
        Take the question out
      </Button>
    </>
  );
}
