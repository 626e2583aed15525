import { type ReactNode, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useLocation, useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { PanelSelect } from '#renderer/editing/PanelSelect.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { BackLink, Checkboxes, InsetText, PageHeading, Select, TextInput } from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import { type Person, standing, volunteerStatuses } from '#shared/records/person.ts';
import { roles } from '#shared/roles.ts';
import { capital } from '#shared/text.ts';
import { Pin } from './Pin.tsx';
import { fromPersonForm, personFieldNames, personForm, toPersonForm } from './personForm.ts';
import { roleNames } from './roleNames.ts';
import { VolunteerDates } from './VolunteerDates.tsx';

/** One person: what they may do, which panel they are of, and how they stand as a volunteer. */
export function PersonPage(): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const isNew = id === 'new';
  const person = useRead('people.get', { id }, { wanted: !isNew });
  return (
    <>
      <BackLink href="#/people">People</BackLink>
      {!isNew && <ConflictsOf record={id} />}
      <PageHeading key={`heading ${id}`}>
        {isNew ? 'Add a person' : (person.data?.name ?? 'Person')}
      </PageHeading>
      <Failed failure={person.error} />
      {person.isLoading && <Waiting />}
      {person.data && <VettingStanding person={person.data} />}
      {(isNew || person.data) && <PersonEditor key={id} person={person.data} />}
      {person.data && <Pin key={`pin of ${id}`} person={person.data} />}
    </>
  );
}

/** What keeps a volunteer off a visit, or soon will, in one sentence. */
function VettingStanding({ person }: { person: Person }): ReactNode {
  const today = useSession().data?.today;
  if (!person.volunteer || !today) return null;
  const said = {
    'in date': 'Vetting is in date.',
    expiring: 'Vetting expires within 90 days.',
    expired: 'Vetting has expired.',
    'no data': 'No date of vetting is known.',
  }[standing(person.volunteer.vettingExpires, today)];
  return <InsetText>{said}</InsetText>;
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
      <Select
        label="Volunteer"
        options={[
          { value: '', text: 'Not a volunteer' },
          ...volunteerStatuses.map((value) => ({
            value,
            text: capital(value),
          })),
        ]}
        {...register('status')}
      />
      {isVolunteer && <VolunteerDates {...{ register, errors }} />}
    </EditForm>
  );
}
