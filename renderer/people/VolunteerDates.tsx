import type { ReactNode } from 'react';
import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { Fieldset, TextInput } from '#renderer/kit/index.ts';
import { type PersonForm, volunteerDates } from './personForm.ts';

interface VolunteerDatesProps {
  register: UseFormRegister<PersonForm>;
  errors: FieldErrors<PersonForm>;
}

/** The dates of a volunteer. Each may be blank: a blank is not known. */
export function VolunteerDates({ register, errors }: VolunteerDatesProps): ReactNode {
  return (
    <Fieldset legend="Dates" legendSize="s">
      <p className="govuk-hint">Write dates such as 3/11/2022. A blank is a date that is not known.</p>
      {(Object.keys(volunteerDates) as (keyof typeof volunteerDates)[]).map((field) => (
        <TextInput
          key={field}
          label={volunteerDates[field]}
          width={10}
          autoComplete="off"
          error={errors[field]?.message}
          {...register(field)}
        />
      ))}
    </Fieldset>
  );
}
