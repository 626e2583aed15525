import { type ReactNode, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useLocation } from 'wouter';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { PanelSelect } from '#renderer/editing/PanelSelect.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { BackLink, Checkboxes, PageHeading, Select, TextInput } from '#renderer/kit/index.ts';
import { type Person, volunteerStatuses } from '#shared/records/person.ts';
import { roles } from '#shared/roles.ts';
import { capital } from '#shared/text.ts';
import { PersonFrame } from './PersonFrame.tsx';
import { fromPersonForm, personFieldNames, personForm, toPersonForm } from './personForm.ts';
import { roleNames } from './roleNames.ts';
import { VolunteerDates } from './VolunteerDates.tsx';

/** Somebody who is in the scheme, or works for it, and is not in the list yet. */
export function NewPersonPage(): ReactNode {
  return (
    <>
      <BackLink href="#/people">People</BackLink>
      <PageHeading>Add a person</PageHeading>
      <PersonEditor person={undefined} />
    </>
  );
}

/** What is kept of somebody for all who work with them, and the days that follow from their way. */
export function EditPersonPage(): ReactNode {
  return (
    <PersonFrame title="Name, roles and dates">
      {({ person }) => <PersonEditor key={person.id} person={person} />}
    </PersonFrame>
  );
}

function PersonEditor({ person }: { person: Person | undefined }): ReactNode {
  const [, go] = useLocation();
  const host = useHost();
  const save = useWrite('people.save');
  const [id] = useState(() => person?.id ?? newRecordId());
  const edited = useEdited({
    name: `person ${person?.id ?? 'new'}`,
    record: person,
    schema: personForm,
    toForm: toPersonForm,
    fromForm: (typed, base: Person | undefined) => fromPersonForm(typed, base, id),
    save: (patch) => save.run({ id, patch }),
    reload: () => host.call('people.get', { id }),
    onSaved: () => {
      if (!person) go(`/people/${id}`, { replace: true });
    },
  });
  const { register, formState, control } = edited.form;
  const { errors } = formState;
  const isVolunteer = useWatch({ control, name: 'status' }) !== '';
  return (
    <EditForm
      edited={edited}
      call="people.save"
      label="Person"
      save="Save the person"
      fieldNames={personFieldNames}
    >
      <TextInput label="Name" autoComplete="off" error={errors.name?.message} {...register('name')} />
      <PanelSelect {...register('panel')} />
      <Checkboxes
        legend="Roles"
        legendSize="s"
        small
        items={roles.map((value) => ({ value, text: roleNames[value] }))}
        {...register('roles')}
      />
      {!person && (
        <Select
          label="Volunteer"
          options={[
            { value: '', text: 'Not a volunteer' },
            ...volunteerStatuses.map((value) => ({ value, text: capital(value) })),
          ]}
          {...register('status')}
        />
      )}
      {isVolunteer && <VolunteerDates {...{ register, errors }} />}
    </EditForm>
  );
}
