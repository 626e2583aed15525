import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { Textarea } from '#renderer/kit/index.ts';
import type { Concern } from '#shared/records/concern.ts';
import { ok } from '#shared/result.ts';
import {
  type ConcernForm,
  concernFieldNames,
  concernForm,
  fromConcernForm,
  toConcernForm,
} from './concernForm.ts';
import { FilingFields } from './FilingFields.tsx';

/** The wording for publication, apart from what was said, and how the concern is filed. */
export function Wording({ concern }: { concern: Concern }): ReactNode {
  const { id } = concern;
  const host = useHost();
  const save = useWrite('concerns.save');
  const edited = useEdited<Concern, ConcernForm>({
    name: `concern ${concern.id}`,
    record: concern,
    schema: concernForm,
    toForm: toConcernForm,
    fromForm: (typed, base) => fromConcernForm(typed, base ?? concern),
    save: (patch) => save.run({ id, patch }),
    reload: async () => {
      const now = await host.call('concerns.get', { id });
      return now.ok ? ok(now.value.concern) : now;
    },
  });
  return (
    <EditForm
      edited={edited}
      call="concerns.save"
      label="Wording and filing"
      save="Save the wording and filing"
      quiet
      fieldNames={concernFieldNames}
    >
      <Textarea
        label={concernFieldNames.publication}
        hint="What may be printed: no name, no custody number, nothing by which a person could be known."
        rows={3}
        error={edited.form.formState.errors.publication?.message}
        {...edited.form.register('publication')}
      />
      <FilingFields form={edited.form as UseFormReturn<ConcernForm>} />
    </EditForm>
  );
}
