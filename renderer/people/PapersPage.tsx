import type { ReactNode } from 'react';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { useEdited } from '#renderer/editing/useEdited.ts';
import { AttachFile } from '#renderer/files/AttachFile.tsx';
import { Textarea, TextInput } from '#renderer/kit/index.ts';
import type { PersonFile } from '#shared/records/person-file.ts';
import { filesStanding } from '#shared/records/with-files.ts';
import { ok } from '#shared/result.ts';
import { fileFieldNames, fileForm, fromFileForm, toFileForm } from './fileForm.ts';
import { PersonFrame, type PersonShown } from './PersonFrame.tsx';
import { References } from './References.tsx';
import { Reviews } from './Reviews.tsx';
import { VettingRounds } from './VettingRounds.tsx';

type Office = NonNullable<PersonShown['office']>;

/** What the coordinator alone keeps of somebody: references, vetting, reviews, papers and notes. */
export function PapersPage(): ReactNode {
  return (
    <PersonFrame title="Papers">
      {(shown) =>
        shown.office ? (
          <Papers key={shown.person.id} person={shown.person.id} office={shown.office} names={shown.names} />
        ) : (
          <p className="govuk-body">Only the coordinator sees this.</p>
        )
      }
    </PersonFrame>
  );
}

function Papers(props: { person: string; office: Office; names: PersonShown['names'] }): ReactNode {
  const { person, office, names } = props;
  const { file, files, isWithOffice } = office;
  return (
    <>
      <p className="govuk-body">Only the coordinator reads what stands here.</p>
      <References person={person} file={file} />
      <VettingRounds person={person} file={file} />
      <Reviews person={person} file={file} names={names} />
      {isWithOffice !== null && (
        <>
          <h2 className="govuk-heading-m">Files</h2>
          <AttachFile
            type="personFile"
            id={file.id}
            files={filesStanding('personFile', file)}
            where={files}
            isWithOffice={isWithOffice}
            what="An application, a reference, a certificate"
          />
        </>
      )}
      <FileEditor person={person} office={office} />
    </>
  );
}

function FileEditor({ person, office }: { person: string; office: Office }): ReactNode {
  const host = useHost();
  const save = useWrite('volunteers.saveFile');
  const edited = useEdited({
    name: `personFile ${person}`,
    record: office.file,
    schema: fileForm,
    toForm: toFileForm,
    fromForm: (typed, base: PersonFile | undefined) => fromFileForm(typed, base ?? office.file),
    save: (patch) => save.run({ id: person, patch }),
    reload: async () => {
      const now = await host.call('volunteers.get', { id: person });
      return now.ok ? ok(now.value.office?.file) : now;
    },
  });
  const { register, formState } = edited.form;
  return (
    <>
      <h2 className="govuk-heading-m">How they came, and notes</h2>
      <EditForm
        edited={edited}
        call="volunteers.saveFile"
        label="How they came, and notes"
        save="Save this"
        fieldNames={fileFieldNames}
      >
        <TextInput
          label="How they heard of the scheme"
          hint="It is counted in totals, so use the same words for the same thing."
          list="heard-before"
          autoComplete="off"
          error={formState.errors.heard?.message}
          {...register('heard')}
        />
        <datalist id="heard-before">
          {office.heard.map((words) => (
            <option key={words} value={words} />
          ))}
        </datalist>
        <Textarea label="Notes" rows={5} maxLength={30_000} {...register('notes')} />
      </EditForm>
    </>
  );
}
