import { useState } from 'react';
import { useHost } from '#renderer/app/host.tsx';
import { bytesOf } from '#renderer/files/bytesOf.ts';
import { saveFile } from '#renderer/files/saveFile.ts';
import type { Failure } from '#shared/errors.ts';
import type { FileType } from '#shared/records/with-files.ts';

/** Hands a file of a record to the person, fetched from the office first where it is not here yet or is damaged here. */
export const useOpenFile = (type: FileType, id: string) => {
  const host = useHost();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = async (file: string) => {
    const here = await host.call('files.read', { type, id, file });
    if (here.ok) return here;
    const { error } = here;
    const isDamaged = error.tag === 'fileDamaged' && !error.alone;
    if (error.tag !== 'fileNotHere' && !isDamaged) return here;
    const fetched = await host.call('sync.fetchFile', { type, id, file });
    if (fetched.ok) return host.call('files.read', { type, id, file });
    return isDamaged ? here : fetched;
  };
  const open = async (file: string) => {
    setBusy(file);
    setFailure(null);
    const answer = await read(file);
    setBusy(null);
    if (!answer.ok) return setFailure(answer.error);
    const { name, kind, bytes } = answer.value;
    saveFile({ name, mime: kind, parts: [bytesOf(bytes)] });
  };
  return { open, busy, failure };
};
