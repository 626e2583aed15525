import type { ReactNode } from 'react';
import { type Control, type FieldErrors, type UseFormRegister, useFieldArray } from 'react-hook-form';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { Select, TextInput } from '#renderer/kit/index.ts';
import { DatedRows, RowLabel } from './DatedRows.tsx';
import type { SuiteForm } from './suiteForm.ts';

export interface SuiteListProps {
  control: Control<SuiteForm>;
  register: UseFormRegister<SuiteForm>;
  errors: FieldErrors<SuiteForm>;
}

const one = 'status';

/** From which days the suite was open, in reserve or closed. */
export function Statuses({ control, register, errors }: SuiteListProps): ReactNode {
  const { fields, append, remove } = useFieldArray({ control, name: 'statuses', keyName: 'key' });
  return (
    <DatedRows
      legend="Open, in reserve or closed"
      hint="Each from its day until the next one. A suite without any is open. Write days such as 3/11/2022."
      one={one}
      rows={fields}
      onAdd={() => append({ id: newRecordId(), from: '', status: 'open' })}
      onRemove={remove}
      row={(index) => (
        <>
          <TextInput
            label={<RowLabel text="From" {...{ one, index }} />}
            width={10}
            autoComplete="off"
            error={errors.statuses?.[index]?.from?.message}
            {...register(`statuses.${index}.from`)}
          />
          <Select
            label={<RowLabel text="The suite is" {...{ one, index }} />}
            options={[
              { value: 'open', text: 'open' },
              { value: 'reserve', text: 'in reserve' },
              { value: 'closed', text: 'closed' },
            ]}
            {...register(`statuses.${index}.status`)}
          />
        </>
      )}
    />
  );
}
