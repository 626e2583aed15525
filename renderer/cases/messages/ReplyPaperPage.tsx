import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { Paper } from '#renderer/letters/Paper.tsx';
import { PaperPage } from '#renderer/visits/paper/PaperPage.tsx';
import { letterDocument } from '#shared/letters/document.ts';

/** Something that was sent, as it is printed. */
export function ReplyPaperPage(): ReactNode {
  const { id = '', message: sent = '' } = useParams();
  const { data, error } = useRead('replies.paper', { id, message: sent });
  if (error) return <Failed failure={error} />;
  if (!data) return <Waiting />;
  const { to = '', subject = '', words: body = '', on } = data.message;
  return (
    <PaperPage back={{ href: `#/cases/${id}`, text: 'The case' }}>
      <Paper document={letterDocument({ ...data, to, subject, body, date: dayWords(on) })} />
    </PaperPage>
  );
}
