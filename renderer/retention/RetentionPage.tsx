import { type ReactNode, useState } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import { dayWords } from '#renderer/dates.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import {
  BackLink,
  Button,
  Checkboxes,
  Details,
  InsetText,
  PageHeading,
  Table,
  Textarea,
} from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import { Disposals } from './Disposals.tsx';
import { Held, HoldForm } from './Holds.tsx';
import { type Due, type DueRow, placeOf } from './parts.ts';

/** What is kept how long: what may go now, what soon, what is held, and what was destroyed on whose word. */
export function RetentionPage(): ReactNode {
  const { data, error } = useRead('retention.due', {});
  return (
    <>
      <BackLink href="#/cases">Correspondence</BackLink>
      <PageHeading>Retention</PageHeading>
      <p className="govuk-body">
        What is due is proposed by one person, approved by another, and then destroyed everywhere. A
        certificate stays that says what it was, and not a word of what was in it.
      </p>
      <InsetText>
        The periods are settings of the office, to be confirmed by it.{' '}
        <a className="govuk-link" href="#/settings/correspondence/retention">
          Look at the schedule
        </a>
      </InsetText>
      <Failed failure={error} />
      {!data && !error && <Waiting />}
      {data && (
        <>
          {data.unclassed > 0 && (
            <p className="govuk-body">
              {count(data.unclassed)} closed {data.unclassed === 1 ? 'case is' : 'cases are'} of a kind that
              no class of the schedule names, and {data.unclassed === 1 ? 'is' : 'are'} kept until one does.
            </p>
          )}
          <Now key={data.now.map(({ id }) => id).join()} due={data} />
          <Coming due={data} />
          <Held held={data.held} />
        </>
      )}
      <Disposals />
    </>
  );
}

const called = ({ name, reference }: Pick<DueRow, 'name' | 'reference'>): string =>
  [name, reference].filter(Boolean).join(', ');

function Now({ due: { now, moreNow } }: { due: Due }): ReactNode {
  const free = now.filter(({ why }) => why === null);
  const barred = now.filter(({ why }) => why !== null);
  return (
    <section aria-labelledby="due-now">
      <h2 className="govuk-heading-m" id="due-now">
        Due now
      </h2>
      {now.length === 0 && <p className="govuk-body">Nothing is due.</p>}
      {free.length > 0 && <Propose rows={free} />}
      {moreNow > 0 && (
        <p className="govuk-body">{count(moreNow)} more are due and are listed when these are gone.</p>
      )}
      {barred.length > 0 && (
        <Details summary={`${count(barred.length)} due and not to be proposed`}>
          <Rows rows={barred} caption="Due and not to be proposed" />
        </Details>
      )}
    </section>
  );
}

function Propose({ rows }: { rows: readonly DueRow[] }): ReactNode {
  const { run, busy, failure } = useWrite('retention.propose');
  const [chosen, setChosen] = useState<string[]>([]);
  const [why, setWhy] = useState('');
  const [id] = useState(newRecordId);
  const propose = async () => {
    const on = onward();
    const items = rows
      .filter((row) => chosen.includes(row.id))
      .map((row) => ({ id: row.id, type: row.type }));
    if (items.length === 0) return say('Choose what is to be destroyed.');
    if (!(await run({ id, items, why })).ok) return;
    say('Proposed. Somebody else approves it.');
    on(`/retention/${id}`);
  };
  return (
    <>
      <Failed failure={failure} />
      <Checkboxes
        name="due"
        legend="What is to be destroyed"
        legendSize="s"
        small
        values={chosen}
        onValues={setChosen}
        items={rows.map((row) => ({
          value: row.id,
          text: called(row),
          hint: `${row.class}: kept from ${dayWords(row.from)} until ${dayWords(row.due)}.${row.destroyed ? '' : ' The schedule asks that somebody looks at it first.'}`,
        }))}
      />
      <Button type="button" kind="secondary" onClick={() => setChosen(rows.map((row) => row.id))}>
        Choose all
      </Button>
      <Textarea
        id="why"
        label="A note to whoever approves it"
        hint="It stays with the certificate: write nothing of what is in the records."
        rows={2}
        value={why}
        onChange={({ target }) => setWhy(target.value)}
      />
      <Button type="button" disabled={busy} onClick={() => void propose()}>
        Propose that{' '}
        {chosen.length === 0
          ? 'they are'
          : count(chosen.length) === '1'
            ? 'it is'
            : `${count(chosen.length)} are`}{' '}
        destroyed
      </Button>
      <HoldForm rows={rows} />
    </>
  );
}

function Coming({ due: { coming, moreComing } }: { due: Due }): ReactNode {
  return (
    <section aria-labelledby="due-coming">
      <h2 className="govuk-heading-m" id="due-coming">
        Due within a year
      </h2>
      {coming.length === 0 && <p className="govuk-body">Nothing falls due within a year.</p>}
      {coming.length > 0 && (
        <Details summary={`${count(coming.length + moreComing)} fall due within a year`}>
          <Rows rows={coming} caption="Due within a year" />
          <HoldForm rows={coming} />
        </Details>
      )}
    </section>
  );
}

function Rows({ rows, caption }: { rows: readonly DueRow[]; caption: string }): ReactNode {
  return (
    <Table
      dense
      caption={caption}
      captionHidden
      head={['What', 'Class', 'Kept from', 'Until', 'In its way']}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <a key="open" className="govuk-link" href={placeOf(row)}>
            {called(row)}
          </a>,
          row.class,
          dayWords(row.from),
          dayWords(row.due),
          row.why ?? 'Nothing',
        ],
      }))}
    />
  );
}
