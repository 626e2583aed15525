import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { fileSize } from '#renderer/files/fileSize.ts';
import { Button, Status } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import type { AttachedFile } from '#shared/records/file.ts';
import { filesOf, isWithOffice } from '#shared/records/visit.ts';
import { useOpenFile } from './useOpenFile.ts';
import { whereWords } from './where.ts';

type FileListProps = { report: Output<'visits.get'>; onRemove?: (file: AttachedFile) => void };

/** The files of a report with their sizes, to be opened or kept, and taken out where that can be done. */
export function FileList({ report, onRemove }: FileListProps): ReactNode {
  const { visit, files, state } = report;
  const { open, busy, failure } = useOpenFile(visit.id);
  return (
    <>
      <ul className="govuk-list desk-files">
        {filesOf(visit).map((file) => {
          const words = whereWords(
            files.find(({ id }) => id === file.id),
            isWithOffice(state),
          );
          return (
            <li key={file.id}>
              <span className="desk-files__name">
                {file.name} ({fileSize(file.bytes)}){words && <strong> {words}</strong>}
              </span>{' '}
              <Button
                type="button"
                kind="secondary"
                disabled={busy !== null}
                onClick={() => void open(file.id)}
              >
                {busy === file.id ? 'Opening…' : 'Open'}
                <span className="govuk-visually-hidden"> {file.name}</span>
              </Button>
              {onRemove && (
                <Button type="button" kind="secondary" onClick={() => onRemove(file)}>
                  Take out<span className="govuk-visually-hidden"> {file.name}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Failed failure={failure} />
      <Status message={busy ? 'Opening…' : undefined} />
    </>
  );
}
