import { type ReactNode, useState } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { BackLink, PageHeading, Select, Textarea, TextInput } from '#renderer/kit/index.ts';
import { type Contact, contactWays } from '#shared/records/contact.ts';
import { capital } from '#shared/text.ts';
import { Alike } from './Alike.tsx';
import { contactForm, fromContactForm, toContactForm } from './contactForm.ts';
import { fieldNames } from './words.tsx';

/** Somebody who is not in the register yet; whoever looks like them is pointed out while they are typed. */
export function NewContactPage(): ReactNode {
  return (
    <>
      <BackLink href="#/contacts">People who write</BackLink>
      <PageHeading>Add a person</PageHeading>
      <Editor contact={undefined} />
    </>
  );
}

export function EditContactPage(): ReactNode {
  const { id = '' } = useParams();
  const { data, error } = useRead('contacts.get', { id });
  return (
    <>
      <BackLink href={`#/contacts/${id}`}>{data?.name ?? 'The person'}</BackLink>
      <PageHeading>Change what is written down</PageHeading>
      <Failed failure={error} />
      {data ? <Editor key={data.id} contact={data} /> : !error && <Waiting />}
    </>
  );
}

function Editor({ contact }: { contact: Contact | undefined }): ReactNode {
  const host = useHost();
  const save = useWrite('contacts.save');
  const [id] = useState(() => contact?.id ?? newRecordId());
  const edited = useEdited({
    name: `contact ${contact?.id ?? 'new'}`,
    record: contact,
    schema: contactForm,
    toForm: toContactForm,
    fromForm: (typed, base: Contact | undefined) => fromContactForm(typed, base ?? { id }),
    save: (patch) => save.run({ id, patch }),
    reload: () => host.call('contacts.get', { id }),
    onSaved: () => go(`/contacts/${id}`, { replace: contact === undefined }),
  });
  const { register, formState, watch } = edited.form;
  const { errors } = formState;
  const boxes = (field: keyof typeof fieldNames) => ({
    label: fieldNames[field],
    autoComplete: 'off',
    error: errors[field]?.message,
    ...register(field),
  });
  return (
    <EditForm
      edited={edited}
      call="contacts.save"
      label="Person"
      save="Save the person"
      fieldNames={fieldNames}
    >
      <TextInput {...boxes('name')} />
      {!contact && <Alike typed={watch()} />}
      <Textarea {...boxes('aliases')} hint="One on each line" rows={2} />
      <TextInput {...boxes('organisation')} />
      <TextInput {...boxes('mail')} type="email" />
      <Textarea {...boxes('otherMails')} hint="One on each line" rows={2} />
      <TextInput {...boxes('telephone')} type="tel" width={20} />
      <Textarea {...boxes('address')} hint="In lines, as on an envelope" rows={4} />
      <Textarea {...boxes('otherAddresses')} hint="With a blank line between two" rows={3} />
      <Select
        {...boxes('prefers')}
        options={[
          { value: '', text: 'Not said' },
          ...contactWays.map((value) => ({ value, text: capital(value) })),
        ]}
      />
      <Textarea
        {...boxes('adjustments')}
        hint="What makes it possible for them to take part. It is shown wherever somebody writes to them"
        rows={3}
      />
      <Textarea {...boxes('notes')} hint="They may read this if they ask what is kept of them" rows={4} />
    </EditForm>
  );
}
