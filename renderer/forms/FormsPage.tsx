import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { BackLink, ButtonLink, InsetText, PageHeading, Table } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import { editor } from './addresses.ts';
import { formDraftKey } from './useFormDraft.ts';

/** The versions of the visit form: how many reports were written with each, to print blank, and to change. */
export function FormsPage(): ReactNode {
  const forms = useRead('forms.list', {});
  const preferences = useRead('preferences.get', {});
  const may = useMay('forms.publish');
  const isBegun = Boolean(preferences.data?.[formDraftKey]);
  return (
    <>
      <BackLink href="#/settings">Settings</BackLink>
      <PageHeading>Visit form</PageHeading>
      <p className="govuk-body">
        A report keeps the version it was begun with, so that a new version changes no report that is written
        or begun.
      </p>
      <Failed failure={forms.error} />
      {!forms.data && !forms.error && <Waiting />}
      {may && isBegun && (
        <InsetText>
          You have begun to change the form. Nobody sees your changes before you publish them.
        </InsetText>
      )}
      {may && (
        <ButtonLink href={`#${editor}`}>{isBegun ? 'Go on changing the form' : 'Change the form'}</ButtonLink>
      )}
      {forms.data && (
        <Table
          dense
          caption="Versions, the newest first"
          captionSize="s"
          firstCellIsHeader
          head={['Version', 'Published', { content: 'Reports', numeric: true }, 'To print']}
          rows={forms.data.map(({ id, version, publishedOn, reports }) => ({
            key: id,
            cells: [
              `Version ${version}`,
              dayWords(publishedOn),
              { content: count(reports), numeric: true },
              <Prints key="prints" id={id} version={version} />,
            ],
          }))}
        />
      )}
    </>
  );
}

function Prints({ id, version }: { id: string; version: number }): ReactNode {
  const which = <span className="govuk-visually-hidden"> of version {version}</span>;
  return (
    <>
      <a className="govuk-link" href={`#/forms/${id}/blank`}>
        Print blank<span className="govuk-visually-hidden"> version {version}</span>
      </a>
      {', '}
      <a className="govuk-link" href={`#/forms/${id}/sheet`}>
        paper sheet{which}
      </a>
    </>
  );
}
