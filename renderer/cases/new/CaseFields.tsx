import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useRead } from '#renderer/app/host.tsx';
import { Checkboxes, Select, Textarea, TextInput, TimeInput } from '#renderer/kit/index.ts';
import { caseKinds, channels } from '#shared/records/case-parts.ts';
import { capital } from '#shared/text.ts';
import { channelWords } from '../words.tsx';
import type { CaseForm } from './caseForm.ts';
import { SomebodyFields } from './SomebodyFields.tsx';

type CaseFieldsProps = { form: UseFormReturn<CaseForm>; themes: readonly string[]; besides?: string };

const blank = (text: string) => ({ value: '', text });
const plain = (values: readonly string[]) => values.map((value) => ({ value, text: value }));

/** What is written down of a case when it comes in, in the order in which a letter says it. */
export function CaseFields({ form, themes, besides }: CaseFieldsProps): ReactNode {
  const areas = useRead('settings.get', {}).data?.areas ?? [];
  const constituencies = useRead('cases.settings', {}).data?.constituencies ?? [];
  const { register, formState } = form;
  const { errors } = formState;
  return (
    <>
      <div className="desk-filters">
        <Select
          label="Kind"
          options={caseKinds.map((value) => ({ value, text: capital(value) }))}
          {...register('kind')}
        />
        <Select
          label="How it came"
          options={[blank('Not said'), ...channels.map((value) => ({ value, text: channelWords[value] }))]}
          {...register('channel')}
        />
        <TextInput
          label="Received"
          width={10}
          autoComplete="off"
          error={errors.received?.message}
          {...register('received')}
        />
        <TimeInput label="At" error={errors.at?.message} {...register('at')} />
      </div>
      <SomebodyFields {...{ form, besides }} of="from" title="From" />
      <SomebodyFields {...{ form, besides }} of="onBehalfOf" title="On behalf of" />
      <div className="desk-filters">
        <Select
          label="Area"
          options={[blank('Not said'), ...plain(areas), { value: 'outside', text: 'Outside' }]}
          {...register('area')}
        />
        {constituencies.length > 0 && (
          <Select
            label="Constituency"
            options={[blank('Not said'), ...plain(constituencies.map(({ name }) => name))]}
            {...register('constituency')}
          />
        )}
        <TextInput
          label="Where it happened"
          hint="As people call the place; no address of theirs"
          autoComplete="off"
          error={errors.place?.message}
          {...register('place')}
        />
      </div>
      <TextInput
        label="Themes"
        hint={`Parted by commas; the first letters are enough. ${themes.join(', ')}`}
        autoComplete="off"
        error={errors.themes?.message}
        {...register('themes')}
      />
      <TextInput
        label="Tags (can be left blank)"
        hint="Parted by commas"
        autoComplete="off"
        error={errors.tags?.message}
        {...register('tags')}
      />
      <Textarea label="Summary" rows={3} maxLength={30_000} {...register('summary')} />
      <Checkboxes small items={[{ text: 'Urgent' }]} {...register('urgent')} />
    </>
  );
}
