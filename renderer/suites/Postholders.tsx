import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { Select, TextInput } from '#renderer/kit/index.ts';
import { posts } from '#shared/records/suite.ts';
import { capital } from '#shared/text.ts';
import { DatedRows, RowLabel } from './DatedRows.tsx';
import type { SuiteListProps } from './Statuses.tsx';

const one = 'postholder';

/** Who holds the posts to which letters about the suite go, from which day to which. */
export function Postholders({ control, register, errors }: SuiteListProps): ReactNode {
  const { fields, append, remove } = useFieldArray({ control, name: 'postholders', keyName: 'key' });
  return (
    <DatedRows
      legend="Postholders"
      hint="Letters, monthly sheets and mails begin with whoever holds the post on their day. Somebody without a last day holds it until the next one’s first. Write days such as 3/11/2022."
      one={one}
      rows={fields}
      onAdd={() =>
        append({ id: newRecordId(), post: 'custody inspector', name: '', mail: '', from: '', to: '' })
      }
      onRemove={remove}
      row={(index) => {
        const wrong = errors.postholders?.[index];
        return (
          <>
            <Select
              label={<RowLabel text="Post" {...{ one, index }} />}
              options={posts.map((value) => ({ value, text: capital(value) }))}
              {...register(`postholders.${index}.post`)}
            />
            <TextInput
              label={<RowLabel text="Name" {...{ one, index }} />}
              width={20}
              autoComplete="off"
              error={wrong?.name?.message}
              {...register(`postholders.${index}.name`)}
            />
            <TextInput
              label={<RowLabel text="Mail address" {...{ one, index }} />}
              type="email"
              width={20}
              autoComplete="off"
              error={wrong?.mail?.message}
              {...register(`postholders.${index}.mail`)}
            />
            <TextInput
              label={<RowLabel text="From" {...{ one, index }} />}
              width={10}
              autoComplete="off"
              error={wrong?.from?.message}
              {...register(`postholders.${index}.from`)}
            />
            <TextInput
              label={<RowLabel text="Last day" {...{ one, index }} />}
              width={10}
              autoComplete="off"
              error={wrong?.to?.message}
              {...register(`postholders.${index}.to`)}
            />
          </>
        );
      }}
    />
  );
}
