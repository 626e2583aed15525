import { type ReactNode, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { PanelSelect } from '#renderer/editing/PanelSelect.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { BackLink, PageHeading, Radios, Select, TextInput, TimeInput } from '#renderer/kit/index.ts';
import { type Session, sessionKinds } from '#shared/records/session.ts';
import { ok } from '#shared/result.ts';
import { capital } from '#shared/text.ts';
import { fromSessionForm, sessionFieldNames, sessionForm, toSessionForm } from './sessionForm.ts';

/** What a session is: a new one, the next after another, or one whose facts are put right. */
export function EditSessionPage(): ReactNode {
  const { id, last } = useParams<{ id?: string; last?: string }>();
  const read = useRead('sessions.get', { id: id ?? last ?? '' }, { wanted: (id ?? last) !== undefined });
  const settings = useRead('settings.get', {});
  const panels = useRead('panels.list', {});
  const session = useSession();
  const from = id ?? last;
  const known = read.data?.session;
  // Whoever runs one panel alone arranges what is that panel's.
  const [only, ...others] = panels.data ?? [];
  const isCoordinator = session.data?.person.roles.includes('coordinator') ?? false;
  const own = only && others.length === 0 && !isCoordinator ? { panel: only.id } : {};
  const ready = settings.data && panels.data && session.data && (from === undefined || known);
  return (
    <>
      <BackLink href={from ? `#/sessions/${from}` : '#/sessions'}>
        {from ? (known?.title ?? 'The session') : 'Training and meetings'}
      </BackLink>
      <PageHeading key={`heading ${from}`}>
        {id ? 'Change when and where' : last ? 'The next meeting' : 'Add training or a meeting'}
      </PageHeading>
      <Failed failure={read.error ?? settings.error ?? panels.error} />
      {!ready && !read.error && <Waiting />}
      {ready && (
        <SessionEditor
          key={from}
          name={id ?? (last ? `next ${last}` : 'new')}
          record={id ? known : undefined}
          like={last ? known : own}
          topics={(settings.data.trainings ?? []).map(({ name }) => name)}
        />
      )}
    </>
  );
}

type EditorProps = {
  name: string;
  record: Session | undefined;
  like: Partial<Session> | undefined;
  topics: readonly string[];
};

function SessionEditor({ name, record, like = {}, topics }: EditorProps): ReactNode {
  const [, go] = useLocation();
  const host = useHost();
  const save = useWrite('sessions.save');
  const [id] = useState(() => record?.id ?? newRecordId());
  const edited = useEdited({
    name: `session ${name}`,
    record,
    schema: sessionForm,
    toForm: (shown: Session | undefined) => toSessionForm(shown, like),
    fromForm: (typed, base: Session | undefined) => fromSessionForm(typed, base, id, like),
    save: (patch) => save.run({ id, patch }),
    reload: async () => {
      const now = await host.call('sessions.get', { id });
      return now.ok ? ok(now.value.session) : now;
    },
    onSaved: () => go(`/sessions/${id}`),
  });
  const { register, formState, watch } = edited.form;
  const { errors } = formState;
  const kept = record?.topic ?? like.topic;
  const offered = [...new Set([...topics, ...(kept ? [kept] : [])])];
  return (
    <EditForm edited={edited} call="sessions.save" label="Session" save="Save" fieldNames={sessionFieldNames}>
      <Radios
        legend={sessionFieldNames.kind}
        legendSize="s"
        inline
        items={sessionKinds.map((value) => ({ value, text: capital(value) }))}
        {...register('kind')}
      />
      <TextInput
        label={sessionFieldNames.title}
        hint="As its papers are headed"
        error={errors.title?.message}
        {...register('title')}
      />
      <TextInput
        label={sessionFieldNames.on}
        hint="For example 3/11/2026"
        width={10}
        autoComplete="off"
        error={errors.on?.message}
        {...register('on')}
      />
      <div className="desk-in-row">
        <TimeInput label={sessionFieldNames.from} error={errors.from?.message} {...register('from')} />
        <TimeInput label={sessionFieldNames.to} error={errors.to?.message} {...register('to')} />
      </div>
      <TextInput label={sessionFieldNames.place} error={errors.place?.message} {...register('place')} />
      <PanelSelect
        hint="Without a panel it is everybody’s of the scheme. The coordinator alone arranges that."
        {...register('panel')}
      />
      {watch('kind') === 'training' && (
        <Select
          label={sessionFieldNames.topic}
          hint="From the office’s list of training. Whoever is present has then taken it."
          options={[
            { value: '', text: 'Nothing on the list' },
            ...offered.map((topic) => ({ value: topic, text: topic })),
          ]}
          {...register('topic')}
        />
      )}
    </EditForm>
  );
}
