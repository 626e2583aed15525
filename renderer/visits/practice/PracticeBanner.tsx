import type { ReactNode } from 'react';
import { useRead } from '#renderer/app/host.tsx';
import { FrameBanner } from '#renderer/kit/index.ts';
import { isPractice } from '#shared/records/visit.ts';

/** The report that a place belongs to: `/visits/<id>` and everything below it. */
const reportAt = (path: string): string | undefined => /^\/visits\/([0-9a-f-]{36})(?=\/|$)/.exec(path)?.[1];

/** Stands on every page of a report that is only an exercise, so that nobody takes it for work. */
export function PracticeBanner({ path }: { path: string }): ReactNode {
  const id = reportAt(path);
  const report = useRead('visits.get', { id: id ?? '' }, { wanted: id !== undefined });
  if (!report.data || !isPractice(report.data.visit)) return null;
  return <FrameBanner kind="practice">Nothing of this leaves this laptop or is counted.</FrameBanner>;
}
