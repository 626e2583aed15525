import type { ReactNode } from 'react';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { MoveButtons } from '#renderer/forms/MoveButtons.tsx';
import { Button, Fieldset, Textarea, TextInput } from '#renderer/kit/index.ts';
import type { DefinitionForm } from './definitionForm.ts';

/** The parts that the office writes itself, in the order of print. */
export function SectionFields({ form }: { form: UseFormReturn<DefinitionForm> }): ReactNode {
  const { register, control, formState, getValues } = form;
  const { fields, append, move, remove } = useFieldArray({ control, name: 'sections', keyName: 'key' });
  const errors = formState.errors.sections;
  return (
    <Fieldset legend="Sections in the office’s own words" legendSize="s">
      <p className="govuk-hint">
        What is written in a section that is taken away stays with its period, and is printed no more.
      </p>
      {fields.map(({ key, name }, index) => (
        <fieldset key={key} className="desk-plain-fieldset desk-topic">
          <legend className="govuk-visually-hidden">Section {index + 1}</legend>
          <TextInput
            label={`Heading of section ${index + 1}`}
            autoComplete="off"
            error={errors?.[index]?.title?.message}
            {...register(`sections.${index}.title`)}
          />
          <Textarea
            label={`What section ${index + 1} is for`}
            hint="Said to whoever writes it, and not printed"
            rows={2}
            error={errors?.[index]?.hint?.message}
            {...register(`sections.${index}.hint`)}
          />
          <p className="govuk-body">
            <MoveButtons
              name={getValues(`sections.${index}.title`).trim() || `section ${index + 1}`}
              id={`section-${name}`}
              place={index + 1}
              of={fields.length}
              onMove={(by) => move(index, index + by)}
            />{' '}
            <button type="button" className="govuk-link desk-link-button" onClick={() => remove(index)}>
              Take away<span className="govuk-visually-hidden"> section {index + 1}</span>
            </button>
          </p>
        </fieldset>
      ))}
      <Button
        type="button"
        kind="secondary"
        onClick={() => append({ name: newRecordId(), title: '', hint: '' })}
      >
        Add a section
      </Button>
    </Fieldset>
  );
}
