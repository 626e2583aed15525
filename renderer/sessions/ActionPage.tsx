import { type ReactNode, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { BackLink, PageHeading, Select, Textarea, TextInput } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import type { SessionAction } from '#shared/records/session.ts';
import { ok } from '#shared/result.ts';
import { withinList } from './patches.ts';
import { actionForm, fromActionForm, toActionForm } from './sessionForm.ts';

const names = {
  words: 'What is to be done',
  owner: 'Who owes it',
  due: 'By',
  done: 'Done on',
  came: 'What came of it',
};

/** One action: what was agreed, who owes it, and what came of it. */
export function ActionPage(): ReactNode {
  const { id = '', action: item = '' } = useParams<{ id: string; action: string }>();
  const read = useRead('sessions.get', { id });
  const isNew = item === 'new';
  const action = read.data?.session.actions.find((one) => one.id === item);
  return (
    <>
      <BackLink href={`#/sessions/${id}`}>{read.data?.session.title ?? 'The session'}</BackLink>
      <PageHeading key={`heading ${item}`}>{isNew ? 'Add an action' : 'Action'}</PageHeading>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {read.data && !isNew && !action && <Failed failure={{ tag: 'notFound', what: 'action' }} />}
      {read.data && (isNew || action) && <ActionEditor key={item} shown={read.data} action={action} />}
    </>
  );
}

type EditorProps = { shown: Output<'sessions.get'>; action: SessionAction | undefined };

function ActionEditor({ shown, action }: EditorProps): ReactNode {
  const { session, owners } = shown;
  const [, go] = useLocation();
  const host = useHost();
  const save = useWrite('sessions.save');
  const [item] = useState(() => action?.id ?? newRecordId());
  const edited = useEdited({
    name: `action ${action?.id ?? `new ${session.id}`}`,
    record: action,
    schema: actionForm,
    toForm: toActionForm,
    fromForm: (typed, base: SessionAction | undefined) => fromActionForm(typed, base, item),
    save: (patch) => save.run({ id: session.id, patch: withinList('actions', item, patch, !action) }),
    reload: async () => {
      const now = await host.call('sessions.get', { id: session.id });
      return now.ok ? ok(now.value.session.actions.find((one) => one.id === item)) : now;
    },
    onSaved: () => go(`/sessions/${session.id}`),
  });
  const { register, formState } = edited.form;
  const { errors } = formState;
  const day = { width: 10, autoComplete: 'off' } as const;
  return (
    <EditForm edited={edited} call="sessions.save" label="Action" save="Save the action" fieldNames={names}>
      <Textarea label={names.words} rows={3} error={errors.words?.message} {...register('words')} />
      <Select
        label={names.owner}
        options={[
          { value: '', text: 'Nobody yet' },
          ...owners.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        {...register('owner')}
      />
      <TextInput
        label={names.due}
        hint="For example 3/11/2026. May be left blank."
        {...day}
        error={errors.due?.message}
        {...register('due')}
      />
      <TextInput
        label={names.done}
        hint="Leave blank while it is open"
        {...day}
        error={errors.done?.message}
        {...register('done')}
      />
      <Textarea label={names.came} rows={3} error={errors.came?.message} {...register('came')} />
    </EditForm>
  );
}
