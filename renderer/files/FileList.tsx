import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { fileSize } from '#renderer/files/fileSize.ts';
import { Button, Status } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { FileWhere } from '#shared/calls/files.ts';
import type { AttachedFile } from '#shared/records/file.ts';
import type { FileType } from '#shared/records/with-files.ts';
import { useOpenFile } from './useOpenFile.ts';
import { whereWords } from './where.ts';

type FileListProps = {
  type: FileType;
  id: string;
  /** The files that stand in the record, and where each of them is. */
  files: readonly AttachedFile[];
  where: readonly FileWhere[];
  /** Whether the office has the record itself. */
  isWithOffice: boolean;
  onRemove?: ((file: AttachedFile) => void) | undefined;
};

/** The files of a record with their sizes, to be opened or kept, and taken out where that can be done. */
export function FileList({ type, id, files, where, isWithOffice, onRemove }: FileListProps): ReactNode {
  const { open, busy, failure } = useOpenFile(type, id);
  return (
    <>
      <ul className="govuk-list desk-files">
        {files.map((file) => {
          const words = whereWords(
            where.find((one) => one.id === file.id),
            isWithOffice,
          );
          return (
            <li key={file.id}>
              <span className="desk-files__name">
                {isolated(file.name)} ({fileSize(file.bytes)}){words && <strong> {words}</strong>}
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
