import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { PageHeading } from '#renderer/kit/index.ts';
import { Paper } from '#renderer/letters/Paper.tsx';
import { PaperPage } from '#renderer/visits/paper/PaperPage.tsx';
import { sheetDocument, sheetTitle } from '#shared/sheets/asked.ts';

/** The sheet on paper, for a suite that fills it in by hand. */
export function SheetPaperPage(): ReactNode {
  const { id = '' } = useParams();
  const { data, error } = useRead('sheets.get', { id });
  if (error) return <Failed failure={error} />;
  if (!data) return <Waiting />;
  return (
    <PaperPage back={{ href: `#/concerns/sheets/${id}`, text: 'The sheet' }}>
      <div className="desk-screen-only">
        <PageHeading>{sheetTitle(data.suite, data.sheet.month)}</PageHeading>
      </div>
      <Paper document={sheetDocument(data)} />
    </PaperPage>
  );
}
