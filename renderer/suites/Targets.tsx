import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { Select, TextInput } from '#renderer/kit/index.ts';
import { DatedRows, RowLabel } from './DatedRows.tsx';
import type { SuiteListProps } from './Statuses.tsx';

const one = 'target';

/** From which days the scheme aims at how many visits. */
export function Targets({ control, register, errors }: SuiteListProps): ReactNode {
  const { fields, append, remove } = useFieldArray({ control, name: 'targets', keyName: 'key' });
  return (
    <DatedRows
      legend="Target"
      hint="Visits aimed at, each number from its day until the next one. Write days such as 3/11/2022."
      one={one}
      rows={fields}
      onAdd={() => append({ id: newRecordId(), from: '', visits: '1', per: 'week' })}
      onRemove={remove}
      row={(index) => {
        const wrong = errors.targets?.[index];
        return (
          <>
            <TextInput
              label={<RowLabel text="From" {...{ one, index }} />}
              width={10}
              autoComplete="off"
              error={wrong?.from?.message}
              {...register(`targets.${index}.from`)}
            />
            <TextInput
              label={<RowLabel text="Visits" {...{ one, index }} />}
              width={4}
              inputMode="decimal"
              autoComplete="off"
              error={wrong?.visits?.message}
              {...register(`targets.${index}.visits`)}
            />
            <Select
              label={<RowLabel text="In each" {...{ one, index }} />}
              options={[
                { value: 'week', text: 'week' },
                { value: 'quarter', text: 'quarter' },
              ]}
              {...register(`targets.${index}.per`)}
            />
          </>
        );
      }}
    />
  );
}
