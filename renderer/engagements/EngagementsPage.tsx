import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { AcrossCases } from '#renderer/cases/AcrossCases.tsx';
import { shortDate } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { ButtonGroup, ButtonLink, PageHeading, Pagination, Table } from '#renderer/kit/index.ts';
import { usePages } from '#renderer/listing/pages.ts';
import { count } from '#shared/numbers.ts';
import { capital } from '#shared/text.ts';

/** Visits, meetings and public sessions of the Commissioner and the office, the latest first. */
export function EngagementsPage(): ReactNode {
  const may = useMay('engagements.save');
  const pages = usePages('engagements');
  const list = useRead('engagements.list', { ...(pages.after && { after: pages.after }) }, { keep: true });
  const next = list.data?.next;
  return (
    <>
      <PageHeading>Engagements</PageHeading>
      <AcrossCases />
      <p className="govuk-body">
        Visits, meetings and public sessions, whether correspondence led to them or not, with what was decided
        and what followed.
      </p>
      {may && (
        <ButtonGroup>
          <ButtonLink href="#/engagements/new/edit">Write down an engagement</ButtonLink>
        </ButtonGroup>
      )}
      <Failed failure={list.error} />
      {!list.data && !list.error && <Waiting />}
      {list.data?.rows.length === 0 && <p className="govuk-body">No engagement has been written down yet.</p>}
      {list.data && list.data.rows.length > 0 && (
        <Table
          dense
          caption="Engagements"
          captionHidden
          head={[
            'What it was',
            'Day',
            'Kind',
            'Where',
            'Themes',
            { content: 'Cases', numeric: true },
            'Decided',
          ]}
          rows={list.data.rows.map((one) => ({
            key: one.id,
            cells: [
              <a key="open" className="govuk-link" href={`#/engagements/${one.id}`}>
                {one.title}
              </a>,
              { content: shortDate(one.on), className: 'desk-nowrap' },
              capital(one.kind),
              [one.place, one.area].filter(Boolean).join(', ') || '–',
              one.themes.join(', ') || '–',
              { content: count(one.cases.length), numeric: true },
              one.decision ? 'Yes' : 'Not yet',
            ],
          }))}
        />
      )}
      <Pagination
        aria-label="Pages of engagements"
        previous={pages.previous && { text: 'Back', onClick: pages.previous }}
        next={next ? { text: 'More', onClick: () => pages.next(next) } : undefined}
      />
    </>
  );
}
