import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { BackLink, PageHeading, Table, Tag } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { rhythmWords } from '../words.ts';

/** Every return the office makes, and what each consists of in a line. */
export function DefinitionsPage(): ReactNode {
  const { data, error } = useRead('returns.named', {});
  const people = useRead('people.list', { show: 'all' }).data ?? [];
  const name = (id: string | undefined) => people.find((one) => one.id === id)?.name ?? '';
  return (
    <>
      <BackLink href="#/settings">Settings</BackLink>
      <PageHeading>Returns the office makes</PageHeading>
      <p className="govuk-body">
        What each return consists of, how often it is made and who prepares it. What was signed off before a
        change stays as it was.
      </p>
      <Failed failure={error} />
      {!data && !error && <Waiting />}
      {data && (
        <Table
          dense
          caption="Returns the office makes"
          captionHidden
          firstCellIsHeader
          head={['Return', 'To', 'How often', 'Due', 'Prepared by', 'Definition']}
          rows={data.map((one) => ({
            key: one.key,
            cells: [
              <a key="name" className="govuk-link" href={`#/settings/returns/${encodeURIComponent(one.key)}`}>
                {one.name}
              </a>,
              one.to ?? '',
              rhythmWords[one.every],
              dueWords(one),
              name(one.prepares),
              one.retired ? (
                <Tag key="whose" colour="grey">
                  Retired
                </Tag>
              ) : (
                whoseWords(one)
              ),
            ],
          }))}
        />
      )}
      <p className="govuk-body">
        <a className="govuk-link" href="#/settings/returns/new">
          Make another return
        </a>
      </p>
    </>
  );
}

type Named = Output<'returns.named'>[number];

const dueWords = ({ dueAfter }: Named): string => {
  if (dueAfter === undefined) return 'No day';
  return dueAfter === 1 ? '1 day after its period' : `${dueAfter} days after its period`;
};

const whoseWords = ({ own }: Named): string => (own ? 'The office’s own' : 'As supplied');
