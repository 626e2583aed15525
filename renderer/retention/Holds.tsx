import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { SmallForm } from '#renderer/cases/SmallForm.tsx';
import { dayWords } from '#renderer/dates.ts';
import { Button, Details } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { type Due, type DueRow, placeOf } from './parts.ts';

/** Keeps something that would fall due, and says why. */
export function HoldForm({ rows }: { rows: readonly DueRow[] }): ReactNode {
  const { run, failure } = useWrite('retention.hold');
  const name = `retention hold ${rows[0]?.id ?? ''}`;
  return (
    <Details summary="Hold something: it is kept whatever the schedule says">
      <SmallForm
        {...{ failure, name }}
        label="Hold"
        button="Hold it"
        done="It is held."
        boxes={[
          {
            ...{ name: 'id', label: 'What', kind: 'choice', needed: 'Choose what' },
            options: [
              { value: '', text: 'Choose' },
              ...rows.map((row) => ({
                value: row.id,
                text: [row.name, row.reference, dayWords(row.from)].filter(Boolean).join(', '),
              })),
            ],
          },
          { name: 'why', label: 'Why it is kept', kind: 'words', needed: 'Enter why it is kept' },
        ]}
        send={async ({ id = '', why = '' }) => {
          const type = rows.find((row) => row.id === id)?.type ?? 'caseFile';
          return (await run({ id, type, why })).ok;
        }}
      />
    </Details>
  );
}

/** What is kept whatever the schedule says, why, and on whose word. */
export function Held({ held }: { held: Due['held'] }): ReactNode {
  const { run, busy, failure } = useWrite('retention.hold');
  const release = async ({ id, type }: Due['held'][number]) => {
    if ((await run({ id, type, why: null })).ok) say('It is not held any more.');
  };
  return (
    <section aria-labelledby="held">
      <h2 className="govuk-heading-m" id="held">
        Held
      </h2>
      <Failed failure={failure} />
      {held.length === 0 && <p className="govuk-body">Nothing is held.</p>}
      <ul className="govuk-list govuk-list--bullet">
        {held.map((one) => (
          <li key={one.id}>
            <a className="govuk-link" href={placeOf(one)}>
              {[one.name, one.reference].filter(Boolean).join(', ')}
            </a>
            , since {dayWords(one.on)}, by {isolated(one.by)}: <span className="desk-words">{one.why}</span>{' '}
            <Button type="button" kind="secondary" disabled={busy} onClick={() => void release(one)}>
              Hold {one.reference ?? one.name} no longer
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
