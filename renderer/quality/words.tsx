import type { ReactNode } from 'react';
import { Tag, type TagColour } from '#renderer/kit/index.ts';
import { recordsAddress } from '#renderer/returns/addresses.ts';
import { recordAddress } from '#renderer/sync/addresses.ts';
import type { Output } from '#shared/contract.ts';
import type { Figure } from '#shared/quality/facts.ts';
import { returnLinked } from '#shared/quality/links.ts';
import type { CriterionStatus } from '#shared/records/criterion.ts';
import { capital } from '#shared/text.ts';

const colours: Record<CriterionStatus, TagColour> = {
  'not started': 'grey',
  'under way': 'teal',
  met: 'green',
  'not met': 'purple',
};

/** Where a criterion stands. */
export const StatusTag = ({ status }: { status: CriterionStatus }): ReactNode => (
  <Tag colour={colours[status]} className="desk-nowrap">
    {capital(status)}
  </Tag>
);

/** Where the records of a part of a fact are listed, one page after another. */
export const partAddress = (period: string, fact: string, part: string, after?: string): string =>
  `#/quality/records/${period}/${fact}?${new URLSearchParams({ part, ...(after !== undefined && { after }) })}`;

/** Where the records behind a figure are listed. */
export const behindAddress = (period: string, fact: string, { behind }: Figure): string => {
  if (behind.at === 'monitoring') return '#/people/monitoring/totals';
  if (behind.at === 'records') return partAddress(period, fact, behind.part);
  const { measure, by, key } = behind;
  return `#${recordsAddress({ period }, measure, by && key !== undefined ? { by, key } : undefined)}`;
};

type Given = Output<'quality.get'>['evidence'][number];

/**
 * What evidence links to. A record and a return are opened; where something else is kept is text to be copied: nothing
 * is opened out of the application.
 */
export function Linked({ evidence: { title, record, link } }: { evidence: Given }): ReactNode {
  const address = record && recordAddress(record.type, record.id);
  const period = link === null ? undefined : returnLinked(link);
  return (
    <>
      {title &&
        (address ? (
          <a className="govuk-link" href={address}>
            {title}
          </a>
        ) : (
          title
        ))}
      {title && link && ', '}
      {link &&
        (period ? (
          <a className="govuk-link" href={`#/returns/${encodeURIComponent(period)}`}>
            The return of {period}
          </a>
        ) : (
          <span className="desk-words">{link}</span>
        ))}
    </>
  );
}
