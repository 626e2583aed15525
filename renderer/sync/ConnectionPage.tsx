import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { momentOf } from '#renderer/dates.ts';
import { BackLink, Button, PageHeading, Status, SummaryList } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { connectionWords } from './words.ts';

type Test = Output<'sync.test'>;

/** Finds out whether the office can be reached, and if not, why and what to do. */
export function ConnectionPage(): ReactNode {
  const { run, busy, failure } = useWrite('sync.test');
  const [found, setFound] = useState<Test & { at: number }>();
  const test = async () => {
    setFound(undefined);
    const answer = await run({});
    if (answer.ok) setFound({ ...answer.value, at: Date.now() });
  };
  const words = found && connectionWords[found.connection];
  return (
    <>
      <BackLink href="#/sync">Waiting to be sent</BackLink>
      <PageHeading>Test the connection to the office</PageHeading>
      <p className="govuk-body">
        This takes a few seconds, and changes and sends nothing. Whatever it finds, everything you write is
        saved on this laptop.
      </p>
      <Button type="button" disabled={busy} onClick={() => void test()}>
        {busy ? 'Testing…' : found ? 'Test again' : 'Test the connection'}
      </Button>
      <Failed failure={failure} />
      <Status message={busy ? 'Testing…' : words && `${words.text} ${words.next}`} />
      {found && words && (
        <section aria-labelledby="found">
          <h2 className="govuk-heading-m" id="found">
            {words.text}
          </h2>
          <p className="govuk-body">{words.next}</p>
          <SummaryList
            className="desk-narrow"
            rows={[
              { key: 'Address of the office’s hub', value: <span className="desk-path">{found.hub}</span> },
              ...clocks(found),
            ]}
          />
        </section>
      )}
    </>
  );
}

/** Both clocks, where they differ by more than the way there takes. */
const clocks = ({ connection, clockAhead, at }: Test & { at: number }) => {
  if (clockAhead === null || (connection !== 'clockWrong' && Math.abs(clockAhead) < 1)) return [];
  return [
    { key: 'This laptop’s clock', value: momentOf(new Date(at).toISOString()) },
    { key: 'The office’s clock', value: momentOf(new Date(at - clockAhead * 60_000).toISOString()) },
  ];
};
