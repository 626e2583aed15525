import type { ReactNode } from 'react';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { Button, Fieldset, TextInput } from '#renderer/kit/index.ts';
import type { ApplicationForm } from './applicationForm.ts';

/** Where the application went first by mistake: that time does not count (SI 2020/2, regulation 29(3)). */
export function WrongBodies({ form }: { form: UseFormReturn<ApplicationForm> }): ReactNode {
  const { control, register, formState } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'wrongBodies', keyName: 'key' });
  const errors = formState.errors.wrongBodies;
  return (
    <Fieldset legend="With another body first" legendSize="m">
      <p className="govuk-hint">
        Time with a body that does not decide it is left out, and where that body sent it on, it counts as
        made on that day.
      </p>
      {fields.map(({ key }, index) => (
        <div key={key} className="desk-dated-row">
          <TextInput
            label="Body"
            hint="For example the IOPC"
            autoComplete="off"
            error={errors?.[index]?.body?.message}
            {...register(`wrongBodies.${index}.body`)}
          />
          <TextInput
            label="Came there on"
            width={10}
            autoComplete="off"
            error={errors?.[index]?.received?.message}
            {...register(`wrongBodies.${index}.received`)}
          />
          <TextInput
            label="Left there on"
            width={10}
            autoComplete="off"
            error={errors?.[index]?.forwarded?.message}
            {...register(`wrongBodies.${index}.forwarded`)}
          />
          <Button type="button" kind="secondary" onClick={() => remove(index)}>
            Remove<span className="govuk-visually-hidden"> body {index + 1}</span>
          </Button>
        </div>
      ))}
      <Button
        type="button"
        kind="secondary"
        onClick={() => append({ id: newRecordId(), body: '', received: '', forwarded: '' })}
      >
        Add another body
      </Button>
    </Fieldset>
  );
}
