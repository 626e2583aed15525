import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { say } from '#renderer/app/state.ts';
import { whichFiles } from '#renderer/files/AttachFile.tsx';
import { useFiles } from '#renderer/files/useFiles.ts';
import { Button, ErrorSummary, FileUpload, SendForm, Textarea } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Output } from '#shared/contract.ts';
import { sentence } from '#shared/errors.ts';
import { fileKinds } from '#shared/records/file.ts';
import { filesOf } from '#shared/records/visit.ts';
import { ReportFiles } from './ReportFiles.tsx';
import { ofSheet } from './words.ts';

type AddFileProps = { report: Output<'visits.get'>; onAdded: () => void };

/** Adds a file to a report that the office has: a numbered correction of its own, which says why. */
export function AddFile({ report, onAdded }: AddFileProps): ReactNode {
  const { visit } = report;
  const { add, busy, failure } = useFiles('visit', visit.id);
  const [file, setFile] = useState<File>();
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [round, setRound] = useState(0);
  const missing = [
    ...(file ? [] : [{ id: 'attach', text: 'Choose the file' }]),
    ...(reason.trim() ? [] : [{ id: 'attach-reason', text: sentence({ tag: 'noReason' }) }]),
  ];
  const errors = attempt > 0 ? missing : [];
  const errorOf = (id: string) => errors.find((e) => e.id === id)?.text;
  const submit = async () => {
    setAttempt(attempt + 1);
    if (!file || missing.length > 0 || !(await add(file, reason))) return;
    setAttempt(0);
    setReason('');
    setFile(undefined);
    setRound(round + 1);
    say(`${isolated(file.name)} is attached by a correction, and saved on this laptop.`);
    onAdded();
  };
  return (
    <SendForm aria-labelledby="files" send={submit}>
      <h2 className="govuk-heading-m" id="files">
        Files
      </h2>
      {errors.length > 0 && <ErrorSummary key={attempt} errors={errors} />}
      {filesOf(visit).length > 0 && <ReportFiles report={report} />}
      <Failed failure={failure} />
      <p className="govuk-body">
        A file is attached at once, as a correction of its own. The answers that you have changed above wait
        until you have looked at them.
      </p>
      <FileUpload
        key={round}
        id="attach"
        label="Attach a file"
        hint={`${ofSheet.what}: ${whichFiles} ${ofSheet.after}`}
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
      <Button kind="secondary">{busy ? 'Attaching…' : 'Attach this file'}</Button>
    </SendForm>
  );
}
