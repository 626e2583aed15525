import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { BackLink, Button, PageHeading, Pagination, Table } from '#renderer/kit/index.ts';
import { usePages } from '#renderer/listing/pages.ts';
import { isolated } from '#shared/bidi.ts';
import { inALine } from './words.tsx';

/** Records that may be of one person. Each pair is looked at by somebody; nothing is merged by itself. */
export function DuplicatesPage(): ReactNode {
  const pages = usePages('contact duplicates');
  const different = useWrite('contacts.different');
  const list = useRead('contacts.duplicates', { ...(pages.after && { after: pages.after }) }, { keep: true });
  const next = list.data?.next;
  const apart = async (id: string, other: string) => {
    if ((await different.run({ id, other })).ok) say('They are two people, and are not suggested again.');
  };
  return (
    <>
      <BackLink href="#/contacts">People who write</BackLink>
      <PageHeading>People who may be written down twice</PageHeading>
      <Failed failure={list.error ?? different.failure} />
      {!list.data && !list.error && <Waiting />}
      {list.data?.rows.length === 0 && <p className="govuk-body">Nobody looks like somebody else.</p>}
      {list.data && list.data.rows.length > 0 && (
        <Table
          dense
          caption="Pairs that look alike, the likeliest first"
          captionHidden
          head={['One', 'The other', 'What is alike', 'What they are']}
          rows={list.data.rows.map(({ one, other, why }) => ({
            key: `${one.id} ${other.id}`,
            cells: [
              inALine(one),
              inALine(other),
              why.join(', '),
              <span key="do">
                <a className="govuk-link" href={`#/contacts/${one.id}/merge/${other.id}`}>
                  Look at both
                  <span className="govuk-visually-hidden">
                    : {isolated(one.name)} and {isolated(other.name)}
                  </span>
                </a>{' '}
                <Button
                  type="button"
                  kind="secondary"
                  disabled={different.busy}
                  onClick={() => void apart(one.id, other.id)}
                >
                  Two people
                  <span className="govuk-visually-hidden">
                    : {isolated(one.name)} and {isolated(other.name)}
                  </span>
                </Button>
              </span>,
            ],
          }))}
        />
      )}
      <Pagination
        aria-label="Pages of pairs"
        previous={pages.previous && { text: 'Back', onClick: pages.previous }}
        next={next ? { text: 'More', onClick: () => pages.next(next) } : undefined}
      />
    </>
  );
}
