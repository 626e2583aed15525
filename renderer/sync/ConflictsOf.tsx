import type { ReactNode } from 'react';
import { useRead } from '#renderer/app/host.tsx';
import { ContestedLink } from './ContestedLink.tsx';

/** At the head of a record: that questions of it were answered differently, and the way to settle them. */
export function ConflictsOf({ record }: { record: string }): ReactNode {
  const conflicts = useRead('sync.conflicts', { record });
  return <ContestedLink contested={conflicts.data?.length ?? 0} record={record} />;
}
