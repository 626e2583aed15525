import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { BackLink, ButtonLink, InsetText, PageHeading, Table } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import { useFormPlaces } from './addresses.ts';
import { formDraftKeys } from './useFormDraft.ts';

/** The versions of the visit form, or of that of record checks: how many were written with each, to print blank, and to change. */
export function FormsPage(): ReactNode {
  const { editor, name, of, written } = useFormPlaces();
  const isVisit = of === 'visit';
  const forms = useRead('forms.list', { of });
  const preferences = useRead('preferences.get', {});
  const may = useMay('forms.publish');
  const isBegun = Boolean(preferences.data?.[formDraftKeys[of]]);
  return (
    <>
      <BackLink href={isVisit ? '#/settings' : '#/checks'}>{isVisit ? 'Settings' : 'Record checks'}</BackLink>
      <PageHeading>{name}</PageHeading>
      <p className="govuk-body">
        {isVisit
          ? 'A report keeps the version it was begun with, so that a new version changes no report that is written or begun.'
          : 'A check keeps the version it was begun with, so that a new version changes no check that is done or begun.'}
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
          head={['Version', 'Published', { content: written, numeric: true }, 'To print']}
          rows={forms.data.map(({ id, version, publishedOn, reports }) => ({
            key: id,
            cells: [
              `Version ${version}`,
              dayWords(publishedOn),
              { content: count(reports), numeric: true },
              <Prints key="prints" id={id} version={version} sheet={isVisit} />,
            ],
          }))}
        />
      )}
    </>
  );
}

function Prints({ id, version, sheet }: { id: string; version: number; sheet: boolean }): ReactNode {
  const which = <span className="govuk-visually-hidden"> of version {version}</span>;
  return (
    <>
      <a className="govuk-link" href={`#/forms/${id}/blank`}>
        Print blank<span className="govuk-visually-hidden"> version {version}</span>
      </a>
      {sheet && (
        <>
          {', '}
          <a className="govuk-link" href={`#/forms/${id}/sheet`}>
            paper sheet{which}
          </a>
        </>
      )}
    </>
  );
}
