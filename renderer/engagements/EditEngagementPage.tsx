import { type ReactNode, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { BackLink, PageHeading, Select, Textarea, TextInput } from '#renderer/kit/index.ts';
import { type Engagement, engagementKinds } from '#shared/records/engagement.ts';
import { ok } from '#shared/result.ts';
import { capital } from '#shared/text.ts';
import type { LinkedCase } from './CaseList.tsx';
import {
  type Beginning,
  engagementFieldNames,
  engagementForm,
  fromEngagementForm,
  toEngagementForm,
} from './engagementForm.ts';
import { CasesField, ThemesField } from './LinkedFields.tsx';
import { useBeginning } from './useBeginning.ts';

/** A visit, a meeting or a public session: what it was, who went, and what followed. */
export function EditEngagementPage(): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const isNew = id === 'new';
  const read = useRead('engagements.get', { id }, { wanted: !isNew });
  const begun = useBeginning(isNew);
  const cases = isNew ? begun.cases : (read.data?.cases ?? []);
  return (
    <>
      <BackLink href={isNew ? '#/engagements' : `#/engagements/${id}`}>
        {isNew ? 'Engagements' : 'The engagement'}
      </BackLink>
      <PageHeading key={`heading ${id}`}>
        {isNew ? 'Write down an engagement' : 'Change the engagement'}
      </PageHeading>
      <Failed failure={read.error} />
      {(read.isLoading || begun.waits) && <Waiting />}
      {(isNew ? !begun.waits : read.data) && (
        <Editor
          key={id}
          engagement={read.data?.engagement}
          start={begun.start}
          cases={cases}
          more={begun.more}
        />
      )}
    </>
  );
}

type EditorProps = {
  engagement: Engagement | undefined;
  start: Beginning;
  cases: readonly LinkedCase[];
  more: boolean;
};

/** What was typed is kept under what it was begun from. */
export const begunFrom = ({ theme, area, cases }: Beginning): string =>
  [theme, area, cases[0], cases.length].join(' ');

const blank = { value: '', text: 'Not said' };
const options = (values: readonly string[], own: string) =>
  [...new Set([...values, ...(own ? [own] : [])])].map((value) => ({ value, text: value }));

function Editor({ engagement, start, cases, more }: EditorProps): ReactNode {
  const [, go] = useLocation();
  const host = useHost();
  const save = useWrite('engagements.save');
  const lists = useRead('engagements.lists', {}).data;
  const [id] = useState(() => engagement?.id ?? newRecordId());
  const edited = useEdited({
    name: `engagement ${engagement?.id ?? `new ${begunFrom(start)}`}`,
    record: engagement,
    schema: engagementForm,
    toForm: (one: Engagement | undefined) => toEngagementForm(one, start),
    fromForm: (typed, base: Engagement | undefined) => fromEngagementForm(typed, base, id),
    save: (patch) => save.run({ id, patch }),
    reload: async () => {
      const now = await host.call('engagements.get', { id });
      return now.ok ? ok(now.value.engagement) : now;
    },
    onSaved: () => go(`/engagements/${id}`),
  });
  const { register, formState, getValues } = edited.form;
  const { errors } = formState;
  const typed = getValues();
  return (
    <EditForm
      edited={edited}
      call="engagements.save"
      label="Engagement"
      save="Save the engagement"
      fieldNames={engagementFieldNames}
    >
      <TextInput
        label="What it was"
        hint="Name nobody of the public"
        error={errors.title?.message}
        {...register('title')}
      />
      <TextInput
        label="Day"
        hint="For example 3/11/2026"
        width={10}
        autoComplete="off"
        error={errors.on?.message}
        {...register('on')}
      />
      <Select
        label="Kind"
        options={engagementKinds.map((value) => ({ value, text: capital(value) }))}
        {...register('kind')}
      />
      <TextInput label="Place" autoComplete="off" error={errors.place?.message} {...register('place')} />
      <Select
        label="Area"
        options={[blank, ...options(lists?.areas ?? [], typed.area)]}
        {...register('area')}
      />
      <Select
        label="Constituency"
        options={[blank, ...options(lists?.constituencies ?? [], typed.constituency)]}
        {...register('constituency')}
      />
      <Textarea
        label="Who went for the office"
        hint="One to a line, by name or by office"
        rows={3}
        error={errors.attended?.message}
        {...register('attended')}
      />
      <ThemesField themes={lists?.themes ?? []} named={typed.themes} field={register('themes')} />
      <CasesField cases={cases} more={more} field={register('cases')} />
      <Textarea label="What was said" rows={5} error={errors.words?.message} {...register('words')} />
      <Textarea
        label="What was decided"
        rows={3}
        error={errors.decision?.message}
        {...register('decision')}
      />
      <TextInput
        label="Money that followed"
        prefix="£"
        width={10}
        inputMode="decimal"
        autoComplete="off"
        error={errors.money?.message}
        {...register('money')}
      />
    </EditForm>
  );
}
