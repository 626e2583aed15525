import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { isOpenState, isWithOffice } from '#shared/records/visit.ts';
import { NotReceived } from '../correct/NotReceived.tsx';
import { NotADraft } from '../NotADraft.tsx';
import { Elsewhere } from '../pen/Elsewhere.tsx';
import { usePen } from '../pen/usePen.ts';
import { type OpenDraft, useCorrection, useVisitDraft } from './useVisitDraft.ts';

/** A report that is written in, and the address under which its pages stand. */
export type Writing = { open: OpenDraft; base: string };
type Page = { children: (writing: Writing) => ReactNode };

/** A page on a report that its visitors still write; it stands aside where they do so no more. */
export function OnDraft({ children }: Page): ReactNode {
  const { id = '' } = useParams();
  const { open, failure } = useVisitDraft(id);
  const pen = usePen(id);
  if (failure) return <Failed failure={failure} />;
  if (!open) return <Waiting />;
  if (!isOpenState(open.report.state)) return <NotADraft id={id} state={open.report.state} />;
  if (pen && !pen.holder.here) return <Elsewhere pen={pen} />;
  return children({ open, base: `/visits/${id}/edit` });
}

/** The same page on a copy of a report that the office has, which is being corrected. */
export function OnCorrection({ children }: Page): ReactNode {
  const { id = '' } = useParams();
  const { open, failure } = useCorrection(id);
  if (failure) return <Failed failure={failure} />;
  if (!open) return <Waiting />;
  if (!isWithOffice(open.report.state)) return <NotReceived id={id} />;
  return children({ open, base: `/visits/${id}/correct` });
}
