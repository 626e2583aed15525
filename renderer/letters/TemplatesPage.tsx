import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useMay } from '#renderer/editing/useMay.ts';
import { BackLink, ButtonLink, PageHeading, Table } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { kindNames } from '#shared/letters/fields.ts';
import { familyOf, type LetterFamily } from '#shared/records/letter.ts';

/** The words that letters begin with: the office's own, and those it has before it writes any. */
export function TemplatesPage(): ReactNode {
  const { data, error } = useRead('templates.list', {});
  const may = useMay('templates.save');
  return (
    <>
      <BackLink href="#/settings">Settings</BackLink>
      <PageHeading>Templates of letters and mails</PageHeading>
      <p className="govuk-body">
        A letter or a mail begins with the words of a template. Letters that were issued keep theirs, whatever
        becomes of it. A mail is written from the first template of its kind that is in use.
      </p>
      <Failed failure={error} />
      {data ? <Families templates={data} /> : <Waiting />}
      {may && (
        <ButtonLink kind="secondary" href="#/templates/new">
          Add a template
        </ButtonLink>
      )}
    </>
  );
}

const familyNames: Record<LetterFamily, string> = {
  scheme: 'Custody visiting',
  reviews: 'Complaint reviews',
  correspondence: 'Correspondence',
};

/** Templates by the part of the office's work that they belong to: whoever does one alone sees that one. */
function Families({ templates }: { templates: Output<'templates.list'> }): ReactNode {
  const byFamily = [...Map.groupBy(templates, ({ template }) => familyOf(template.of))];
  return byFamily.map(([family, of]) => (
    <Table
      key={family}
      dense
      caption={familyNames[family]}
      captionSize="m"
      head={['Template', 'What it is for', 'Where it stands']}
      rows={of.map(({ template, ours }) => ({
        key: template.id,
        cells: [
          <a key="name" className="govuk-link" href={`#/templates/${template.id}`}>
            {template.name}
          </a>,
          kindNames[template.of],
          template.retired ? 'No longer used' : ours ? 'As it came' : 'The office’s own',
        ],
      }))}
    />
  ));
}
