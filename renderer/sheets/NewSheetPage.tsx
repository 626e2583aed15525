import { type ReactNode, useState } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import { dayWords, monthWords } from '#renderer/dates.ts';
import { typedDate } from '#renderer/editing/typed.ts';
import {
  BackLink,
  Button,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  InsetText,
  PageHeading,
  SendForm,
  Table,
  TextInput,
} from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { capital } from '#shared/text.ts';
import { parseDate } from '#shared/times.ts';

type Begun = Output<'sheets.begin'>;

/** What a sheet would ask of a suite, before it is made. */
export function NewSheetPage(): ReactNode {
  const { suite = '', month = '' } = useParams<{ suite: string; month: string }>();
  const { data, error } = useRead('sheets.begin', { suite, month });
  const name = useRead('suites.get', { id: suite }).data?.name ?? '';
  return (
    <>
      <BackLink href="#/concerns/sheets">Monthly sheets</BackLink>
      <PageHeading {...(name && { caption: name })}>A sheet for {monthWords(month)}</PageHeading>
      <Failed failure={error} />
      {data ? <Preview suite={suite} month={month} begun={data} /> : <Waiting />}
    </>
  );
}

function Preview({ suite, month, begun }: { suite: string; month: string; begun: Begun }): ReactNode {
  const { rows, unnumbered, existing } = begun;
  if (existing)
    return (
      <>
        <p className="govuk-body">There is a sheet for this suite and month already.</p>
        <ButtonLink href={`#/concerns/sheets/${existing}`}>Open it</ButtonLink>
      </>
    );
  if (rows.length === 0)
    return <p className="govuk-body">No concern of this suite awaits an answer of the police.</p>;
  return (
    <>
      {unnumbered > 0 && (
        <InsetText>
          {unnumbered === 1 ? 'One concern has' : `${unnumbered} concerns have`} no number of the office yet
          and cannot be on a sheet. Send what waits first.
        </InsetText>
      )}
      <Table
        dense
        caption="What it asks"
        head={['Number', 'Date raised', 'What was raised', 'Area', 'Asked before']}
        rows={rows.map((row) => ({
          key: row.id,
          cells: [
            <a key="number" className="govuk-link" href={`#/concerns/${row.id}`}>
              {row.reference}
            </a>,
            dayWords(row.raisedOn),
            { content: row.matter, className: 'desk-words' },
            capital(row.area),
            row.before === 0 ? 'No' : row.before === 1 ? 'Once' : `${row.before} times`,
          ],
        }))}
      />
      <p className="govuk-body">
        The words are those for publication where a concern has any. Change them on its page.
      </p>
      <MakeForm suite={suite} month={month} begun={begun} />
    </>
  );
}

function MakeForm({ suite, month, begun }: { suite: string; month: string; begun: Begun }): ReactNode {
  const make = useWrite('sheets.make');
  const [due, setDue] = useState(typedDate(begun.due));
  const [notNames, setNotNames] = useState<string[]>([]);
  const [tried, setTried] = useState(0);
  const day = parseDate(due);
  const error = tried > 0 && !day ? 'The day for the answers must be a date such as 3/11/2022' : undefined;
  const submit = async () => {
    const on = onward();
    setTried(tried + 1);
    if (!day) return;
    const answer = await make.run({ suite, month, due: day, notNames });
    if (!answer.ok) return;
    say('The sheet is made.');
    on(`/concerns/sheets/${answer.value.id}`);
  };
  return (
    <SendForm aria-label="Make the sheet" send={submit}>
      {error && <ErrorSummary key={tried} errors={[{ id: 'due', text: error }]} />}
      <Failed failure={make.failure} />
      {begun.doubts.length > 0 && (
        <Checkboxes
          name="notNames"
          legend="This looks like a name, a date of birth or an offence. Tick what is none"
          legendSize="s"
          hint="A sheet names no detainee. Give the concern a wording for publication without it."
          values={notNames}
          onValues={setNotNames}
          items={begun.doubts.map((words) => ({ value: words, text: `“${words}” may stand` }))}
        />
      )}
      <TextInput
        label="Answers by"
        hint="For example 3/11/2022"
        id="due"
        width={10}
        autoComplete="off"
        error={error}
        value={due}
        onChange={({ target }) => setDue(target.value)}
      />
      <Button>Make the sheet</Button>
    </SendForm>
  );
}
