import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { type Edited, useEdited } from '#renderer/editing/useEdited.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import { ok } from '#shared/result.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import type { CaseShown } from '../parts.ts';
import { CaseFields } from './CaseFields.tsx';
import { type CaseForm, caseForm, fromCaseForm, toCaseForm } from './caseForm.ts';
import { sendPeople } from './sending.ts';

const fieldNames = {
  kind: 'Kind',
  channel: 'How it came',
  received: 'Received',
  at: 'The time',
  from: 'From',
  onBehalfOf: 'On behalf of',
  area: 'Area',
  constituency: 'Constituency',
  place: 'Where it happened',
  themes: 'Themes',
  tags: 'Tags',
  summary: 'Summary',
  urgent: 'Urgent',
};

/** What was written down of a case, put right. */
export function AmendPage(): ReactNode {
  const settings = useRead('cases.settings', {});
  return (
    <CaseFrame title="What is written down">
      {(shown) => {
        if (!shown.may.write) return <Failed failure={{ tag: 'notAllowed' }} />;
        if (!settings.data) return <Waiting />;
        // A theme that was retired since stays with the cases that have it.
        const listed = settings.data.themes.filter(({ retired }) => !retired).map(({ name }) => name);
        const themes = [...new Set([...listed, ...shown.case.themes])];
        return <Editor key={shown.case.id} {...{ shown, themes }} />;
      }}
    </CaseFrame>
  );
}

function Editor({ shown, themes }: { shown: CaseShown; themes: readonly string[] }): ReactNode {
  const host = useHost();
  const { id } = shown.case;
  const edited: Edited<CaseForm> = useEdited({
    name: `case ${id}`,
    record: shown.case,
    schema: caseForm(themes),
    toForm: (c: CaseFile | undefined) => toCaseForm(c ?? shown.case),
    fromForm: (typed, base: CaseFile | undefined) => fromCaseForm(typed, base ?? shown.case, themes),
    save: async (patch) => {
      const people = await sendPeople(host, edited.form.getValues());
      return people.ok ? host.call('cases.amend', { id, patch }) : people;
    },
    reload: async () => {
      const now = await host.call('cases.get', { id });
      return now.ok ? ok(now.value.case) : now;
    },
    onSaved: () => go(`/cases/${id}`),
  });
  return (
    <EditForm
      edited={edited}
      call="cases.amend"
      label="The case"
      save="Save the case"
      fieldNames={fieldNames}
    >
      <CaseFields form={edited.form} themes={themes} besides={id} />
    </EditForm>
  );
}
