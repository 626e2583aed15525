import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { Section } from '#renderer/cases/page/Section.tsx';
import type { SectionProps } from '#renderer/cases/parts.ts';
import { SmallForm } from '#renderer/cases/SmallForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { Button, Details } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Output } from '#shared/contract.ts';

type Shown = Output<'redactions.get'>;

/** Redacted copies beside their originals, with the reason for each thing that is illegible in them. */
export function RedactionsSection({ shown: { case: c, may } }: SectionProps): ReactNode {
  const standing = (c.files ?? []).filter(({ removed }) => removed === undefined);
  if (!may.write || (standing.length < 2 && c.redactions.length === 0)) return null;
  return <Redactions id={c.id} />;
}

function Redactions({ id }: { id: string }): ReactNode {
  const { data, error } = useRead('redactions.get', { id });
  return (
    <Section id="redactions" title="Redacted copies">
      <p className="govuk-hint">
        The original stays untouched. Add the redacted copy to the files of the case, then say here of what it
        is a copy and why. What goes to whoever asked is chosen from redacted copies first.
      </p>
      <Failed failure={error} />
      {data && <List id={id} shown={data} />}
      {data?.mayWrite && <Put key={data.redactions.length} id={id} shown={data} />}
    </Section>
  );
}

const nameOf = ({ files }: Shown, id: string): string =>
  isolated(files.find(({ file }) => file.id === id)?.file.name ?? 'a file that is not here');

function List({ id, shown }: { id: string; shown: Shown }): ReactNode {
  const { run, busy, failure } = useWrite('redactions.remove');
  const remove = async (redaction: string) => {
    if ((await run({ id, redaction })).ok) say('It is a file of the case like any other again.');
  };
  return (
    <>
      <Failed failure={failure} />
      {shown.redactions.map(({ id: redaction, of, file, reasons }) => (
        <div key={redaction}>
          <p className="govuk-body">
            “{nameOf(shown, file)}” is the redacted copy of “{nameOf(shown, of)}”.
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {reasons.map(({ id: one, place, reason }) => (
              <li key={one}>
                {place}: {reason}
              </li>
            ))}
          </ul>
          {shown.mayWrite && (
            <Button type="button" kind="secondary" disabled={busy} onClick={() => void remove(redaction)}>
              Take back that “{nameOf(shown, file)}” is a redacted copy
            </Button>
          )}
        </div>
      ))}
    </>
  );
}

/** One line for each redaction: where it is, and why, parted by a colon. */
const reasonsIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [place = '', ...rest] = line.split(':');
      const reason = rest.join(':').trim();
      return reason
        ? { id: newRecordId(), place: place.trim().slice(0, 200), reason: reason.slice(0, 200) }
        : { id: newRecordId(), place: 'Throughout', reason: line.slice(0, 200) };
    });

function Put({ id, shown }: { id: string; shown: Shown }): ReactNode {
  const { run, failure } = useWrite('redactions.put');
  const copies = new Set(shown.redactions.map(({ file }) => file));
  const free = shown.files.filter(({ file }) => !copies.has(file.id));
  const options = free.map(({ file }) => ({ value: file.id, text: file.name }));
  if (free.length < 2) return null;
  return (
    <Details summary="Say that a file is a redacted copy">
      <SmallForm
        failure={failure}
        name={`redaction ${id}`}
        label="Redacted copy"
        button="Keep the redacted copy"
        done="The redacted copy stands beside its original."
        boxes={[
          {
            ...{ name: 'of', label: 'The original', kind: 'choice', needed: 'Choose the original' },
            options: [{ value: '', text: 'Choose' }, ...options],
          },
          {
            ...{ name: 'file', label: 'Its redacted copy', kind: 'choice', needed: 'Choose the copy' },
            options: [{ value: '', text: 'Choose' }, ...options],
          },
          {
            ...{ name: 'reasons', label: 'What is redacted, and why', kind: 'words' },
            hint: 'One line for each: “Page 2, line 4: section 40(2), the name of a witness”.',
            needed: 'Enter what is redacted, and why',
          },
        ]}
        send={async ({ of = '', file = '', reasons = '' }, redaction) =>
          (await run({ id, redaction, of, file, reasons: reasonsIn(reasons) })).ok
        }
      />
    </Details>
  );
}
