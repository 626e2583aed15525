import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { BackLink, ButtonGroup, ButtonLink, PageHeading, Pagination } from '#renderer/kit/index.ts';
import { usePages } from '#renderer/listing/pages.ts';
import { type Behind, beginAddress, behindOf } from './addresses.ts';
import { CaseList } from './CaseList.tsx';

/** The cases behind a figure of themes, and what can be begun from them. */
export function ThemeCasesPage(): ReactNode {
  const [search] = useSearchParams();
  const behind = behindOf(search);
  return (
    <>
      <BackLink href="#/themes">Themes</BackLink>
      <PageHeading>{behind ? titleOf(behind) : 'Cases of a theme'}</PageHeading>
      {behind ? (
        <Cases key={search.toString()} behind={behind} />
      ) : (
        <p className="govuk-body">The address does not say which cases.</p>
      )}
    </>
  );
}

const titleOf = ({ theme, area, place, constituency }: Behind): string =>
  [theme ?? 'All themes', area, constituency, place].filter(Boolean).join(', ');

function Cases({ behind }: { behind: Behind }): ReactNode {
  const pages = usePages(`cases of ${Object.values(behind).join(' ')}`);
  const list = useRead(
    'themes.cases',
    { ...behind, ...(pages.after && { after: pages.after }) },
    { keep: true },
  );
  const next = list.data?.next;
  return (
    <>
      <p className="govuk-body">
        Received from {dayWords(behind.from)} to {dayWords(behind.to)}.
      </p>
      <ButtonGroup>
        <ButtonLink href={beginAddress('engagements', behind)} kind="secondary">
          Begin an engagement
        </ButtonLink>
        <ButtonLink href={beginAddress('assurance', behind)} kind="secondary">
          Ask the Chief Constable
        </ButtonLink>
      </ButtonGroup>
      <Failed failure={list.error} />
      {!list.data && !list.error && <Waiting />}
      {list.data && <CaseList cases={list.data.rows} />}
      <Pagination
        aria-label="Pages of cases"
        previous={pages.previous && { text: 'Back', onClick: pages.previous }}
        next={next ? { text: 'More', onClick: () => pages.next(next) } : undefined}
      />
    </>
  );
}
