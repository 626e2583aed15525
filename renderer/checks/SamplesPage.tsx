import { type ReactNode, useState } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import {
  BackLink,
  ButtonLink,
  Details,
  InsetText,
  PageHeading,
  SummaryList,
  Table,
  Textarea,
} from '#renderer/kit/index.ts';
import { draw, readNumbers } from '#shared/checks/sampling.ts';
import type { Output } from '#shared/contract.ts';
import { capital } from '#shared/text.ts';
import { dayWords, momentOf } from '#shared/times.ts';
import { ChecksTable } from './ChecksTable.tsx';
import { useStartCheck } from './start.ts';

/** The samples that were drawn. */
export function SamplesPage(): ReactNode {
  const samples = useRead('checks.samples', {});
  return (
    <>
      <BackLink href="#/checks">Record checks</BackLink>
      <PageHeading>Samples</PageHeading>
      <ButtonLink href="#/checks/samples/new">Draw a sample</ButtonLink>
      <Failed failure={samples.error} />
      {!samples.data && !samples.error && <Waiting />}
      {samples.data && samples.data.length === 0 && <p className="govuk-body">None was drawn yet.</p>}
      {samples.data && samples.data.length > 0 && (
        <Table
          dense
          caption="Samples, the newest first"
          captionSize="s"
          firstCellIsHeader
          head={[
            'Cohort',
            'Detained',
            'Suite',
            { content: 'In the list', numeric: true },
            { content: 'Drawn', numeric: true },
            { content: 'Done', numeric: true },
          ]}
          rows={samples.data.map((s) => ({
            key: s.id,
            cells: [
              <a key="open" className="govuk-link" href={`#/checks/samples/${s.id}`}>
                {capital(s.cohort)}
                <span className="govuk-visually-hidden">, drawn {momentOf(s.at)}</span>
              </a>,
              `${dayWords(s.from)} to ${dayWords(s.to)}`,
              s.suite ?? 'Several',
              { content: s.listed, numeric: true },
              { content: s.drawn, numeric: true },
              { content: s.done, numeric: true },
            ],
          }))}
        />
      )}
    </>
  );
}

/** One sample: what was drawn, what became of it, and whether it would be drawn so again. */
export function SamplePage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead('checks.sample', { id });
  if (read.error) return <Failed failure={read.error} />;
  if (!read.data) return <Waiting />;
  const { sample, suite, by, checks } = read.data;
  const unread = sample.drawn.filter((number) => !checks.some((row) => row.custodyNumber === number));
  return (
    <>
      <BackLink href="#/checks/samples">Samples</BackLink>
      <PageHeading>Sample of custody records: {sample.cohort}</PageHeading>
      <SummaryList
        rows={[
          { key: 'Detained', value: `${dayWords(sample.from)} to ${dayWords(sample.to)}` },
          { key: 'Suite', value: suite ?? 'Several' },
          { key: 'Drawn', value: `${sample.drawn.length} of ${sample.listed} in the list` },
          { key: 'Seed', value: sample.seed },
          { key: 'Drawn by', value: `${by ?? 'Not known here'}, ${momentOf(sample.at)}` },
        ]}
      />
      <h2 className="govuk-heading-m">Checks</h2>
      <ChecksTable rows={checks} />
      <Unread sample={id} numbers={unread} />
      <Again sample={sample} />
    </>
  );
}

/** A check that is written on another laptop comes here when it is done. */
function Unread({ sample, numbers }: { sample: string; numbers: readonly string[] }): ReactNode {
  const start = useStartCheck();
  if (numbers.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">No check of them is here</h2>
      <p className="govuk-body">A draft stays on the laptop on which it is written until it is done.</p>
      <ul className="govuk-list">
        {numbers.map((number) => (
          <li key={number}>
            {number}{' '}
            <button
              type="button"
              className="desk-link-button"
              onClick={() => void start({ sample, custodyNumber: number })}
            >
              Start the check<span className="govuk-visually-hidden"> of {number}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Anybody who has the list can look whether it gives the same numbers again. */
function Again({ sample }: { sample: Output<'checks.sample'>['sample'] }): ReactNode {
  const [list, setList] = useState('');
  const { numbers } = readNumbers(list);
  const drawn = draw(numbers, sample.drawn.length, sample.seed);
  const isSame = drawn.join('\n') === sample.drawn.join('\n');
  return (
    <Details summary="Draw it again">
      <Textarea
        id="again"
        label="The same list of custody numbers"
        hint="It is not kept."
        rows={6}
        value={list}
        onChange={({ target }) => setList(target.value)}
      />
      {list.trim() !== '' && (
        <InsetText>
          {isSame
            ? 'The list and the seed give the very numbers that were drawn.'
            : `The list, with ${numbers.length} numbers, does not give the numbers that were drawn: it is not the list of that day.`}
        </InsetText>
      )}
    </Details>
  );
}
