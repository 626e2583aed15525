import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { say } from '#renderer/app/state.ts';
import { FileUpload } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { FileWhere } from '#shared/calls/files.ts';
import { type AttachedFile, fileKinds } from '#shared/records/file.ts';
import type { FileType } from '#shared/records/with-files.ts';
import { limits } from '#shared/sync/wire.ts';
import { FileList } from './FileList.tsx';
import { useFiles } from './useFiles.ts';

type AttachFileProps = {
  type: FileType;
  id: string;
  files: readonly AttachedFile[];
  where: readonly FileWhere[];
  /** Whether the office has the record itself. */
  isWithOffice: boolean;
  /** What is attached here, for whom: "A scan of the paper sheet, for the office". */
  what: string;
  /** What is said behind it of where the file goes. */
  after?: string;
};

/** Which files can be attached, in words. */
export const whichFiles = `PDF, JPEG, PNG or plain text, ${limits.file / 1_000_000} MB at most.`;

/** The files of a record, and where another is attached to it at once. */
export function AttachFile({ what, after, files, ...record }: AttachFileProps): ReactNode {
  const { add, remove, busy, failure } = useFiles(record.type, record.id);
  const attach = async (file: File | undefined) => {
    if (file && (await add(file))) say(`${isolated(file.name)} is attached and saved on this laptop.`);
  };
  return (
    <>
      {files.length > 0 && <FileList {...record} files={files} onRemove={(file) => void remove(file)} />}
      <Failed failure={failure} />
      <FileUpload
        id="attach"
        label="Attach a file"
        hint={[`${what}: ${whichFiles}`, after].filter(Boolean).join(' ')}
        accept={fileKinds.join(',')}
        disabled={busy}
        onChange={({ target }) => {
          void attach(target.files?.[0]).then(() => {
            target.value = '';
          });
        }}
      />
    </>
  );
}
