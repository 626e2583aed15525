import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { SaveMade } from '#renderer/files/SaveMade.tsx';
import { ButtonLink, PageHeading } from '#renderer/kit/index.ts';
import { Paper } from '#renderer/letters/Paper.tsx';
import { PaperPage } from '#renderer/visits/paper/PaperPage.tsx';
import { sessionDocument } from '#shared/sessions/paper.ts';
import { capital } from '#shared/text.ts';

/** The agenda or the minutes as they are printed and handed round. */
export function SessionPaperPage(): ReactNode {
  const { id = '', as: asked } = useParams<{ id: string; as?: string }>();
  const as = asked === 'minutes' ? 'minutes' : 'agenda';
  const other = as === 'minutes' ? 'agenda' : 'minutes';
  const host = useHost();
  const { data, error } = useRead('sessions.get', { id });
  if (error) return <Failed failure={error} />;
  if (!data) return <Waiting />;
  return (
    <PaperPage
      back={{ href: `#/sessions/${id}`, text: data.session.title }}
      actions={
        <>
          <SaveMade make={() => host.call('sessions.file', { id, as })}>Save as a Word document</SaveMade>
          <ButtonLink href={`#/sessions/${id}/paper/${other}`} kind="secondary">
            {capital(other)}
          </ButtonLink>
        </>
      }
    >
      <div className="desk-screen-only">
        <PageHeading key={as} caption={data.session.title}>
          {capital(as)}
        </PageHeading>
      </div>
      <Paper document={sessionDocument(as, data)} />
    </PaperPage>
  );
}
