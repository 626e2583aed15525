import type { ReactNode } from 'react';
import { Tag } from '#renderer/kit/index.ts';
import { notLookedAt, type StandingConcern } from '#shared/forms/found.ts';
import type { Visit } from '#shared/records/visit.ts';

/** How many of the concerns at the suite were looked at, as it stands beside the section. */
export function FoundStatus({ visit, standing }: { visit: Visit; standing: StandingConcern[] }): ReactNode {
  const left = notLookedAt(visit, standing).length;
  if (left === 0) return 'Completed';
  if (left === standing.length) return <Tag colour="grey">Not started</Tag>;
  return (
    <Tag colour="yellow" className="desk-long-tag">{`${standing.length - left} of ${standing.length}`}</Tag>
  );
}
