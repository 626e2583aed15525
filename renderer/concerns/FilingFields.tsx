import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useRead } from '#renderer/app/host.tsx';
import { Radios, Select } from '#renderer/kit/index.ts';
import {
  areaOptions,
  type ConcernForm,
  concernFieldNames,
  severityOptions,
  sharingItems,
  topicOptions,
} from './concernForm.ts';

/** How a concern is filed: its area with the office's own topic beneath, its severity, and who may read it. */
export function FilingFields({ form }: { form: UseFormReturn<ConcernForm> }): ReactNode {
  const settings = useRead('settings.get', {}).data;
  const { register, watch, setValue } = form;
  const area = watch('area');
  const topic = watch('topic');
  const options = topicOptions(settings, area, topic);
  return (
    <>
      <div className="desk-filters">
        <Select
          label={concernFieldNames.area}
          options={areaOptions}
          {...register('area', { onChange: () => setValue('topic', '', { shouldDirty: true }) })}
          value={area}
        />
        <Select
          label={concernFieldNames.topic}
          options={options}
          {...register('topic')}
          // The office's topics may come after the value: it is shown once it is offered.
          value={topic}
        />
        <Select
          label={concernFieldNames.severity}
          options={severityOptions}
          {...register('severity')}
          value={watch('severity')}
        />
      </div>
      <Radios
        legend={concernFieldNames.sharing}
        legendSize="s"
        inline
        hint="What is for the office only stands in nothing that goes to custody."
        items={sharingItems}
        {...register('sharing')}
      />
    </>
  );
}
