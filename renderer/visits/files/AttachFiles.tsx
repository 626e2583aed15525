import type { ReactNode } from 'react';
import { AttachFile } from '#renderer/files/AttachFile.tsx';
import type { Output } from '#shared/contract.ts';
import { filesOf } from '#shared/records/visit.ts';
import { ofSheet } from './words.ts';

/** Where the visitors add a scan or a photograph of the paper sheet to a report they still write. */
export function AttachFiles({ report: { visit, files } }: { report: Output<'visits.get'> }): ReactNode {
  return (
    <section aria-labelledby="files">
      <h2 className="govuk-heading-m" id="files">
        Files
      </h2>
      <AttachFile
        type="visit"
        id={visit.id}
        files={filesOf(visit)}
        where={files}
        isWithOffice={false}
        {...ofSheet}
      />
    </section>
  );
}
