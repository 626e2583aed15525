import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { SaveMade } from '#renderer/files/SaveMade.tsx';
import { PageHeading } from '#renderer/kit/index.ts';
import { Paper } from '#renderer/letters/Paper.tsx';
import { PaperPage } from '#renderer/visits/paper/PaperPage.tsx';
import { rotaDocument } from '#shared/rota/document.ts';
import { rotaAddress, useAsked } from './address.ts';

/** The rota of a quarter on paper, to be handed round: planned places alone, a week and never a day. */
export function PrintPage(): ReactNode {
  const { quarter = '' } = useParams();
  const { panel } = useAsked();
  const host = useHost();
  const asked = { quarter, ...(panel && { panel }) };
  const { data, error } = useRead('rota.get', asked);
  const file = (as: 'docx' | 'csv') => () => host.call('rota.file', { ...asked, as });
  if (error) return <Failed failure={error} />;
  if (!data) return <Waiting />;
  return (
    <PaperPage
      back={{ href: `#${rotaAddress('/rota', asked)}`, text: 'Rota' }}
      actions={
        <>
          <SaveMade make={file('docx')}>Save as Word document</SaveMade>
          <SaveMade make={file('csv')}>Save as CSV</SaveMade>
        </>
      }
    >
      <div className="desk-screen-only">
        <PageHeading>Rota, {data.quarter.label}</PageHeading>
      </div>
      <Paper document={rotaDocument(data, panel)} />
    </PaperPage>
  );
}
