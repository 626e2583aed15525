import { type ReactNode, useState } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { dayWords } from '#renderer/dates.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { base64Of } from '#renderer/files/base64Of.ts';
import { Button, ButtonGroup, Checkboxes, FileUpload, InsetText, Table } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';

type Matched = Output<'sheets.read'>;
type Read = { file: string; return: string; matched: Matched; chosen: string[] };

/** A longer file is no sheet, and is not even read in. */
const mostBytes = 2_000_000;
const list = new Intl.ListFormat('en-GB');

/** The file that came back: dropped here, looked at row by row, and what is chosen of it taken. */
export function ComeBack({ id, rows }: { id: string; rows: Output<'sheets.get'>['rows'] }): ReactNode {
  const host = useHost();
  const [read, setRead] = useState<Read | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const referenceOf = new Map(rows.map((row) => [row.id, row.reference]));

  const take = async (file: File | undefined) => {
    setRead(null);
    setFailure(null);
    if (!file) return;
    if (file.size > mostBytes) return setFailure({ tag: 'badSheet', detail: 'it is too large for a sheet.' });
    setBusy(true);
    const bytes = await base64Of(file);
    const answer = bytes.ok ? await host.call('sheets.read', { id, bytes: bytes.value }) : bytes;
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    const matched = answer.value;
    const chosen = matched.rows.flatMap(({ concern, refused }) => (concern && !refused ? concern : []));
    setRead({ file: file.name.slice(-200), return: newRecordId(), matched, chosen });
  };
  const accept = async () => {
    if (!read) return;
    setBusy(true);
    const taken = read.matched.rows.flatMap(({ concern, answer }) =>
      concern && answer && read.chosen.includes(concern) ? { concern, ...answer } : [],
    );
    const answer = await host.call('sheets.accept', {
      id,
      return: read.return,
      file: read.file,
      rows: taken,
    });
    setBusy(false);
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setRead(null);
    say(answer.value.accepted === 1 ? 'One answer is taken.' : `${answer.value.accepted} answers are taken.`);
  };

  return (
    <section aria-labelledby="back">
      <h2 className="govuk-heading-m" id="back">
        When it comes back
      </h2>
      <Failed failure={failure} />
      {busy && !read && <Waiting what="Reading the file…" />}
      {read ? (
        <>
          <Said {...read} referenceOf={referenceOf} onChosen={(chosen) => setRead({ ...read, chosen })} />
          <ButtonGroup>
            <Button type="button" disabled={busy || read.chosen.length === 0} onClick={() => void accept()}>
              Take the chosen answers
            </Button>
            <Button type="button" kind="secondary" onClick={() => setRead(null)}>
              Put it aside
            </Button>
          </ButtonGroup>
        </>
      ) : (
        <FileUpload
          label="The file that came back"
          hint="The .xlsx or .docx file, by dropping it here or choosing it. You see what it says before anything is taken."
          id="file"
          accept=".xlsx,.docx"
          disabled={busy}
          onChange={({ target }) => void take(target.files?.[0])}
        />
      )}
    </section>
  );
}

type SaidProps = Read & { referenceOf: ReadonlyMap<string, string>; onChosen: (chosen: string[]) => void };

/** What a file says: the rows that can be taken, those that cannot with the reason, and those left empty. */
function Said({ file, matched, chosen, referenceOf, onChosen }: SaidProps): ReactNode {
  const { rows, empty, missing } = matched;
  const good = rows.filter(({ refused }) => !refused);
  const bad = rows.filter(({ refused }) => refused);
  return (
    <>
      <p className="govuk-body">
        Nothing is taken yet. This is what <strong>{file}</strong> says.
      </p>
      {good.length > 0 && (
        <Checkboxes
          name="chosen"
          legend="Answers that can be taken"
          legendSize="s"
          values={chosen}
          onValues={onChosen}
          items={good.map(({ concern, answer }) => ({
            value: concern ?? '',
            text: referenceOf.get(concern ?? '') ?? '',
            hint: (
              <span className="desk-words">
                {answer?.done}
                {answer?.by ? ` – ${isolated(answer.by)}` : ''}
                {answer?.on ? `, ${dayWords(answer.on)}` : ''}
              </span>
            ),
          }))}
        />
      )}
      {bad.length > 0 && (
        <Table
          dense
          caption="Rows that are not taken"
          captionSize="s"
          head={[{ content: 'Row', numeric: true }, 'Number', 'Why']}
          rows={bad.map(({ row, reference, refused }) => ({
            key: row,
            cells: [{ content: row, numeric: true }, reference || 'none', refused ?? ''],
          }))}
        />
      )}
      {empty.length > 0 && <InsetText>Left empty: {list.format(empty)}.</InsetText>}
      {missing.length > 0 && <InsetText>Not in the file: {list.format(missing)}.</InsetText>}
    </>
  );
}
