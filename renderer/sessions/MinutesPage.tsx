import type { ReactNode } from 'react';
import { useLocation, useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { BackLink, PageHeading, Textarea } from '#renderer/kit/index.ts';
import { agendaOf, type Session } from '#shared/records/session.ts';
import { ok } from '#shared/result.ts';
import { fromMinutesForm, minutesForm, sessionFieldNames, toMinutesForm } from './sessionForm.ts';

/** What was said, item by item. */
export function MinutesPage(): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const read = useRead('sessions.get', { id });
  const session = read.data?.session;
  return (
    <>
      <BackLink href={`#/sessions/${id}`}>{session?.title ?? 'The session'}</BackLink>
      <PageHeading key={`heading ${id}`}>Minutes</PageHeading>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {session && <MinutesEditor key={id} session={session} />}
    </>
  );
}

function MinutesEditor({ session }: { session: Session }): ReactNode {
  const { id } = session;
  const [, go] = useLocation();
  const host = useHost();
  const save = useWrite('sessions.save');
  const edited = useEdited({
    name: `minutes ${id}`,
    record: session,
    schema: minutesForm,
    toForm: toMinutesForm,
    fromForm: (typed, base: Session | undefined) => fromMinutesForm(typed, base ?? session),
    save: (patch) => save.run({ id, patch }),
    reload: async () => {
      const now = await host.call('sessions.get', { id });
      return now.ok ? ok(now.value.session) : now;
    },
    onSaved: () => go(`/sessions/${id}`),
  });
  const { register, formState, getValues } = edited.form;
  const { errors } = formState;
  const items = new Map(agendaOf(session).map((item) => [item.id, item]));
  return (
    <EditForm
      edited={edited}
      call="sessions.save"
      label="Minutes"
      save="Save the minutes"
      fieldNames={sessionFieldNames}
    >
      <p className="govuk-body">
        Everybody who sees the session reads its minutes. What is to be done stands among its actions.
      </p>
      {/* The boxes stand in the order in which they were filled: what was typed stays with its item. */}
      {getValues('items').map(({ id: item }, index) => (
        <Textarea
          key={item}
          label={`${index + 1}. ${items.get(item)?.title ?? 'An item that was taken off the agenda'}`}
          hint={items.get(item)?.words}
          rows={4}
          error={errors.items?.[index]?.minutes?.message}
          {...register(`items.${index}.minutes`)}
        />
      ))}
      <Textarea label="Notes" rows={4} error={errors.notes?.message} {...register('notes')} />
    </EditForm>
  );
}
