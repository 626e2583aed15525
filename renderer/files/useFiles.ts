import { useState } from 'react';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { isolated } from '#shared/bidi.ts';
import type { Failure } from '#shared/errors.ts';
import type { AttachedFile } from '#shared/records/file.ts';
import type { FileType } from '#shared/records/with-files.ts';
import { limits } from '#shared/sync/wire.ts';
import { base64Of } from './base64Of.ts';

/** Attaches files to a record and takes them out, and says so. */
export const useFiles = (type: FileType, id: string) => {
  const host = useHost();
  const adding = useWrite('files.add');
  const [failure, setFailure] = useState<Failure | null>(null);
  /** Whether it was attached; `reason` is asked where the office has the record and keeps what it said. */
  const add = async (file: File, reason?: string): Promise<boolean> => {
    setFailure(null);
    const no = (why: Failure) => {
      setFailure(why);
      return false;
    };
    if (file.size > limits.file) return no({ tag: 'fileTooLarge', most: limits.file });
    const content = await base64Of(file);
    if (!content.ok) return no(content.error);
    const named = { type, id, file: newRecordId(), name: file.name, bytes: content.value };
    const added = await adding.run({ ...named, ...(reason !== undefined && { reason }) });
    return added.ok;
  };
  const remove = async (file: AttachedFile): Promise<void> => {
    setFailure(null);
    const taken = await host.call('files.remove', { type, id, file: file.id });
    if (taken.ok) say(`${isolated(file.name)} is taken out.`);
    else setFailure(taken.error);
  };
  return { add, remove, busy: adding.busy, failure: failure ?? adding.failure };
};
