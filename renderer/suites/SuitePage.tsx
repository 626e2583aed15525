import { type ReactNode, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { PanelSelect } from '#renderer/editing/PanelSelect.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { BackLink, PageHeading, TextInput } from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import type { Suite } from '#shared/records/suite.ts';
import { Postholders } from './Postholders.tsx';
import { Statuses } from './Statuses.tsx';
import { fromSuiteForm, suiteFieldNames, suiteForm, toSuiteForm } from './suiteForm.ts';
import { Targets } from './Targets.tsx';

/** One suite: its name, its panel, since when it is open, how often it is to be visited, and to whom letters go. */
export function SuitePage(): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const isNew = id === 'new';
  const suite = useRead('suites.get', { id }, { wanted: !isNew });
  return (
    <>
      <BackLink href="#/suites">Suites</BackLink>
      {!isNew && <ConflictsOf record={id} />}
      <PageHeading key={`heading ${id}`}>{isNew ? 'Add a suite' : (suite.data?.name ?? 'Suite')}</PageHeading>
      <Failed failure={suite.error} />
      {suite.isLoading && <Waiting />}
      {(isNew || suite.data) && <SuiteEditor key={id} suite={suite.data} />}
    </>
  );
}

function SuiteEditor({ suite }: { suite: Suite | undefined }): ReactNode {
  const [, go] = useLocation();
  const host = useHost();
  const settings = useRead('settings.get', {});
  const save = useWrite('suites.save');
  const [id] = useState(() => suite?.id ?? newRecordId());
  const edited = useEdited({
    name: `suite ${suite?.id ?? 'new'}`,
    record: suite,
    schema: suiteForm,
    toForm: toSuiteForm,
    fromForm: (typed, base: Suite | undefined) => fromSuiteForm(typed, base, id),
    save: (patch) => save.run({ id, patch }),
    reload: () => host.call('suites.get', { id }),
    onSaved: () => {
      if (!suite) go(`/suites/${id}`, { replace: true });
    },
  });
  const { register, formState, control } = edited.form;
  const { errors } = formState;
  return (
    <EditForm
      edited={edited}
      call="suites.save"
      label="Suite"
      save="Save the suite"
      fieldNames={suiteFieldNames}
    >
      <TextInput label="Name" error={errors.name?.message} {...register('name')} />
      <PanelSelect {...register('panel')} />
      <TextInput
        label="Area"
        list="areas"
        autoComplete="off"
        error={errors.area?.message}
        {...register('area')}
      />
      <datalist id="areas">
        {settings.data?.areas.map((area) => (
          <option key={area} value={area} />
        ))}
      </datalist>
      <TextInput
        label="Telephone"
        hint="The custody sergeant's desk. Kept on this laptop, for when something is urgent."
        type="tel"
        width={20}
        error={errors.telephone?.message}
        {...register('telephone')}
      />
      <TextInput
        label="Mail address"
        hint="Where the station action sheet goes. May be left blank."
        type="email"
        error={errors.mail?.message}
        {...register('mail')}
      />
      <Statuses {...{ register, control, errors }} />
      <Targets {...{ register, control, errors }} />
      <Postholders {...{ register, control, errors }} />
    </EditForm>
  );
}
