import { type ReactNode, useEffect } from 'react';
import { useParams } from 'wouter';
import { Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { BackLink, PageHeading } from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import { NoCase } from './CaseFrame.tsx';
import { caseName, numberShown } from './naming.ts';
import { CaseNext } from './page/CaseNext.tsx';
import { RiskBanner } from './page/RiskBanner.tsx';
import { sections } from './sections.ts';
import { CaseTags } from './words.tsx';

/** One case: what is next, by when and why; its clocks, its people, all that was said and done about it. */
export function CasePage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead('cases.get', { id });
  useOpened(id, read.data !== undefined);
  if (read.error) return <NoCase failure={read.error} />;
  if (!read.data) return <Waiting />;
  const shown = read.data;
  const { case: c, waits, may } = shown;
  return (
    <>
      <BackLink href="#/cases">Correspondence</BackLink>
      <ConflictsOf record={id} />
      <PageHeading caption={numberShown(shown)}>{caseName(shown)}</PageHeading>
      <p className="govuk-body desk-tags">
        <CaseTags
          {...{ waits, urgent: c.urgent ?? false, confidential: c.confidential !== undefined }}
          risk={c.risk ? { told: c.risk.told.length, last: null } : null}
        />
      </p>
      <RiskBanner key={`risk ${id}`} shown={shown} />
      <CaseNext key={`next ${id}`} shown={shown} />
      {sections
        .filter(({ only }) => only === undefined || may[only])
        .map(({ id: section, part: Part }) => (
          <Part key={`${section} ${id}`} shown={shown} />
        ))}
    </>
  );
}

/** That the page was opened is written down where the case is somebody else's: once for each time it is looked at. */
function useOpened(id: string, isThere: boolean): void {
  const host = useHost();
  useEffect(() => {
    if (isThere) void host.call('cases.open', { id });
  }, [host, id, isThere]);
}
