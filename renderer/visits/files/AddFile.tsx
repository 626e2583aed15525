import { type FormEvent, type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { base64Of } from '#renderer/files/base64Of.ts';
import { Button, ErrorSummary, FileUpload, Textarea } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { type Failure, sentence } from '#shared/errors.ts';
import { fileKinds } from '#shared/records/file.ts';
import { filesOf } from '#shared/records/visit.ts';
import { limits } from '#shared/sync/wire.ts';
import { FileList } from './FileList.tsx';

type AddFileProps = { report: Output<'visits.get'>; onAdded: () => void };

/** Adds a file to a report that the office has: a numbered correction of its own, which says why. */
export function AddFile({ report, onAdded }: AddFileProps): ReactNode {
  const { visit } = report;
  const adding = useWrite('visits.addFile');
  const [file, setFile] = useState<File>();
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [round, setRound] = useState(0);
  const [unread, setUnread] = useState<Failure | null>(null);
  const missing = [
    ...(file ? [] : [{ id: 'attach', text: 'Choose the file' }]),
    ...(reason.trim() ? [] : [{ id: 'attach-reason', text: sentence({ tag: 'noReason' }) }]),
  ];
  const errors = attempt > 0 ? missing : [];
  const errorOf = (id: string) => errors.find((e) => e.id === id)?.text;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    setUnread(null);
    if (!file || missing.length > 0) return;
    if (file.size > limits.file) return setUnread({ tag: 'fileTooLarge', most: limits.file });
    const content = await base64Of(file);
    if (!content.ok) return setUnread(content.error);
    const named = { id: visit.id, file: newRecordId(), name: file.name, bytes: content.value, reason };
    const added = await adding.run(named);
    if (!added.ok) return;
    setAttempt(0);
    setReason('');
    setFile(undefined);
    setRound(round + 1);
    say(`${file.name} is attached by a correction, and saved on this laptop.`);
    onAdded();
  };
  return (
    <form aria-labelledby="files" noValidate onSubmit={(event) => void submit(event)}>
      <h2 className="govuk-heading-m" id="files">
        Files
      </h2>
      {errors.length > 0 && <ErrorSummary key={attempt} errors={errors} />}
      {filesOf(visit).length > 0 && <FileList report={report} />}
      <Failed failure={unread ?? adding.failure} />
      <p className="govuk-body">
        A file is attached at once, as a correction of its own. The answers that you have changed above wait
        until you have looked at them.
      </p>
      <FileUpload
        key={round}
        id="attach"
        label="Attach a file"
        hint={`A scan or photograph of the paper sheet, for the office: PDF, JPEG, PNG or plain text, ${limits.file / 1_000_000} MB at most. Custody is given none of it.`}
        accept={fileKinds.join(',')}
        error={errorOf('attach')}
        onChange={({ target }) => setFile(target.files?.[0])}
      />
      <Textarea
        id="attach-reason"
        label="Why is it attached now?"
        rows={2}
        maxLength={30_000}
        value={reason}
        error={errorOf('attach-reason')}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button kind="secondary" disabled={adding.busy}>
        {adding.busy ? 'Attaching…' : 'Attach this file'}
      </Button>
    </form>
  );
}
