import type { ReactNode } from 'react';
import { Tag } from '#renderer/kit/index.ts';

/** Says that an answer is late or due within a week; nothing where neither is so. */
export function DueTag({ late, dueSoon }: { late: boolean; dueSoon: boolean }): ReactNode {
  if (late) return <Tag colour="red">Late</Tag>;
  return dueSoon ? <Tag colour="yellow">Due within a week</Tag> : null;
}
