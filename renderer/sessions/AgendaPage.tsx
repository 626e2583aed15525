import { type ReactNode, useRef, useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useLocation, useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { MoveButtons } from '#renderer/forms/MoveButtons.tsx';
import {
  BackLink,
  Button,
  ConfirmDialog,
  Fieldset,
  PageHeading,
  Textarea,
  TextInput,
} from '#renderer/kit/index.ts';
import type { Session } from '#shared/records/session.ts';
import { ok } from '#shared/result.ts';
import { agendaForm, fromAgendaForm, sessionFieldNames, toAgendaForm } from './sessionForm.ts';

/** What will be spoken about, in its order. Nothing counts until it is saved. */
export function AgendaPage(): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const read = useRead('sessions.get', { id });
  const session = read.data?.session;
  return (
    <>
      <BackLink href={`#/sessions/${id}`}>{session?.title ?? 'The session'}</BackLink>
      <PageHeading key={`heading ${id}`}>Agenda</PageHeading>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {session && <AgendaEditor key={id} session={session} />}
    </>
  );
}

function AgendaEditor({ session }: { session: Session }): ReactNode {
  const { id } = session;
  const [, go] = useLocation();
  const host = useHost();
  const save = useWrite('sessions.save');
  const edited = useEdited({
    name: `agenda ${id}`,
    record: session,
    schema: agendaForm,
    toForm: toAgendaForm,
    fromForm: (typed, base: Session | undefined) => fromAgendaForm(typed, base ?? session),
    save: (patch) => save.run({ id, patch }),
    reload: async () => {
      const now = await host.call('sessions.get', { id });
      return now.ok ? ok(now.value.session) : now;
    },
    onSaved: () => go(`/sessions/${id}`),
  });
  const { register, control, formState, getValues } = edited.form;
  const { fields, append, remove, move } = useFieldArray({ control, name: 'items', keyName: 'key' });
  const [asking, setAsking] = useState<number | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const errors = formState.errors.items;
  const nameAt = (index: number) => getValues(`items.${index}.title`).trim() || `item ${index + 1}`;
  const hasMinutes = (item: string) =>
    session.agenda.some((one) => one.id === item && one.minutes !== undefined);
  const takeAway = (index: number) => {
    setAsking(null);
    remove(index);
    setTimeout(() => add.current?.focus());
  };
  return (
    <EditForm
      edited={edited}
      call="sessions.save"
      label="Agenda"
      save="Save the agenda"
      fieldNames={sessionFieldNames}
    >
      {fields.length === 0 && <p className="govuk-body">Nothing is on the agenda yet.</p>}
      {fields.map(({ key, id: item }, index) => (
        <Fieldset key={key} legend={`Item ${index + 1}`} legendSize="s">
          <TextInput
            label="What it is called"
            autoComplete="off"
            error={errors?.[index]?.title?.message}
            {...register(`items.${index}.title`)}
          />
          <Textarea
            label="What is to be said about it (may be left blank)"
            rows={2}
            error={errors?.[index]?.words?.message}
            {...register(`items.${index}.words`)}
          />
          <p className="govuk-body">
            <MoveButtons
              name={nameAt(index)}
              id={`item-${item}`}
              place={index + 1}
              of={fields.length}
              onMove={(by) => move(index, index + by)}
            />{' '}
            <button
              type="button"
              className="govuk-link desk-link-button"
              onClick={() => (hasMinutes(item) ? setAsking(index) : takeAway(index))}
            >
              Remove<span className="govuk-visually-hidden"> “{nameAt(index)}”</span>
            </button>
          </p>
        </Fieldset>
      ))}
      <Button
        ref={add}
        type="button"
        kind="secondary"
        onClick={() => append({ id: newRecordId(), title: '', words: '' })}
      >
        Add an item
      </Button>
      {asking !== null && (
        <ConfirmDialog
          title={`Remove ${nameAt(asking)}?`}
          confirm="Remove"
          cancel="Keep"
          warning
          onConfirm={() => takeAway(asking)}
          onCancel={() => setAsking(null)}
        >
          The minutes of it go with it once the agenda is saved.
        </ConfirmDialog>
      )}
    </EditForm>
  );
}
