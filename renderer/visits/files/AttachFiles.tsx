import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { base64Of } from '#renderer/files/base64Of.ts';
import { FileUpload } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { type AttachedFile, fileKinds } from '#shared/records/file.ts';
import { filesOf } from '#shared/records/visit.ts';
import { limits } from '#shared/sync/wire.ts';
import { FileList } from './FileList.tsx';

/** Where the visitors add a scan or a photograph of the paper sheet to a report they still write. */
export function AttachFiles({ report }: { report: Output<'visits.get'> }): ReactNode {
  const { visit } = report;
  const host = useHost();
  const adding = useWrite('visits.addFile');
  const [failure, setFailure] = useState<Failure | null>(null);
  const add = async (file: File | undefined) => {
    setFailure(null);
    if (!file) return;
    if (file.size > limits.file) return setFailure({ tag: 'fileTooLarge', most: limits.file });
    const content = await base64Of(file);
    if (!content.ok) return setFailure(content.error);
    const named = { id: visit.id, file: newRecordId(), name: file.name, bytes: content.value };
    const added = await adding.run(named);
    if (added.ok) say(`${file.name} is attached and saved on this laptop.`);
  };
  const remove = async (file: AttachedFile) => {
    setFailure(null);
    const removed = new Date().toISOString();
    const patch = [{ path: ['files', `#${file.id}`, 'removed'], now: removed }];
    const taken = await host.call('visits.save', { id: visit.id, patch });
    if (taken.ok) say(`${file.name} is taken out.`);
    else setFailure(taken.error);
  };
  return (
    <section aria-labelledby="files">
      <h2 className="govuk-heading-m" id="files">
        Files
      </h2>
      {filesOf(visit).length > 0 && <FileList report={report} onRemove={(file) => void remove(file)} />}
      <Failed failure={failure ?? adding.failure} />
      <FileUpload
        id="attach"
        label="Attach a file"
        hint={`A scan or photograph of the paper sheet, for the office: PDF, JPEG, PNG or plain text, ${limits.file / 1_000_000} MB at most. Custody is given none of it.`}
        accept={fileKinds.join(',')}
        disabled={adding.busy}
        onChange={({ target }) => {
          void add(target.files?.[0]).then(() => {
            target.value = '';
          });
        }}
      />
    </section>
  );
}
