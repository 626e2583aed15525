import { type FormEvent, type ReactNode, useState } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead, useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { dayWords } from '#renderer/dates.ts';
import { Moved } from '#renderer/deadlines/Moved.tsx';
import { textOf } from '#renderer/imports/textOf.ts';
import { Button, ButtonGroup, FileUpload, NotificationBanner, Table } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { nationWords } from './nations.ts';
import { type ChosenList, useKeptList } from './useKeptList.ts';

type Changes = Output<'deadlines.readHolidays'>;

/** The official file of many years is some tens of thousands of characters long. */
const longest = 500_000;

const listOf = async (file: File): Promise<Result<ChosenList, Failure>> => {
  if (file.size > longest)
    return fail({ tag: 'badFile', detail: 'it is too long for a list of bank holidays' });
  let text = '';
  for await (const piece of textOf(file)) {
    if (!piece.ok) return piece;
    text += piece.value.text;
  }
  return ok({ name: file.name.slice(0, 300), text });
};

/** A newer official list: what it changes is looked at first, and only then is it taken for the office. */
export function NewerHolidays(): ReactNode {
  const host = useHost();
  const load = useWrite('deadlines.loadHolidays');
  const { list, choose, failure: keptFailure } = useKeptList();
  const changes = useRead('deadlines.readHolidays', list ?? { name: '', text: '' }, {
    wanted: Boolean(list),
  });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [problem, setProblem] = useState<string>();
  const [moved, setMoved] = useState<Output<'deadlines.loadHolidays'>['moved']>();

  const look = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = event.currentTarget.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
    setMoved(undefined);
    setFailure(null);
    setProblem(file ? undefined : 'Choose the file of bank holidays');
    if (!file) return;
    const chosen = await listOf(file);
    if (!chosen.ok) return setFailure(chosen.error);
    // One that cannot be read is not kept.
    const read = await host.call('deadlines.readHolidays', chosen.value);
    if (read.ok) choose(chosen.value);
    else setFailure(read.error);
  };
  const take = async (taken: ChosenList) => {
    const answer = await load.run(taken);
    if (!answer.ok) return;
    choose(null);
    setMoved(answer.value.moved);
    say('The office goes by this list from now on.');
  };
  return (
    <section aria-labelledby="newer">
      <h2 className="govuk-heading-m" id="newer">
        A newer list
      </h2>
      {moved && (
        <NotificationBanner>
          <p className="govuk-notification-banner__heading">The office goes by this list from now on.</p>
          <Moved
            caption="What moved by it"
            none="No last day of an open review or case moved."
            moved={moved}
          />
        </NotificationBanner>
      )}
      <Failed failure={failure ?? load.failure ?? keptFailure ?? (list ? changes.error : null)} />
      {list && (
        <>
          {changes.data && <Preview name={list.name} changes={changes.data} />}
          {changes.isPending && <Waiting />}
          <ButtonGroup>
            {changes.data && (
              <Button type="button" disabled={load.busy} onClick={() => void take(list)}>
                Take this list for the office
              </Button>
            )}
            <Button type="button" kind="secondary" disabled={load.busy} onClick={() => choose(null)}>
              Leave it
            </Button>
          </ButtonGroup>
        </>
      )}
      {list === null && (
        <form noValidate aria-label="A newer list" onSubmit={(event) => void look(event)}>
          <FileUpload
            label="File of bank holidays"
            hint="The file that GOV.UK publishes (bank-holidays.json), or a list with a day and its name on each line. Of the years it speaks of it alone is believed."
            accept=".json,.csv,.txt"
            name="holidays"
            error={problem}
          />
          <Button kind="secondary">See what it changes</Button>
        </form>
      )}
    </section>
  );
}

function Preview({ name: file, changes }: { name: string; changes: Changes }): ReactNode {
  const { first, last, added, removed, moved } = changes;
  const rows = [
    ...added.map((day) => ({ day, what: 'Added' })),
    ...removed.map((day) => ({ day, what: 'Taken out' })),
  ].sort((a, b) => (a.day[0] < b.day[0] ? -1 : 1));
  return (
    <>
      <p className="govuk-body" role="status">
        Nothing is changed yet. With {file}, bank holidays are known for {first} to {last}.
      </p>
      {rows.length === 0 ? (
        <p className="govuk-body">It says the same as is known already.</p>
      ) : (
        <Table
          dense
          caption="What it changes"
          captionSize="s"
          head={['Day', 'Bank holiday', 'Where', 'What becomes of it']}
          rows={rows.map(({ day: [day, where, name], what }) => ({
            key: `${day} ${where} ${what}`,
            cells: [dayWords(day), name, nationWords(where), what],
          }))}
        />
      )}
      <Moved
        caption="What would move"
        none="No last day of an open review or case would move."
        moved={moved}
      />
    </>
  );
}
