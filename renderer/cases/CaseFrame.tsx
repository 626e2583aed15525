import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { BackLink, PageHeading } from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import { numberShown } from './naming.ts';
import type { CaseShown } from './parts.ts';

type CaseFrameProps = { title: string; children: (shown: CaseShown) => ReactNode };

/** The frame of a page about one case: the way back and its number. */
export function CaseFrame({ title, children }: CaseFrameProps): ReactNode {
  const { id = '' } = useParams();
  const read = useRead('cases.get', { id });
  if (read.error) return <NoCase failure={read.error} />;
  if (!read.data) return <Waiting />;
  return (
    <>
      <BackLink href={`#/cases/${id}`}>The case</BackLink>
      <ConflictsOf record={id} />
      <PageHeading caption={numberShown(read.data)}>{title}</PageHeading>
      {children(read.data)}
    </>
  );
}

/** What stands where a case cannot be shown. */
export function NoCase({ failure }: { failure: Parameters<typeof Failed>[0]['failure'] }): ReactNode {
  return (
    <>
      <BackLink href="#/cases">Correspondence</BackLink>
      <PageHeading>This case cannot be shown</PageHeading>
      <Failed failure={failure} />
    </>
  );
}
