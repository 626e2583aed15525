import type { ReactNode } from 'react';
import { FileList } from '#renderer/files/FileList.tsx';
import type { Output } from '#shared/contract.ts';
import { filesOf, isWithOffice } from '#shared/records/visit.ts';

/** The files of a report, to be opened. */
export function ReportFiles({ report }: { report: Output<'visits.get'> }): ReactNode {
  const { visit, files, state } = report;
  return (
    <FileList
      type="visit"
      id={visit.id}
      files={filesOf(visit)}
      where={files}
      isWithOffice={isWithOffice(state)}
    />
  );
}
