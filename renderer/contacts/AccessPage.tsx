import { type ReactNode, useState } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { SaveMade } from '#renderer/files/SaveMade.tsx';
import { BackLink, InsetText, PageHeading, SummaryList, Table } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { many } from './words.tsx';

/** Everything about one person, as it leaves for a subject access request, looked at before it is made. */
export function AccessPage(): ReactNode {
  const { id = '' } = useParams();
  const host = useHost();
  const [missing, setMissing] = useState<readonly string[]>([]);
  const { data, error } = useRead('contacts.access', { id });
  const make = async () => {
    const answer = await host.call('contacts.accessFile', { id });
    if (answer.ok) setMissing(answer.value.missing);
    return answer;
  };
  return (
    <>
      <BackLink href={`#/contacts/${id}`}>{data?.name ?? 'The person'}</BackLink>
      <PageHeading>Subject access export</PageHeading>
      <Failed failure={error} />
      {!data && !error && <Waiting />}
      {data && (
        <>
          <p className="govuk-body">
            One file with a page for each record about {isolated(data.name)}, the files of their cases, and an
            index that says what is in it, what is not and why. Everybody else who was found is marked.
            Nothing is taken out: somebody reads all of it before it goes.
          </p>
          <SummaryList
            rows={[
              { key: 'Records', value: many(data.documents.length, 'page') },
              { key: 'Files', value: many(data.files.length, 'file') },
              { key: 'Third parties marked', value: many(data.marked.length, 'place') },
              data.hidden > 0 && {
                key: 'Not included',
                value: `${many(data.hidden, 'confidential case')} that you may not open`,
              },
            ]}
          />
          {data.joined && (
            <InsetText>
              Confidential cases that were never sent to this computer are not counted here. Ask those who
              keep them.
            </InsetText>
          )}
          <SaveMade make={make}>Make the file</SaveMade>
          {missing.length > 0 && (
            <InsetText>
              These files are not in it, since they are not on this computer or would make it too large:{' '}
              {missing.join(', ')}. The index names them.
            </InsetText>
          )}
          {data.marked.length > 0 && (
            <Table
              dense
              caption="Who else is named, and where"
              captionSize="m"
              head={['Marked', 'Why', 'Where', 'Times']}
              rows={data.marked.map((one) => ({
                key: `${one.document} ${one.what} ${one.why}`,
                cells: [one.what, one.why, one.document, { content: one.times, numeric: true }],
              }))}
            />
          )}
        </>
      )}
    </>
  );
}
